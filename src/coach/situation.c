#include "coach/situation.h"

void situation_read(Arena *arena, const Diary *diary, const Library *library, Moment now, Situation *situation) {
    course_read(arena, diary, library, now, &situation->course);
    situation->after = path_after(&situation->course);
    path_read(&situation->course, situation->after, &situation->path);
    situation->standing = standing_read(&situation->course);
    weeks_read(&situation->course, &situation->path, &situation->standing, &situation->weeks);
}

Gate situation_gate(const Situation *situation) {
    const Course *course = &situation->course;
    return gate_read(course, situation->after, course->diary->entries.count, situation->path.four_weeks_done);
}
