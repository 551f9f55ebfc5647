"""A folder as counterparty: what is written is whole, and it is still there after a power cut.

Used by the adapters that hand things over as files. Nothing here knows what the files mean.
"""

import os
from pathlib import Path
from uuid import uuid4


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it exists entirely or not at all, and survives a power cut once this returns.

    Both the file and the folder that names it are forced to disk: without the second the name may vanish.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    remember_names(path.parent)


def remember_names(folder: Path) -> None:
    """Force to disk which files a folder holds."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
