// Sheets a person drew: what is wrong with them, told before they are missed.
#pragma once

#include "app/folders.h"

// One line for each sheet in the user's folder that is not shown, or not whole: "sheets/squat: ...". Lines live in the
// arena. A broken sheet does no harm: the shipped figure is shown instead.
int own_sheets_problems(Arena *arena, const Folders *folders, const char *const **lines);
