#!/bin/sh
# The real program, killed at random moments of a session: every exercise before the place that was kept is in the history,
# nothing is lost of what was there, and the next start has nothing to complain of. KILLS=500 kills more often.
set -eu
limber=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/none" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state" SDL_AUDIODRIVER=dummy
export ASAN_OPTIONS=detect_leaks=0
kills=${KILLS:-30}
fail() { echo "killed: $1"; exit 1; }
history() {
    "$limber" history --csv --data "$work/data" >"$work/history" 2>"$work/said" || fail "history returned $? after $killed kills"
    [ ! -s "$work/said" ] || fail "after $killed kills it says: $(cat "$work/said")"
}

# The rows of the session of the place: exercises before it, each once, and none after it.
check_place() {
    place=$(find "$work/state" -name place)
    [ -n "$place" ] || return 0
    group=$(sed -n 's/^group //p' "$place") step=$(sed -n 's/^step //p' "$place")
    tr -d '\r' <"$work/history" | awk -F, -v group="$group" -v step="$step" '
        NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
        $column["kind"] == "step" && $column["group"] == group { told[$column["step"] + 0]++ }
        END { for (i = 0; i < step; i++) if (told[i] != 1) { print "exercise " i " of " step " is there " told[i] + 0 " times"; exit 1 } }' ||
        fail "after $killed kills"
    places=$((places + 1))
}

killed=0 before=0 places=0
awk -v kills="$kills" 'BEGIN { srand(20261121); for (i = 0; i < kills; i++) printf "%.3f\n", 0.03 + 0.5 * rand() }' >"$work/moments"
while read -r moment; do
    "$limber" play hips-and-glutes --headless --frame-ms 50 --size 320x180 --mute --data "$work/data" >/dev/null 2>"$work/complaints" &
    child=$!
    sleep "$moment"
    kill -9 "$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
    killed=$((killed + 1))
    [ ! -s "$work/complaints" ] || fail "after $killed kills it said: $(cat "$work/complaints")"
    history
    now=$(($(wc -l <"$work/history") - 1))
    [ "$now" -ge "$before" ] || fail "there were $before entries, and after $killed kills there are $now"
    before=$now
    check_place
done <"$work/moments"
sort "$work/history" | uniq -d | grep -q . && fail "entries are there twice"
echo "killed $killed times, $places of them in the middle of a session; $before entries are there"
[ "$places" -gt $((kills / 4)) ] || fail "it was hardly ever killed in the middle of a session"
