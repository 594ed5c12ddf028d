"""`python -m nuggets`: the command line."""

from __future__ import annotations

import sys

from nuggets.cli.main import main

sys.exit(main())
