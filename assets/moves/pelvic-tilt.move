move pelvic-tilt "Pelvic tilt"
  group mobilise
  position supine
  mode reps
  camera side
  needs mat
  works abs transversus glute-max
  stretches erectors
  skip supine-pregnant floor-transfer
  dose beginner 10 pause 3s rest 10s
  dose advanced 12 pause 5s rest 10s
  feel "your lower belly, and a gentle stretch in the low back"
  mistake "Lifting the buttocks off the floor or pressing through the feet."

say
  setup   "Lie down, knees bent, feet flat."
  go      "Breathe out and flatten your low back."
  form    "Small move. Legs stay relaxed."
  release "Breathe in and let go."

pose START
  pelvis pitch 86.5 at 0 0.1 0
  lumbar -5.5   thorax 2
  shoulder -6 20   forearm 85   hand flat
  hip 51   knee 106   ankle flat

pose END like START
  pelvis pitch 95 at 0 0.109 0
  lumbar 6   thorax 0
  hip 42

motion
  flatten  START -> END  2s    breathe out
  stay     END           hold  breathe out
  release  END -> START  2s    breathe in

planted feet, shoulders, head, hands
check START tilt pelvis l5 84..88
check END tilt pelvis l5 83..87
check moves hip 0..1
check moves ankle 0..1
