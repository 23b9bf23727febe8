#include "sdl/damage.h"

#include <string.h>

uint64_t print_bytes(uint64_t print, const void *bytes, size_t size) {
    const unsigned char *at = bytes;
    for (size_t i = 0; i < size; i++) print = (print ^ at[i]) * 1099511628211ull;
    return print;
}

uint64_t print_text(uint64_t print, const char *text) {
    unsigned char begins = text != NULL;
    print = print_bytes(print, &begins, 1);
    return text ? print_bytes(print, text, strlen(text) + 1) : print;
}

static int64_t extent_of(Area area) {
    return (int64_t)area.width * area.height;
}

// Of two areas kept apart, how many pixels one around both would paint for nothing.
static int64_t waste_of(Area a, Area b) {
    return extent_of(area_around(a, b)) - extent_of(a) - extent_of(b);
}

static void damage_take(Damage *damage, int index) {
    damage->areas[index] = damage->areas[--damage->count];
}

static int cheapest_partner(const Damage *damage, Area area) {
    int best = 0;
    for (int i = 1; i < damage->count; i++)
        if (waste_of(area, damage->areas[i]) < waste_of(area, damage->areas[best])) best = i;
    return best;
}

void damage_add(Damage *damage, Area area) {
    area = area_shared(area, damage->bounds);
    if (area_is_empty(area)) return;
    // Growing may reach others, so the search begins again.
    for (int i = 0; i < damage->count;) {
        if (area_is_empty(area_shared(area, damage->areas[i]))) {
            i++;
            continue;
        }
        area = area_around(area, damage->areas[i]);
        damage_take(damage, i);
        i = 0;
    }
    if (damage->count < DAMAGE_LIMIT) {
        damage->areas[damage->count++] = area;
        return;
    }
    int partner = cheapest_partner(damage, area);
    area = area_around(area, damage->areas[partner]);
    damage_take(damage, partner);
    damage_add(damage, area);
}

static int find(const Trace *traces, int from, int count, uint64_t print) {
    for (int i = from; i < count; i++)
        if (traces[i].print == print) return i;
    return -1;
}

void damage_compare(Damage *damage, const Trace *before, int before_count, const Trace *after, int after_count) {
    while (before_count && after_count && before[before_count - 1].print == after[after_count - 1].print)
        before_count--, after_count--;
    int next = 0; // of before: all earlier ones are matched or gone
    for (int i = 0; i < after_count; i++) {
        int same = find(before, next, before_count, after[i].print);
        if (same < 0) {
            damage_add(damage, after[i].area);
            continue;
        }
        for (; next < same; next++) damage_add(damage, before[next].area);
        next++;
    }
    for (; next < before_count; next++) damage_add(damage, before[next].area);
}
