move scapular-squeeze "Shoulder-blade squeeze"
  group posture
  position seated-chair
  mode reps
  camera az -50 el 13
  works rhomboids traps
  stretches pecs
  skip shoulder-load
  dose beginner 8 pause 3s rest 10s
  dose advanced 12 pause 4s rest 15s
  feel "between your shoulder blades"
  mistake "Shrugging up or arching the back."
  easier "Three repetitions of two seconds."
  harder "Pull a band apart."

say
  setup   "Sit tall, elbows bent by your sides."
  go      "Squeeze your shoulder blades back and down."
  form    "Neck long. Do not shrug."
  release "Relax forward slowly."

prop chair at 0.02 0

pose START
  pelvis at 0 0.515 0
  thorax 6
  girdle 12 2   shoulder 8 8   elbow 90   fingers 25
  hip 86 4   knee 86   ankle flat

pose END like START
  thorax -3
  girdle -20 -4   shoulder -12 12 25

motion
  squeeze  START -> END  2s    breathe out
  stay     END           hold  breathe slow
  release  END -> START  2s    breathe in

planted feet, pelvis on chair
check END from START ahead shoulder pelvis -14..-6
check END from START ahead shoulder left pelvis -14..-6
check always from START height shoulder -4..0.5
check always from START lumbar -3..3
check moves pelvis 0..1
check moves l5 0..1
