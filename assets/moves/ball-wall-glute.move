move ball-wall-glute "Ball-on-wall glute release"
  group release
  position standing
  mode reps, each side
  camera az -35 el 8
  stretches glute-max glute-med piriformis
  skip nerve-leg clot-skin-bone
  dose beginner 4 pause 5s rest 15s
  dose advanced 6 pause 10s rest 15s
  feel "the deep muscles of your right buttock"
  mistake "Ball placed on the tailbone, the sit bone or the outer hip bone instead of the soft part of the buttock."
  easier "Stand more upright and lean less, or take a softer, larger ball."
  harder "Cross your free foot over the knee, or take a firmer ball."

say
  setup   "Put the ball between your right buttock and the wall."
  go      "Bend your knees and roll over the tight spot."
  form    "Avoid the bone. Stay on soft muscle."
  hold    "Lean in gently and keep breathing."
  release "Step away from the wall and shake it out."

prop wall at -0.373
prop ball behind buttock right

pose START
  pelvis pitch 4 turn 15 at -0.185 0.845 0
  thorax 0 0 -8   neck 0 0 -7
  elbow 96   hand on hip   fingers 4
  shoulder right -10 45 -60
  shoulder left -32 30 -35
  ankle flat
  hip right 18 -1 -15   knee right 1
  hip left 22 9 15   knee left 17

pose END like START
  pelvis at -0.185 0.765 0
  hip right 43 -8 -15   knee right 48
  hip left 41 16 15   knee left 52

motion
  "slide down"     START -> END  3s    breathe out
  "lean and wait"  END           hold  breathe slow
  "slide up"       END -> START  3s    breathe in

planted feet
check END angle hip knee ankle 125..150
check END from START height pelvis -10..-6
check always gap buttock 6..8
check moves ankle 0..1
check moves ankle left 0..1
