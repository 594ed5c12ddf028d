"""Documents and web pages with a transcript among other things; the most particular first.

Order: chat_corpus, html_boilerplate, front_matter, gemini_notes, names_in_markup, teams,
visible_text, as_text, docx_names, docx_xml, docx_text, html_tags, attribute_times, meet, docx,
html_headings, markdown_inline, markdown_keys, page, page_parts, html_names, page_links, page_lines,
podcast_html, main_content, markdown_lines, html, markdown.
"""

from __future__ import annotations

from nuggets.formats.documents.chat_corpus import CHAT
from nuggets.formats.documents.docx import DOCX, ODT, PDF, RTF
from nuggets.formats.documents.html import HTML
from nuggets.formats.documents.markdown import MARKDOWN
from nuggets.formats.documents.meet import MEET_DOCX
from nuggets.formats.documents.podcast_html import PODCAST_HTML
from nuggets.formats.format import Format

DOCUMENTS: tuple[Format, ...] = (
    *(PODCAST_HTML, HTML, CHAT, MEET_DOCX, MARKDOWN, DOCX, ODT, RTF, PDF),
)
