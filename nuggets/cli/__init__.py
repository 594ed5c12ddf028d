"""The command line: flags and requests parsed into options, results and notes printed.

Order: ask_patterns, interrupts, output, progress, ask, arguments, evaluate, inspect, models, main.
"""
