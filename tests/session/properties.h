// What is true of every session, whatever it was compiled from. Each fails the running test.
#pragma once

#include "session/session.h"

// How many cues of a kind belong to a segment.
int count_cues(const Session *session, int segment, CueKind kind);

// Segments and beats follow one another without gaps and last what the doses say.
void assert_segments(const Session *session);

// Cues are in order of time, inside their segments, and never spoken over.
void assert_cues(const Session *session);

// Every kind of segment says what it must.
void assert_words(const Session *session);

// Where both sides are done they get the same time.
void assert_sides(const Session *session);

// The figure never jumps but where another exercise or side is shown.
void assert_view(const Session *session);

// All of these; repetitions are counted, and no hold is silent for long.
void assert_properties(const Session *session);
