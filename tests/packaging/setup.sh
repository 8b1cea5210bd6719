#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/setup knows both releases, says what it would do, and helps where it cannot.
# shellcheck source-path=SCRIPTDIR source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"

setup=$root/packaging/setup
release() {
    printf 'ID=%s\nVERSION_ID="%s"\n' "$1" "$2" >"$scratch/os-release-$1-$2"
    printf '%s' "$scratch/os-release-$1-$2"
}
on() { SKILLET_OS_RELEASE=$(release "$1" "$2") "${@:3}"; }

check 'on 13 KSyntaxHighlighting is a package' says libkf6syntaxhighlighting-dev "$(on debian 13 "$setup" --list)"
check 'on 12 it is built' says extra-cmake-modules "$(on debian 12 "$setup" --list)"
check 'the tools of the tests come with the tests' says shellcheck "$(on debian 12 "$setup" --list test)"
check 'and not before' test -z "$(on debian 12 "$setup" --list build | grep -x shellcheck)"
check 'another system is told what it needs' refuses libqscintilla2-qt6-dev on ubuntu 24.04 "$setup"
check 'and how to go on' refuses --no-install on fedora 41 "$setup"
check 'a need it does not know is refused' refuses Usage "$setup" everything

# A machine with nothing installed, no administrator and no sudo.
mkdir "$scratch/bin"
for tool in bash env cat sed fold dirname grep tr; do ln -s "$(command -v "$tool")" "$scratch/bin/$tool"; done
printf '#!/bin/sh\nexit 1\n' >"$scratch/bin/dpkg-query"
chmod +x "$scratch/bin/dpkg-query"
as_nobody() {
    if ((EUID == 0)); then
        chmod -R a+rX "$scratch"
        setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
    else
        "$@"
    fi
}
if ((EUID != 0)) || as_nobody test -x "$setup" 2>/dev/null; then
    check 'without sudo the packages are named for an administrator' \
        refuses 'apt-get install g++' as_nobody env SKILLET_OS_RELEASE="$(release debian 12)" PATH="$scratch/bin" bash "$setup"
fi
finish
