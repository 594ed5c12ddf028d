"""The evaluation kit: this program and the classic baselines, measured on the same queries."""
