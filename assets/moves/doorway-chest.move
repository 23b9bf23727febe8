move doorway-chest "Doorway chest stretch"
  group stretch
  position standing
  mode hold
  camera az 35 el 8
  stretches pecs
  skip shoulder-load
  dose beginner 30s
  dose advanced 45s
  feel "the front of your chest and shoulders"
  mistake "Low back arching and chin poking forward."
  easier "Elbows twenty degrees lower, or one arm at a time."
  harder "Elbows twenty degrees higher."

say
  setup   "Forearms on the door frame, elbows shoulder high."
  go      "Lean forward through the doorway."
  form    "Ribs down. Do not arch your back."
  hold    "Feel your chest open. Breathe."
  release "Lean back and lower your arms."

prop doorway at 0.04 wide 0.95

pose START
  pelvis at -0.06 0.858 0
  girdle 0 -4   shoulder 90 80   elbow 88   forearm 17   fingers 10
  ankle flat
  hip right 20   knee right 6
  hip left 5   knee left 31

pose END like START
  pelvis at 0.104 0.838 0
  girdle -14 3   shoulder 90 102   forearm -8
  hip right 28   knee right 42
  hip left -14   knee left 14

motion
  "step the body through"  START -> END  3s    breathe out
  stay                     END           hold  breathe slow
  return                   END -> START  3s    breathe in

planted feet
check always tilt shoulder elbow 80..90
check always tilt shoulder left elbow left 80..90
check END from START ahead pelvis ankle 12..20
check always angle pelvis t12 c7 174..180
check moves elbow 0..2
check moves elbow left 0..2
check moves ankle 0..1
