au BufRead,BufNewFile *.move,*.way,*.ladder,*.routine,*.plan setfiletype limber
