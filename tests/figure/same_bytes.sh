#!/bin/sh
# same_bytes.sh PROGRAM PROGRAM...: all print the same, and each the same for masked, wide and narrow.
set -eu
first=
for program; do
    printed=$("$program")
    printf '%s\n%s\n' "$(basename "$program")" "$printed"
    printf '%s\n' "$printed" | awk '$7 != $9 || $9 != $11 { exit 1 }' || { echo "masked, wide and narrow differ"; exit 1; }
    [ "${first:=$printed}" = "$printed" ] || { echo "differs from the first"; exit 1; }
done
