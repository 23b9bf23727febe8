# Word error rate: the fewest words changed, left out or put in (Levenshtein 1966), by the words of the sentences.
# Reads what was said (NAME<tab>words), then what was heard (words (NAME score)); prints the worst, and the sum.
function least(a, b, c) { return a < b ? (a < c ? a : c) : (b < c ? b : c) }
function distance(said, heard,    m, n, a, b, i, j, cost, row, before) {
    m = split(said, a, " "); n = split(heard, b, " ")
    for (j = 0; j <= n; j++) row[j] = j
    for (i = 1; i <= m; i++) {
        for (j = 0; j <= n; j++) before[j] = row[j]
        row[0] = i
        for (j = 1; j <= n; j++) {
            cost = a[i] == b[j] ? 0 : 1
            row[j] = least(before[j] + 1, row[j - 1] + 1, before[j - 1] + cost)
        }
    }
    return row[n]
}
FILENAME == truth { split($0, part, "\t"); said[part[1]] = part[2]; next }
{
    if (!match($0, / *\([^()]*\)$/)) next
    name = substr($0, RSTART); heard = substr($0, 1, RSTART - 1)
    gsub(/^ *\(| -?[0-9.]+\)$|\)$/, "", name)
    gsub(/-/, " ", heard); gsub(/\([0-9]\)/, "", heard)
    words = split(said[name], all, " ")
    wrong = distance(said[name], heard)
    total += words; errors += wrong; clips++; clean += !wrong
    printf "%d\t%d\t%s\t%s\n", wrong, words, said[name], heard > report
}
END { printf "%s: %.1f %% of %d words wrong, %d of %d clips without a mistake\n", model, 100 * errors / total, total, clean, clips }
