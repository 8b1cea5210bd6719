# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# For the tests in this folder. To be sourced.

set -euo pipefail
export root
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0
checks=0

# check WHAT COMMAND...: the command must succeed.
check() {
    local what=$1
    shift
    checks=$((checks + 1))
    if "$@" >"$scratch/said" 2>&1; then
        printf 'ok    %s\n' "$what"
    else
        printf 'FAIL  %s\n' "$what"
        sed 's/^/      /' "$scratch/said"
        failures=$((failures + 1))
    fi
}

# refuses WORDS COMMAND...: the command must fail and say the words.
refuses() {
    local words=$1 said
    shift
    if said=$("$@" 2>&1); then
        printf 'it succeeded:\n%s\n' "$said"
        return 1
    fi
    says "$words" "$said"
}

# says WORDS TEXT: the words must be in the text.
says() {
    [[ $2 == *"$1"* ]] && return 0
    printf 'it does not say "%s" but:\n%s\n' "$1" "$2"
    return 1
}

need() {
    command -v "$1" >/dev/null && return 0
    printf 'skipped: %s is not installed (packaging/test installs it)\n' "$1"
    exit 77
}

finish() {
    printf '%d checks, %d failed\n' "$checks" "$failures"
    ((checks > 0 && failures == 0))
}
