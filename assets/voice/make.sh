#!/bin/sh
# Makes the coach's clips: every sentence that has none yet, and no others. Run it in any folder:
#
#   assets/voice/make.sh             what is new or was changed; clips of sentences that are gone are removed
#   assets/voice/make.sh --all       everything anew, after a change in this folder's settings
#   assets/voice/make.sh --like WORD those whose sentence has WORD in it
#   assets/voice/make.sh --tuned     those in tuned.txt, after a change of that list
#
# It takes: apt-get install festival festvox-us-slt-hts htsengine sox opus-tools, and Limber built (LIMBER_VOICE
# names another build's limber-voice). The same packages make the same clips to the byte.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
limber_voice=${LIMBER_VOICE:-build/default/limber-voice}
coach=${COACH:-$here/coach}
voice=/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice

# How it speaks: tempo, height in half-tones, range of the melody (1 is the speaker's), sharpness of the
# formants, and the pauses inside a sentence.
speaks=${SPEAKS:--r 0.92 -fm -0.5 -jf 0.75 -b 0.1}
# And for the sentences in tuned.txt, which are better understood in another way.
brisk="-r 1 -fm -0.5 -jf 1 -b 0.1"
slow="-r 0.84 -fm -0.5 -jf 0.75 -b 0.1"
crisp="-r 0.92 -fm -0.5 -jf 1 -b 0.3"
comma_ms=${COMMA_MS:-260}
stop_ms=${STOP_MS:-420}
# How it is treated: rumble out, less chest and more consonants, an even level, a little room.
treat=${TREAT:-highpass 80 equalizer 220 0.9q -2 equalizer 3200 0.9q 3 equalizer 9000 0.8q 2 compand 0.004,0.1 6:-60,-60,-36,-30,-20,-17,-6,-8 0 -40 0.004 reverb 12 60 18 100 0 -8}
# Kept as music: tuned for speech, the encoder takes a fifth of every s away.
opus="--music --cvbr --bitrate 28"
nice="nice -n ${NICE:-5}"

for program in festival hts_engine sox opusenc; do
    command -v $program >/dev/null || { echo "make.sh: there is no $program; see the top of $0" >&2; exit 3; }
done
[ -f "$voice" ] || { echo "make.sh: festvox-us-slt-hts is not installed" >&2; exit 3; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/spoken" "$coach"
"$limber_voice" --texts >"$work/texts"

# Gone sentences go.
cut -f1 "$work/texts" | LC_ALL=C sort >"$work/names"
for clip in "$coach"/*.opus; do
    [ -f "$clip" ] || continue
    grep -qxF "$(basename "$clip")" "$work/names" || rm "$clip"
done

# Which are to be made.
case ${1:-} in
    --all) cp "$work/texts" "$work/wanted" ;;
    --like) grep -iF -- "${2:?--like needs a word}" "$work/texts" >"$work/wanted" || : ;;
    --tuned) awk -F'\t' 'NR == FNR { way[$2]; next } $2 in way' "$here/tuned.txt" "$work/texts" >"$work/wanted" ;;
    '') while IFS='	' read -r name text; do
            [ -f "$coach/$name" ] || printf '%s\t%s\n' "$name" "$text"
        done <"$work/texts" >"$work/wanted" ;;
    *) echo "make.sh: $1 is not understood; see the top of $0" >&2; exit 2 ;;
esac
echo "$(wc -l <"$work/wanted") clips to make"

# Text to sounds, all at once: festival takes a second to begin.
cut -f2 "$work/wanted" | sed -f "$here/say-as.sed" >"$work/said"
cut -f1 "$work/wanted" | sed 's/\.opus$//' >"$work/stems"
awk -F'\t' 'NR == FNR { way[$2] = $1; next } $2 in way { sub(/\.opus$/, "", $1); print $1 " " way[$2] }' \
    "$here/tuned.txt" "$work/wanted" >"$work/tuned"
paste "$work/stems" "$work/said" | awk -F'\t' -v to="$work/spoken/" '
    { gsub(/["\\]/, "", $2); printf "(utter \"%s%s\" \"%s\")\n", to, $1, $2 }' >"$work/list.scm"
$nice festival -b "$here/speak.scm" "$work/list.scm"

# Sounds to clips. Where there are pauses, a first run tells how long every sound is, and a second one follows that but
# for the pauses.
cat >"$work/one.sh" <<EOF
set -eu
stem=\$1
speaks="$speaks"
case \$(sed -n "s/^\$stem //p" "$work/tuned") in
    brisk) speaks="$brisk" ;;
    slow) speaks="$slow" ;;
    crisp) speaks="$crisp" ;;
esac
if [ -s "$work/spoken/\$stem.pau" ]; then
    hts_engine -m "$voice" \$speaks -od "$work/spoken/\$stem.long" "$work/spoken/\$stem.lab"
    awk -f "$here/pause.awk" -v comma_ms=$comma_ms -v stop_ms=$stop_ms -v labels="$work/spoken/\$stem.long" \
        "$work/spoken/\$stem.pau" "$work/spoken/\$stem.long" >"$work/spoken/\$stem.timed"
    hts_engine -m "$voice" \$speaks -vp -ow "$work/spoken/\$stem.wav" "$work/spoken/\$stem.timed"
else
    hts_engine -m "$voice" \$speaks -ow "$work/spoken/\$stem.wav" "$work/spoken/\$stem.lab"
fi
sox -D -V1 "$work/spoken/\$stem.wav" -e float -b 32 -r 48000 "$work/treated/\$stem.wav" gain 6 pad 0 0.3 $treat
EOF
cat >"$work/encode.sh" <<EOF
opusenc --quiet $opus --comp 10 --framesize 20 --padding 0 --discard-comments --serial 1 \
    "$work/finished/\$1.wav" "$work/finished/\$1.opus" && mv "$work/finished/\$1.opus" "$coach/\$1.opus"
EOF
# Forty at a time, on two processors: what is done stays done when it is interrupted.
split -l 40 "$work/stems" "$work/batch."
for batch in "$work"/batch.*; do
    [ -f "$batch" ] || continue
    mkdir -p "$work/treated" "$work/finished"
    xargs -P 2 -n 1 $nice sh "$work/one.sh" <"$batch"
    $nice "$limber_voice" --finish "$work/treated" "$work/finished"
    xargs -P 2 -n 1 $nice sh "$work/encode.sh" <"$batch"
    rm -r "$work/treated" "$work/finished"
    echo "$(ls "$coach" | grep -c 'opus$') clips"
done
"$limber_voice" --manifest "$coach"
