// What is to be seen at one moment: a pure function of (session, time). Nothing is ever cut: where one picture
// of the figure is followed by another that is not the next of the same motion, the two dissolve.
#pragma once

#include "session/session.h"

// Which picture of the figure.
typedef struct {
    const Move *move;
    const Way *way;         // being gone to the move; NULL in the move itself
    const char *from, *to;  // poses; equal in a hold
    double position;        // 0..1 in time between them (the sheet is eased already)
    double fullness;        // 0..1 of a breath, 0 at both ends of every hold
    bool is_motion;         // else the breath strip of `from`
    bool mirrored;
    double glow;            // 0..1 strength of the muscle light
} FigureView;

typedef struct {
    const Segment *segment;
    int segment_index;
    FigureView figure;
    FigureView leaving;      // the last picture before another took its place, while that is shown; move NULL: none
    double arrived;          // 0..1 how much of `figure` has taken the place of `leaving`
    const char *phase_word;  // "Hold", "Lift", "Get ready", "Rest", "Done"; never NULL
    int number;              // the big number: seconds left, or the repetition
    int number_of;           // repetitions in all; 0 when the number is seconds
    double ring;             // 0..1 of the ring filled
    double phase_ring;       // 0..1 of the phase (or short phases) whose word is shown
    const char *caption;     // sentence being spoken, or NULL; stays a moment after its end
    const Move *next_move;   // NULL near the end
    const char *next_name;   // what it is called
    Side next_side;
    bool next_each_side;
    int64_t left_ms;         // to the end of the session
} View;

View session_view(const Session *session, double at_ms);

// What begins to be shown after this moment, nearest first, so that its pictures can be made ready: the
// ways to the next exercise and its first pose. Returns how many; none long before.
enum { VIEW_SOON = 4 };
int session_view_soon(const Session *session, double at_ms, FigureView soon[VIEW_SOON]);

// The pictures between which the ways of a segment lead: the last one of what was done before, and the first of
// the exercise. False when there is none.
bool session_figure_before_way(const Session *session, int segment, FigureView *figure);
bool session_figure_after_way(const Session *session, int segment, FigureView *figure);

// Index of the segment at a time (the last one at or after the end).
int session_segment_at(const Session *session, double at_ms);
