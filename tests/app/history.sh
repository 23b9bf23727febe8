#!/bin/sh
# `limber history` and `limber people`: what was done comes out, goes into another machine, and belongs to one person.
set -eu
limber=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/none" XDG_CONFIG_HOME="$work/config" XDG_STATE_HOME="$work/state" SDL_AUDIODRIVER=dummy
export ASAN_OPTIONS=detect_leaks=0
fail() { echo "history: $1"; cat "$work/out" "$work/err"; exit 1; }

# run CODE FOLDER ARGUMENTS...
run() {
    code=$1 data=$work/$2
    shift 2
    timeout 60 "$limber" "$@" --data "$data" >"$work/out" 2>"$work/err" && got=0 || got=$?
    [ "$got" -eq "$code" ] || fail "returned $got, not $code: $*"
}
says() { grep -q "$1" "$work/out" "$work/err" || fail "does not say: $1"; }

# Nobody has played: nothing is made, nothing is wrong.
run 0 a history
says '^Nothing yet'
run 0 a people
says '^Nobody has played yet'
[ ! -e "$work/a" ] || fail "looking made a folder"

# One session, in a zone and across midnight; it comes out in three forms.
export TZ=Pacific/Auckland
run 0 a play break-1 --headless --frame-ms 500 --mute
run 0 a history
says 'Session  *Break: sit up, stand up, level B1: 2 exercises done, 2 min$'
says '^1 session, 2 min in all'
run 0 a history --csv
cp "$work/out" "$work/a.csv"
[ "$(wc -l <"$work/a.csv")" -eq 5 ] || fail "not a line of names and four entries"
says '+1[23]:00,'
run 0 a history --json
cp "$work/out" "$work/a.json"
unset TZ

# To another machine, twice and in both forms: there once, and the same.
run 0 b history import "$work/a.csv"
says '^4 of 4 entries are new'
run 0 b history import "$work/a.json"
says '^0 of 4 entries are new'
run 0 b history --csv
cmp -s "$work/out" "$work/a.csv" || fail "what came out of b is not what went in"
run 0 a history import "$work/a.csv"
says '^0 of 4 entries are new'

# A file that is wrong is refused as a whole.
sed '3s/done/danced/' "$work/a.csv" >"$work/wrong.csv"
run 1 c history import "$work/wrong.csv"
says 'wrong.csv:3: .outcome. of a step cannot be .danced.; nothing was taken in'
run 0 c history
says '^Nothing yet'
run 1 c history import "$work/nowhere.csv"
says 'cannot read .*nowhere.csv'
run 2 c history export
run 2 c people juggle Anna

# People: each has an own history, names are checked, nothing is ever deleted.
run 1 a play break-1 --headless --person Anna
says "nobody called 'Anna'"
run 0 a people add Anna
run 1 a people add anna
says "somebody called 'Anna' already"
run 1 a people add ../../etc
run 0 a history --person Anna
says '^Nothing yet'
run 1 a history --person anna
says "did you mean 'Anna'?"
run 0 a play break-1 --headless --frame-ms 500 --mute --person Anna
run 0 a history
says '^1 session'
run 0 a people choose anna
run 0 a people
says '^\* Anna'
says '^  me'
run 0 a people rename Anna Beate
run 0 a history --person Beate
says '^1 session'
run 0 a people remove Beate
says 'people-removed/Beate-'
[ -n "$(find "$work/a/people-removed" -name 'journal-*.log')" ] || fail "nothing of Beate's was kept"
run 0 a people
says '^\* me'
