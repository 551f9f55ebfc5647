"""What can be done with the published content: given from the start, written, published, and taken back."""

from oppvekst.domain.information.actions.hours import (
    Shut,
    draft_closure,
    draft_special_day,
    draft_week,
    drop_drafts,
    publish_hours,
    remove_hours,
)
from oppvekst.domain.information.actions.installing import EDIT, install_defaults
from oppvekst.domain.information.actions.pages import Place, add_page, archive_page, move_page, unarchive_page
from oppvekst.domain.information.actions.phones import LineWords, change_line, mark_checked
from oppvekst.domain.information.actions.places import PointWords, add_point, change_point
from oppvekst.domain.information.actions.versions import (
    drop_draft,
    mark_reviewed,
    publish,
    restore,
    save_draft,
    withdraw,
)

__all__ = [
    "EDIT", "LineWords", "Place", "PointWords", "Shut", "add_page", "add_point", "archive_page", "change_line",
    "change_point", "draft_closure", "draft_special_day", "draft_week", "drop_draft", "drop_drafts", "install_defaults",
    "mark_checked", "mark_reviewed", "move_page", "publish", "publish_hours", "remove_hours", "restore", "save_draft",
    "unarchive_page", "withdraw",
]  # fmt: skip
