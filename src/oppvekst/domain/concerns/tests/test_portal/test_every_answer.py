"""No question is asked whose answer is thrown away."""

import inspect

import pytest

from oppvekst.domain.concerns.portal import message
from oppvekst.domain.concerns.portal.forms.sender import SafeWay
from oppvekst.domain.concerns.portal.steps import KINDS, Kind

BY_CONSTANT = {SafeWay.PHONE, SafeWay.EMAIL}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_a_writer_can_fill_in_is_read_when_the_message_is_made(kind: Kind) -> None:
    asked = {name for step in kind.steps for name in step.form.base_fields}
    read = inspect.getsource(message)
    lost = {name for name in asked - BY_CONSTANT if f'"{name}"' not in read}
    assert not lost, (
        f"Svarene på {sorted(lost)} blir ikke sendt: les dem i portal/message.py (HEADINGS eller message_of)."
    )
