"""Tables of filler: responses, assessments and greetings, of which `filler` makes its rules.

A sentence is filler that consists of such phrases from its first word to its last. Patterns are
held against text without punctuation; responses and assessments against lower case.
"""

from __future__ import annotations

from nuggets.english.rules import Rule

RESPONSES = (
    Rule(
        "yes and no",
        "yeah|yea|ye|yep|yup|yes|yah|nah|no|nope|nuh|okay|ok|o'kay|kay|'kay|k|alright|all right"
        "|right|sure|exactly|absolutely|definitely|totally|certainly|precisely|indeed|correct|true"
        "|agreed|of course|for sure|no way|no problem|no worries|not really|not at all|me too"
        "|one hundred percent|100",
        "Not at all.",
    ),
    Rule(
        "sounds",
        "mm|mmm|hm|hmm|hmmm|hhh|huh|uh-huh|mm-hmm|mm-hm|mhm|mm-mm|mm-kay|uh-oh|uh|um|uhm|er|erm|ah"
        "|aha|oh|ooh|oops|ugh|wow|whoa|woah|yay|hey|phew|uh huh|mm hmm",
        "Oops, mm-hmm.",
    ),
    Rule(
        "openings",
        "well|so|and|but|or|then|now|anyway|anyways|like|actually|basically|literally|obviously"
        "|clearly|by the way",
        "So, anyway...",
    ),
    Rule(
        "praise",
        "cool|great|good|nice|fine|perfect|excellent|wonderful|fantastic|awesome|amazing|brilliant"
        "|interesting|fascinating|incredible|remarkable|lovely|sweet|fair enough|fair point"
        "|good point|good question|good idea|great question|sounds good|sounds great|very good"
        "|very nice|very interesting|very true|very much|very well|well done|well said|makes sense"
        "|how interesting|that makes sense|that sounds good|that sounds great",
        "Lovely, fair point.",
    ),
    Rule(
        "wonder",
        "really|seriously|what|oh my god|oh my goodness|my god|holy cow|why not|is that right"
        "|is that so|isn't it|is it|it is|it does|they do",
        "Holy cow, seriously?",
    ),
    Rule(
        "doubt",
        "maybe|perhaps|probably|possibly|whatever|could be|might be|not sure|i'm not sure"
        "|never mind|i don't know|i dunno|dunno|i don't think so|i guess|i guess so|i suppose"
        "|i suppose so|i hope so",
        "I don't think so, whatever.",
    ),
    Rule(
        "thought",
        "you know|i mean|i see|i know|i think|i think so|i think so too|i agree|i understand|i bet"
        "|got it|gotcha|you're right|you are right|you bet",
        "I understand.",
    ),
    Rule(
        "courtesy",
        "sorry|pardon|i'm sorry|excuse me|you're welcome|wait|one second|hang on|hold on"
        "|wait a minute|go ahead|go on|come on|there you go|there we go|here we go|here you go"
        "|let's see|let me see",
        "Excuse me, one second.",
    ),
    Rule(
        "and so on",
        "something like that|sort of|kind of|or something|or whatever|and so on|and all that",
        "Something like that.",
    ),
)
ASSESSMENTS = (  # behind "that's" or "it's"
    Rule("fact", "right|true|it|okay|ok|fine|all|correct|fair", "That's all."),
    Rule(
        "praise",
        "great|good|nice|cool|funny|amazing|awesome|fun|interesting|fascinating|incredible"
        "|wonderful|beautiful|hilarious|remarkable|crazy|wild",
        "It's really hilarious.",
    ),
    Rule(
        "of what was said",
        "an? (?:very |really )?(?:good|great|fair|excellent|interesting) (?:point|question|idea"
        "|one)",
        "That was a very good one.",
    ),
)
NAME = (
    r"(?:(?:, )?(?-i:(?!(?:Thank|Thanks|Good|Hello|Hi|Welcome|See|Bye|It's|How|My|I|You|We)\b))"
    r"(?:(?i:mr|mrs|ms|dr|madam|mister|the|very|so|much|a lot|again|indeed|too|now|once|more|"
    r"everyone|everybody|all|both|folks|guys|friends?|there|sir|ma'am|chair|chairman|chairwoman|"
    r"minister|speaker|senator|professor|ladies|gentlemen|team|today|tonight|dear|my|and)\b|"
    r"(?-i:[A-Z][\w'-]*)))"
)
NAMES = rf"(?: {NAME})*+"
_THANKED_FOR = (
    r"(?: for (?:coming|listening|watching|joining|having|being|tuning|talking|speaking|sharing|"
    r"taking|inviting|hosting|doing|asking|answering|everything|all|that|this|it|your?|the|those|"
    r"these)\b(?: [\w'%$-]+){0,8})?"
)
_PLEASED = (
    r"(?:(?:it's|it is|it was|this is|i'm|i am|we're|we are) )?"
    r"(?:(?:so|very|really|such|always|truly|just|an?|great|real|huge) )*"
    r"(?:great|good|nice|lovely|wonderful|fantastic|awesome|fun|pleasure|honou?r|privilege|joy|"
    r"glad|happy|excited|delighted|honou?red|pleased|thrilled)"
)
GREETINGS = (
    Rule(
        "meeting",
        r"hello|hi|hey|greetings|(?:good )?(?:morning|afternoon|evening)|good ?(?:night|bye)",
        "Good evening, everybody.",
    ),
    Rule(
        "parting",
        r"bye(?:[- ]bye)?|farewell|cheers|congratulations|take care|good luck|stay tuned",
        "Take care, everyone.",
    ),
    Rule(
        "until then",
        r"see you(?: (?:all|soon|later|then|there|around|tomorrow|in \w+|next \w+|on \w+))*"
        r"|talk (?:to you )?(?:soon|later)|until next time",
        "See you next week.",
    ),
    Rule(
        "good wishes",
        r"(?:have|enjoy) (?:a|your|the) (?:rest of (?:your|the) )?(?:\w+ )?(?:day|evening|weekend)",
        "Enjoy the rest of your day.",
    ),
    Rule(
        "welcome",
        rf"(?:a warm |very )?welcome(?: back)?{NAMES}(?: to .+)?|you're (?:very |most )?welcome",
        "Welcome back to the show about harbors.",
    ),
    Rule(
        "thanks",
        r"(?:i (?:just )?(?:want|wanted|would like) to )?"
        rf"(?:thank you|(?:many )?thanks){NAMES}{_THANKED_FOR}",
        "I want to thank you for coming.",
    ),
    Rule(
        "reply to thanks",
        r"(?:my |the )?pleasure(?:(?:'s| is| was)?(?: all)? mine)?",
        "The pleasure was all mine.",
    ),
    Rule(
        "pleased to meet",
        rf"{_PLEASED} to (?:be (?:here|back|with you|on)|(?:see|have|meet|join) you|welcome|"
        r"(?:be )?(?:talk|speak|chat|joined)(?:ing)? (?:to|with|by) you)\b(?: [\w'-]+){0,5}",
        "It's great to be here.",
    ),
    Rule(
        "pleased to have met",
        rf"{_PLEASED} (?:talking (?:to|with)|having|seeing|meeting) you",
        "It was lovely talking to you.",
    ),
    Rule(
        "compliment",
        r"you(?:'re| are) (?:such )?an? (?:incredible|amazing|wonderful|great|extraordinary"
        r"|brilliant) (?:person|human(?: being)?|man|woman|guest|guy)",
        "You are an amazing human being.",
    ),
    Rule(
        "how are you",
        r"how (?:are you|is everyone|are we|do you do)(?: (?:doing|feeling|all))?|how's it going",
        "How are you doing?",
    ),
    Rule(
        "what follows",
        r"the following is an? (?:conversation|interview|discussion|talk|recording)\b.*",
        "The following is a conversation about harbors.",
    ),
    Rule(
        "who comes next",
        r"now ,? ?(?:my )?(?:dear )?(?:friends|ladies)\b.*"
        r"|here's (?-i:[A-Z]\w+(?: [A-Z]\w+){1,2})",
        "And now, dear friends, here's Ida Moe.",
    ),
    Rule(
        "our conversation",
        r"here(?:'s| is) (?:my|our) (?:conversation|interview|chat|discussion) with\b.*",
        "Here is my conversation with the mayor.",
    ),
    Rule(
        "our guest",
        r"(?:my|our) guests? (?:today|tonight|this week|on the show)\b.*",
        "Our guest today runs the harbor.",
    ),
    Rule(
        "who joins us",
        r"(?:joining|with) (?:me|us) (?:now|today|tonight) (?:is|are)\b.*",
        "Joining us today is the mayor.",
    ),
    Rule(
        "call for a welcome",
        r"please (?:join me in )?welcom(?:e|ing)\b.*",
        "Please join me in welcoming the mayor.",
    ),
    Rule(
        "name of the show",
        r"you're listening to (?:the )?(?-i:[A-Z]).*"
        r"|this is (?:the )?(?-i:[A-Z][\w']+ )+(?:podcast|show|hour)",
        "You're listening to Low Water.",
    ),
    Rule("last words", r"let me leave you with\b.*", "Let me leave you with a poem."),
    Rule(
        "own name",
        r"(?:i'm|i am|my name is) (?:your host )?"
        r"(?-i:[A-Z][\w'-]+ [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})",
        "I'm your host Ida Moe.",
    ),
    Rule(
        "end of the show",
        r"that's (?:it|all) for (?:today|now|this \w+)(?:'s \w+)?",
        "That's it for today's episode.",
    ),
    Rule(
        "yielding",
        r"i yield (?:back|the|my|to)\b.*|(?:the )?gentle(?:man|lady|woman) yields back\b.*",
        "I yield the rest of my time.",
    ),
    Rule(
        "the chair",
        r"the chair (?:now )?recogni[sz]es\b.*|(?:i )?call (?:this|the) (?:meeting|hearing)"
        r" to order",
        "The chair recognizes the member for Bergen.",
    ),
    Rule(
        "order of a meeting",
        r"(?:the|this) (?:meeting|hearing|committee) (?:is|stands|will come) (?:now )?"
        r"(?:adjourned|to order)",
        "The hearing is now adjourned.",
    ),
    Rule(
        "the floor",
        rf"(?:the floor is yours|you have the floor|over to you){NAMES}",
        "Over to you, Ida.",
    ),
    Rule(
        "who is called",
        r"we(?:'ll| will)? (?:now )?(?:go|continue|proceed|turn)(?: now)?(?: over| back)? (?:to"
        rf"|with) (?:mr|mrs|ms|dr)\b{NAMES}"
        rf"|(?:mr|mrs|ms|madam|the honou?rable)(?: {NAME})++(?: may reply)?",
        "We will now go to Mr. Moe.",
    ),
)
