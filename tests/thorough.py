"""What the short run leaves out, and why: files by their names. What lands a change runs them all (ADR 31)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
# Each room's rules and acts, the database's own locks, the messages and the first journeys are left, and tell first when
# something is wrong. These find the one place that was forgotten, and take the most of the time.
LEFT_OUT: Final[dict[str, tuple[str, ...]]] = {
    "everything is asked of everybody": (
        "tests/house/test_agenda_again.py", "tests/house/test_attacks.py", "tests/house/test_desk_*.py",
        "tests/house/test_every_look.py", "tests/house/test_facts.py", "tests/house/test_matrix.py",
        "tests/house/test_nothing_leaks.py", "tests/house/test_seals.py", "tests/house/test_seen_by_whom.py",
    ),
    "a whole house is built, started, stopped or moved": (
        "src/oppvekst/faces/worker/tests/test_two_at_once.py", "src/oppvekst/faces/worker/tests/test_worker.py",
        "src/oppvekst/ground/agenda/tests/test_trace.py", "src/oppvekst/ground/database/tests/test_server.py",
        "tests/house/test_bench.py", "tests/house/test_cli*.py", "tests/house/test_hardened.py", "tests/house/test_hosts.py",
        "tests/house/test_migrations.py", "tests/house/test_new_room.py", "tests/house/test_synth.py",
        "tests/house/test_whole_run.py",
    ),
    "pages are walked as somebody would, through every door": (
        "src/**/tests/**/test_*desk*.py", "src/**/tests/**/test_*portal*.py", "src/**/tests/**/test_*mypage*.py",
        "src/**/tests/test_portal/test_*.py", "src/**/tests/test_editing_*.py", "src/**/tests/test_*pages.py",
        "src/oppvekst/domain/cases/tests/test_address.py", "src/oppvekst/domain/cases/tests/test_insight.py",
        "src/oppvekst/domain/concerns/tests/test_two_at_once.py", "src/oppvekst/domain/decisions/tests/test_appeal.py",
        "src/oppvekst/domain/decisions/tests/test_copies.py", "src/oppvekst/domain/decisions/tests/test_dispatch.py",
        "src/oppvekst/domain/information/tests/test_children.py", "src/oppvekst/domain/information/tests/test_guide.py",
        "src/oppvekst/domain/investigations/tests/test_following.py", "src/oppvekst/domain/measures/tests/test_my_help.py",
        "src/oppvekst/domain/measures/tests/test_payments.py", "src/oppvekst/domain/measures/tests/test_supervision.py",
        "src/oppvekst/domain/measures/tests/test_my_days.py", "src/oppvekst/domain/measures/tests/test_times_told.py",
        "src/oppvekst/ground/documents/tests/test_drawing.py", "tests/house/test_at_the_portal.py",
        "tests/house/test_door.py", "tests/house/test_my_page.py", "tests/house/test_own_log_in.py",
        "tests/journeys/test_help_*.py", "tests/journeys/test_story_1_*.py", "tests/journeys/test_story_1[0-9]_*.py",
        "tests/journeys/test_story_2[0-9]_*.py", "tests/journeys/test_story_[7-9]_*.py",
    ),
    "a browser opens every page": (
        "tests/browser/test_a*.py", "tests/browser/test_c*.py", "tests/browser/test_d[!e]*.py",
        "tests/browser/test_decision_*.py", "tests/browser/test_desk_day.py", "tests/browser/test_[f-o]*.py",
        "tests/browser/test_public_house.py", "tests/browser/test_[s-z]*.py",
    ),
}  # fmt: skip


def is_left_out(path: Path) -> bool:
    """Whether the short run passes this file by."""
    inside = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    return any(inside.full_match(pattern) for patterns in LEFT_OUT.values() for pattern in patterns)
