"""The database's logins and hats by name (design: ADR 2). A login is who connects; a hat is what a transaction may see."""

from __future__ import annotations

OWNER = "oppvekst_owner"
PORTAL = "oppvekst_portal"
MYPAGE = "oppvekst_mypage"
DESK = "oppvekst_desk"
DOOR = "oppvekst_door"
WORKER = "oppvekst_worker"
BACKUP = "oppvekst_backup"
# Plays every part on one connection. Exists only on an embedded server, for the demo's first year and for tests.
BUILDER = "oppvekst_builder"

LOGINS = (OWNER, PORTAL, MYPAGE, DESK, DOOR, WORKER)

CASE = "oppvekst_desk_case"
INTAKE = "oppvekst_desk_intake"
TEAM = "oppvekst_desk_team"
WIDE = "oppvekst_desk_wide"
ONCALL = "oppvekst_desk_oncall"

HATS = (CASE, INTAKE, TEAM, WIDE, ONCALL)
# Hats whose holders work with whole cases. On call sees alarms and concerns, no files (bvl § 15-3 (4)).
CASE_HATS = (CASE, INTAKE, TEAM, WIDE)

# Beside the children's cases, and shut out from them: who writes the public pages, finds homes, works preventively.
EDITOR = "oppvekst_desk_editor"
HOMES = "oppvekst_desk_homes"
PREVENTION = "oppvekst_desk_prevention"
OTHER_HATS = (EDITOR, HOMES, PREVENTION)
ALL_HATS = (*HATS, *OTHER_HATS)

DATABASE = "oppvekst"


def login_of(face: str) -> str:
    """The database login that serves a face: ``portal`` -> ``oppvekst_portal``."""
    return f"oppvekst_{face}"
