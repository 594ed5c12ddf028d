"""Readers of XML: captions (TTML, YouTube's) and the records of parliaments.

Order: xml_tokens, unknown_xml, caption_xml, ttml, youtube_xml, record, akoma_ntoso, parlparse.
"""

from __future__ import annotations

from nuggets.formats.format import Format
from nuggets.formats.xml_family.akoma_ntoso import AKOMA_NTOSO
from nuggets.formats.xml_family.parlparse import PARLPARSE
from nuggets.formats.xml_family.ttml import TTML
from nuggets.formats.xml_family.youtube_xml import YOUTUBE_XML

XML_FAMILY: tuple[Format, ...] = (TTML, YOUTUBE_XML, PARLPARSE, AKOMA_NTOSO)
"""All formats of XML; each is known by the name of its root."""
