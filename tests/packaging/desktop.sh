#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The desktop entry, the software centre's description and the icons are valid and fit each other.
# shellcheck source-path=SCRIPTDIR source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
need desktop-file-validate
need appstreamcli

id=io.github.skillet.Skillet
cd "$root/resources/desktop"

# A project without a home on the web has none to name; appstream 1.0 warns of that, 0.16 does not know the word.
metainfo_is_valid() {
    appstreamcli validate --no-net "$id.metainfo.xml" ||
        appstreamcli validate --no-net --override=url-homepage-missing=info "$id.metainfo.xml"
}

# The file is a PNG and its header says it is $2 by $2.
png_has_size() {
    local header
    header=$(od -An -v -tx1 -N 24 "$1" | tr -d ' \n')
    [[ $header == 89504e470d0a1a0a* && $((16#${header:32:8})) == "$2" && $((16#${header:40:8})) == "$2" ]]
}

check 'the desktop entry is valid' desktop-file-validate "$id.desktop"
check 'the description is valid' metainfo_is_valid
check 'the desktop entry names the icon' grep -qx "Icon=$id" "$id.desktop"
check 'the desktop entry starts the program' grep -qx 'Exec=skillet %F' "$id.desktop"
check 'the description names the desktop entry' grep -q "<launchable type=\"desktop-id\">$id.desktop<" "$id.metainfo.xml"
for size in 16 22 24 32 48 64 128 256; do
    check "the icon of $size px is there" png_has_size "icon-$size.png" "$size"
done
check 'the icon that scales is there' grep -q '<svg ' "$id.svg"
version=$(sed -n 's/^project(Skillet VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
check 'the description tells of this version' grep -q "<release version=\"$version\"" "$id.metainfo.xml"
check 'the manual page is of this version' grep -q "\"Skillet $version\"" "$root/packaging/skillet.1"
finish
