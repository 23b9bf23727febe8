// Several tasks beside each other, each in a process of its own: solving, drawing and packing of one sheet
// leave some of the time one processor idle, which another sheet's can use.
#pragma once

// Calls `work` with 0 .. tasks - 1 and returns the largest result, 0..255; `crashed` where a process was killed.
// One task, or one worker, is done in this process.
int crew_run(int tasks, int workers, int crashed, int (*work)(int task, const void *data), const void *data);
