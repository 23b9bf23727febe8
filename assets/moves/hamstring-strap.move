move hamstring-strap "Hamstring stretch lying, with strap"
  group stretch
  position supine
  mode hold, each side
  camera side el 8
  needs mat
  stretches hamstrings calves
  skip nerve-leg supine-pregnant floor-transfer
  dose beginner 30s
  dose advanced 60s
  feel "the back of your right thigh"
  mistake "Lifting the tailbone or forcing a locked knee."
  easier "Bend your left knee, foot flat. Keep your right knee a little bent, or clasp your hands behind the thigh."
  harder "Lift to eighty-five degrees with the knee straight. Toes to your shin for the last ten seconds."

say
  setup   "Loop the strap around your right foot."
  go      "Straighten the knee until you feel a stretch."
  form    "Keep your tailbone and other leg down."
  hold    "Thigh only. No tingling. Breathe."
  release "Bend the knee and lower the leg."

prop strap from hands to foot right

pose START
  pelvis pitch 90 at 0 0.1 0
  shoulder right -10 13 -3   elbow right 88   shoulder left -10 -1 -14   elbow left 86   forearm -5   fingers 80
  hip right 85   knee right 85
  hip left -1   knee left 3   ankle left -10

pose END like START
  hip right 75   knee right 5   ankle right 5

motion
  "straighten the knee"  START -> END  4s    breathe out
  stay                   END           hold  breathe slow
  bend                   END -> START  3s    breathe in

planted pelvis, foot left
check END angle hip knee ankle 170..180
check END tilt hip ankle 5..25
check always height heel left -1..1
check always from START turn pelvis 0..5
check START height elbow 3..7
check moves pelvis 0..1
