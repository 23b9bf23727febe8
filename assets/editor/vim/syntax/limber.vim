" Limber's moves, ways, ladders, routines and plans.
if exists("b:current_syntax")
  finish
endif

syn case match
syn iskeyword @,48-57,-

syn keyword limberKind ladder move plan routine way
syn keyword limberSection mobilise posture release strengthen stretch
syn keyword limberKey about advanced after amber ankle ball balls before beginner camera check day dose down
syn keyword limberKey easier elbow elbows feel feet fever fingers foot forearm form from girdle go group hand
syn keyword limberKey hands harder head heading hip hold include knee knees lean level lumbar minutes missed
syn keyword limberKey mistake mode motion neck needs no pain pelvis pitch planted pose position progress prop
syn keyword limberKey red reps say setup shoulder shoulders skip soreness stay stretches thorax to toe turn up
syn keyword limberKey variant variant-of week works wrist
syn keyword limberOption also alternate always and around as at az back behind beside breathe close days done
syn keyword limberOption each el exercise first flat for free half-flat hours in left levels like mirrored
syn keyword limberOption more morning most next note of on once or over pause rest right round rounds session
syn keyword limberOption sessions side stopped strength tempo the through times twice under usual wall when
syn keyword limberOption wide with x
syn keyword limberName abdominal above abs adductors ahead all-fours angle ankles axis balance band belly
syn keyword limberName bp-hold buttock buttocks c0 c7 calves chair chest clot-skin-bone crown distance doorway
syn keyword limberName erectors fingertip floor-transfer forehead gap glute-max glute-med glute-min grip
syn keyword limberName half-kneeling hamstrings heel height hip-flexors hip-replacement hips knee-bend
syn keyword limberName knee-kneel kneeling l5 lats line mat moves neck-flexors nerve-leg none nose nothing
syn keyword limberName obliques out parallel pecs pillow piriformis plumb prone prone-pregnant quads rhomboids
syn keyword limberName roller seated-chair seated-floor shin shins shoulder-load side-lying slow spine
syn keyword limberName spine-extension spine-flexion spine-twist standing strap supine supine-pregnant t12 t7
syn keyword limberName tailbone thigh thighs tilt towel transversus traps weights wider wrist-load
syn keyword limberLevel A1 A2 A3 A4 B1 B2 B3 B4

syn match limberNumber "\v<-?\d+(\.\d+)?>"
syn match limberNumber "\v-?\d+(\.\d+)?\.\.-?\d+(\.\d+)?"
syn match limberTime "\v<(\d+(\.\d+)?(ms|min|m|s|h))+>"
syn match limberArrow "->"
syn match limberPose "\v<[A-Z][A-Z0-9_]+>" contains=limberLevel
syn region limberString start=+"+ end=+"+ oneline
syn match limberRemark "#.*$" contains=@Spell

hi def link limberKind    Structure
hi def link limberSection Statement
hi def link limberKey     Keyword
hi def link limberOption  Operator
hi def link limberName    Type
hi def link limberLevel   Constant
hi def link limberNumber  Number
hi def link limberTime    Number
hi def link limberArrow   Operator
hi def link limberPose    Identifier
hi def link limberString  String
hi def link limberRemark  Comment

let b:current_syntax = "limber"
