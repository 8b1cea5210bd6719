# SPDX-License-Identifier: GPL-3.0-or-later
from skillet_check import fail, load_function, raises


def test_yes():
    """Yes is understood in its forms"""
    is_yes = load_function("is_yes")
    for answer in ["y", "yes", " YES", "Y\n"]:
        assert is_yes(answer) is True


def test_no():
    """So is no"""
    is_yes = load_function("is_yes")
    for answer in ["n", "no", "No ", "N"]:
        assert is_yes(answer) is False


def test_neither():
    """Anything else is refused"""
    is_yes = load_function("is_yes")
    for answer in ["maybe", "", "yesterday", "never", "yn"]:
        with raises(ValueError):
            is_yes(answer)


def test_message():
    """The message shows the answer"""
    try:
        load_function("is_yes")("perhaps")
    except ValueError as error:
        if "perhaps" not in str(error):
            fail("The message does not show what was answered.", expected="perhaps in it", actual=str(error))
    else:
        fail("perhaps was taken for an answer.")
