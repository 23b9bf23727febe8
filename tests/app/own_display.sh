# Sourced by tests that need a window: a display in memory that no other test has. $work is the test's folder.
display_server=

open_display() { # SIZE
    Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
    display_server=$!
    for _ in 1 2 3 4 5 6 7 8 9 10; do [ -s "$work/display" ] && break; sleep 0.3; done
    export DISPLAY=":$(cat "$work/display")" SDL_VIDEODRIVER=x11
}

close_display() { [ -z "$display_server" ] || kill "$display_server" 2>/dev/null || true; }
