"""The evaluation kit: this program and the classic baselines, measured on the same queries.

Order: bootstrap, limits, rouge, tfidf, workers, baselines, datasets, report, machine, measures,
plot, table, talk, outputs, systems, runner.
"""
