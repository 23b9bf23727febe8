move roller-hamstrings "Foam roller: hamstrings"
  group release
  position seated-floor
  mode reps, each side
  camera side el 8
  needs mat
  stretches hamstrings
  skip clot-skin-bone wrist-load shoulder-load floor-transfer nerve-leg
  dose beginner 8 rest 15s
  dose advanced 12 rest 15s
  feel "the back of your right thigh"
  mistake "Rolling over the back of the knee."
  easier "Hips on the floor. Roll with your hands."
  harder "Cross your left ankle over your right shin."

say
  setup   "Right leg on the roller, left foot flat, hands behind."
  go      "Push through your hands and roll slowly."
  form    "Stay between knee and buttock. Never behind the knee."
  release "Lower your hips and take your leg off the roller."

prop roller under thigh right 0.78

pose LOW
  pelvis pitch 48 at -0.09 0.244 0
  lumbar 8   thorax 4   neck 18   head 12
  shoulder -43 10 -40   elbow 13   forearm 85   hand flat back
  hip right 37   knee right 3   ankle right -5
  hip left 68 4   knee left 85   ankle left flat

pose HIGH like LOW
  pelvis pitch 55 at 0.11 0.233 0
  shoulder -60 7 -40   elbow 6
  hip right 31
  hip left 73 9   knee left 119

motion
  "roll towards the hip"  LOW -> HIGH  4s  breathe out
  "roll back"             HIGH -> LOW  4s  breathe in

planted foot left, hands
check always angle hip knee ankle 174..180
check always height pelvis 20..28
check HIGH from LOW ahead pelvis ankle left 18..22
check moves wrist 0..1
check moves wrist left 0..1
check moves ankle left 0..1
