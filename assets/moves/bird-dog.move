move bird-dog "Bird dog"
  group strengthen
  position all-fours
  mode reps, each side
  camera side
  needs mat
  works erectors glute-max transversus traps
  skip wrist-load knee-kneel floor-transfer
  dose beginner 5 pause 3s rest 20s
  dose advanced 6 pause 8s rest 20s
  feel "your right buttock and the muscles along your back"
  mistake WRONG "Lifting the leg so high that the back arches and the pelvis opens."
  easier "Leg only, toes sliding on the floor."
  harder "Hold ten seconds. Elbow to knee between repetitions."

say
  setup   "Hands under shoulders, knees under hips."
  go      "Reach your right leg back, left arm forward."
  form    "Hips square. Back flat like a table."
  release "Return slowly without shifting weight."

pose START
  pelvis pitch -73 at 0 0.471 0
  shoulder 69   elbow 10   forearm 85   hand flat
  hip 73 1   knee 93   ankle -49

pose END like START
  shoulder left 163   elbow left 2   forearm left 0   hand left free
  hip right -17   knee right 2   ankle right 0

pose WRONG like END
  pelvis pitch -95 turn 14 at 0 0.455 0
  lumbar -16 0 -4   thorax -8 0 -10
  hip right -17 6   knee right 20
  hip left 95 1

motion
  reach   START -> END  2s    breathe out
  stay    END           hold  breathe slow
  return  END -> START  2s    breathe in

planted hand right, knee left
check END tilt hip ankle 82..90
check END tilt shoulder left wrist left 80..90
check always from START turn pelvis 0..5
check always from START spine -5..5
check moves wrist right 0..1.5
check moves knee left 0..1

variant leg-only
  say
    go      "Reach your right leg back. Both hands stay down."
  pose END
    shoulder left 69   elbow left 10   forearm left 85   hand left flat
  pose WRONG
    shoulder left 69   elbow left 10   forearm left 85   hand left flat
  planted hands, knee left
  check END tilt hip ankle 82..90
  check always from START turn pelvis 0..5
  check always from START spine -5..5
  check moves wrist right 0..1.5
  check moves wrist left 0..1.5
  check moves knee left 0..1
