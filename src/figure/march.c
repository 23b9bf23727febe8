#include "figure/march.h"

#include "figure/prop_shapes.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TILE = 32, SMALL_TILE = 8, BLOCK = 4, MOST_STEPS = 96 };

// A ray has arrived this near to the surface; the depth step between neighbours that is an edge.
static const float ARRIVED = 0.0006f, EDGE_DEPTH = 0.015f, SHORTEST_STEP = 0.004f;

typedef struct {
    Point eye, right, up, forward;
    float focal, centre_x, centre_y;
} Lens;

typedef struct {
    March *march;
    const Body *body;
    const Light *light;
    Lens lens;
} Job;

typedef struct {
    ShapeList list;
    float fronts[BODY_SHAPES]; // where each shape of the list begins
    float nearest, farthest;
    ShapeList first;           // those that begin before `first_end`: most rays end among them
    float first_end;
} Tile;

static Point point_of(Vec v) { return (Point){(float)v.x, (float)v.y, (float)v.z}; }

static Point minus(Point a, Point b) { return (Point){a.x - b.x, a.y - b.y, a.z - b.z}; }

static float dot(Point a, Point b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

static Lens lens_of(const Camera *c) {
    return (Lens){point_of(c->eye), point_of(c->right), point_of(c->up), point_of(c->forward),
                  (float)c->focal_px, (float)c->centre_x, (float)c->centre_y};
}

March march_make(int width, int height) {
    March march = {.width = width, .height = height};
    size_t pixels = (size_t)width * (size_t)height;
    march.samples = calloc(pixels, sizeof *march.samples);
    march.keys = calloc(pixels, 1);
    march.depths = calloc(pixels, sizeof *march.depths);
    march.starts = calloc((pixels / BLOCK + 1) / BLOCK + (size_t)(width + height) + 1, sizeof *march.starts);
    if (!march.samples || !march.keys || !march.depths || !march.starts) {
        fputs("limber: out of memory\n", stderr);
        abort();
    }
    return march;
}

void march_free(March *march) {
    free(march->samples);
    free(march->keys);
    free(march->depths);
    free(march->starts);
    *march = (March){0};
}

static Four3 ray_directions(const Lens *lens, Four x, Four y) {
    Four across = (x - lens->centre_x) * (1.0f / lens->focal), down = (y - lens->centre_y) * (1.0f / lens->focal);
    Four3 ray = {lens->forward.x + across * lens->right.x - down * lens->up.x,
                 lens->forward.y + across * lens->right.y - down * lens->up.y,
                 lens->forward.z + across * lens->right.z - down * lens->up.z};
    Four shorter = 1.0f / four_sqrt(four_dot(ray, ray));
    return (Four3){ray.x * shorter, ray.y * shorter, ray.z * shorter};
}

// The shapes of `from` (all when NULL) that a square of pixels may see, and how near and far they lie.
static bool tile_begin(const Job *job, const ShapeList *from, int left, int top, int size, Tile *tile) {
    const Lens *lens = &job->lens;
    Four3 ray = ray_directions(lens, four((float)left + (float)size / 2), four((float)top + (float)size / 2));
    Point axis = {ray.x[0], ray.y[0], ray.z[0]};
    float widening = 0.7072f * (float)size / lens->focal;
    tile->list.count = 0;
    tile->nearest = 1e6f, tile->farthest = 0;
    int count = from ? from->count : job->body->shape_count;
    for (int i = 0; i < count; i++) {
        int number = from ? from->shapes[i] : i;
        const Shape *shape = &job->body->shapes[number];
        Point centre = minus(shape->bound_centre, lens->eye);
        float along = dot(centre, axis), reach = shape->bound_radius + along * widening;
        if (dot(centre, centre) - along * along > reach * reach) continue;
        tile->fronts[tile->list.count] = along - reach;
        tile->list.shapes[tile->list.count++] = (short)number;
        if (along - reach < tile->nearest) tile->nearest = along - reach;
        if (along + reach > tile->farthest) tile->farthest = along + reach;
    }
    return tile->list.count > 0;
}

static float *start_of(const March *march, int x, int y) {
    return &march->starts[(size_t)(y / BLOCK) * (size_t)((march->width + BLOCK - 1) / BLOCK) + (size_t)(x / BLOCK)];
}

// Walks one wide ray for each of the four blocks of a small tile, as far as all its pixels see nothing
// (cone marching). Returns whether any block may see something.
static bool find_starts(const Job *job, const Tile *tile, int left, int top) {
    const Lens *lens = &job->lens;
    float middle = (float)BLOCK / 2, wide = 0.7072f * (float)BLOCK / lens->focal;
    float x = (float)left + middle, y = (float)top + middle;
    Four3 eye = four3_of(lens->eye.x, lens->eye.y, lens->eye.z);
    Four3 ray = ray_directions(lens, (Four){x, x + BLOCK, x, x + BLOCK}, (Four){y, y, y + BLOCK, y + BLOCK});
    Four walked = four(tile->nearest);
    FourMask active = walked < walked + 1.0f, near = {0};
    for (int step = 0; step < MOST_STEPS && four_any(active); step++) {
        Four d = body_distance(job->body, &tile->list, four3_along(eye, ray, walked));
        Four free = d * 0.96f - walked * wide; // what is certain for the whole width
        FourMask close = free < 0.0015f;
        near |= active & close;
        active &= ~close;
        walked += four_select(active, free, four(0));
        active &= walked < tile->farthest;
    }
    near |= active; // ran out of steps along a surface
    bool any = false;
    for (int lane = 0; lane < 4; lane++) {
        int bx = left + (lane & 1) * BLOCK, by = top + (lane >> 1) * BLOCK;
        if (bx >= job->march->width || by >= job->march->height) continue;
        *start_of(job->march, bx, by) = near[lane] ? walked[lane] : -1;
        any = any || near[lane];
    }
    return any;
}

// Sets aside the shapes in front: those that begin not much behind where the blocks of the tile do.
static void find_first(const Job *job, Tile *tile, int left, int top) {
    const float depth = 0.06f;
    float farthest = 0;
    for (int i = 0; i < 4; i++) {
        int x = left + (i & 1) * BLOCK, y = top + (i >> 1) * BLOCK;
        if (x < job->march->width && y < job->march->height) farthest = fmaxf(farthest, *start_of(job->march, x, y));
    }
    tile->first_end = farthest + depth;
    tile->first.count = 0;
    for (int i = 0; i < tile->list.count; i++)
        if (tile->fronts[i] < tile->first_end) tile->first.shapes[tile->first.count++] = tile->list.shapes[i];
}

// Walks four rays of one block; true lanes of the result have hit, at `t`. Around there
// `list` is all that matters.
static FourMask trace(const Job *job, const Tile *tile, Four3 eye, Four3 ray, float start, Four *t,
                      const ShapeList **list) {
    Four walked = four(start), before = four(1e6f);
    FourMask active = walked < walked + 1.0f, hit = {0};
    *list = &tile->first;
    for (int step = 0; step < MOST_STEPS; step++) {
        if (four_any(walked > tile->first_end)) *list = &tile->list;
        Four d = body_distance(job->body, *list, four3_along(eye, ray, walked));
        FourMask arrived = d < ARRIVED;
        hit |= active & arrived;
        // Where the distance hardly shrinks the ray grazes a surface: small steps would never end there.
        Four ahead = four_select(d > 0.6f * before, four_max(d * 0.96f, four(SHORTEST_STEP)), d * 0.96f);
        before = d;
        Four step_to = four_select(arrived, d, ahead);
        walked += four_select(active, step_to, four(0));
        active &= ~arrived & (walked < tile->farthest);
        if (!four_any(active)) break;
    }
    *t = walked;
    return hit;
}

// The gradient of the field, of length 1, by differences ahead; `distance` is the field there.
static Four3 normal_at(const Job *job, const ShapeList *list, Four3 at, Four *distance) {
    const float e = 0.0005f;
    Four here = *distance = body_distance(job->body, list, at);
    Four3 n = {body_distance(job->body, list, (Four3){at.x + e, at.y, at.z}) - here,
               body_distance(job->body, list, (Four3){at.x, at.y + e, at.z}) - here,
               body_distance(job->body, list, (Four3){at.x, at.y, at.z + e}) - here};
    Four shorter = 1.0f / four_max(four_sqrt(four_dot(n, n)), four(1e-9f));
    return (Four3){n.x * shorter, n.y * shorter, n.z * shorter};
}

// Display values squared, so that light adds up nearly as it does in the world.
#define TONE(v) ((v) / 255.0f * ((v) / 255.0f))
#define COLOUR(r, g, b) {TONE(r##.0f), TONE(g##.0f), TONE(b##.0f)}
static const float albedos[MATERIAL_COUNT][3] = {
    [MATERIAL_SKIN] = COLOUR(232, 190, 164),  [MATERIAL_TOP] = COLOUR(54, 140, 149),
    [MATERIAL_TIGHTS] = COLOUR(70, 89, 117),  [MATERIAL_SOCK] = COLOUR(250, 248, 244),
    [MATERIAL_HAIR] = COLOUR(104, 78, 66),
    [MATERIAL_WALL] = COLOUR(242, 235, 224),  [MATERIAL_SKIRTING] = COLOUR(252, 249, 243),
    [MATERIAL_WOOD] = COLOUR(196, 156, 112),  [MATERIAL_FOAM] = COLOUR(74, 80, 88),
    [MATERIAL_RUBBER] = COLOUR(232, 112, 88), [MATERIAL_STRAP] = COLOUR(92, 106, 150),
    [MATERIAL_BAND] = COLOUR(216, 120, 90),   [MATERIAL_CLOTH] = COLOUR(236, 232, 224),
    [MATERIAL_IRON] = COLOUR(88, 96, 106),
};

// Hair begins softly, strand by strand; all else has one colour.
static void colour_of(const Body *body, int part, Material material, Point at, float colour[3]) {
    if (body->parts[part].material) {
        float tone = prop_tone(body, material, at);
        for (int c = 0; c < 3; c++) colour[c] = albedos[material][c] * tone;
        return;
    }
    float strand = 0, hair = 0;
    if (body->parts[part].bone == BONE_HEAD) hair = body_hair(body, at, &strand);
    const float *skin = albedos[hair > 0 ? MATERIAL_SKIN : material];
    float tone = 1 + 0.09f * strand;
    for (int c = 0; c < 3; c++) colour[c] = skin[c] + hair * (albedos[MATERIAL_HAIR][c] * tone - skin[c]);
}

static void muscle_light(const Body *body, const int parts[4], Four3 at, Four *warm, Four *cool) {
    *warm = *cool = four(0);
    for (int i = 0; i < body->field_count; i++) {
        const MuscleField *field = &body->fields[i];
        Four3 q = {at.x - field->centre.x, at.y - field->centre.y, at.z - field->centre.z};
        Four sum = four(0);
        const float inverse[3] = {field->inverse_radii.x, field->inverse_radii.y, field->inverse_radii.z};
        for (int axis = 0; axis < 3; axis++) {
            Four along = (q.x * field->axes[axis].x + q.y * field->axes[axis].y + q.z * field->axes[axis].z) * inverse[axis];
            sum += along * along;
        }
        if (!four_any(sum < 1.0f)) continue;
        Four soft = four_smoothstep(1.0f - sum, 0, 0.85f);
        for (int lane = 0; lane < 4; lane++)
            if (!(field->chains >> body->parts[parts[lane]].chain & 1)) soft[lane] = 0;
        *warm = four_max(*warm, field->warm * soft);
        *cool = four_max(*cool, field->cool * soft);
    }
}

typedef struct {
    Sample samples[4];
    uint8_t keys[4];
    float depths[4];
} Quad;

// Four rays through canvas positions of one block: what they see.
static void see(const Job *job, const Tile *tile, float start, Four x, Four y, Quad *quad) {
    const Lens *lens = &job->lens;
    Four3 eye = four3_of(lens->eye.x, lens->eye.y, lens->eye.z), ray = ray_directions(lens, x, y);
    Four t;
    const ShapeList *list;
    FourMask hit = trace(job, tile, eye, ray, start, &t, &list);
    job->march->rays += 4;
    *quad = (Quad){0};
    if (!four_any(hit)) return;
    // One step of Newton's method from where the ray arrived: edges of garments are then straight lines
    // even on surfaces seen at a slant.
    Four distance;
    Four3 at = four3_along(eye, ray, t), normal = normal_at(job, list, at, &distance), albedo = four3_of(0, 0, 0);
    Four slant = four_max(-four_dot(normal, ray), four(0.12f));
    t += distance / slant;
    at = four3_along(eye, ray, t);
    int parts[4];
    body_nearest_part(job->body, list, at, parts);
    FourMask skin = {0};
    for (int lane = 0; lane < 4; lane++) {
        if (!hit[lane]) continue;
        Point point = {at.x[lane], at.y[lane], at.z[lane]};
        Material material = body_material(job->body, parts[lane], point);
        float colour[3];
        colour_of(job->body, parts[lane], material, point, colour);
        skin[lane] = material == MATERIAL_SKIN ? -1 : 0;
        albedo.x[lane] = colour[0], albedo.y[lane] = colour[1], albedo.z[lane] = colour[2];
        quad->keys[lane] = (uint8_t)(material + 16 * job->body->parts[parts[lane]].chain);
        quad->depths[lane] = t[lane];
    }
    Four3 colour = light_shade(job->body, job->light, at, normal, ray, albedo, skin);
    Four warm, cool;
    muscle_light(job->body, parts, at, &warm, &cool);
    for (int lane = 0; lane < 4; lane++)
        if (hit[lane])
            quad->samples[lane] = (Sample){colour.x[lane], colour.y[lane], colour.z[lane], 1, warm[lane], cool[lane]};
}

static void draw_small_tile(const Job *job, Tile *tile, int left, int top) {
    March *march = job->march;
    if (!find_starts(job, tile, left, top)) return;
    find_first(job, tile, left, top);
    for (int y = top; y < top + SMALL_TILE && y < march->height; y += 2) {
        for (int x = left; x < left + SMALL_TILE && x < march->width; x += 2) {
            Quad quad;
            float start = *start_of(march, x, y);
            if (start < 0) continue;
            float fx = (float)x + 0.5f, fy = (float)y + 0.5f;
            see(job, tile, start, (Four){fx, fx + 1, fx, fx + 1}, (Four){fy, fy, fy + 1, fy + 1}, &quad);
            for (int lane = 0; lane < 4; lane++) {
                int px = x + (lane & 1), py = y + (lane >> 1);
                if (px >= march->width || py >= march->height) continue;
                size_t i = (size_t)py * (size_t)march->width + (size_t)px;
                march->samples[i] = quad.samples[lane];
                march->keys[i] = quad.keys[lane];
                march->depths[i] = quad.depths[lane];
            }
        }
    }
}

static bool differs(const March *march, size_t a, size_t b) {
    return march->keys[a] != march->keys[b] ||
           (march->keys[a] && fabsf(march->depths[a] - march->depths[b]) > EDGE_DEPTH);
}

static bool is_edge(const March *march, int x, int y) {
    size_t i = (size_t)y * (size_t)march->width + (size_t)x, row = (size_t)march->width;
    return (x > 0 && differs(march, i, i - 1)) || (x + 1 < march->width && differs(march, i, i + 1)) ||
           (y > 0 && differs(march, i, i - row)) || (y + 1 < march->height && differs(march, i, i + row));
}

// Four more rays in a pixel, near its sides; four others where those differ. None is in line with another.
static void refine_pixel(const Job *job, const Tile *tile, int x, int y) {
    static const float offsets[8][2] = {{1, 7}, {5, 1}, {9, 15}, {15, 9}, {3, 11}, {7, 5}, {11, 13}, {13, 3}};
    Sample sum = {0};
    bool alike = true; // all as in the middle of the pixel: no edge runs through it
    size_t i = (size_t)y * (size_t)job->march->width + (size_t)x;
    float start = *start_of(job->march, x, y);
    if (start < 0) return; // beside an edge, but sure to see nothing
    int count = 0;
    for (int half = 0; half < 2 && !(half && alike); half++) {
        Four fx, fy;
        for (int lane = 0; lane < 4; lane++) {
            fx[lane] = (float)x + offsets[4 * half + lane][0] / 16;
            fy[lane] = (float)y + offsets[4 * half + lane][1] / 16;
        }
        Quad quad;
        see(job, tile, start, fx, fy, &quad);
        for (int lane = 0; lane < 4; lane++) {
            const Sample *s = &quad.samples[lane];
            sum.red += s->red, sum.green += s->green, sum.blue += s->blue;
            sum.cover += s->cover, sum.warm += s->warm, sum.cool += s->cool;
            bool near = !quad.keys[lane] || fabsf(quad.depths[lane] - job->march->depths[i]) < EDGE_DEPTH;
            alike = alike && quad.keys[lane] == job->march->keys[i] && near;
        }
        count += 4;
    }
    float share = 1.0f / (float)count;
    job->march->samples[i] = (Sample){sum.red * share,   sum.green * share, sum.blue * share,
                                      sum.cover * share, sum.warm * share,  sum.cool * share};
}

static void refine_small_tile(const Job *job, Tile *tile, int left, int top) {
    find_first(job, tile, left, top);
    for (int y = top; y < top + SMALL_TILE && y < job->march->height; y++)
        for (int x = left; x < left + SMALL_TILE && x < job->march->width; x++)
            if (is_edge(job->march, x, y)) refine_pixel(job, tile, x, y);
}

typedef void TileWork(const Job *job, Tile *tile, int left, int top);

static void for_small_tiles(const Job *job, TileWork *work) {
    const March *march = job->march;
    for (int top = march->top; top < march->bottom; top += TILE) {
        for (int left = march->left; left < march->right; left += TILE) {
            Tile large, small;
            if (!tile_begin(job, NULL, left, top, TILE, &large)) continue;
            for (int y = top; y < top + TILE && y < march->height; y += SMALL_TILE)
                for (int x = left; x < left + TILE && x < march->width; x += SMALL_TILE)
                    if (tile_begin(job, &large.list, x, y, SMALL_TILE, &small)) work(job, &small, x, y);
        }
    }
}

static int within(double value, int most) { return value < 0 ? 0 : value > most ? most : (int)value; }

// The part of the canvas the body may cover, on whole tiles.
static void find_bounds(March *march, const Body *body, const Camera *camera) {
    double left = march->width, top = march->height, right = 0, bottom = 0;
    for (int i = 0; i < body->shape_count; i++) {
        const Shape *shape = &body->shapes[i];
        double x, y;
        Vec centre = vec(shape->bound_centre.x, shape->bound_centre.y, shape->bound_centre.z);
        double radius = camera_project(camera, centre, &x, &y) * shape->bound_radius;
        left = fmin(left, x - radius), right = fmax(right, x + radius);
        top = fmin(top, y - radius), bottom = fmax(bottom, y + radius);
    }
    march->left = within(left, march->width) / TILE * TILE;
    march->top = within(top, march->height) / TILE * TILE;
    march->right = within(right + 1, march->width);
    march->bottom = within(bottom + 1, march->height);
}

static void clear(March *march) {
    for (int y = march->top; y < march->bottom; y++) {
        size_t begin = (size_t)y * (size_t)march->width;
        memset(march->samples + begin, 0, (size_t)march->width * sizeof *march->samples);
        memset(march->keys + begin, 0, (size_t)march->width);
    }
}

void march_draw(March *march, const Body *body, const Camera *camera, const Light *light) {
    Job job = {march, body, light, lens_of(camera)};
    clear(march);
    find_bounds(march, body, camera);
    for_small_tiles(&job, draw_small_tile);
    for_small_tiles(&job, refine_small_tile);
}
