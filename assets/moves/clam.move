move clam "Clam"
  group strengthen
  position side-lying
  mode reps, each side
  camera side el 14
  needs mat pillow
  works glute-med glute-max glute-min piriformis obliques
  skip side-lying
  dose beginner 12 pause 1s rest 30s
  dose advanced 20 pause 2s rest 30s
  feel "the side of your right buttock"
  mistake WRONG "Rolling the top hip backwards to get the knee higher."
  easier "Slide your knees forward, open only twenty degrees, or lean your back against a wall."
  harder "A mini-band above your knees, then hold five seconds at the top."

say
  setup   "Lie on your side, knees bent, feet together."
  go      "Open your top knee. Keep your feet touching."
  form    "Hips still. Hand on your hip to check."
  hold    "Belly firm. Feel the side of your buttock."
  release "Lower your knee slowly."

pose START
  pelvis heading 90 lean -90 at 0 0.17 0
  shoulder right -39 23 -23   elbow right 94   forearm right -25   wrist right -20
  shoulder left 106 -10 -13   elbow left 138   wrist left 12
  fingers 15
  hip right 10 -12 5
  hip left 10 4 -1
  knee 90

pose OPEN like START
  hip right -1 17 38

pose WRONG like OPEN
  pelvis heading 90 lean -90 turn 28 at 0 0.17 0
  lumbar 0 0 -5   thorax 0 0 -22
  hip right 4 40 50
  hip left 10 4 27

motion
  open   START -> OPEN  2s    breathe out
  pause  OPEN           hold  breathe out
  close  OPEN -> START  2s    breathe in

planted feet pelvis shoulders head
check always from START distance ankle right ankle left -1..1
check always from START turn pelvis 0..5
check OPEN distance knee right knee left 25..40
check START angle shoulder left hip left knee left 155..180
check always from START angle hip knee ankle -3..3
check OPEN angle hip knee ankle 87..93
check moves ankle right 0..1
check moves ankle left 0..1

variant band
  prop band around knees
