move seated-piriformis "Seated piriformis stretch"
  group stretch
  position seated-chair
  mode hold, each side
  camera az 45 el 12
  stretches piriformis glute-max glute-med
  skip hip-replacement knee-bend
  dose beginner 30s
  dose advanced 45s
  feel "your right buttock, deep inside"
  mistake "Rounding the back and dropping the head instead of tipping the pelvis."
  easier "Stay upright and only press your knee down lightly."
  harder "Tip ten degrees further, or hold for sixty seconds."

say
  setup   "Sit tall. Rest your right ankle on the other knee."
  go      "Lean forward from your hips, chest long."
  form    "Bring your belly towards your shin, not your head."
  hold    "Stop at a mild stretch and breathe."
  release "Sit up tall and put the foot down."

prop chair at 0.05 0

pose START
  pelvis at 0 0.515 0
  shoulder right 11 -4 -14   elbow right 89   forearm right 89   hand right on shin right 0.45   fingers right 5
  shoulder left 11 -1 -7   elbow left 84   forearm left 92   hand left on ankle right   fingers left 6
  hip right 111 28 80   knee right 119   ankle right 5
  hip left 86 4   knee left 86   ankle left flat

pose END like START
  pelvis pitch -22
  lumbar 5
  shoulder right 1 0 -21   elbow right 125
  shoulder left 2 -1 -11   elbow left 118
  hip right 125 42 84   knee right 123
  hip left 108 4

motion
  "hinge forward"  START -> END  4s    breathe out
  stay             END           hold  breathe slow
  "sit up"         END -> START  3s    breathe in

planted foot left, pelvis on chair
check END from START turn pelvis 18..26
check END tilt pelvis l5 18..26
check always from START spine -2..8
check END angle pelvis t12 c7 170..180
check always axis ankle hip left knee left 7..12
check always distance grip left ankle 0..9
check always height pelvis 50..53
check always tilt ankle left knee left 0..5
check always height heel left -0.5..0.5
check moves ankle left 0..1
check moves pelvis 0..1
