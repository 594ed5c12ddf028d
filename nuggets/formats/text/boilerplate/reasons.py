"""Reasons to leave something out that several readers of texts and documents share."""

from __future__ import annotations

BEFORE = "before the first speaker"
AFTER = "after the talk"
