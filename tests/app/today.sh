#!/bin/sh
# `limber today`, on a real display (Xvfb): what is due today begins without a key being pressed.
set -eu
limber=$1
work=$(mktemp -d)
. tests/app/own_display.sh
trap 'close_display; rm -rf "$work"' EXIT
export SDL_AUDIODRIVER=dummy XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state" TZ=UTC
export ASAN_OPTIONS=detect_leaks=0 # the desktop libraries keep what they once had
fail() { echo "today: $1"; cat "$work/err"; exit 1; }
open_display 640x360

# A beginner who was screened, began a plan today, and has answered how it is.
seconds=$(($(date +%s) - 120)) today=$(date +%Y-%m-%d)
entry() { # KIND FIELDS
    seconds=$((seconds + 1))
    printf '{"time": "%s.000+00:00", "day": "%s", "kind": "%s"%s}' "$(date -d "@$seconds" +%Y-%m-%dT%H:%M:%S)" "$today" "$1" "$2"
}
group=$((seconds * 1000 + 2000))
{
    printf '['
    entry level ', "level": "B1"'
    printf ', '
    entry screen ", \"group\": $group"
    for question in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        printf ', '
        entry safety ", \"group\": $group, \"question\": $question, \"answer\": \"no\""
    done
    printf ', '
    entry plan-start ", \"id\": \"beginner-4\", \"level\": \"B1\", \"on-day\": $((seconds / 86400)), \"plan-day\": 1"
} >"$work/before.json"
cp "$work/before.json" "$work/asked.json"
echo ']' >>"$work/before.json"
{
    printf ', '
    entry check-in ", \"group\": $((seconds * 1000)), \"when\": \"before\", \"soreness\": 2, \"pain\": 2, \"answer\": \"no\""
    echo ']'
} >>"$work/asked.json"

play() { # NAME: with the diary NAME.json
    timeout 60 "$limber" history import "$work/$1.json" --data "$work/$1" >"$work/err" 2>&1 || fail "cannot take $1.json in"
    timeout 60 "$limber" today --data "$work/$1" --stop-after 3s 2>"$work/err" || fail "exit code $?"
    [ ! -s "$work/err" ] || fail "said something"
    timeout 60 "$limber" history --csv --data "$work/$1" >"$work/csv"
}
play asked
grep -q ',session,.*b-full' "$work/csv" || fail "what was due did not begin"
play before
! grep -q ',session,' "$work/csv" || fail "a session began before the questions were answered"
timeout 60 "$limber" today --data "$work/nobody" --stop-after 2s 2>"$work/err" || fail "exit code $? without a diary"
"$limber" today extra 2>"$work/err" && fail "took an argument" || [ $? -eq 2 ]
"$limber" --headless --data "$work/nobody" >"$work/err" 2>&1 && fail "chose by itself without a screen" || [ $? -eq 3 ]
