move bridge-single "Single-leg bridge"
  group strengthen
  position supine
  mode reps, each side
  camera side
  needs mat
  works glute-max hamstrings glute-med obliques
  skip supine-pregnant spine-extension floor-transfer
  variant-of bridge-hold
  dose beginner 5 pause 1s rest 30s
  dose advanced 2 x 8 pause 1s rest 30s
  feel "your right buttock and the back of the right thigh"
  mistake "Pelvis twisting towards the free leg."
  easier bridge-march
  harder "Arms crossed on your chest. Hold five seconds."

say
  setup   "Right foot down, left leg straight, knees level."
  go      "Push through the heel and lift."
  form    "Both hip bones stay level."
  release "Lower with control."

pose START
  pelvis pitch 90 at 0.087 0.1 0
  shoulder -6 20   forearm 85   hand flat
  hip 63
  knee right 140   ankle right flat
  knee left 5

pose TOP like START
  pelvis pitch 117 at 0 0.298 0
  thorax 3   neck 26   head 8
  shoulder -30 20
  hip 0
  knee right 117

motion
  lift   START -> TOP  2s    breathe out
  pause  TOP           hold  breathe out
  lower  TOP -> START  3s    breathe in

planted foot right, shoulders, head, hands
check TOP parallel hip knee hip left knee left 0..8
check always tilt hip right hip left 85..90
check TOP line shoulder hip knee 170..180
check TOP distance knee right knee left 15..22
check moves ankle 0..1
