#!/bin/sh
# `limber doctor` on machines that have much, and little: what it finds, and what it returns.
set -u
limber=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache" XDG_STATE_HOME="$work/state"
export ASAN_OPTIONS=detect_leaks=0 # the desktop libraries keep what they once had
unset DISPLAY WAYLAND_DISPLAY
failed=0 path=$PATH timeout=$(command -v timeout)
wrong() { echo "doctor: $1"; sed 's/^/    /' "$work/said"; failed=1; }

# examine CODE ARGUMENTS...; then each finding is asked for by its beginning
examine() {
    code=$1
    shift
    PATH="$path" "$timeout" 60 "$limber" doctor "$@" >"$work/said" 2>"$work/errors"
    [ $? -eq "$code" ] || wrong "did not return $code with: $*"
    [ ! -s "$work/errors" ] || wrong "said on standard error: $(cat "$work/errors")"
}
has() { grep -q "^$1" "$work/said" || wrong "did not find: $1"; }
hasnt() { ! grep -q "^$1" "$work/said" || wrong "found: $1"; }

# Nothing to see on and nothing to hear: it cannot play, and says why, and looks at the rest all the same.
mkdir -p "$work/config/limber"
echo 'voice-commands on' >"$work/config/limber/settings"
SDL_AUDIODRIVER=nonesuch examine 3
has 'ok   Limber [0-9.]*, with SDL [0-9.]*, SDL_ttf [0-9.]*, SDL_mixer [0-9.]*, and flite'
has 'stop There is no display'
has 'warn No sound device could be opened'
has 'ok   The letters are in '
has 'ok   [0-9]* moves, [0-9]* routines and [0-9]* plans were read; of them are yours: 0'
has 'warn .*oice commands are off'
has 'ok   Your own moves.*/data/limber, which is made when it is needed'
has 'Limber cannot play here.'
rm -r "$work/config"
[ "$(ls "$work")" = "errors
said" ] || wrong "left something behind: $(ls "$work")"

# A machine that can.
export SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy
examine 0
has 'ok   The display opens with the driver dummy'
has 'ok   Sound goes out with the driver dummy'
has 'ok   Spoken commands'
hasnt 'stop '
[ ! -d "$(dirname "$limber")/sheets/clam" ] || has 'ok   All [0-9]* moves, variants and ways have their pictures.'
hasnt 'ok   Sentences of your own'

# A person's own things, good and bad.
mkdir -p "$work/data/limber/routines" "$work/data/limber/sheets/clam" "$work/config/limber"
printf 'routine mine "Mine"\n  level beginner\nrelease\n  hold childs-pose 20s\n  say "Listen to the rain."\n' >"$work/data/limber/routines/mine.routine"
printf 'routine broken "Broken"\n  level beginner\nstretch\n  hold cat-caw 30s\n' >"$work/data/limber/routines/broken.routine"
echo "nonsense" >"$work/data/limber/sheets/clam/sheet.txt"
printf 'voice nobody\nvoice-volume loud\n' >"$work/config/limber/settings"
printf 'clam 3\n' >"$work/data/limber/known-moves"
examine 0
has 'ok   .* of them are yours: 1'
has "warn Left out: broken.routine:4: no move is called 'cat-caw'"
has 'warn A sheet of yours is not shown: .*clam'
has "warn Voice-volume takes a number from 0 to 100, not 'loud', so line 2 of .*/settings is left out."
has "warn There is no voice 'nobody'; "
has 'ok   Moves known from earlier sessions: 1.'
has 'ok   Sentences of your own'
has '       Listen to the rain.$'
has 'Limber plays here. What could be better: [0-9]*.'
[ "$(grep -c 'Listen to the rain' "$work/said")" -eq 1 ] || wrong "named a sentence twice"
hasnt '       Stop at once' # that is not of one's own

# Where nothing can be written, and without the program for films.
path=$work
examine 0 --config "$work/said/config"
has 'warn Your settings: .* cannot be written'
has 'warn Films need the program ffmpeg'
examine 3 --data "$work/said/data"
has 'warn Your own moves, routines, sheets, voices, music and history: .* cannot be written'
has 'stop Cannot list the folder '
exit $failed
