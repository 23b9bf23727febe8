// What the screens remember between steps. Only for the files of this folder.
#pragma once

#include "session/comparison.h"
#include "ui/coached.h"
#include "ui/going_on.h"
#include "ui/overlay.h"
#include "ui/pages.h"
#include "ui/ui.h"
#include "ui/who.h"

enum { TOAST_MS = 1800, NOTICE_MS = 8000, SEEK_MS = 5000, MOST_SCREENS = 8 };

struct Ui {
    Arena *arena;
    UiOptions options;
    const Theme *theme;
    ScreenKind screen;
    ScreenKind before[MOST_SCREENS]; // which screens lie under it, the first one first
    int depth;
    double shown_ms;       // how long the screen has been open, for what moves on it
    Moment now;            // as of the last step
    AskingState asking;
    Coached coached;
    Overlay overlay, under_keys; // what the list of keys goes back to
    MenuChoice choice;

    const Session *session;
    Playhead playhead;
    double seen_least_ms;  // where it was last begun or jumped to: nothing before it is seen
    double *played_ms;     // session time of each segment, without what was skipped
    double active_ms;      // real time that the session ran
    FinishState finish;
    Change change;         // asked for last
    Who who;
    const char *left_at;   // where in a session the pause menu was left for home, to go on there; NULL: nowhere
    GoingOn going_on;      // with a session that was cut off
    int hurts;             // how many exercises were stopped because they hurt

    int *minutes;          // of each routine
    int focus;             // of the first screen

    Settings settings, settings_before; // as of the last step
    int setting_focus;
    Overlay under_settings; // what the settings go back to
    int trial_delay_ms;     // while it is looked for
    Session *clicks;        // one a second, made when first needed
    Playhead click_playhead;
    Session *samples[2];    // a word and a tone, to hear a volume by; made when first needed
    Playhead sample_playhead; // of the one that is played; without a session before the first
    HitList hits;           // of the last picture
    bool settings_focused;  // on the first screen, instead of a routine

    char focused[120];     // what had the focus in the last picture
    int tempo_percent;
    bool muted;
    Comparing asked;       // the mistake beside the right form: COMPARE_SOON when the session decides
    int asked_step;        // of which exercise that was asked
    bool fullscreen;       // as of the last key
    bool has_sound;

    char toast[64];
    double toast_left_ms, notice_left_ms;
};

// What a screen does: draws itself, acts on keys and on clicks at what it drew (NULL: nothing). Keys that mean the same
// everywhere (full screen, settings, the list of keys, leaving) do not come here.
typedef struct {
    void (*draw)(const Ui *ui, const UiInput *input, Canvas *canvas);
    void (*act)(Ui *ui, Action action, Key key, UiOutput *out);
    void (*click)(Ui *ui, int item, int part, UiOutput *out);
    bool has_way_back; // Esc comes to `act`; else it leads to the screen before
} Screen;

extern const Screen screens[SCREEN_COUNT];

// Opens a screen over the one that is shown, and goes back to it. What the screen before said is cut off.
void screen_open(Ui *ui, ScreenKind screen, UiOutput *out);
void screen_back(Ui *ui, UiOutput *out);

// Says the sentences of a screen, which must last as long as the screens and end with NULL, instead of what is being said.
void screen_say(Ui *ui, const char *const *sentences, UiOutput *out);

// Says one more before those of this step.
void screen_say_before(const char *sentence, UiOutput *out);

// Writes into the diary: the entry with the present moment. Texts in it must last as long as the screens.
void ui_write(Ui *ui, Entry entry);

// The short message over the screen, or NULL.
const char *ui_toast_words(const Ui *ui);

// The play screen: what its keys and its menu do (actions.c).
void play_act(Ui *ui, Action action, Key key, UiOutput *out);
void play_click(Ui *ui, int item, int part, UiOutput *out);

// Asks for the session to be another from a segment on (the exercise easier, or left out); it stands, and goes on when the
// person does.
void play_change(Ui *ui, ChangeKind kind, int segment, UiOutput *out);

// The length of each routine is known from now on (ui.c).
void ui_estimate_minutes(Ui *ui);

// Ends the session before its end: back to the home screen.
void play_stop(Ui *ui, UiOutput *out);

// Acts on one key, whatever screen is shown (actions.c).
void ui_act(Ui *ui, Key key, UiOutput *out);

// Acts on a click at a place in the last picture.
void ui_click(Ui *ui, float x, float y, UiOutput *out);

// What of the mistake of the current exercise is shown; false when its move has none.
Comparing ui_comparing(const Ui *ui, Comparison *comparison);

// A session that stands: paused, or counting down to go on.
bool ui_stands(const Ui *ui);

// The moment of the session that is seen: sound may be heard later, or sooner, than it is given out.
double ui_seen_ms(const Ui *ui);

void ui_show_toast(Ui *ui, const char *words);

// The settings and the search for the sound delay (adjust.c).
void settings_open(Ui *ui);
void settings_act(Ui *ui, Action action, UiOutput *out);
void settings_click(Ui *ui, int item, int part, UiOutput *out);
bool settings_are_shown(const Ui *ui);

// Adds what was played between two times to the tally (tally.c).
void tally_add(Ui *ui, double from_ms, double to_ms);

// The move of an exercise whose work ended between two times and was done; NULL for none.
const Move *tally_done(const Ui *ui, double from_ms, double to_ms, int *step);

// What was done: an exercise counts when at least half of its work was played.
FinishState tally_finish(const Ui *ui);
