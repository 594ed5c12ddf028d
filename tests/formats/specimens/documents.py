"""Writers of this family, each with the quirks of its format."""

from __future__ import annotations

from tests.formats.specimens.documents_pages import (
    write_chat,
    write_markdown,
    write_page,
    write_podcast_page,
)
from tests.formats.specimens.documents_word import (
    write_meet,
    write_meet_text,
    write_older_teams,
    write_rows,
    write_teams,
    write_word,
)
from tests.formats.specimens.specimen import Specimen

DOCUMENTS: tuple[Specimen, ...] = (
    Specimen("podcast.html", "podcast-html", write_podcast_page, True, True, "turn", 1000),
    Specimen("page.html", "html", write_page, True, True, "turn", 1000),
    Specimen("corpus.cha", "chat", write_chat, True, True, "cue"),
    Specimen("teams.docx", "teams-docx", write_teams, True, True, "turn", 1000),
    Specimen("teams-older.docx", "teams-docx", write_older_teams, True, True, "cue"),
    Specimen("meet.docx", "meet-docx", write_meet, True, True, "turn", 60_000),
    Specimen("meet.txt", "meet-docx", write_meet_text, True, True, "turn", 60_000),
    Specimen("notes.md", "markdown", write_markdown, True, True, "turn", 1000),
    Specimen("word.docx", "docx", write_word),
    Specimen("word-table.docx", "docx", write_rows, True, True, "turn", 1000),
)
