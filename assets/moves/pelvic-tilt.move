move pelvic-tilt "Pelvic tilt"
  group mobilise
  position supine
  mode reps
  camera side el 8 close 1.7 on l5
  needs mat
  works abs transversus glute-max
  stretches erectors
  skip supine-pregnant floor-transfer
  dose beginner 10 pause 3s rest 10s
  dose advanced 12 pause 5s rest 10s
  feel "your lower belly, and a gentle stretch in the low back"
  mistake "Lifting the buttocks off the floor or pressing through the feet."
  easier "Half the range."
  harder "Hold the tilt while you slide one heel out."

say
  setup   "Lie down, knees bent, feet flat."
  go      "Breathe out and flatten your low back."
  form    "Small move. Legs stay relaxed."
  release "Breathe in and let go."

pose START
  pelvis pitch 85.5 at 0 0.1 0
  lumbar -7   thorax 2
  shoulder -6 48   forearm 85   hand flat
  hip 51   knee 106   ankle flat

pose END like START
  pelvis pitch 96.5 at 0 0.109 0
  lumbar 9   thorax 0
  hip 41

motion
  flatten  START -> END  2s    breathe out
  stay     END           hold  breathe out
  release  END -> START  2s    breathe in

planted feet, shoulders, head, hands
check END from START turn pelvis 8..14
check END from START above l5 pelvis -3..-1
check END from START lumbar 3..18
check always from START height hip -1..1
check moves hip 0..1
check moves ankle 0..1
check moves ankle left 0..1
