move curl-up "Curl-up (neutral back)"
  group strengthen
  position supine
  mode reps, each side
  camera side el 8
  needs mat
  works abs obliques neck-flexors
  skip neck spine-flexion supine-pregnant abdominal floor-transfer
  dose beginner 4 pause 5s rest 20s
  dose advanced 5 pause 10s rest 20s
  feel "the front of your belly"
  mistake "Doing a full crunch or poking the chin."
  easier "Only take the weight off your head."
  harder "Elbows clear of the floor. Hold ten seconds."

say
  setup   "Left knee bent, hands under your low back."
  go      "Lift head and shoulders a little."
  form    "Chin in. Do not flatten your back."
  release "Lower gently and rest."

pose START
  pelvis pitch 88 at 0 0.1 0
  lumbar -4   thorax 2
  girdle 13 1
  shoulder -26.4 42.6 -80   elbow 108.6   forearm 85   wrist 0
  hip right 1   knee right 2   ankle right -10
  hip left 49   knee left 101   ankle left flat

pose END like START
  thorax 18   neck 8   head 4
  girdle 2
  shoulder -13.1 42.4 -80   elbow 109.8

motion
  lift   START -> END  2s    breathe out
  stay   END           hold  breathe slow
  lower  END -> START  2s    breathe in

planted foot left, foot right, pelvis, hands
check END from START height c7 2..8
check always from START lumbar -2..2
check always from START turn pelvis 0..2
check moves t12 0..1
check moves l5 0..0.5
