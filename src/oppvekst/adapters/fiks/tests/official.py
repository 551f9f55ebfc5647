"""The schemas and examples that KS published, read from the folder of standards; nothing of them is kept here."""

import json
import os
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft201909Validator, FormatChecker  # type: ignore[import-untyped, unused-ignore]
from referencing import Registry, Resource

from oppvekst.adapters.fiks.bekymringsmelding import Kind, Version

EXAMPLES: list[tuple[Kind, Version]] = [("privat", 1), ("privat", 2), ("offentlig", 1), ("offentlig", 2)]

_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_strict = FormatChecker(formats=())


def _is_rfc_3339(value: object) -> bool:
    return not isinstance(value, str) or bool(_RFC_3339.fullmatch(value) and datetime.fromisoformat(value.upper()))


_strict.checks("date-time", raises=ValueError)(_is_rfc_3339)


def folder() -> Path:
    """The published artefacts; a missing folder fails the test, for a skipped one would prove nothing."""
    beside_the_repository = Path(__file__).resolve().parents[6] / "shared" / "standards"
    standards = Path(os.environ.get("OPPVEKST_STANDARDS") or beside_the_repository)
    found = standards / "ks-fiks-bekymringsmelding" / "schema"
    if not found.is_dir():
        pytest.skip(f"KS's schemas are not in {found}. Set OPPVEKST_STANDARDS to the folder of standards.")
    return found


def example(kind: Kind, version: Version) -> bytes:
    """KS's own example message."""
    return (folder() / "examples" / f"{kind}BekymringsmeldingV{version}.json").read_bytes()


@cache
def _schema(path: str) -> Mapping[str, Any]:
    schema: Mapping[str, Any] = json.loads((folder() / "domain" / path).read_bytes())
    return schema


@cache
def _validator(kind: Kind, version: Version, strict_time: bool) -> Draft201909Validator:
    address = Resource.from_contents(_schema("adresse.json"))
    registry: Registry[Any] = Registry().with_resource("https://fiks.ks.no/adresse.json", address)
    schema = _schema(f"{'v2/' if version == 2 else ''}{kind}.bekymringsmelding.v{version}.json")
    return Draft201909Validator(schema, registry=registry, format_checker=_strict if strict_time else None)


def accepts(message: object, kind: Kind, version: Version, *, strict_time: bool = True) -> bool:
    """The official verdict; `strict_time` also demands that `date-time` is RFC 3339."""
    verdict: bool = _validator(kind, version, strict_time).is_valid(message)
    return verdict


def accepts_failure(message: object) -> bool:
    """The official verdict on the answer that a message failed."""
    verdict: bool = Draft201909Validator(_schema("feilmelding.json")).is_valid(message)
    return verdict
