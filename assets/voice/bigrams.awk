# A language model of the cues alone: which word follows which, as an ARPA file (absolute discounting; Ney, Essen and
# Kneser 1994). Reads one sentence a line.
function seen(a, b) {
    if (!((a, b) in pair)) follow[a] = follow[a] " " b
    pair[a, b]++; first[a]++
}
function log10(x) { return log(x) / log(10) }
{
    before = "<s>"; one["<s>"]
    for (i = 1; i <= NF; i++) { one[$i]++; all++; seen(before, $i); before = $i }
    seen(before, "</s>"); one["</s>"]++; all++
}
END {
    for (word in one) words++
    for (key in pair) pairs++
    print "\\data\\\nngram 1=" words "\nngram 2=" pairs "\n\n\\1-grams:"
    for (word in one) {
        kinds = split(follow[word], next_word, " ")
        weight = first[word] ? 0.5 * kinds / first[word] : 1
        printf "%.4f %s %.4f\n", word == "<s>" ? -99 : log10(one[word] / all), word, log10(weight)
    }
    print "\n\\2-grams:"
    for (key in pair) {
        split(key, w, SUBSEP)
        p = (pair[key] - 0.5) / first[w[1]] + 0.5 * split(follow[w[1]], next_word, " ") / first[w[1]] * one[w[2]] / all
        printf "%.4f %s %s\n", log10(p), w[1], w[2]
    }
    print "\n\\end\\"
}
