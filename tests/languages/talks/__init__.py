"""Talks that we wrote in other languages, each with what must be found in it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent


class Told(NamedTuple):
    """A talk, and what a reader finds in it.

    Attributes:
        code: Of its language.
        file: In this folder.
        foci: For each focus, words that stand in a passage which must be printed.
        absent: What it does not discuss, in its language and in English.
        plain: A focus of `foci` as somebody types it without accents; "" where it has none.
    """

    code: str
    file: str
    foci: dict[str, str]
    absent: tuple[str, ...]
    plain: str

    @property
    def path(self) -> str:
        """The path of the file."""
        return str(FOLDER / self.file)

    @property
    def text(self) -> str:
        """Its text."""
        return (FOLDER / self.file).read_text(encoding="utf-8")


TALKS = (
    Told(
        "de",
        "german.txt",
        {
            "Wärmepumpe": "wenn die Vorlauftemperatur unter 55 Grad bleibt",
            "Wärmepumpen": "mit Wärmepumpen neuerer Bauart",
            "Förderung": "die Anträge sind ein Albtraum",
            "Was sagt sie über die Vermieter?": "am Ende der Mieter",
            "Lehrlinge": "Meine Lehrlinge planen die Leitungen",
        },
        ("Vulkane", "submarine cables"),
        "Waermepumpe",
    ),
    Told(
        "fr",
        "french.txt",
        {
            "levain": "Le levain donne un pain qui se garde cinq jours",
            "le prix de la farine": "ne représente que 12 % du prix d'une baguette",
            "apprentis": "dix candidatures pour chaque place d'apprenti",
            "l'énergie": "L'énergie et les salaires",
        },
        ("les volcans", "submarine cables"),
        "energie",
    ),
    Told(
        "es",
        "spanish.txt",
        {
            "la desalinización": "cuesta tres veces más que la del pozo",
            "¿Qué dice sobre los pistachos?": "El pistacho tarda siete años",
            "placas solares": "bajamos la factura de la desalinización un 35 %",
            "salmuera": "mata la posidonia",
        },
        ("los volcanes", "submarine cables"),
        "desalinizacion",
    ),
    Told(
        "it",
        "italian.txt",
        {
            "la vernice": "Il segreto della vernice è una leggenda",
            "bosco": "ci vorranno due secoli",
            "violini di carbonio": "resistono alla pioggia",
        },
        ("i vulcani", "submarine cables"),
        "",
    ),
    Told(
        "pt",
        "portuguese.txt",
        {
            "solidão": "A solidão mata mais gente",
            "telemedicina": "quando do outro lado está alguém que conhece a terra",
            "doentes": "espalhados por sete aldeias",
        },
        ("os vulcões", "submarine cables"),
        "solidao",
    ),
    Told(
        "nl",
        "dutch.txt",
        {
            "dijken": "Een sterke dijk herken je aan het gras",
            "de zeespiegel": "stijgt nu drie millimeter per jaar",
            "muskusratten": "Een muskusrat graaft in één nacht",
        },
        ("vulkanen", "submarine cables"),
        "",
    ),
)
