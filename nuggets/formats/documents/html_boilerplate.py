"""Boilerplate of web pages, recognised by HTML tags, by classes, and by labels such as `Share:`."""

from __future__ import annotations

import re
from functools import lru_cache

from nuggets.formats.phrase_lists import split_phrases

HEADING_TAGS = frozenset("h1 h2 h3 h4 h5 h6".split())
BOILERPLATE_TAGS = frozenset(
    "nav footer header aside form button select menu dialog svg math object canvas audio video "
    "figcaption label".split()
)
_CLASSES = re.compile(
    r"(?:(?:wp-block-)?comments?(?:-(?:area|list|section|wrapper|thread|form))?|commentlist|respond"
    r"|disqus_thread|sidebar|widget|related|related-(?:posts|episodes|articles)|share|sharing"
    r"|share-buttons|social|social-share|social-(?:links|icons|sharing)|sharedaddy|jp-relatedposts"
    r"|breadcrumbs?|newsletter|(?:cookie|gdpr|consent)-(?:banner|notice|bar|consent|popup)"
    r"|cookie-law-info-bar|newsletter-(?:signup|form)|subscribe-widget|post-(?:tags|meta)"
    r"|advertisement|ads?|promo|cta-caption|captioned-button-wrap"
    r"|subscription-widget(?:-wrap(?:-editor)?)?|site-(?:footer|header)|navbar|navigation"
    r"|pagination|author-bio|disclaimer|entry-(?:footer|meta)|(?:tags|cat|nav)-links|posted-on"
    r"|comment-reply-title|ad-(?:slot|container|wrapper)|post-navigation|toc|table-of-contents"
    r"|skip-link|screen-reader-text|complementary"
    r"|(?:doc-)?(?:foot|end)notes?|action|resolution)"
)
_LABELS = split_phrases(
    """
    share|share this|share on|subscribe|subscribe on|sign up|tags|tag|tagged|tagged as|tagged with
    |topics|topic|categories|category|filed under|filed in|posted in|posted on|posted by|posted
    |published|published on|follow|follow us|follow on|listen|listen on|listen to this episode
    |watch|watch on|download|links|website|contact|email|e-mail|twitter|facebook|instagram|linkedin
    |youtube|tiktok|mastodon|bluesky|spotify|apple podcasts|rss|credits|sponsors|sponsored by
    |related|related posts|related episodes|previous|previous episode|previous post|next
    |next episode|next post|read more|comments|date|recorded|duration|length|photo|photo credit
    |image credit|image|copyright|newsletter|donate|support us|show notes|resources|references
    |transcript|print|permalink|last updated|updated|reading time|location|language
    |teilen|abonnieren|schlagwörter|schlagworte|kategorie|kategorien|veröffentlicht|folgen
    |partager|étiquettes|mots-clés|catégorie|catégories|publié|s'abonner|compartir|etiquetas
    |categoría|categorías|publicado|suscríbete|compartilhar|categoria|categorie|condividi
    """
)
_LABEL = re.compile(r"(?P<label>[^:：]{3,40}?)\s{0,3}[:：](?:\s|\Z)")


@lru_cache(maxsize=1024)  # a page has few classes
def is_boilerplate_class(classes: str) -> bool:
    """Whether a class of an element (or its id, or its role) is one of boilerplate."""
    return any(_CLASSES.fullmatch(name) for name in classes.split())


@lru_cache(maxsize=1024)
def is_page_label(name: str) -> bool:
    """Whether what looks like a speaker label is one of the page, such as `Share:`."""
    return " ".join(name.replace("’", "'").split()).casefold() in _LABELS


def has_page_label(text: str) -> bool:
    """Whether a line begins with such a label of the page."""
    match = _LABEL.match(text)
    return match is not None and is_page_label(match["label"])
