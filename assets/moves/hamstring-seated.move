move hamstring-seated "Hamstring stretch on a chair"
  group stretch
  position seated-chair
  mode hold, each side
  camera az 15 el 8
  stretches hamstrings calves
  skip nerve-leg
  variant-of hamstring-strap
  dose beginner 30s
  dose advanced 45s
  feel "the back of your right thigh"
  mistake "Rounding the back to reach the foot."
  easier "Bend your knee a little."
  harder "Tip ten degrees further and pull your toes up."

say
  setup   "Sit on the edge, right leg straight, heel down."
  go      "Tip forward from your hips."
  form    "Back long. Chest up. Toes up."
  hold    "Feel the back of the thigh, not the back."
  release "Sit up and bend the knee."

prop chair at -0.18 0

pose START
  pelvis at 0 0.515 0
  shoulder right 6 8 -24   elbow right 42   hand on thigh 0.6   fingers 2
  shoulder left -8 10 -26   elbow left 78
  hip right 58.5   knee right 1   ankle right 5
  hip left 86 4   knee left 86   ankle left flat

pose END like START
  pelvis pitch -26
  lumbar 3
  shoulder right 8 8 -26   elbow right 70
  shoulder left -7 10 -28   elbow left 106
  hand on thigh 0.85
  hip right 84.5
  hip left 112 4

motion
  "tip forward"  START -> END  4s    breathe out
  stay           END           hold  breathe slow
  "sit up"       END -> START  3s    breathe in

planted foot left, foot right, pelvis on chair
check always angle hip knee ankle 174..180
check always from START spine -6..6
check END angle pelvis t12 c7 174..180
check END from START turn pelvis 25..35
check END tilt pelvis l5 25..35
check always height heel -1..1
check moves ankle 0..1
