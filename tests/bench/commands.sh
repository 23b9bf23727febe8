#!/bin/sh
# Commands and other talk in the voices of the synthesisers that are installed (flite, festival, sox):
# tests/bench/commands.sh FOLDER, then bench-commands [--music 20] FOLDER/*.wav
set -eu
folder=$1
mkdir -p "$folder"

say_flite() { # words speaker stretch
    flite -voice "$2" --setf duration_stretch="$3" -t "$1" -o "$folder/said.raw.wav"
    keep "$1" "$2-$3"
}

say_festival() { # words voice
    echo "$1" | text2wave -eval "($2)" -o "$folder/said.raw.wav"
    keep "$1" "$2"
}

keep() { # words speaker
    sox -q "$folder/said.raw.wav" -r 48000 -c 1 "$folder/$(echo "$1" | tr ' ' '-').$2.wav" gain -n -6
    rm "$folder/said.raw.wav"
}

while read -r words; do
    for speaker in kal16 awb rms slt; do
        for stretch in 0.9 1.2; do say_flite "$words" $speaker $stretch; done
    done
    if command -v text2wave >/dev/null; then
        for voice in voice_cmu_us_slt_arctic_hts voice_kal_diphone; do say_festival "$words" $voice; done
    fi
done <<END
pause
go on
next
back
repeat
easier
this hurts
stop
what time is it
I am hungry
hello there
yes please
did you feed the cat
oh my knee
one two three
that is nice
can you open the door
good
okay
hmm
where are my keys
how long is this
the weather is lovely
my back feels better
let me rest
ouch
thank you
no
END
