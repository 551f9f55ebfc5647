"""``python -m oppvekst.faces.cli``: how one of our processes starts another."""

import sys

from oppvekst.faces.cli import main

if __name__ == "__main__":
    sys.exit(main())
