move bridge-hold "Bridge"
  group strengthen
  position supine
  mode hold
  camera side
  needs mat
  works glute-max hamstrings abs erectors
  stretches hip-flexors
  skip supine-pregnant spine-extension bp-hold floor-transfer
  dose beginner 3 x 15s rest 15s
  dose advanced 4 x 20s rest 15s
  feel "your buttocks, and the back of both thighs"
  mistake WRONG "Pushing too high so that the low back arches and the ribs flare."
  easier "Lift half way, five seconds at a time."
  harder bridge-march

say
  setup   "Knees bent, feet hip wide, toes forward."
  go      "Squeeze your buttocks and lift your hips."
  form    "Straight line: shoulders, hips, knees."
  hold    "Ribs down. Keep breathing."
  release "Lower slowly, one bone at a time."

pose START
  pelvis pitch 90 at 0.087 0.1 0
  shoulder -6 20   forearm 85   hand flat
  hip 63   knee 140   ankle flat

pose TOP like START
  pelvis pitch 117 at 0 0.298 0
  thorax 3   neck 26   head 8
  shoulder -30 20
  hip 0   knee 117

pose WRONG like TOP
  pelvis pitch 110 at 0 0.37 0
  lumbar -18   thorax -8   neck 40   head 16
  shoulder -48 20
  hip -14   knee 112

motion
  lift   START -> TOP  3s    breathe out
  stay   TOP           hold  breathe slow
  lower  TOP -> START  3s    breathe in

planted feet shoulders head hands
check TOP line shoulder hip knee 170..180
check TOP line shoulder left hip left knee left 170..180
check TOP tilt ankle knee 0..10
check TOP tilt ankle left knee left 0..10
check moves ankle 0..1
check moves ankle left 0..1
check always from START lumbar -5..5
check TOP from START height pelvis 15..28
check TOP height hip 25..38
