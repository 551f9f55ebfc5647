"""The desk of meetings: ``frame`` is what the pages share, ``forms`` read what was typed, ``views`` show and act."""
