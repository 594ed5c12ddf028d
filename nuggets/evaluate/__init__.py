"""Evaluation of this program and the baselines: data sets, systems, measures, intervals, reports.

Order: answers, documents, settings, tfidf, workers, baselines, bootstrap, dialogue_acts,
measures, qmsum, rouge, datasets, evaluated_talk, report, external_outputs, report_csv,
report_json, report_plot, report_table, systems, runner.
"""
