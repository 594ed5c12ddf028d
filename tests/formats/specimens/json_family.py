"""Writers of this family, each with the quirks of its format."""

from __future__ import annotations

from tests.formats.specimens.json_family_clouds import CLOUDS
from tests.formats.specimens.json_family_lists import LISTS
from tests.formats.specimens.json_family_services import SERVICES
from tests.formats.specimens.json_family_shown import SHOWN
from tests.formats.specimens.json_family_whisper import WHISPERS
from tests.formats.specimens.specimen import Specimen

JSON_FAMILY: tuple[Specimen, ...] = (*SHOWN, *WHISPERS, *SERVICES, *CLOUDS, *LISTS)
