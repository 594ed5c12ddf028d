"""How a transcript was read, without its words: `nuggets inspect`, and skeletons for bug reports.

Order: report, skeleton, analysis, rendering.
"""
