#!/bin/sh
# What `limber new` writes: free of findings and playable as it is, never over something, with names that can be ids. And
# what an editor gets from `limber check --json`.
set -eu
limber=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache" XDG_STATE_HOME="$work/state" SDL_AUDIODRIVER=dummy
fail() { echo "new: $1"; exit 1; }
refused() { # what it says, arguments
    says=$1
    shift
    code=0
    "$limber" new "$@" >"$work/out" 2>"$work/err" || code=$?
    [ "$code" = 1 ] || fail "new $*: exit code $code"
    grep -qF "$says" "$work/err" || fail "new $* said: $(cat "$work/err")"
    [ ! -s "$work/out" ] || fail "new $* printed: $(cat "$work/out")"
}

own=$work/data/limber
for kind in routine ladder plan; do
    "$limber" new "$kind" "my-$kind" >"$work/out" || fail "exit code $? of a $kind"
    [ "$(head -1 "$work/out")" = "$own/routines/my-$kind.$kind" ] || fail "said: $(cat "$work/out")"
done
"$limber" new move my-lift | grep -qx "$own/moves/my-lift.move" || fail "the move is not where moves are"
"$limber" new routine elsewhere "$work/a/folder" >/dev/null
[ -s "$work/a/folder/elsewhere.routine" ] || fail "not in the folder that was named"

# Each reads without a finding, alone and with all the rest; the routine plays, the move can be drawn and is played.
"$limber" check "$own/routines" "$own/moves" "$work/a" >"$work/out" 2>&1 || fail "check: $(cat "$work/out")"
[ "$(cat "$work/out")" = "5 files: 0 errors, 0 warnings" ] || fail "check: $(cat "$work/out")"
"$limber" check | grep -q ': 0 errors, 0 warnings$' || fail "something else than what is new is wrong"
"$limber" play my-routine --headless --mute --frame-ms 2000 --size 640x360 --stop-after 20s >"$work/out" 2>&1 || fail "play: $(cat "$work/out")"
"$limber" dump my-routine | grep -q 'stretch .*strengthen .*release' || fail "the routine lacks a part"
printf 'routine lift "Lift"\nstrengthen\n  hold my-lift 3 x 10s\n' >"$work/lift.routine"
"$limber" dump "$work/lift.routine" >/dev/null || fail "the move cannot be used"
"$(dirname "$limber")/limber-bake" --check "$own/moves/my-lift.move" >"$work/out" || fail "the move cannot be drawn: $(grep -v ' ok ' "$work/out")"

# Nothing is lost, nothing odd is made.
echo mine >"$own/routines/my-note.routine"
refused "my-note.routine is there already" routine my-note
[ "$(cat "$own/routines/my-note.routine")" = mine ] || fail "a file was written over"
rm "$own/routines/my-note.routine"
refused "there is a routine 'short' already" routine short
refused "there is a ladder 'bridge' already" ladder bridge
refused "there is a plan 'beginner-4' already" plan beginner-4
refused "there is a move 'clam' already" move clam
refused "'My-evening' cannot be an id" routine My-evening
refused "'../up' cannot be an id" routine ../up
refused "'' cannot be an id" routine ''
refused "is too long" routine aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
refused "did you mean 'routine'?" rutine evening
refused "it makes a routine, a move, a ladder or a plan" way evening
refused "cannot" routine evening /proc/nowhere

# For editors: one object or nothing, the same exit codes.
"$limber" check --json "$own/routines" >"$work/out" || fail "exit code $?"
[ "$(cat "$work/out")" = '{"errors": 0, "warnings": 0, "notes": 0, "findings": []}' ] || fail "said: $(cat "$work/out")"
printf 'routine broken "Broken"\nstretch\n  hold cat-caw 30s\n' >"$work/broken.routine"
code=0
"$limber" check --json "$work/broken.routine" >"$work/out" 2>"$work/err" || code=$?
[ "$code" = 1 ] && [ ! -s "$work/err" ] || fail "exit code $code, said: $(cat "$work/err")"
cat >"$work/wanted" <<EOF
{"errors": 1, "warnings": 0, "notes": 0, "findings": [
  {"file": "$work/broken.routine", "line": 3, "column": 8, "end_line": 3, "end_column": 15, "severity": "error", "message": "no move is called 'cat-caw'", "help": "did you mean 'cat-cow'?"}
]}
EOF
diff -u "$work/wanted" "$work/out" || fail "not what an editor expects"
code=0
"$limber" check --json "$work/missing" >"$work/out" 2>"$work/err" || code=$?
[ "$code" = 1 ] && [ ! -s "$work/out" ] || fail "half an object of what is missing"

# One's own version of what is shipped is used, and that is said.
sed 's/^routine short .*/routine short "My short one"/' routines/short.routine >"$own/routines/short.routine"
"$limber" check >"$work/out" 2>&1 || fail "exit code $?"
grep -q "note: this routine 'short' is used instead of the one in .*/routines/short.routine" "$work/out" || fail "not told: $(cat "$work/out")"
grep -q '0 errors, 0 warnings, 1 note$' "$work/out" || fail "counted: $(tail -1 "$work/out")"
"$limber" dump short | head -1 | grep -q 'My short one' || fail "the shipped one was taken"
