# SPDX-License-Identifier: GPL-3.0-or-later
"""The beginning: see __init__.py. Works from Python 3.8 on."""

import os
import sys


def main():
    descriptor = int(sys.argv[1])
    here = os.path.dirname(os.path.abspath(__file__))
    # As `python -m pytest` has it: the folder it is started in, and not this one.
    sys.path[0] = os.getcwd()
    sys.path.append(os.path.dirname(here))
    from skillet_tests.channel import Channel

    channel = Channel(descriptor)
    try:
        import pytest
    except ImportError:
        channel.send(event="missing")
        return 4
    from skillet_tests.plugin import Plugin

    sys.path.remove(os.path.dirname(here))
    channel.send(event="begun", pytest=pytest.__version__, python=sys.version.split()[0])
    # A file that cannot be read keeps none of the others from running.
    sys.argv = ["pytest", "--continue-on-collection-errors"] + sys.argv[2:]
    status = int(pytest.main(sys.argv[1:], plugins=[Plugin(channel)]))
    channel.send(event="done", status=status)
    return status


if __name__ == "__main__":
    sys.exit(main())
