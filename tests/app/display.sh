#!/bin/sh
# On a real display (Xvfb): it opens full screen, draws, answers keys, and leaves at the end by itself;
# and without a sound device it says so and plays on.
set -eu
limber=$1
work=$(mktemp -d)
Xvfb :97 -screen 0 1280x720x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
export DISPLAY=:97 SDL_VIDEODRIVER=x11 XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data" XDG_STATE_HOME="$work/state"
export ASAN_OPTIONS=detect_leaks=0 # the desktop libraries keep what they once had
fail() { echo "display: $1"; exit 1; }
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e /tmp/.X11-unix/X97 ] && break; sleep 0.3; done

printf 'routine short "Short"\n  level beginner\nrelease\n  say "Notice your breath."\n' >"$work/short.routine"
printf 'release\n  hold childs-pose 10s\n' >>"$work/short.routine"

SDL_AUDIODRIVER=dummy timeout 60 "$limber" play "$work/short.routine" --stop-after 3s 2>"$work/err" || fail "exit code $? with sound: $(cat "$work/err")"
[ ! -s "$work/err" ] || fail "said: $(cat "$work/err")"
SDL_AUDIODRIVER=nonesuch timeout 60 "$limber" play "$work/short.routine" --stop-after 2s 2>"$work/err" || fail "exit code $? without sound"
grep -q 'no sound device' "$work/err" || fail "did not say that there is no sound: $(cat "$work/err")"
