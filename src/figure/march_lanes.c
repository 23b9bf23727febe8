#include "figure/march_lanes.h"

#include "figure/prop_shapes.h"

enum { SMALL_WIDTH = 16, SMALL_HEIGHT = 8, BLOCK = MARCH_BLOCK, BLOCKS = SMALL_WIDTH / BLOCK * SMALL_HEIGHT / BLOCK,
       RAYS_AT_EDGE = 4, TOGETHER = LANES / RAYS_AT_EDGE, MOST_STEPS = 96, KEY_PAINTED = 15 };

// A ray has arrived this near to the surface; the depth step between neighbours that is an edge.
static const float ARRIVED = 0.0006f, EDGE_DEPTH = 0.015f, SHORTEST_STEP = 0.007f, NEAR = 0.04f;

typedef struct {
    ShapeList list;
    float fronts[BODY_SHAPES]; // where each shape of the list begins
    float nearest, farthest;
    ShapeList first;           // those that begin before `first_end`: most rays end among them
    float first_end;
    short fields[BODY_FIELDS]; // muscles that may show
    int field_count;
    int left, top;             // of a small tile, while its edges are refined
} Tile;

static Point minus(Point a, Point b) { return (Point){a.x - b.x, a.y - b.y, a.z - b.z}; }

static float dot(Point a, Point b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

LANES_INLINE Lanes3 ray_directions(const Lens *lens, Lanes x, Lanes y) {
    Lanes across = (x - lens->centre_x) * (1.0f / lens->focal), down = (y - lens->centre_y) * (1.0f / lens->focal);
    Lanes3 ray = {lens->forward.x + across * lens->right.x - down * lens->up.x,
                  lens->forward.y + across * lens->right.y - down * lens->up.y,
                  lens->forward.z + across * lens->right.z - down * lens->up.z};
    return lanes3_scaled(ray, 1.0f / lanes_sqrt(lanes_dot(ray, ray)));
}

// A cone of rays: those through a rectangle of pixels.
typedef struct {
    Point axis;
    float widening;
} Cone;

static Cone cone_of(const Lens *lens, int left, int top, int width, int height) {
    Lanes3 ray = ray_directions(lens, lanes((float)left + (float)width / 2), lanes((float)top + (float)height / 2));
    float half_diagonal = 0.5f * sqrtf((float)(width * width + height * height));
    return (Cone){{ray.x[0], ray.y[0], ray.z[0]}, 1.0001f * half_diagonal / lens->focal};
}

// Whether a capsule of an axis from middle - half to middle + half touches the cone, and if so between
// which distances from the eye.
static bool cone_meets(const Lens *lens, const Cone *cone, Point middle, Point half, float radius, float *near, float *far) {
    Point from = minus(middle, lens->eye), axis = cone->axis;
    float along = dot(from, axis), half_along = dot(half, axis), long_way = along + fabsf(half_along);
    Point beside = {from.x - along * axis.x, from.y - along * axis.y, from.z - along * axis.z};
    Point across = {half.x - half_along * axis.x, half.y - half_along * axis.y, half.z - half_along * axis.z};
    float nearest = -dot(beside, across) / (dot(across, across) + 1e-9f);
    nearest = nearest < -1 ? -1 : nearest > 1 ? 1 : nearest;
    Point gap = {beside.x + nearest * across.x, beside.y + nearest * across.y, beside.z + nearest * across.z};
    float reach = radius + long_way * cone->widening;
    *near = along - fabsf(half_along) - reach, *far = long_way + reach;
    return dot(gap, gap) <= reach * reach;
}

static bool shape_meets(const Lens *lens, const Cone *cone, const Shape *shape, float *near, float *far) {
    const Point none = {0, 0, 0};
    if (shape->bound_thin > 0) return cone_meets(lens, cone, shape->bound_centre, shape->bound_half, shape->bound_thin, near, far);
    return cone_meets(lens, cone, shape->bound_centre, none, shape->bound_radius, near, far);
}

// The shapes of `from` (all when NULL) that a rectangle of pixels may see, and how near and far they lie. False when
// that is none of those asked for.
static bool tile_begin(const MarchJob *job, const ShapeList *from, const Cone *cone, Tile *tile) {
    float near, far;
    tile->list.count = tile->field_count = 0;
    tile->list.parts_apart = 0;
    tile->nearest = 1e6f, tile->farthest = 0;
    int count = from ? from->count : job->body->shape_count;
    for (int i = 0; i < count; i++) {
        int number = from ? from->shapes[i] : i;
        if (!shape_meets(&job->lens, cone, &job->body->shapes[number], &near, &far)) continue;
        tile->fronts[tile->list.count] = near;
        tile->list.shapes[tile->list.count++] = (short)number;
        tile->nearest = fminf(tile->nearest, near), tile->farthest = fmaxf(tile->farthest, far);
    }
    return tile->list.count > 0 && tile->list.shapes[tile->list.count - 1] >= job->first_shape;
}

// Most joints are out of the reach of a small tile; limbs' first ones melt into the trunk.
static void find_joints(const MarchJob *job, const Cone *cone, Tile *tile) {
    const Point none = {0, 0, 0};
    float near, far;
    for (int i = 0; i < job->body->part_count; i++) {
        const Part *part = &job->body->parts[i];
        if (!cone_meets(&job->lens, cone, part->joint, none, part->joint_reach, &near, &far))
            tile->list.parts_apart |= (uint64_t)1 << i;
    }
}

static void find_fields(const MarchJob *job, const Cone *cone, Tile *tile) {
    const Point none = {0, 0, 0};
    float near, far;
    for (int i = 0; i < job->body->field_count; i++) {
        const MuscleField *field = &job->body->fields[i];
        float smallest = fminf(field->inverse_radii.x, fminf(field->inverse_radii.y, field->inverse_radii.z));
        if (cone_meets(&job->lens, cone, field->centre, none, 1 / smallest, &near, &far))
            tile->fields[tile->field_count++] = (short)i;
    }
}

static float *start_of(const March *march, int x, int y) {
    return &march->starts[(size_t)(y / BLOCK) * (size_t)march->blocks_across + (size_t)(x / BLOCK)];
}

// Walks one wide ray for each of the blocks of a small tile, as far as all its pixels see nothing
// (cone marching). Returns whether any block may see something.
static bool find_starts(const MarchJob *job, const Tile *tile, int left, int top) {
    const Lens *lens = &job->lens;
    float wide = 0.7072f * (float)BLOCK / lens->focal;
    Lanes x, y;
    for (int lane = 0; lane < LANES; lane++) {
        int block = lane % BLOCKS; // where there are more lanes the rest does the same
        x[lane] = (float)(left + block % 4 * BLOCK) + (float)BLOCK / 2;
        y[lane] = (float)(top + block / 4 * BLOCK) + (float)BLOCK / 2;
    }
    Lanes3 eye = lanes3_of(lens->eye.x, lens->eye.y, lens->eye.z), ray = ray_directions(lens, x, y);
    Lanes walked = lanes(tile->nearest);
    LaneMask active = walked < walked + 1.0f, near = {0};
    for (int step = 0; step < MOST_STEPS && lanes_any(active); step++) {
        Lanes d = body_distance(job->body, &tile->list, lanes3_along(eye, ray, walked));
        Lanes free = d * 0.96f - walked * wide; // what is certain for the whole width
        LaneMask close = free < 0.0015f;
        near |= active & close;
        active &= ~close;
        walked += lanes_select(active, free, lanes(0));
        active &= walked < tile->farthest;
    }
    near |= active; // ran out of steps along a surface
    for (int lane = 0; lane < BLOCKS; lane++) {
        int bx = left + lane % 4 * BLOCK, by = top + lane / 4 * BLOCK;
        if (bx < job->march->width && by < job->march->height)
            *start_of(job->march, bx, by) = near[lane] ? walked[lane] : -1;
    }
    return lanes_any(near);
}

// Sets aside the shapes in front: those that begin not much behind where the blocks of the tile do.
static void find_first(const MarchJob *job, Tile *tile, int left, int top) {
    const float depth = 0.06f;
    float farthest = 0;
    for (int i = 0; i < BLOCKS; i++) {
        int x = left + i % 4 * BLOCK, y = top + i / 4 * BLOCK;
        if (x < job->march->width && y < job->march->height) farthest = fmaxf(farthest, *start_of(job->march, x, y));
    }
    tile->first_end = farthest + depth;
    tile->first.count = 0;
    tile->first.parts_apart = tile->list.parts_apart;
    for (int i = 0; i < tile->list.count; i++)
        if (tile->fronts[i] < tile->first_end) tile->first.shapes[tile->first.count++] = tile->list.shapes[i];
}

// Distance among the shapes in front for rays that are there, among all for those that are behind.
LANES_INLINE Lanes distance_among(const MarchJob *job, const Tile *tile, LaneMask active, LaneMask behind, Lanes3 at) {
    if (!lanes_any(active & behind)) return body_distance(job->body, &tile->first, at);
    Lanes all = body_distance(job->body, &tile->list, at);
    if (!lanes_any(active & ~behind)) return all;
    return lanes_select(behind, all, body_distance(job->body, &tile->first, at));
}

LANES_INLINE Surface surface_among(const MarchJob *job, const Tile *tile, LaneMask hit, LaneMask behind, Lanes3 at) {
    if (!lanes_any(hit & behind)) return body_surface(job->body, &tile->first, at);
    Surface all = body_surface(job->body, &tile->list, at);
    if (!lanes_any(hit & ~behind)) return all;
    Surface first = body_surface(job->body, &tile->first, at);
    return (Surface){lanes_select(behind, all.distance, first.distance), lanes3_select(behind, all.gradient, first.gradient),
                     (behind & all.part) | (~behind & first.part)};
}

// Walks rays from `start` on; true lanes of the result have hit, at `t`, before `end`.
LANES_INLINE LaneMask trace(const MarchJob *job, const Tile *tile, Lanes3 eye, Lanes3 ray, Lanes start, Lanes end, Lanes *t) {
    Lanes walked = start, before = lanes(1e6f), stepped = lanes(0);
    LaneMask active = walked < end, hit = {0};
    float near = job->body->has_ribbons ? 0 : NEAR, longest = job->body->has_ribbons ? 2 : 12;
    for (int step = 0; step < MOST_STEPS && lanes_any(active); step++) {
        LaneMask behind = walked > tile->first_end;
        Lanes d = distance_among(job, tile, active, behind, lanes3_along(eye, ray, walked));
        LaneMask arrived = lanes_max(d, -d) < ARRIVED;
        hit |= active & arrived;
        // Near a surface, as far as it is met if the distance goes on shrinking as it did: before a convex
        // body that is never too far. What goes too far steps back. Where the distance hardly shrinks the
        // ray grazes a surface: small steps would never end there.
        Lanes shrinks = before - d, ahead = d * 0.96f;
        // A ribbon is so thin that it would be passed: then only short steps.
        LaneMask steady = (shrinks > 0.4f * stepped) & (d < near) & (stepped > 0.0f);
        ahead = lanes_select(steady, stepped * d / lanes_max(shrinks, lanes(1e-9f)), ahead);
        LaneMask grazes = (d > 0.6f * before) & (d > 0.0f) & (before > 0.0f);
        ahead = lanes_select(grazes, lanes_max(ahead, lanes_min(lanes(SHORTEST_STEP), longest * d)), ahead);
        before = d;
        stepped = lanes_select(arrived | (d < 0.0f), d, ahead);
        Lanes next = walked + stepped;
        // The shapes in front know nothing of what lies behind: a step among them ends where that may begin.
        Lanes ends = lanes_min(next, lanes_max(walked + ARRIVED, lanes(tile->first_end + ARRIVED)));
        walked = lanes_select(active, lanes_select(behind, next, ends), walked);
        active &= ~arrived & (walked < end);
    }
    hit |= active & (lanes_max(before, -before) < 0.004f);
    *t = walked;
    return hit;
}

// Display values squared, so that light adds up nearly as it does in the world.
#define TONE(v) ((v) / 255.0f * ((v) / 255.0f))
#define COLOUR(r, g, b) {TONE(r##.0f), TONE(g##.0f), TONE(b##.0f)}
static const float albedos[MATERIAL_COUNT][3] = {
    [MATERIAL_SKIN] = COLOUR(232, 190, 164),  [MATERIAL_TOP] = COLOUR(54, 140, 149),
    [MATERIAL_TIGHTS] = COLOUR(70, 89, 117),  [MATERIAL_SOCK] = COLOUR(236, 233, 228),
    [MATERIAL_HAIR] = COLOUR(104, 78, 66),
    [MATERIAL_WALL] = COLOUR(242, 235, 224),  [MATERIAL_SKIRTING] = COLOUR(252, 249, 243),
    [MATERIAL_WOOD] = COLOUR(196, 156, 112),  [MATERIAL_FOAM] = COLOUR(74, 80, 88),
    [MATERIAL_RUBBER] = COLOUR(232, 112, 88), [MATERIAL_STRAP] = COLOUR(92, 106, 150),
    [MATERIAL_BAND] = COLOUR(216, 120, 90),   [MATERIAL_CLOTH] = COLOUR(236, 232, 224),
    [MATERIAL_IRON] = COLOUR(88, 96, 106),
};

// Hair begins softly, strand by strand; all else has one colour, but for the face: true where that is painted.
static bool colour_of(const Body *body, int part, Material material, Point at, float colour[3]) {
    if (body->parts[part].material) {
        float tone = prop_tone(body, material, at);
        for (int c = 0; c < 3; c++) colour[c] = albedos[material][c] * tone;
        return false;
    }
    float strand = 0, hair = 0;
    if (body->parts[part].bone == BONE_HEAD) hair = body_hair(body, at, &strand);
    const float *skin = albedos[hair > 0 ? MATERIAL_SKIN : material];
    float tone = 1 + 0.09f * strand;
    for (int c = 0; c < 3; c++) colour[c] = skin[c] + hair * (albedos[MATERIAL_HAIR][c] * tone - skin[c]);
    return body->parts[part].bone == BONE_HEAD && body_paint_face(body, at, colour);
}

static void muscle_light(const Body *body, const Tile *tile, LaneMask parts, Lanes3 at, Lanes *warm, Lanes *cool) {
    *warm = *cool = lanes(0);
    for (int i = 0; i < tile->field_count; i++) {
        const MuscleField *field = &body->fields[tile->fields[i]];
        Lanes3 q = lanes3_from(at, field->centre);
        const float inverse[3] = {field->inverse_radii.x, field->inverse_radii.y, field->inverse_radii.z};
        Lanes sum = lanes(0);
        for (int axis = 0; axis < 3; axis++) {
            Lanes along = lanes3_on(q, field->axes[axis]) * inverse[axis];
            sum += along * along;
        }
        if (!lanes_any(sum < 1.0f)) continue;
        Lanes soft = lanes_smoothstep(1.0f - sum, 0, 0.85f);
        for (int lane = 0; lane < LANES; lane++)
            if (!(field->chains >> body->parts[parts[lane]].chain & 1)) soft[lane] = 0;
        *warm = lanes_max(*warm, field->warm * soft);
        *cool = lanes_max(*cool, field->cool * soft);
    }
}

// What rays see that are walked together.
typedef struct {
    Sample samples[LANES];
    uint8_t keys[LANES];
    float depths[LANES];
} Sights;

// What the surface is made of where rays hit it: its colour, and which lanes are skin.
static LaneMask find_colours(const MarchJob *job, LaneMask hit, LaneMask parts, Lanes3 at, Lanes3 *albedo, Sights *sights) {
    LaneMask skin = {0};
    *albedo = lanes3_of(0, 0, 0);
    for (int lane = 0; lane < LANES; lane++) {
        if (!hit[lane]) continue;
        Point point = {at.x[lane], at.y[lane], at.z[lane]};
        Material material = body_material(job->body, parts[lane], point);
        float colour[3];
        bool painted = colour_of(job->body, parts[lane], material, point, colour);
        skin[lane] = material == MATERIAL_SKIN ? -1 : 0;
        albedo->x[lane] = colour[0], albedo->y[lane] = colour[1], albedo->z[lane] = colour[2];
        sights->keys[lane] = (uint8_t)((painted ? KEY_PAINTED : (int)material) + 16 * job->body->parts[parts[lane]].chain);
    }
    return skin;
}

// The pixel, or one beside it in the tile, whose middle shows the same thing about as deep; NULL for none.
static const Sample *shown_beside(const March *march, const Tile *tile, int x, int y, uint8_t key, float depth) {
    static const int beside[9][2] = {{0, 0}, {-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}};
    for (int n = 0; n < 9; n++) {
        int nx = x + beside[n][0], ny = y + beside[n][1];
        if (nx < tile->left || nx >= tile->left + SMALL_WIDTH || nx >= march->width) continue;
        if (ny < tile->top || ny >= tile->top + SMALL_HEIGHT || ny >= march->height) continue;
        size_t i = (size_t)ny * (size_t)march->width + (size_t)nx;
        if (march->keys[i] == key && fabsf(march->depths[i] - depth) < EDGE_DEPTH) return &march->samples[i];
    }
    return NULL;
}

// At an edge rays only ask what is where: the light is that of the pixels, within which it hardly changes. Returns
// the rays that see what no pixel shows.
static LaneMask borrow_light(const March *march, const Tile *tile, LaneMask hit, Lanes x, Lanes y, Lanes t, Sights *sights) {
    LaneMask unlit = {0};
    for (int lane = 0; lane < LANES; lane++) {
        if (!hit[lane]) continue;
        const Sample *sample = shown_beside(march, tile, (int)x[lane], (int)y[lane], sights->keys[lane], t[lane]);
        if (sample) sights->samples[lane] = *sample;
        else unlit[lane] = -1;
        sights->depths[lane] = t[lane];
    }
    return unlit;
}

// Rays through canvas positions, walked from `start` to `end`.
static void see(const MarchJob *job, const Tile *tile, Lanes start, Lanes end, Lanes x, Lanes y, bool at_edge, Sights *sights) {
    const Lens *lens = &job->lens;
    Lanes3 eye = lanes3_of(lens->eye.x, lens->eye.y, lens->eye.z), ray = ray_directions(lens, x, y), albedo;
    Lanes t, warm, cool;
    LaneMask hit = trace(job, tile, eye, ray, start, end, &t);
    job->march->rays += LANES;
    *sights = (Sights){0};
    if (!lanes_any(hit)) return;
    Surface surface = surface_among(job, tile, hit, t > tile->first_end, lanes3_along(eye, ray, t));
    Lanes3 normal = surface.gradient;
    normal = lanes3_scaled(normal, 1.0f / lanes_max(lanes_sqrt(lanes_dot(normal, normal)), lanes(1e-9f)));
    // One step of Newton's method from where the ray arrived: edges of garments are then straight lines
    // even on surfaces seen at a slant.
    t += surface.distance / lanes_max(-lanes_dot(normal, ray), lanes(0.12f));
    Lanes3 at = lanes3_along(eye, ray, t);
    LaneMask skin = find_colours(job, hit, surface.part, at, &albedo, sights);
    if (at_edge) hit = borrow_light(job->march, tile, hit, x, y, t, sights);
    if (!lanes_any(hit)) return;
    Lanes3 colour = lighting_shade(job->lighting, at, normal, ray, albedo, skin);
    muscle_light(job->body, tile, surface.part, at, &warm, &cool);
    for (int lane = 0; lane < LANES; lane++) {
        if (!hit[lane]) continue;
        sights->samples[lane] = (Sample){colour.x[lane], colour.y[lane], colour.z[lane], 1, warm[lane], cool[lane]};
        sights->depths[lane] = t[lane];
    }
}

static void keep(March *march, const Sights *sights, int x, int y) {
    for (int lane = 0; lane < LANES; lane++) {
        int px = x + lane % 4, py = y + lane / 4;
        if (px >= march->width || py >= march->height) continue;
        size_t i = (size_t)py * (size_t)march->width + (size_t)px;
        march->samples[i] = sights->samples[lane];
        march->keys[i] = sights->keys[lane];
        march->depths[i] = sights->depths[lane];
    }
}

static void draw_small_tile(const MarchJob *job, Tile *tile, int left, int top) {
    March *march = job->march;
    Lanes across, down;
    for (int lane = 0; lane < LANES; lane++) across[lane] = (float)(lane % BLOCK), down[lane] = (float)(lane / BLOCK);
    if (!find_starts(job, tile, left, top)) return;
    find_first(job, tile, left, top);
    for (int y = top; y < top + SMALL_HEIGHT && y < march->height; y += LANES / BLOCK) {
        for (int x = left; x < left + SMALL_WIDTH && x < march->width; x += BLOCK) {
            Sights sights;
            float start = *start_of(march, x, y), fx = (float)x + 0.5f, fy = (float)y + 0.5f;
            if (start < 0) continue;
            see(job, tile, lanes(start), lanes(tile->farthest), fx + across, fy + down, false, &sights);
            keep(march, &sights, x, y);
        }
    }
}

// ---- edges ----

static bool differs(const March *march, size_t a, size_t b) {
    return march->keys[a] != march->keys[b] ||
           (march->keys[a] && fabsf(march->depths[a] - march->depths[b]) > EDGE_DEPTH);
}

static bool is_edge(const March *march, int x, int y) {
    size_t i = (size_t)y * (size_t)march->width + (size_t)x, row = (size_t)march->width;
    return (x > 0 && differs(march, i, i - 1)) || (x + 1 < march->width && differs(march, i, i + 1)) ||
           (y > 0 && differs(march, i, i - row)) || (y + 1 < march->height && differs(march, i, i + row));
}

// Within a pixel nothing is met that none of its neighbours meets about there. Where all of them meet something,
// so does all of the pixel.
static void find_range(const March *march, int x, int y, float *start, float *end) {
    const float before = 0.015f, behind = 0.02f;
    float nearest = 1e6f, farthest = 0;
    bool beside_nothing = false;
    for (int ny = y > 0 ? y - 1 : 0; ny <= y + 1 && ny < march->height; ny++)
        for (int nx = x > 0 ? x - 1 : 0; nx <= x + 1 && nx < march->width; nx++) {
            size_t i = (size_t)ny * (size_t)march->width + (size_t)nx;
            beside_nothing = beside_nothing || !march->keys[i];
            if (!march->keys[i]) continue;
            nearest = fminf(nearest, march->depths[i]), farthest = fmaxf(farthest, march->depths[i]);
        }
    *start = fmaxf(*start, nearest - before);
    if (beside_nothing) *end = farthest + behind;
}

typedef struct {
    int x, y, rays;
    float start, end; // between which something may be met
    bool alike; // all as in the middle of the pixel: no edge runs through it
    Sample sum;
} EdgePixel;

static void add_ray(const March *march, EdgePixel *pixel, const Sights *sights, int lane) {
    size_t i = (size_t)pixel->y * (size_t)march->width + (size_t)pixel->x;
    const Sample *s = &sights->samples[lane];
    Sample *sum = &pixel->sum;
    sum->red += s->red, sum->green += s->green, sum->blue += s->blue;
    sum->cover += s->cover, sum->warm += s->warm, sum->cool += s->cool;
    bool near = !sights->keys[lane] || fabsf(sights->depths[lane] - march->depths[i]) < EDGE_DEPTH;
    pixel->alike = pixel->alike && sights->keys[lane] == march->keys[i] && near;
    pixel->rays++;
}

// Four more rays in each of a few pixels, near their sides. None is in line with another.
static void refine_some(const MarchJob *job, const Tile *tile, EdgePixel *pixels[TOGETHER], int count, int half) {
    static const float offsets[8][2] = {{1, 7}, {5, 1}, {9, 15}, {15, 9}, {3, 11}, {7, 5}, {11, 13}, {13, 3}};
    Lanes x, y, start, end;
    for (int lane = 0; lane < LANES; lane++) {
        const EdgePixel *pixel = pixels[lane / RAYS_AT_EDGE < count ? lane / RAYS_AT_EDGE : 0];
        const float *offset = offsets[RAYS_AT_EDGE * half + lane % RAYS_AT_EDGE];
        x[lane] = (float)pixel->x + offset[0] / 16;
        y[lane] = (float)pixel->y + offset[1] / 16;
        start[lane] = pixel->start, end[lane] = pixel->end;
    }
    Sights sights;
    see(job, tile, start, end, x, y, true, &sights);
    for (int lane = 0; lane < RAYS_AT_EDGE * count; lane++) add_ray(job->march, pixels[lane / RAYS_AT_EDGE], &sights, lane);
}

// All edge pixels of a tile get four more rays; those where the rays differ four others, unless it is to be quick.
static void refine_all(const MarchJob *job, const Tile *tile, EdgePixel *edges, int count) {
    for (int half = 0; half < (job->march->quick ? 1 : 2); half++) {
        EdgePixel *some[TOGETHER];
        int waiting = 0;
        for (int i = 0; i < count; i++) {
            if (half && edges[i].alike) continue;
            some[waiting++] = &edges[i];
            if (waiting == TOGETHER) refine_some(job, tile, some, waiting, half), waiting = 0;
        }
        if (waiting) refine_some(job, tile, some, waiting, half);
    }
}

static bool has_edge(const March *march, int left, int top) {
    for (int y = top; y < top + SMALL_HEIGHT && y < march->height; y++)
        for (int x = left; x < left + SMALL_WIDTH && x < march->width; x++)
            if (march_shows(march, x, y) && is_edge(march, x, y)) return true;
    return false;
}

static void refine_small_tile(const MarchJob *job, Tile *tile, int left, int top) {
    March *march = job->march;
    EdgePixel edges[SMALL_WIDTH * SMALL_HEIGHT];
    int count = 0;
    for (int y = top; y < top + SMALL_HEIGHT && y < march->height; y++)
        for (int x = left; x < left + SMALL_WIDTH && x < march->width; x++) {
            float start = *start_of(march, x, y), end = tile->farthest;
            if (start < 0 || !is_edge(march, x, y)) continue; // negative: beside an edge, but sure to see nothing
            find_range(march, x, y, &start, &end);
            edges[count++] = (EdgePixel){x, y, 0, start, end, true, {0}};
        }
    if (!count) return;
    tile->left = left, tile->top = top;
    find_first(job, tile, left, top);
    refine_all(job, tile, edges, count);
    for (int i = 0; i < count; i++) {
        const Sample *sum = &edges[i].sum;
        float share = 1.0f / (float)edges[i].rays;
        march->samples[(size_t)edges[i].y * (size_t)march->width + (size_t)edges[i].x] =
            (Sample){sum->red * share, sum->green * share, sum->blue * share, sum->cover * share, sum->warm * share, sum->cool * share};
    }
}

// ---- tiles ----

typedef void TileWork(const MarchJob *job, Tile *tile, int left, int top);

static void for_small_tiles(const MarchJob *job, TileWork *work, bool only_edges) {
    const March *march = job->march;
    for (int top = march->top; top < march->bottom; top += MARCH_TILE) {
        for (int left = march->left; left < march->right; left += MARCH_TILE) {
            Tile large, small;
            Cone cone = cone_of(&job->lens, left, top, MARCH_TILE, MARCH_TILE);
            if (!tile_begin(job, NULL, &cone, &large)) continue;
            for (int y = top; y < top + MARCH_TILE && y < march->height; y += SMALL_HEIGHT)
                for (int x = left; x < left + MARCH_TILE && x < march->width; x += SMALL_WIDTH) {
                    if (only_edges && !has_edge(march, x, y)) continue;
                    cone = cone_of(&job->lens, x, y, SMALL_WIDTH, SMALL_HEIGHT);
                    if (!tile_begin(job, &large.list, &cone, &small)) continue;
                    find_joints(job, &cone, &small);
                    find_fields(job, &cone, &small);
                    work(job, &small, x, y);
                }
        }
    }
}

void march_lanes_draw(const MarchJob *job) {
    for_small_tiles(job, draw_small_tile, false);
    for_small_tiles(job, refine_small_tile, true);
}
