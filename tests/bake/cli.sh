#!/bin/bash
# limber-bake from outside: what it prints and how it ends. usage: cli.sh PROGRAM
set -u
bake=$1
folder=build/bake-cli
rm -rf "$folder"; mkdir -p "$folder"
failures=0

# expect STATUS WORDS ARGUMENTS...: ends with STATUS and says WORDS somewhere.
expect() {
    local status=$1 words=$2 said
    shift 2
    said=$("$bake" "$@" 2>&1); local got=$?
    if [ $got -ne "$status" ] || ! grep -qF -- "$words" <<<"$said"; then
        echo "limber-bake $*: status $got, not $status, or no '$words' in:"; echo "$said"
        failures=$((failures + 1))
    fi
}

move=assets/moves/bridge-hold.move
expect 0 "--joints" --help
expect 2 "no move was named"
expect 2 "no -o says" $move
expect 2 "there is no option --frob" $move --frob
expect 2 "--scale is out of range" $move -o $folder --scale 9
expect 2 "--jobs needs a number" $move -o $folder --jobs
expect 1 "there is no such file" $folder/nothing.move -o $folder
expect 1 "ends in neither .move nor .way" README.md -o $folder
expect 0 "check TOP height hip" $move --check
expect 0 "frame,ms,phase,joint,x,y,z" $move --joints
expect 0 "frames of" $move -o $folder/sheets --scale 0.1
expect 0 "up to date" $move -o $folder/sheets --scale 0.1
expect 0 "frames of" $move -o $folder/sheets --scale 0.11
expect 3 "cannot make the folder" $move -o README.md/sheets --scale 0.1
expect 0 "3 moves in 2 rows" $move assets/moves/squat.move --contact-sheet $folder/contact.png
[ "$(head -c 8 $folder/contact.png | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ] || { echo "the contact sheet is no PNG"; failures=$((failures + 1)); }
expect 0 "clam+band  U1 " assets/moves/clam.move --check
expect 0 "clam+band: " assets/moves/clam.move -o $folder/sheets --scale 0.1
[ -e $folder/sheets/clam/sheet.txt ] && [ -e $folder/sheets/clam+band/sheet.txt ] || { echo "a variant has no sheet"; failures=$((failures + 1)); }
# Only what is older than its move or the program, not whole, or of a variant that is gone.
quiet() {
    local said; said=$("$bake" --changed "$@" 2>&1) && [ -z "$said" ] && return
    echo "limber-bake --changed $*: was to say nothing:"; echo "$said"; failures=$((failures + 1))
}
cp assets/moves/clam.move $folder/clam.move
both="$folder/clam.move --beside assets/moves -o $folder/changed --scale 0.1"
expect 0 "clam+band: " --changed $both
quiet $both
rm -r $folder/changed/clam+band
expect 0 "clam+band: " --changed $both
mkdir $folder/changed/clam+rope $folder/changed/bird+rope; touch $folder/changed/clam+rope/sheet.txt
quiet $both
[ ! -e $folder/changed/clam+rope ] || { echo "the sheet of a variant that is gone is left"; failures=$((failures + 1)); }
[ -e $folder/changed/bird+rope ] || { echo "a folder of another move was removed"; failures=$((failures + 1)); }
touch -d '1 minute ago' $folder/changed/clam/sheet.txt
touch $folder/clam.move
expect 0 "clam: up to date" --changed $both
expect 2 "--contact-sheet needs a file" $move --contact-sheet
expect 3 "cannot write" $move --contact-sheet $folder/none/contact.png
sed 's/pelvis pitch 110 at 0 0.37 0/pelvis pitch 110 at 0 0.02 0/; s/^planted .*//; s/^move bridge-hold/move low-bridge/; /^  harder /d' $move >$folder/low-bridge.move
expect 1 "mistake at" $folder/low-bridge.move --check
sed 's/check TOP height hip .*/check TOP height hip 90..99/; s/^move bridge-hold/move bad-bridge/; /^  harder /d' $move >$folder/bad-bridge.move
expect 1 "FAIL" $folder/bad-bridge.move -o $folder/sheets --scale 0.1
[ ! -e $folder/sheets/bad-bridge ] || { echo "a sheet was made of a move that fails"; failures=$((failures + 1)); }
echo 'move half' >$folder/half.move
expect 1 "error:" $folder/half.move -o $folder
exit $failures
