"""The virus scanner: clamd of ClamAV, asked over a socket by its INSTREAM command."""

from oppvekst.adapters.clamd.clamd import Clamd, Finding, Scanner, ScannerTrouble, scanner_at

__all__ = ["Clamd", "Finding", "Scanner", "ScannerTrouble", "scanner_at"]
