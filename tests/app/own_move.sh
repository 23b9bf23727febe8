#!/bin/sh
# A person's own move gets its picture the first time it is played, and again when its text changed; what cannot
# be drawn is told, and who leaves while it is drawn leaves nothing behind.
set -eu
limber=$1
work=$(mktemp -d)
. tests/app/own_display.sh
trap 'close_display; rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache" XDG_STATE_HOME="$work/state" SDL_AUDIODRIVER=dummy
export ASAN_OPTIONS=detect_leaks=0 # the desktop libraries keep what they once had
fail() { echo "own_move: $1"; exit 1; }

mkdir -p "$work/data/limber/moves"
own=$work/data/limber/moves/my-bridge.move
sheet=$work/cache/limber/sheets/my-bridge
sed 's/^move bridge-hold "Bridge"/move my-bridge "My bridge"/' assets/moves/bridge-hold.move >"$own"
printf 'routine mine "Mine"\n  level beginner\nstrengthen\n  hold my-bridge 10s\n' >"$work/mine.routine"
play() { timeout 250 "$limber" play "$work/mine.routine" --headless --mute --frame-ms 1000 --size 640x360 --bake-scale 0.1 "$@" 2>"$work/err"; }
nothing_begun() { ! ls "$work/cache/limber/sheets" | grep -q '\.new-\|\.old-' || fail "$1: something half made is left"; }

# The first time.
play --shots "$work/drawn" >/dev/null || fail "exit code $?: $(cat "$work/err")"
[ ! -s "$work/err" ] || fail "said: $(cat "$work/err")"
[ -s "$sheet/sheet.txt" ] && [ -s "$sheet/page-0.webp.gz" ] && [ -s "$sheet/poster.png" ] || fail "no sheet was made"
cmp -s "$own" "$sheet/made-from.move" || fail "it is not known what the sheet was made from"
nothing_begun "first"

# The second time it is there already.
before=$(stat -c %Y.%i "$sheet/sheet.txt")
play >/dev/null
[ "$(stat -c %Y.%i "$sheet/sheet.txt")" = "$before" ] || fail "the same move was drawn again"

# Changed text.
sed -i 's/0 0.298 0/0 0.294 0/' "$own"
play >/dev/null
[ "$(stat -c %Y.%i "$sheet/sheet.txt")" != "$before" ] || fail "a changed move was not drawn again"
cmp -s "$own" "$sheet/made-from.move" || fail "the sheet is of the old text"

# A move that fails its checks is played without a picture, and that is said once.
sed -i 's/check TOP height hip .*/check TOP height hip 90..99/' "$own"
play --shots "$work/words" >/dev/null || fail "exit code $? without a picture"
[ "$(grep -c 'my-bridge cannot be drawn: .*FAIL' "$work/err")" = 1 ] || fail "did not say why there is no picture: $(cat "$work/err")"
[ ! -e "$sheet" ] || fail "the sheet of the old text is still there"
nothing_begun "failed"
! cmp -s "$work/drawn/001-ready.png" "$work/words/001-ready.png" || fail "the picture was never shown"

# Left while it is drawn: at full size that takes longer than the stay.
sed -i 's/check TOP height hip .*/check TOP height hip 25..38/' "$own"
open_display 640x360
timeout 60 "$limber" play "$work/mine.routine" --bake-scale 4 --stop-after 2s 2>"$work/err" || fail "exit code $?: $(cat "$work/err")"
[ ! -s "$work/err" ] || fail "said: $(cat "$work/err")"
[ ! -e "$sheet" ] || fail "a sheet was made in two seconds; this test needs a longer drawing"
nothing_begun "left"
! ps -eo args | grep -v grep | grep -q "limber-bake $own" || fail "the program that draws is still there"
