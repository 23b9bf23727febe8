#include "bake/crew.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

// Waits for one process to end.
static int wait_for_one(int crashed) {
    int status;
    if (wait(&status) < 0 || !WIFEXITED(status)) return crashed;
    return WEXITSTATUS(status);
}

int crew_run(int tasks, int workers, int crashed, int (*work)(int task, const void *data), const void *data) {
    int worst = 0, running = 0;
    for (int task = 0; task < tasks; task++) {
        int result = 0;
        if (running == workers) result = wait_for_one(crashed), running--;
        if (result > worst) worst = result;
        fflush(stdout);
        pid_t child = tasks > 1 && workers > 1 ? fork() : -1;
        if (child > 0) {
            running++;
            continue;
        }
        result = work(task, data); // here, too, where no process can be made
        if (child == 0) {
            fflush(stdout);
            _exit(result);
        }
        if (result > worst) worst = result;
    }
    for (; running > 0; running--) {
        int result = wait_for_one(crashed);
        if (result > worst) worst = result;
    }
    return worst;
}
