move sit-tall "Sit-tall reset"
  group posture
  position seated-chair
  mode reps
  camera side
  works erectors transversus rhomboids
  dose beginner 5 pause 5s rest 5s
  dose advanced 8 pause 8s rest 5s
  feel "the muscles along your spine"
  mistake "Bracing hard and over-arching: aim for about 70 % of the tallest you can sit."
  easier "A rolled towel behind your low back."
  harder "Hold while you lift one heel."

say
  setup   "Scoot your hips to the back of the seat."
  go      "Roll your pelvis up and grow tall."
  form    "Ears over shoulders, shoulders over hips."
  release "Soften, but do not collapse."

prop chair at 0.05 0

pose START
  pelvis pitch 22 at 0.04 0.515 0
  lumbar 34   thorax 22   neck 22   head -26
  girdle 18   shoulder -1 1 -14   elbow 105   hand on thigh 0.55   fingers 3
  hip 63 4   knee 91   ankle flat

pose END like START
  pelvis pitch -3 at -0.02 0.515 0
  lumbar -2   thorax 0   neck 0   head 0
  girdle 0   shoulder -13 -1 -13   elbow 81
  hip 89 4   knee 84

motion
  "roll up"         START -> END  3s    breathe in
  stay              END           hold  breathe slow
  "slump a little"  END -> START  2s    breathe out

planted feet, pelvis on chair
check END tilt pelvis c7 0..6
check END from START height head 5..20
check END plumb head pelvis 0..5
check START height crown 115..122
check END height crown 127..135
check moves ankle 0..1
