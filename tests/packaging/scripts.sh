#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The shell scripts are free of what shellcheck knows, can be run, and explain themselves.
# shellcheck source-path=SCRIPTDIR source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
need shellcheck

cd "$root"
for script in packaging/{run,test,setup,package,fresh-tree,ksyntaxhighlighting} .ci/run; do
    check "$script can be run" test -x "$script"
    check "$script is clean" shellcheck -x "$script"
done
for script in packaging/common.sh tests/packaging/*.sh; do
    check "$script is clean" shellcheck -x "$script"
done
for script in packaging/{run,test,setup,package,fresh-tree,ksyntaxhighlighting}; do
    check "$script explains itself" says "Usage: $script" "$("$script" --help)"
done
finish
