#!/bin/sh
# How well the clips are understood: pocketsphinx listens to all of them, once with a model of general English and
# once with one of these sentences. It is a weak recogniser: what counts is before against after, and the worst.
#
#   assets/voice/measure.sh [FOLDER] [every Nth clip]    prints both rates; the clips by their mistakes are in
#                                                        build/voice-general.txt and build/voice-cues.txt
#
# It takes: apt-get install pocketsphinx pocketsphinx-en-us sphinxbase-utils opus-tools sox
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "${1:-$here/coach}" && pwd)
every=${2:-1}
cd "$here/../.."
model=/usr/share/pocketsphinx/model/en-us
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p build

# The words as they are said, in small letters.
grep '^clip ' "$folder/voice.txt" | cut -d' ' -f2 | sed 's/\.opus$//' >"$work/names"
grep '^clip ' "$folder/voice.txt" | cut -d' ' -f5- | sed -f "$here/say-as.sed" | tr 'A-Z-' 'a-z ' |
    sed "s/[^a-z0-9' ]/ /g; s/\<2\>/two/g; s/\<8\>/eight/g; s/\<10\>/ten/g; s/  */ /g; s/^ //; s/ \$//" >"$work/words"
paste "$work/names" "$work/words" >"$work/truth"
awk -f "$here/bigrams.awk" "$work/words" >"$work/cues.arpa"
cat "$model/cmudict-en-us.dict" "$here/cues.dict" >"$work/dict"

awk -v every="$every" 'NR % every == 0' "$work/names" >"$work/heard"
while read -r name; do
    opusdec --quiet --rate 16000 --force-wav "$folder/$name.opus" "$work/decoded.wav" 2>/dev/null
    sox -D -V1 "$work/decoded.wav" -r 16000 -b 16 -c 1 "$work/$name.wav" pad 0.25 0.35
done <"$work/heard"

listen() { # name of the model, its file
    nice -n 5 pocketsphinx_batch -hmm "$model/en-us" -lm "$2" -dict "$work/dict" -adcin yes -adchdr 44 -cepdir "$work" -cepext .wav \
        -ctl "$work/heard" -hyp "$work/$1.hyp" >"$work/$1.log" 2>&1 || { tail -5 "$work/$1.log" >&2; exit 3; }
    awk -v truth="$work/truth" -v model="$1" -v report="$work/$1.txt" -f "$here/errors.awk" "$work/truth" "$work/$1.hyp"
    LC_ALL=C sort -t'	' -k1,1nr -k3,3 "$work/$1.txt" >"build/voice-$1.txt"
}
listen general "$model/en-us.lm.bin"
listen cues "$work/cues.arpa"
