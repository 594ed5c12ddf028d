"""The command line: what is typed, read into options, and what is printed.

Order: ask_patterns, interrupts, progress, ask, output, arguments, evaluate, inspect, models,
main.
"""
