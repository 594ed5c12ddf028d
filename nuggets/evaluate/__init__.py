"""Evaluation of this program and the baselines: data sets, systems, measures, intervals, reports.

Order: settings, points, told_points, documents, qmsum, dialogue_acts, points_files, datasets,
answers, tfidf, baselines, evaluated_talk, systems, external_outputs, measures, rouge, scoring,
bootstrap, report, report_table, report_json, report_csv, report_plot, workers, summary, runner.
"""
