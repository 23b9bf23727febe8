#!/bin/sh
# What the program says and returns, word for word: every case of wrong use, wrong input and refusal.
# How much is shipped grows, so its counts are N. LIMBER_REBASE=1 rewrites the golden.
set -u
limber=$1
golden=tests/app/golden/cli.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/none" XDG_CONFIG_HOME="$work/none" XDG_STATE_HOME="$work/none" SDL_AUDIODRIVER=dummy
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER

try() {
    echo "\$ limber $*" | sed "s|$work|WORK|g"
    timeout 60 "$limber" "$@" >"$work/out" 2>"$work/err"
    code=$?
    sed -E 's/^/  /; s/[0-9]+ (moves|ladders|routines|plans)\b/N \1/g' "$work/out"
    sed 's/^/! /' "$work/err" | sed "s|$work|WORK|g"
    echo "= $code"
}

printf 'routine broken "Broken"\n  level beginner\nstretch\n  hold cat-caw 30s\n' >"$work/broken.routine"
printf 'routine fine "Fine"\n  level beginner\nstretch\n  hold childs-pose 30s\n' >"$work/fine.routine"
echo "not a script" >"$work/notes.txt"
mkdir "$work/folder"
cp "$work/fine.routine" "$work/folder/"

{
    try --version
    try plya routines/hips-and-glutes.routine
    try juggle
    try play
    try dump a b
    try --frobnicate
    try play fine --level Z9
    try dump fine --talk chatty
    try dump "$work/fine.routine" --talk quiet
    try dump "$work/fine.routine" --talk quiet --skip knee-kneel --minutes 9
    try dump fine --skip knee-knel
    try dump fine --skip neck,everything
    try dump fine --minutes 0
    try dump fine --first-side up
    try play fine --speed 9
    try play fine --size big
    try play fine --from soon
    try play fine --level
    try play hips-and-gluts
    try play "$work/broken.routine"
    try play "$work/missing.routine"
    try play "$work/notes.txt"
    try check "$work/broken.routine"
    try check "$work/fine.routine"
    try check "$work/folder"
    try check "$work/missing"
    try check "$work/notes.txt"
    try check
    try play "$work/fine.routine"
    try play "$work/fine.routine" --headless --shots /proc/nowhere
    try play "$work/fine.routine" --headless --log-cues /proc/nowhere/log
} >"$work/actual"

if [ "${LIMBER_REBASE:-0}" != 0 ]; then cp "$work/actual" "$golden"; fi
diff -u "$golden" "$work/actual"
