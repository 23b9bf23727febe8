" :make checks the file and goes to what is wrong.
if exists("current_compiler")
  finish
endif
let current_compiler = "limber"

CompilerSet makeprg=limber\ check\ %:S\ 2>&1
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tote:\ %m,%-G%.%#
