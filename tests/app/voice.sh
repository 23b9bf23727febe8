#!/bin/sh
# Voices from the outside: the shipped one, one of a person's own, and every way in which one can be broken. Whatever is
# wrong, the session goes on with every cue, and one sentence says why.
set -eu
limber=$1
top=$(pwd)
coach=$top/assets/voice/coach
work=$(mktemp -d)
export XDG_STATE_HOME="$work/state"
trap 'rm -rf "$work"' EXIT
fail() { echo "voice: $1"; cat "$work/err"; exit 1; }
clip_of() { sed -n "s/^clip \([^ ]*\) [^ ]* [^ ]* $1\$/\1/p" "$coach/voice.txt"; }
length_of() { sed -n "s/^clip [^ ]* \([^ ]*\) [^ ]* $1\$/\1/p" "$2/voice.txt"; }

# How long a cue is, by the dump.
planned() { # text, options
    text=$1
    shift
    "$limber" dump hips-and-glutes --json "$@" 2>"$work/err" | tr '{' '\n' |
        sed -n "s/^\"at_ms\": \([0-9]*\), \"end_ms\": \([0-9]*\),.*\"text\": \"$text\".*/\1 \2/p" | awk 'NR == 1 { print $2 - $1 }'
}
plays() { # options; everything that was planned until then is in the log, and played
    "$limber" play hips-and-glutes --headless --frame-ms 250 --size 640x360 --stop-after 150s --log-cues "$work/cues" "$@" \
        >"$work/out" 2>"$work/err" || fail "exit code $? of play $*"
    [ "$(wc -l <"$work/cues")" -gt 20 ] || fail "only $(wc -l <"$work/cues") cues with $*"
}
says_once() {
    [ "$(wc -l <"$work/err")" -eq 1 ] || fail "not one sentence where '$1' was expected"
    grep -q "$1" "$work/err" || fail "'$1' is not said"
}
own() { # a copy of the coach to be spoiled
    rm -rf "$work/data"
    mkdir -p "$work/data/voice"
    cp -r "$coach" "$work/data/voice/mine"
}

# The shipped voice: nothing to complain of, and the plan has the lengths of its clips.
plays
[ ! -s "$work/err" ] || fail "the shipped voice has a complaint"
[ "$(planned 'Half way.')" -eq "$(length_of 'Half way.' "$coach")" ] || fail "Half way. is planned with $(planned 'Half way.') ms"

# A voice of one's own is named, and the plan follows it; what it lacks is filled in.
own
sed -i "s/^\(clip [^ ]*\) [0-9]* \([^ ]* Half way\.\)\$/\1 1500 \2/" "$work/data/voice/mine/voice.txt"
grep -E '^limber-voice|Half way|Last one' "$work/data/voice/mine/voice.txt" >"$work/few"
mv "$work/few" "$work/data/voice/mine/voice.txt"
[ "$(planned 'Half way.' --data "$work/data" --voice mine)" -eq 1500 ] || fail "the plan does not follow the named voice"
[ "$(planned 'Half way.' --voice "$work/data/voice/mine")" -eq 1500 ] || fail "a voice cannot be named by its folder"
[ "$(planned 'Half way.' --data "$work/data")" -lt 1500 ] || fail "a voice that is not named is used"
five=$(planned 'Five.' --data "$work/data" --voice mine)
[ "$five" -eq "$(length_of 'Five.' "$coach")" ] || fail "what the named voice lacks is not filled in"

# That clip is shorter than its manifest says now.
plays --data "$work/data" --voice mine
says_once 'is cut off: it lasts'

# Cut off, no sound, empty, not there.
for spoil in 'head -c 900 CLIP >CUT; mv CUT CLIP' 'echo noise >CLIP' ': >CLIP' 'rm CLIP' 'rm CLIP; mkdir CLIP' 'rm *.opus'; do
    own
    (cd "$work/data/voice/mine" && eval "$(echo "$spoil" | sed "s/CLIP/$(clip_of 'Half-kneeling hip flexor stretch, right side\.')/g")")
    plays --data "$work/data" --voice mine
    says_once 'the synthesiser speaks in its place'
done

# A manifest that is wrong, or none.
own
echo 'clip ../../passwd 5 5 One.' >>"$work/data/voice/mine/voice.txt"
plays --data "$work/data" --voice mine
says_once 'after .clip. comes the name of a file in the same folder'
head -c 100000 /dev/urandom >"$work/data/voice/mine/voice.txt"
plays --data "$work/data" --voice mine
says_once "the first line of a voice is 'limber-voice 1'"
plays --voice nobody
says_once "there is no voice 'nobody'"

# Installed without a voice.
mkdir -p "$work/share/limber" "$work/bin"
cp "$limber" "$work/bin/limber"
ln -s "$top/assets/moves" "$top/routines" "$work/share/limber/"
limber=$work/bin/limber
plays
says_once 'cannot read .*voice/coach/voice.txt.*spoken by the synthesiser'
