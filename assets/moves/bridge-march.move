move bridge-march "Marching bridge"
  group strengthen
  position supine
  mode reps
  camera side
  needs mat
  works glute-max hamstrings obliques transversus hip-flexors
  skip supine-pregnant spine-extension floor-transfer
  variant-of bridge-hold
  dose beginner 6 pause 1s rest 30s
  dose advanced 12 pause 1s rest 30s
  feel "your buttocks, and your belly keeping the hips level"
  mistake "The hip of the lifted leg dropping."
  easier "Only peel your heel off the floor."
  harder bridge-single

say
  setup   "Lift into your bridge and stay there."
  go      "Lift one foot, then the other. March."
  form    "Hips stay level, like a table."
  release "Both feet down, then lower slowly."

pose START
  pelvis pitch 90 at 0.087 0.1 0
  shoulder -6 20   forearm 85   hand flat
  hip 63   knee 140   ankle flat

pose TOP like START
  pelvis pitch 117 at 0 0.298 0
  thorax 3   neck 26   head 8
  shoulder -30 20
  hip 0   knee 117

pose MARCH-R like TOP
  hip right 70   knee right 100   ankle right 0

pose MARCH-L like TOP
  hip left 70   knee left 100   ankle left 0

motion
  lift               START -> TOP    2s    breathe out once
  "right knee up"    TOP -> MARCH-R  1.5s  breathe in
  pause              MARCH-R         hold  breathe out
  "right foot down"  MARCH-R -> TOP  1.5s  breathe out
  "left knee up"     TOP -> MARCH-L  1.5s  breathe in
  pause              MARCH-L         hold  breathe out
  "left foot down"   MARCH-L -> TOP  1.5s  breathe out
  lower              TOP -> START    3s    breathe in once

planted feet, shoulders, head, hands
check always tilt hip right hip left 85..90
check MARCH-R from TOP height pelvis -2..2
check MARCH-L from TOP height pelvis -2..2
check MARCH-R tilt hip knee 0..10
check MARCH-L tilt hip left knee left 0..10
check TOP height hip 27..33
check MARCH-R height hip 27..33
check MARCH-L height hip left 27..33
