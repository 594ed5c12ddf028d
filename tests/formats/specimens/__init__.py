"""Every specimen of `data/formats`, by family.

`make specimens` writes them all; a test holds the files to it.
"""

from __future__ import annotations

from tests.formats.specimens.captions import CAPTIONS
from tests.formats.specimens.containers import CONTAINERS, PDFS
from tests.formats.specimens.documents import DOCUMENTS
from tests.formats.specimens.json_family import JSON_FAMILY
from tests.formats.specimens.specimen import Specimen
from tests.formats.specimens.texts import TEXTS
from tests.formats.specimens.xml_family import XML_FAMILY

SPECIMENS: tuple[Specimen, ...] = (
    *(*JSON_FAMILY, *CAPTIONS, *DOCUMENTS, *TEXTS),
    *(*XML_FAMILY, *CONTAINERS, *PDFS),
)
