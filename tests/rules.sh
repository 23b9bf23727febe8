#!/bin/sh
# The rules of the house, checked: who may include whom, where SDL and friends live, how long things get.
# Prints every breach as FILE:LINE: what, and fails if there is one.
cd "$(dirname "$0")/.." || exit 2
breaches=$(mktemp)
trap 'rm -f "$breaches"' EXIT

sources() { find src tests -name '*.[ch]' | LC_ALL=C sort; }
breach() { cat >>"$breaches"; }

# Include order: a module includes itself and what its row in src/CMakeLists.txt reaches.
awk '
    FILENAME == "src/CMakeLists.txt" {
        if ($0 !~ /^limber_module\(/) next
        gsub(/limber_module\(|\)/, "")
        reach[$1 " " $1] = 1
        for (i = 2; i <= NF; i++) { reach[$1 " " $i] = 1; for (pair in reach) { split(pair, p, " "); if (p[1] == $i) reach[$1 " " p[2]] = 1 } }
        known[$1] = 1
        next
    }
    /^#include "/ {
        split(FILENAME, path, "/"); split($2, to, /["\/]/)
        from = path[2]
        if (!(from in known)) { print FILENAME ":" FNR ": the folder is not a module of src/CMakeLists.txt"; next }
        if (!((from " " to[2]) in reach)) print FILENAME ":" FNR ": " from " may not include " to[2]
    }' src/CMakeLists.txt $(find src -name '*.[ch]' | LC_ALL=C sort) | breach

# Each library has one door.
confine() { # pattern, place it may be, what to say
    grep -nE "$1" $(find src -name '*.[ch]') | grep -vE "^src/($2)" | sed "s|\([^:]*:[0-9]*\):.*|\1: $3|" | breach
}
confine '#include <(SDL|SDL2/)' 'sdl/[^:]*' 'SDL belongs to sdl/'
confine '#include <stb/' 'image/[^:]*' 'stb belongs to image/'
confine '#include <webp/' 'image/webp\.c' 'libwebp belongs to image\/webp.c'
confine '#include <zlib' 'image/picture\.c' 'zlib belongs to image\/picture.c'
confine '#include <flite|#include "flite' 'sound/speak\.c' 'flite belongs to sound\/speak.c'
confine '#include <sndfile' 'sound/sound_file\.c' 'libsndfile belongs to sound\/sound_file.c'
confine '#include <mpg123' 'sound/mp3\.c' 'libmpg123 belongs to sound\/mp3.c'
confine '#include <samplerate' 'sound/[^:]*' 'libsamplerate belongs to sound\/'
confine '#include <cminpack' 'figure/least\.c' 'cminpack belongs to figure\/least.c'
confine '#include <(pocketsphinx|sphinxbase)' 'hear/recogniser\.c' 'pocketsphinx belongs to hear\/recogniser.c'
confine '#include <systemd' 'app/other_players\.c' 'the message bus belongs to app\/other_players.c'
confine '#include <sqlite' 'history/[^:]*' 'SQLite belongs to history/'
confine '\<(clock_gettime|gettimeofday|time|clock)\(' '(app|bake|sdl)/[^:]*' 'time is an argument here'
confine '\<(printf|puts|putchar|exit|_exit)\(|fprintf\(std' '(app|bake|voice)/[^:]*' 'only app, bake and voice print or end the program'
# (flite makes its noise with rand, so the file that calls it starts that anew.)
confine '\<(rand|random|srand)\(' 'sound/speak\.c' 'randomness is seeded and passed in'
confine '\<(gets|strcpy|strcat|sprintf|alloca)\(' 'none' 'has no bound'

# Sizes.
awk '
    FNR == 1 { if (file && lines > 600) print file ":1: " lines " lines, 600 at most"; file = FILENAME }
    { lines = FNR }
    length($0) > 140 { print FILENAME ":" FNR ": a line of " length($0) " characters, 140 at most" }
    /[ \t]$/ { print FILENAME ":" FNR ": blanks at the end of the line" }
    /^[A-Za-z_].*\) \{$/ { begin = FNR }
    /^}/ { if (begin && FNR - begin + 1 > 70) print FILENAME ":" begin ": a function of " FNR - begin + 1 " lines, 70 at most"; begin = 0 }
    END { if (lines > 600) print file ":1: " lines " lines, 600 at most" }' $(sources) | breach

# Headers say what they are, and are read in one sitting.
for header in $(find src tests -name '*.h'); do
    head -1 "$header" | grep -q '^// ' || echo "$header:1: begin with a comment that says what this is" | breach
    grep -q '^#pragma once$' "$header" || echo "$header:1: no #pragma once" | breach
    [ "$(wc -l <"$header")" -le 150 ] || echo "$header:1: more than 150 lines" | breach
done

# Own header first.
for source in $(find src -name '*.c'); do
    header=${source%.c}.h
    [ -f "$header" ] || continue
    first=$(grep -m1 '^#include' "$source")
    [ "$first" = "#include \"${header#src/}\"" ] || echo "$source:1: include its own header first" | breach
done

# Nothing is left for later.
grep -nE 'TO''DO|FIX''ME|HA''CK' -r src tests assets routines README.md CMakeLists.txt run 2>/dev/null |
    sed 's|\([^:]*:[0-9]*\):.*|\1: do it or leave it out|' | breach

# The top level stays small.
for entry in $(ls); do
    case $entry in
        src | assets | routines | tests | CMakeLists.txt | CMakePresets.json | README.md | run | LICENSE | CHANGELOG.md | build) ;;
        *) echo "$entry:1: does not belong at the top level" | breach ;;
    esac
done

sort "$breaches"
[ ! -s "$breaches" ]
