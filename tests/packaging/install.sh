#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The installed layout holds what the program needs, nothing of the build, and starts from any prefix.
# shellcheck source-path=SCRIPTDIR source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"

stage="$scratch/a place with spaces"
cmake --install "$SKILLET_BINARY_DIR" --prefix "$stage" >"$scratch/install.log" 2>&1 || {
    cat "$scratch/install.log"
    exit 1
}
version=$(sed -n 's/^project(Skillet VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
without_display() { env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM "$@"; }
no_file_matches() { [[ -z $(find "$stage" "$@" -print -quit) ]]; }
mentions_no_build() { ! grep -rlF "$SKILLET_BINARY_DIR" "$stage/share"; }

check 'the version is printed without a display' says "$version" "$(without_display "$stage/bin/skillet" --version 2>&1)"
check 'the help is printed without a display' says '--tour' "$(without_display "$stage/bin/skillet" --help 2>&1)"
check 'the worker is there' test -x "$stage/libexec/skillet/skillet-worker"
check 'its Python is there' test -n "$(find "$stage/share/skillet/worker-python" -name '*.py' -print -quit)"
check 'the course is there' test -s "$stage/share/skillet/curriculum/course.toml"
check 'the desktop entry is there' test -s "$stage/share/applications/io.github.skillet.Skillet.desktop"
check 'the icon is there' test -s "$stage/share/icons/hicolor/scalable/apps/io.github.skillet.Skillet.svg"
check 'the manual page is there' gzip -t "$stage/share/man/man1/skillet.1.gz"
check 'no compiled Python is installed' no_file_matches -name '__pycache__'
check 'no library or header is installed' no_file_matches '(' -name '*.a' -o -name '*.h' ')'
check 'no file speaks of the build folder' mentions_no_build
finish
