"""`python -m app.cli` is `siceng`."""

import sys

from app.cli.main import main

sys.exit(main())
