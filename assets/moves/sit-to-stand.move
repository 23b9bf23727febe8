move sit-to-stand "Sit to stand"
  group strengthen
  position seated-chair
  mode reps
  camera az 20 el 8
  works glute-max quads hamstrings
  skip knee-bend
  variant-of squat
  dose beginner 8 rest 45s
  dose advanced 2 x 12 rest 45s
  feel "your thighs and buttocks"
  mistake "Dropping the last part of the way down."
  easier "A higher seat, or hands on your thighs."
  harder squat "Arms crossed. Lower over four seconds."

say
  setup   "Sit near the edge, feet under your knees."
  go      "Nose over toes and stand up."
  form    "Push evenly through both feet."
  release "Reach back and sit down slowly."

prop chair at -0.09 0

pose SIT
  pelvis at 0 0.515 0
  shoulder -15 -2 -12   elbow 81   hand on thigh 0.5   fingers 3
  hip 85 5   knee 95   ankle flat

pose OFF like SIT
  pelvis pitch -15
  lumbar 1.6
  shoulder 37 3 -8   elbow 53   hand free   forearm 70   wrist -13   fingers 12
  hip 100 5

pose LEAN like SIT
  pelvis pitch -38
  lumbar 4
  shoulder 78   elbow 0   forearm 30   hand free   fingers 10
  hip 123 5

pose RISE like LEAN
  pelvis pitch -36 at 0.12 0.66 0
  lumbar 3
  hip 97 4   knee 81

pose STAND like SIT
  pelvis at 0.345 0.898 0
  shoulder 0 8   elbow 5   forearm 20   hand free   fingers 20
  hip 2 2   knee 6

motion
  lean          SIT -> OFF     650ms breathe in through
  lean          OFF -> LEAN    650ms breathe in
  "take off"    LEAN -> RISE   0.7s  breathe out
  stand         RISE -> STAND  1.3s  breathe out
  "sit back"    STAND -> RISE  2s    breathe in
  "touch down"  RISE -> LEAN   1s    breathe in
  "sit up"      LEAN -> OFF    700ms breathe in through
  "sit up"      OFF -> SIT     700ms breathe in

planted feet
check moves ankle 0..1
check moves ankle left 0..1
check STAND angle hip knee ankle 170..180
check LEAN ahead nose knee 0..30
check RISE balance ankle -6..14
check STAND balance ankle 0..12
check LEAN tilt pelvis c7 30..50
check RISE tilt ankle knee 10..30
