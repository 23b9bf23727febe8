move bridge-reps "Bridge, repetitions"
  group strengthen
  position supine
  mode reps
  camera side
  needs mat
  works glute-max hamstrings abs erectors
  skip supine-pregnant spine-extension floor-transfer
  variant-of bridge-hold
  dose beginner 10 pause 2s rest 30s
  dose advanced 2 x 15 pause 2s rest 30s
  feel "your buttocks, and the back of both thighs"
  mistake WRONG "Knees falling in or heels lifting."
  easier "Half height, six repetitions."
  harder "A mini-band, or lower over four seconds."

say
  setup   "Knees bent, feet flat under your knees."
  go      "Breathe out and lift your hips."
  form    "Push through your heels. Knees stay apart."
  release "Lower slowly to the floor."

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
  pelvis pitch 117 at 0 0.287 0
  hip 8 -16 -8   knee 128   ankle -31   toe 32

motion
  lift   START -> TOP  2s    breathe out
  pause  TOP           hold  breathe out
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
