"""What is to be said of a transcript without its words.

Order: report, skeleton, collect, rendering.
"""
