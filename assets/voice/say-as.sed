# How sentences are written for the synthesiser, where it would stumble over how they are written for people.
s|90/90|ninety, ninety|g
s|\([0-9]\) kg|\1 kilograms|g
s| (\([^)]*\))|, \1|g
s| …\([.;,]\)|\1|g
s| …|,|g
s| '| |g
s|\([.,]\)'|\1|g
s|:|,|g
s|\([a-z]\)-\([a-z]\)|\1 \2|g
