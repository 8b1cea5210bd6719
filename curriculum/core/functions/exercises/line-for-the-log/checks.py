# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import load_function


def test_fields():
    """The fields follow the event, in alphabetical order"""
    log_line = load_function("log_line")
    assert log_line("paid", order=17, amount=9.5) == "paid amount=9.5 order=17"
    assert log_line("moved", shelf="C", box=4, at="9:30") == "moved at=9:30 box=4 shelf=C"


def test_none():
    """A field that is None is left out"""
    log_line = load_function("log_line")
    assert log_line("sent", order=17, carrier=None) == "sent order=17"
    assert log_line("sent", carrier=None) == "sent"


def test_zero():
    """0, False and an empty text are values and are shown"""
    assert load_function("log_line")("stock", left=0, ok=False, note="") == "stock left=0 note= ok=False"


def test_event_only():
    """An event without fields is a line without blanks at its end"""
    assert load_function("log_line")("closed") == "closed"
