move roller-thoracic "Foam roller: upper-back extension"
  group release
  position supine
  mode reps
  camera side el 8
  needs mat
  stretches erectors pecs lats
  skip neck spine-extension supine-pregnant floor-transfer
  dose beginner 5 pause 3s rest 15s
  dose advanced 8 pause 5s rest 15s
  feel "your upper back and the front of your chest"
  mistake "Arching the low back instead of the upper back, or rolling down onto the low back."
  easier "A rolled towel instead of the roller."
  harder "Move the roller five centimetres between sets, or lift your hips five centimetres."

say
  setup   "Roller under your shoulder blades, hands behind your head."
  go      "Breathe out and lean back over the roller."
  form    "Ribs down. Only your upper back bends."
  release "Curl up, roll to the side, push up."

prop roller under back

pose START
  pelvis pitch 72 at 0 0.1 0
  lumbar 2   thorax 12   neck 10   head 6
  shoulder 145 20 -50   elbow 125   hand on head   fingers 25
  hip 74   knee 119   ankle flat

pose END like START
  pelvis pitch 66
  thorax -16   neck 4
  shoulder 151 20 -50
  hip 80

motion
  "lean back"  START -> END  3s    breathe out
  stay         END           hold  breathe slow
  "curl up"    END -> START  3s    breathe in

planted feet, pelvis
check END from START spine -34..-22
check END from START lumbar -3..3
check END lumbar -5..7
check always height hip 8..12
check always height t7 21..26
check always distance grip head 6..14
check always distance grip left head 6..14
check START angle t12 t7 c7 160..180
check END from START above elbow crown 2..25
check moves ankle 0..1
check moves ankle left 0..1
check moves pelvis 0..1
check moves t7 0..3
