move squat "Squat"
  group strengthen
  position standing
  mode reps
  camera az 25 el 8
  works glute-max quads hamstrings erectors adductors
  skip knee-bend
  dose beginner 8 rest 45s
  dose advanced 2 x 15 pause 1s rest 45s
  feel "your buttocks and the front of your thighs"
  mistake WRONG "Knees collapsing inwards, heels lifting, back rounding at the bottom."
  easier sit-to-stand "Half depth, holding a table."
  harder "Thighs level with the floor, three seconds down, a load at your chest."

say
  setup   "Feet a little wider than your hips."
  go      "Sit back as if to a chair."
  form    "Knees follow your toes. Chest up."
  release "Push the floor away and stand tall."

pose START
  pelvis at 0 0.898 0
  shoulder 0 8   elbow 8   forearm 20   fingers 20
  hip 3 3   knee 5   ankle flat

pose BOTTOM like START
  pelvis pitch -45 at -0.207 0.6 0
  lumbar 2   neck -8   head -6
  shoulder 133   elbow 5   forearm 85   fingers 5
  hip 112 15 8   knee 93

pose WRONG like BOTTOM
  pelvis pitch -18 at -0.15 0.548 0
  lumbar 32   thorax 22   neck -14
  shoulder 118
  hip 94 -8 -14   knee 112   ankle 9.5   toe 20

motion
  "sit down and back"  START -> BOTTOM  3s    breathe in
  pause                BOTTOM           hold  breathe in
  "stand up"           BOTTOM -> START  2s    breathe out

planted feet
check BOTTOM height heel -0.5..0.5
check BOTTOM height heel left -0.5..0.5
check BOTTOM angle hip knee ankle 80..100
check BOTTOM parallel pelvis c7 ankle knee 0..25
check always balance ankle 0..12
check BOTTOM wider knee right knee left ankle right ankle left -2..20
check moves ankle 0..1.5
check moves ankle left 0..1.5

variant load
  say
    setup   "Feet a little wider than your hips, weights at your chest."
  prop weights in hands
  pose START
    shoulder -2 10 -18   elbow 142   forearm -75   wrist 32   fingers 75
  pose BOTTOM
    shoulder -2 10 -18   elbow 142   forearm -75   wrist 32   fingers 75
  pose WRONG
    shoulder -2 10 -18   elbow 142   forearm -75   wrist 32   fingers 75
