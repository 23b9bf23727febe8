# The length of pauses inside a sentence: longer after a full stop than at a comma. Reads the marks (NAME.pau), then
# the sounds with their times in 100 ns (as hts_engine -od writes them), and moves what comes after.
BEGIN { tick = 10000; ms["."] = ms["!"] = ms["?"] = stop_ms; ms[","] = ms[";"] = ms[":"] = comma_ms }
FILENAME != labels { mark[++marks] = $1; next }
{ begin[++sounds] = $1; end[sounds] = $2; name[sounds] = $3; is_pause[sounds] = $3 ~ /-pau\+/ }
END {
    for (i = 1; i <= sounds; i++) {
        length_100ns = end[i] - begin[i]
        if (is_pause[i] && i > 1 && i < sounds) {
            wanted = ms[mark[++pauses]]
            if (wanted) length_100ns = wanted * tick
        }
        printf "%d %d %s\n", at, at + length_100ns, name[i]
        at += length_100ns
    }
}
