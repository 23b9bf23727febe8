move hip-hinge "Standing hip hinge"
  group strengthen
  position standing
  mode reps
  camera side
  works glute-max hamstrings erectors
  skip nerve-leg
  dose beginner 8 rest 30s
  dose advanced 2 x 12 pause 1s rest 30s
  feel "your buttocks and the back of your thighs"
  mistake WRONG "Bending the back instead of folding at the hips, or squatting with the knees."
  easier "Stand twenty centimetres from a wall and reach back to touch it with your buttocks."
  harder "Five to ten kilos in your hands, or one leg, holding a chair."

say
  setup   "Soft knees, hands on your hips."
  go      "Push your hips straight back."
  form    "Long back, from head to tail."
  release "Squeeze your buttocks and stand tall."

pose START
  pelvis at 0.02 0.898 0
  shoulder -35 31 -36   elbow 96   hand on hip   fingers 4
  hip 1.5 2   knee 7   ankle flat

pose END like START
  pelvis pitch -58 at -0.149 0.876 0
  lumbar 2
  hip 77 2   knee 18

pose WRONG like END
  pelvis pitch -16 at -0.06 0.89 0
  lumbar 42   thorax 32   neck 14   head 10
  hip 33 2   knee 20

motion
  "push hips back"  START -> END  3s    breathe in
  pause             END           hold  breathe in
  "stand up"        END -> START  2s    breathe out

planted feet
check always from START spine -6..6
check END tilt ankle knee 0..10
check END tilt ankle left knee left 0..10
check END tilt pelvis c7 45..70
check always balance ankle 0..12
check END angle pelvis t12 c7 174..180
check moves ankle 0..1

variant load
  say
    setup   "Soft knees, weights in your hands."
  prop weights in hands
  pose START
    shoulder 6 10   elbow 8   forearm 60   hand free   fingers 75
  pose END
    shoulder 56 6   elbow 6   forearm 60   hand free   fingers 75
  pose WRONG
    shoulder 70 6   elbow 6   forearm 60   hand free   fingers 75
