#include "session/route.h"

// A position and which way round.
enum { NODES = 2 * POSITION_COUNT, FAR_MS = 1 << 28, CUT_MS = 5500 };

typedef struct {
    int ms[NODES];   // to the goal
    Leg next[NODES]; // and how it begins
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
    distances->next[from] = (Leg){way, begin == 1, mirrored};
    distances->after[from] = to;
    return true;
}

// Every node's distance to the goal (Bellman 1958).
static void measure(const Library *library, int goal, Distances *distances) {
    for (int i = 0; i < NODES; i++) distances->ms[i] = i == goal ? 0 : FAR_MS;
    for (bool better = true; better;) {
        better = false;
        for (int i = 0; i < 4 * library->ways.count; i++)
            better |= relax(distances, library->ways.items[i / 4], i / 2 % 2, i % 2);
    }
}

int route_find(const Library *library, Position from, int from_mirrored, Position to, bool to_mirrored,
               Leg legs[ROUTE_LEGS_MAX]) {
    if (!library || from == to) return 0;
    Distances distances;
    int goal = node_of(to, to_mirrored);
    measure(library, goal, &distances);
    int cost_ms[2];
    for (int side = 0; side < 2; side++) {
        bool is_cut = from_mirrored != ROUTE_ANY_SIDE && from_mirrored != side;
        cost_ms[side] = distances.ms[node_of(from, side)] + (is_cut ? CUT_MS : 0);
    }
    int node = node_of(from, cost_ms[1] < cost_ms[0]), count = 0;
    if (distances.ms[node] >= FAR_MS) return 0;
    for (; node != goal; node = distances.after[node]) legs[count++] = distances.next[node];
    return count;
}
