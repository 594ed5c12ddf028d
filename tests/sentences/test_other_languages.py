"""Sentence ends in other languages, a case for every rule."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuggets.languages.names import LANGUAGES
from nuggets.sentences.other_languages import find_sentence_starts
from nuggets.sentences.punctuation import MARKS
from tests.sentences.strategies import said


def split(text: str, code: str) -> list[str]:
    """Split a text into its sentences."""
    starts = [0, *find_sentence_starts(text, code), len(text)]
    return [text[at:until].strip() for at, until in pairwise(starts)]


@given(said, st.sampled_from([*LANGUAGES, "other"]))
def test_sentences_start_behind_what_ends_them(text: str, code: str) -> None:
    """Starts ascend, at characters that are not white space, behind a mark or a new line."""
    starts = find_sentence_starts(text, code)
    assert starts == sorted(set(starts))
    for since, at in pairwise([0, *starts]):
        assert not text[at].isspace()
        assert set(text[since:at]) & {*MARKS, "\n"}


CASES = {
    "de": [
        "Am 3. Oktober kam er.|Dann ging er.",
        "Das war im 19. Jahrhundert.|Ludwig XIV. Bourbon baute es.",
        "Es war 1990.|Peter ging weg.",
        "Lies Kapitel 3.|Der Rest ist kurz.",
        "Der Termin ist am 3. 10. 2024 um zwei.|Ich komme.",
        "Es gibt z. B. Wärme.|Das reicht.",
        "Es gibt z.B. Wärme, d.h. Strom bzw. Gas.|Das reicht.",
        "Wir hatten i. d. R. Montag frei.|Heute nicht.",
        "Da waren ca. 30 Leute.|Herr Dr. Müller auch.",
        "Äpfel, Birnen usw.|Danach gab es Kuchen.",
        "Äpfel, Birnen usw. Kuchen gab es nicht.",
        "Wir hatten Vitamin C.|Danach war Ruhe.",
        "Das sagt A. Merkel.|Ja.",
        "„Wir gehen.“|Danach kam er.",
        "»Wir gehen.« |Dann kam er. |»Und wir?«",
        "„Wir gehen!“, sagte er.|Gut.",
        "Es sind 31.000 Euro.|Das ist viel.",
        "1. Das Haus steht noch.|2. Der Garten auch.",
    ],
    "fr": [
        "M. Dupont est là.|MM. Blanc et Noir aussi.",
        "Il dit : « Je pars. » |Puis elle part.",
        "« Pourquoi ? » demande-t-il.|Parce que.",
        "« Pourquoi ?\u00a0» |Marie rit.",
        "Il y a env. 30 personnes, p. ex. Paul.|Les autres dorment.",
        "César vient en 52 av. J.-C. et repart.|C’est tout.",
        "Ils étaient sept.|Le soir tombe.",
        "Pourquoi ? |Parce que c’est l’heure ! |Bon.",
        "Voir p. 12, art. 5 et fig. 3.|Il est tard.",
        "Du pain, du vin, etc. |Ensuite on dort.",
    ],
    "es": [
        "El Sr. García vino.|La Dra. López también.",
        "Hablé con Ud.|Después se fue.",
        "En EE. UU. Trump ganó.|Aquí no.",
        "¿Qué pasó?|¡Nada!|Bueno.",
        "Dijo que sí.|¿Y tú?",
        "Vino, p. ej. María, en la pág. 12.|Luego nada.",
        "Eran las 3 p. m.|Luego comimos.",
        "Fue en el año 30 a. C. en Roma.|Nadie sabe.",
        "Compró pan, etc.|Después volvió.",
    ],
    "it": [
        "Il sig. Rossi e la sig.ra Bianchi vennero.|Poi no.",
        "Il dott. Verdi, ad es. Marco, lesse l'art. 5 ecc.|Poi tornò.",
        "La S.p.A. Fiat chiuse.|È finita.",
        "«Vengo.»|Poi andò via.",
        "È l'ing. Neri.|Non so.",
        "Vedi pag. 3 e n. 5.|Basta.",
    ],
    "pt": [
        "O Sr. Silva e a Dra. Costa vieram.|Depois não.",
        "Maria, p. ex. ontem, leu a pág. 5.|Depois foi embora.",
        "Chegou o Prof. Lima, etc.|Mas voltou.",
        "Era o n.º 5.|Não sei.",
        "A Exma. Sra. Santos falou.|Foi bom.",
    ],
    "nl": [
        "Dhr. De Vries kwam.|Mevr. De Jong ook.",
        "Hij zei o.a. Jan, d.w.z. Piet, bijv. De Gaulle.|Dat was het.",
        "Hij kwam.|'s Avonds was het koud.",
        "Het kost ca. 30 euro, enz.|Daarna ging hij.",
        "Zie blz. 3 en nr. 5.|'t Is goed.",
        "Drs. Van Dam zei het.|Hij had gelijk.",
    ],
    "other": [
        "Ona ide domu.|On ostáva.",
        "好。|你呢？|好的！",
        "он ушёл.|она осталась.",
    ],
}


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in CASES.items() for text in texts]
)
def test_cases(code: str, text: str) -> None:
    """A sentence ends at each bar, and nowhere else."""
    assert split(text.replace("|", " "), code) == [part.strip() for part in text.split("|")]


def test_talk_in_small_letters_ends_at_its_stops() -> None:
    """Where nothing has capitals, a stop ends a sentence unless it is an abbreviation's."""
    text = "das ist gut. dann gehen wir. wir haben ca. zwanzig leute. und jetzt."
    assert len(split(text, "de")) == 4


def test_addresses_and_numbers_are_one_word() -> None:
    """No stop within them ends a sentence."""
    text = "Es steht auf www.Beispiel.De/Seite und kostet 1.500 Euro in Version 2.Beta heute."
    assert split(text, "de") == [text]
