#!/bin/sh
# A whole routine under the real program with a pretended clock: it ends with its last millisecond,
# every cue of the plan is in the log once, in order, on time, and every segment has its picture.
set -eu
limber=$1
routine=routines/hips-and-glutes.routine
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state" # nobody's own settings
fail() { echo "whole: $1"; exit 1; }

"$limber" dump "$routine" --json >"$work/session.json"
"$limber" play "$routine" --headless --frame-ms 33 --log-cues "$work/cues" >"$work/said"
"$limber" play "$routine" --headless --frame-ms 500 --size 640x360 --shots "$work/shots" --mute >/dev/null
cat "$work/said"

length=$(sed 's/.*"length_ms": *\([0-9]*\).*/\1/;q' "$work/session.json")
played=$(sed 's/played \([0-9]*\) of.*/\1/' "$work/said")
[ "$played" -ge "$length" ] && [ "$played" -le $((length + 33)) ] || fail "played $played ms of $length ms"

# The plan, as the log should have it: planned ms, kind, text.
tr '{' '\n' <"$work/session.json" | sed -n 's/.*"at_ms": *\([0-9]*\).*"kind": *"\([a-z-]*\)".*/\1 \2/p' >"$work/planned"
cut -f1,3 "$work/cues" | tr '\t' ' ' | sort -s -n -k1,1 >"$work/logged"
sort -s -n -k1,1 "$work/planned" >"$work/planned.sorted"
diff "$work/planned.sorted" "$work/logged" >"$work/difference" || fail "the log is not the plan: $(head -3 "$work/difference")"
[ "$(wc -l <"$work/cues")" -gt 50 ] || fail "only $(wc -l <"$work/cues") cues"
awk -F'\t' '{ late = $2 - $1; if (late < -1 || late > 34) { print "whole: cue " $4 " planned " $1 " played " $2; bad = 1 } } END { exit bad }' "$work/cues"

segments=$(tr '{' '\n' <"$work/session.json" | grep -c '"start_ms"')
pictures=$(ls "$work/shots" | wc -l)
[ "$pictures" -eq $((segments + 1)) ] || fail "$pictures pictures of $segments segments"

# The sound alone, where there is the program that codes it: as long as the session, and not silent.
if command -v ffmpeg >/dev/null; then
    "$limber" film break-1 "$work/sound.wav" 2>"$work/err" || fail "a film without pictures: $(cat "$work/err")"
    length=$("$limber" dump break-1 --json | sed 's/.*"length_ms": *\([0-9]*\).*/\1/;q')
    size=$(($(wc -c <"$work/sound.wav") / 192)) # 48 kHz, 16 bits, stereo: bytes a millisecond
    [ $((size - length)) -ge 0 ] && [ $((size - length)) -lt 200 ] || fail "the sound lasts $size ms, the session $length"
    [ "$(od -An -v -tu1 -j100000 -N200000 "$work/sound.wav" | tr -s ' ' '\n' | sort -u | wc -l)" -gt 50 ] || fail "the sound is silence"
    if ls "$work" | grep -q '\.new'; then fail "something was left behind"; fi
fi
