#!/bin/sh
# On a real display (Xvfb): it opens full screen, draws, answers keys, and leaves at the end by itself;
# and without a sound device it says so and plays on.
set -eu
limber=$1
work=$(mktemp -d)
. tests/app/own_display.sh
trap 'close_display; rm -rf "$work"' EXIT
export XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data" XDG_STATE_HOME="$work/state"
export ASAN_OPTIONS=detect_leaks=0 # the desktop libraries keep what they once had
fail() { echo "display: $1"; exit 1; }
open_display 1280x720

printf 'routine short "Short"\n  level beginner\nrelease\n  say "Notice your breath."\n' >"$work/short.routine"
printf 'release\n  hold childs-pose 10s\n' >>"$work/short.routine"

SDL_AUDIODRIVER=dummy timeout 60 "$limber" play "$work/short.routine" --stop-after 3s 2>"$work/err" || fail "exit code $? with sound: $(cat "$work/err")"
[ ! -s "$work/err" ] || fail "said: $(cat "$work/err")"
SDL_AUDIODRIVER=nonesuch timeout 60 "$limber" play "$work/short.routine" --stop-after 2s 2>"$work/err" || fail "exit code $? without sound"
grep -q 'no sound device' "$work/err" || fail "did not say that there is no sound: $(cat "$work/err")"
