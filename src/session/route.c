#include "session/route.h"

// A position and which way round.
enum { NODES = 2 * POSITION_COUNT, FAR_MS = 1 << 28, TURN_MS = 5500 };

// Where the other way round looks like the same, mirrored: one can be seen from the other side.
static const bool is_even[POSITION_COUNT] = {
    [LYING_SUPINE] = true, [LYING_PRONE] = true,  [ON_ALL_FOURS] = true, [KNEELING] = true,
    [SEATED_FLOOR] = true, [SEATED_CHAIR] = true, [STANDING] = true,
};

typedef struct {
    int ms[NODES];   // to the goal
    Leg next[NODES]; // and how it begins; without a way: seen from the other side
    int after[NODES];
} Distances;

static int node_of(Position position, bool mirrored) { return 2 * (int)position + mirrored; }

int route_way_ms(const Way *way) {
    int ms = 0;
    for (int i = 0; i < way->clip.phases.count; i++) ms += way->clip.phases.items[i].duration_ms;
    return ms;
}

// Learns whether a way, played from one of its ends, is a shorter way to the goal.
static bool relax(Distances *distances, const Way *way, int begin, bool mirrored) {
    int from = node_of(way->ends[begin], way->mirrored[begin] != mirrored);
    int to = node_of(way->ends[!begin], way->mirrored[!begin] != mirrored);
    int ms = distances->ms[to] + route_way_ms(way);
    if (ms >= distances->ms[from]) return false;
    distances->ms[from] = ms;
    distances->next[from] = (Leg){way, begin == 1, mirrored, false};
    distances->after[from] = to;
    return true;
}

// The same for the view from the other side.
static bool relax_view(Distances *distances, int node) {
    int other = node ^ 1, ms = distances->ms[other] + TURN_MS;
    if (!is_even[node / 2] || ms >= distances->ms[node]) return false;
    distances->ms[node] = ms;
    distances->next[node] = (Leg){0};
    distances->after[node] = other;
    return true;
}

// Every node's distance to the goal (Bellman 1958).
static void measure(const Library *library, int goal, Distances *distances) {
    for (int i = 0; i < NODES; i++) distances->ms[i] = i == goal ? 0 : FAR_MS;
    for (bool better = true; better;) {
        better = false;
        for (int i = 0; i < 4 * library->ways.count; i++)
            better |= relax(distances, library->ways.items[i / 4], i / 2 % 2, i % 2);
        for (int i = 0; i < NODES; i++) better |= relax_view(distances, i);
    }
}

int route_find(const Library *library, Position from, int from_mirrored, Position to, bool to_mirrored,
               Leg legs[ROUTE_LEGS_MAX]) {
    if (!library || (from == to && (is_even[to] || from_mirrored == to_mirrored))) return 0;
    Distances distances;
    int goal = node_of(to, to_mirrored);
    measure(library, goal, &distances);
    int node = node_of(from, from_mirrored == true), count = 0;
    if (from_mirrored == ROUTE_ANY_SIDE && distances.ms[node ^ 1] < distances.ms[node]) node ^= 1;
    if (distances.ms[node] >= FAR_MS) return 0;
    bool turns = false;
    for (; node != goal; node = distances.after[node]) {
        turns |= distances.next[node].way == NULL;
        if (!distances.next[node].way) continue;
        legs[count] = distances.next[node];
        legs[count++].turns_view = turns;
        turns = false;
    }
    return count;
}
