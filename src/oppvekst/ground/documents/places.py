"""Where documents lie, read from one line of the settings: a folder, or ``s3://bucket/folder`` of any store of that kind."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit


def of(place: str) -> dict[str, Any]:
    """The storage as Django takes it. The keys of an S3 store stand in the environment, as its own tools have them."""
    if not place.startswith("s3://"):
        return {
            "BACKEND": "oppvekst.ground.documents.storing.WholeFiles",
            "OPTIONS": {"location": place, "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
        }
    found = urlsplit(place)
    options = {
        "bucket_name": found.netloc, "location": found.path.strip("/"), "file_overwrite": True, "default_acl": None,
        "endpoint_url": os.environ.get("OPPVEKST_S3_ENDPOINT") or None,
        "region_name": os.environ.get("OPPVEKST_S3_REGION") or None, "signature_version": "s3v4",
    }  # fmt: skip
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
