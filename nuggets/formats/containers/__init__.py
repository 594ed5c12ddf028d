"""Containers: files that are no text (Word, PDF, RTF, ...), and the text that is taken from them.

Order: container, epub, mail, page_messages, paragraphs, odt, pdf_child, pdf_lines, pdf_pages,
pdf_text, pdf, rtf, finding.
"""
