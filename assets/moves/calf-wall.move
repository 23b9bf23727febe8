move calf-wall "Calf stretch at the wall"
  group stretch
  position standing
  mode hold, each side
  camera side
  stretches calves
  skip balance clot-skin-bone
  dose beginner 30s
  dose advanced 45s
  feel "your right calf"
  mistake "Rear foot turned out or heel lifting."
  easier "A shorter step."
  harder "Again with the rear knee a little bent, or with the ball of your foot on a thin book."

say
  setup   "Hands on the wall, right foot back."
  go      "Lean in. Keep the back heel down."
  form    "Toes forward. Back knee straight."
  hold    "Feel the calf. Breathe."
  release "Push back from the wall."

prop wall at 0.34

pose START
  pelvis pitch -4 at -0.21 0.872 0
  shoulder 48 1 -1   elbow 64   forearm 88   wrist -59
  ankle flat
  hip right -7   knee right 7
  hip left 20

pose END like START
  pelvis pitch -12 at -0.175 0.857 0
  shoulder 34 3 -2   elbow 116   wrist -32
  hip right -8   knee right 0
  hip left 34   knee left 32

motion
  "lean in"    START -> END  3s    breathe out
  stay         END           hold  breathe slow
  "push back"  END -> START  2s    breathe in

planted feet, hands on wall
check END angle hip knee ankle 172..180
check always height heel -0.5..0.5
check END angle ankle hip c7 160..180
check END tilt ankle knee 15..25
check END heading heel ball -5..5
check moves wrist 0..1.5
