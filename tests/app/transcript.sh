#!/bin/sh
# What a listener hears of two beginner sessions, written from the log of what was spoken: time and sentence. Read it with
# closed eyes before you accept a difference: what to do, which side, how long, when to stop. LIMBER_REBASE=1 rewrites it.
set -eu
limber=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/none" XDG_CONFIG_HOME="$work/none" XDG_STATE_HOME="$work/none"

for routine in b-full b-stretch; do
    golden=tests/app/golden/heard-$routine.txt
    "$limber" play "$routine" --level B1 --headless --log-cues "$work/cues" >"$work/said"
    awk -F'\t' '$4 != "" { printf "%2d:%04.1f  %s\n", $1 / 60000, $1 % 60000 / 1000, $4 }' "$work/cues" >"$work/heard"
    if [ "${LIMBER_REBASE:-0}" != 0 ]; then cp "$work/heard" "$golden"; fi
    diff -u "$golden" "$work/heard"
done
