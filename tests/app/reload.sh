#!/bin/sh
# A file that is saved while it is played is read again and goes on where it was; one with a mistake leaves all as it was,
# and says what is wrong. On a display of its own, in real time.
set -eu
limber=$1
work=$(mktemp -d)
player=
. tests/app/own_display.sh
trap '[ -z "$player" ] || kill $player 2>/dev/null; close_display; rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache" XDG_STATE_HOME="$work/state" SDL_AUDIODRIVER=dummy
export ASAN_OPTIONS=detect_leaks=0 # the desktop libraries keep what they once had
fail() { echo "reload: $1"; exit 1; }

write() { # second sentence, move
    cat >"$work/next" <<EOF
routine spoken "Spoken"
stretch
  say "This is the first sentence, and it takes a while until it is over."
  say "$1"
  say "This is the end of what is said."
  hold $2 30s
EOF
    mv "$work/next" "$work/spoken.routine" # as many editors do
}

open_display 640x360
write "Never said." childs-pose
timeout 100 "$limber" play "$work/spoken.routine" --log-cues "$work/cues" --stop-after 14s 2>"$work/err" &
player=$!
sleep 2
write "Said instead." childs-pose
for _ in 1 2 3 4 5 6 7 8 9 10; do grep -q 'was read again' "$work/err" && break; sleep 0.3; done
grep -q 'spoken.routine was read again' "$work/err" || fail "nothing was read again: $(cat "$work/err")"
write "A mistake." childs-pos
wait $player || fail "exit code $?: $(cat "$work/err")"
player=
grep -q "spoken.routine:6: no move is called 'childs-pos'. It stays as it was." "$work/err" || fail "the mistake was not told: $(cat "$work/err")"
[ "$(grep -c 'This is the first sentence' "$work/cues")" = 1 ] || fail "it began anew: $(cat "$work/cues")"
grep -q 'Said instead' "$work/cues" || fail "the new sentence was not said: $(cat "$work/cues")"
! grep -q 'Never said\|A mistake' "$work/cues" || fail "what was there before, or is wrong, was said: $(cat "$work/cues")"
