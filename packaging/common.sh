# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What packaging/run, packaging/test and .ci/run share. To be sourced; expects set -euo pipefail.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root

say() { printf '%s\n' "$*"; }

# As many compilers at once as there are cores, but no more than the memory carries (about 700 MiB each).
jobs_to_use() {
    if [[ -n ${CMAKE_BUILD_PARALLEL_LEVEL:-} ]]; then
        say "$CMAKE_BUILD_PARALLEL_LEVEL"
        return
    fi
    local cores by_memory
    cores=$(nproc)
    by_memory=$(awk '/^MemAvailable:/ { print int($2 / 1024 / 700) }' /proc/meminfo)
    ((by_memory >= 1)) || by_memory=1
    say $((cores < by_memory ? cores : by_memory))
}

# Is the build folder $1 configured for this source folder, with these presets, and with $2 as SKILLET_WERROR?
is_configured() {
    local build=$1 werror=$2 cache=$1/CMakeCache.txt
    [[ -f $build/build.ninja && -f $cache && ! $root/CMakePresets.json -nt $cache ]] || return 1
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache" || return 1
    grep -qx "SKILLET_WERROR:[A-Z]*=$werror" "$cache"
}

# Configures a preset when that is due; when a CMakeLists.txt changes, Ninja does it by itself.
# SKILLET_WERROR=ON in the environment makes compiler warnings errors.
configure_preset() {
    local preset=$1 build=$root/build/$1 werror=${SKILLET_WERROR:-OFF} fresh=()
    is_configured "$build" "$werror" && return 0
    if [[ -f $build/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
        fresh=(--fresh) # the folder was moved or copied
    fi
    say "Configuring build/$preset"
    mkdir -p "$build"
    if ! (cd "$root" && cmake "${fresh[@]}" --preset "$preset" "-DSKILLET_WERROR=$werror") >"$build/configure.log" 2>&1; then
        cat "$build/configure.log" >&2
        say "Configuring failed; what CMake said is above and in $build/configure.log." >&2
        return 1
    fi
    touch "$build/CMakeCache.txt"
}

# Configures a preset and builds targets of it: build_preset PRESET TARGET... Silent when nothing is to be done.
build_preset() {
    local preset=$1 build=$root/build/$1
    shift
    configure_preset "$preset" || return 1
    if [[ $(ninja -C "$build" -n "$@" 2>/dev/null | tail -n 1) == *'no work to do'* ]]; then
        return 0
    fi
    say "Building in build/$preset"
    NINJA_STATUS='[%f/%t] ' cmake --build "$build" --parallel "$(jobs_to_use)" --target "$@" || {
        say "The build failed; the first error is above." >&2
        return 1
    }
}
