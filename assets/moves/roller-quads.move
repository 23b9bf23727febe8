move roller-quads "Foam roller: quads and front of hip"
  group release
  position prone
  mode reps
  camera side el 8
  needs mat
  stretches quads hip-flexors
  skip prone-pregnant spine-extension clot-skin-bone shoulder-load floor-transfer
  dose beginner 8 rest 15s
  dose advanced 12 rest 15s
  feel "the front of your thighs and hips"
  mistake "Low back sags into an arch."
  easier "One thigh at a time, the other knee on the floor."
  harder "Knees bent to ninety degrees while you roll."

say
  setup   "Lie face down, thighs on the roller, forearms down."
  go      "Rock your body slowly forward and back."
  form    "Tighten your belly. Do not let your back sag."
  hold    "Pause on a tight spot and breathe out."
  release "Walk forward on your forearms and rest."

prop roller under thighs 0.74

pose LOW
  pelvis pitch -82 at 0.06 0.273 0
  neck -6
  shoulder 66   elbow 104   forearm 85   hand flat
  hip 2   knee 4   ankle -40

pose HIGH like LOW
  pelvis pitch -79 at -0.09 0.257 0
  shoulder 92   elbow 76
  hip -1

motion
  "rock back"     LOW -> HIGH  4s  breathe out
  "rock forward"  HIGH -> LOW  4s  breathe in

planted elbows
check always line shoulder hip knee 170..180
check always height toe 0.5..15
check always height toe left 0.5..15
check moves elbow 0..1
check moves elbow left 0..1
check moves pelvis 12..18
