"""Evaluation of this program and the baselines: data sets, systems, measures, intervals, reports.

Order: settings, documents, qmsum, dialogue_acts, datasets, answers, tfidf, baselines,
evaluated_talk, systems, external_outputs, measures, rouge, bootstrap, report, report_table,
report_json, report_csv, report_plot, workers, runner.
"""
