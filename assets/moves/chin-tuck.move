move chin-tuck "Chin tuck"
  group posture
  position seated-chair
  mode reps
  camera side close 2.1 on c0
  works neck-flexors
  stretches traps
  skip neck
  dose beginner 8 pause 3s rest 10s
  dose advanced 10 pause 5s rest 10s
  feel "the back of your neck"
  mistake "Nodding down or tipping the head back."
  easier "Lying down, press your head lightly into a pillow."
  harder "Against a wall, ten seconds at a time."

say
  setup   "Sit tall and look straight ahead."
  go      "Slide your head straight back."
  form    "Make a small double chin. Eyes level."
  release "Let go gently."

prop chair at 0.05 0

pose START
  pelvis at 0 0.515 0
  thorax 4   neck 22   head -20
  shoulder -10 -2 -12   elbow 80   hand on thigh 0.55   fingers 3
  hip 86 4   knee 86   ankle flat

pose END like START
  thorax 0   neck -4   head 8
  shoulder -11 -2 -12   elbow 79

motion
  "glide back"  START -> END  2s    breathe out
  stay          END           hold  breathe slow
  release       END -> START  2s    breathe in

planted feet, pelvis on chair
check END from START ahead head pelvis -8..-3
check always from START turn head 0..6
check END ahead head shoulder 0..4
check START tilt c0 crown 3..9
check END tilt c0 crown 3..9
check END tilt c7 c0 0..10
