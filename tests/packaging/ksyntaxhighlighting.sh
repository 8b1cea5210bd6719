#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/ksyntaxhighlighting refuses a source that is not the right one and leaves nothing behind.
# shellcheck source-path=SCRIPTDIR source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"

script=$root/packaging/ksyntaxhighlighting
archive=ksyntax-highlighting_5.116.0.orig.tar.xz
mkdir "$scratch/sources" "$scratch/empty"
printf 'not the archive' >"$scratch/sources/$archive"
with_sources() { SKILLET_DEPS=$scratch/deps SKILLET_SOURCES=$1 "$script" "${@:2}"; }

check 'a wrong archive is refused' refuses 'sha256' with_sources "$scratch/sources"
check 'and named' refuses "$scratch/sources/$archive" with_sources "$scratch/sources"
check 'and nothing is left behind' test -z "$(ls -A "$scratch/deps")"

# Without apt and without the archive there is no way to get it: the message must tell the way out.
mkdir "$scratch/bin"
for tool in bash env cat sed dirname id cut getent mktemp mkdir rm df tail sha256sum cp mv; do
    ln -s "$(command -v "$tool")" "$scratch/bin/$tool"
done
without_apt() { SKILLET_DEPS=$scratch/deps SKILLET_SOURCES=$scratch/empty PATH=$scratch/bin bash "$script"; }
check 'without a source the way out is told' refuses 'SKILLET_SOURCES=' without_apt
mkdir -p "$scratch/deps/sources"
cp "$scratch/sources/$archive" "$scratch/deps/sources/"
check 'a damaged cache is not used' refuses 'is damaged' without_apt
check 'a folder that cannot be made is named' refuses /proc/nowhere env SKILLET_DEPS=/proc/nowhere "$script"
check 'it says what it would do' says 'About to build' "$(with_sources "$scratch/empty" --dry-run)"
finish
