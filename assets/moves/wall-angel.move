move wall-angel "Wall angel"
  group posture
  position standing
  mode reps
  camera az 90
  works traps rhomboids
  stretches pecs lats
  skip shoulder-load
  dose beginner 6 pause 1s rest 20s
  dose advanced 12 pause 1s rest 20s
  feel "between your shoulder blades"
  mistake "Arching the low back to keep the hands on the wall."
  easier "Lying on the floor, and a smaller range."
  harder "Lift your hands one centimetre off the wall, and slower."

say
  setup   "Back to the wall, elbows bent, hands up."
  go      "Slide your arms up the wall."
  form    "Ribs down, low back near the wall."
  release "Slide down and squeeze your shoulder blades."

prop wall at -0.1

pose START
  pelvis at 0 0.88 0
  shoulder 0 85 88   elbow 88
  hip 18   knee 21   ankle flat

pose END like START
  girdle 0 12   shoulder 0 150 80   elbow 38

motion
  "slide up"    START -> END  3s    breathe in
  pause         END           hold  breathe out
  "slide down"  END -> START  3s    breathe out

planted feet, pelvis on wall
check START tilt shoulder elbow 80..90
check START tilt elbow wrist 0..10
check always ahead wrist shoulder 0..10
check always ahead wrist left shoulder left 0..10
check always from START lumbar -3..3
check END tilt shoulder elbow 20..50
check moves l5 0..0.5
