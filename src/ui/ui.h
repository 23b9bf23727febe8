// The screens as one step function: keys and time go in, a draw list and wishes come out.
//
// No SDL, no clock, no printing: a whole session runs in a test in milliseconds.
#pragma once

#include "diary/diary.h"
#include "session/playhead.h"
#include "session/view.h"
#include "settings/settings.h"
#include "ui/draw.h"

// One row each in the key table of keys.c.
typedef enum {
    ACTION_NONE, ACTION_PAUSE, ACTION_NEXT, ACTION_PREVIOUS, ACTION_FORWARD, ACTION_BACK,
    ACTION_LOUDER, ACTION_QUIETER, ACTION_MUSIC_LOUDER, ACTION_MUSIC_QUIETER, ACTION_MUTE,
    ACTION_SLOWER, ACTION_FASTER, ACTION_NORMAL_TEMPO,
    ACTION_REPEAT, ACTION_STAND, ACTION_GO_ON, ACTION_HURTS, ACTION_EASIER, ACTION_LIGHT, ACTION_CAPTIONS, ACTION_MISTAKE,
    ACTION_FULL_SCREEN, ACTION_KEYS, ACTION_ESCAPE,
    ACTION_QUIT, ACTION_UP, ACTION_DOWN, ACTION_LEFT, ACTION_RIGHT, ACTION_ENTER, ACTION_SETTINGS, ACTION_PROGRESS, ACTION_COUNT
} Action;

// Keys by their name, as SDL_GetKeyName gives it ("Space", "Left", "PageDown", ">", "F11"), with the
// modifiers that matter; mouse, media keys and spoken commands have names of their own (see keys.c).
typedef struct {
    const char *name;
    bool shift, ctrl;
    bool repeated; // it is held down; only lists care
} Key;

typedef struct {
    const Key *keys;      // pressed since the last step, in order
    int key_count;
    bool clicked;         // the left button or a finger, at a place in the window
    float click_x, click_y;
    double elapsed_ms;    // real time since the last step
    Moment now;           // by the clock of the machine and the calendar
    int width, height;    // window pixels
    bool fullscreen, close_asked; // the latter by the window's button
    bool has_sound;       // an audio device is open
    TextMeasure measure;
    SheetMeasure sheets;
    DrawingMeasure drawings; // percent NULL: no move is ever drawn
} UiInput;

// One row each in the table of screens.c.
typedef enum { SCREEN_CHOOSE, SCREEN_PLAY, SCREEN_FINISH, SCREEN_ASK, SCREEN_HOME, SCREEN_PLANS, SCREEN_PROGRESS, SCREEN_COUNT } ScreenKind;

// A session to begin: a routine as it is, or as the coach made it for today.
typedef struct {
    const Routine *routine; // NULL: none
    bool is_coached;        // level and fit are the coach's; else the level is the routine's, and first sides take turns
    Level level;
    Fit fit;                // what it points to lasts until the diary grows
    int plan_day;           // of the plan, from 1; 0 when it is not of the plan
    bool strength;          // it strengthens
} PlayWish;

// Whether a session that was cut off is gone on with.
typedef enum { GO_ON_NOT_ASKED, GO_ON_YES, GO_ON_NO } GoOn;

// What the outside is asked to do after a step.
enum { REMARKS = 4 };
typedef struct {
    bool quit;
    bool toggle_fullscreen, leave_fullscreen;
    bool sound_changed;    // cancel what is scheduled: time jumped
    bool sound_paused;     // the session bus stands still while true
    float voice_volume, tone_volume, music_volume; // 0..1, 0 when muted
    bool settings_changed; // ui_settings has other values than after the last step
    const Move *done;      // an exercise of this move was done just now, at least half of it; NULL for none
    int done_step;         // which exercise of the session that is
    const Change *change;  // work the session out anew with this as well, then ui_change_session; NULL for none
    const char *remarks[REMARKS + 1]; // say these now, one after another, ended by NULL; they last as long as the screens
    PlayWish play;         // begin this session
    GoOn go_on;            // once, when it was answered
    bool stopped;          // the session was ended before its end
    bool left;             // or only left: its place is kept
    const char *person;    // from now on this person; as long as the screens. Everything is closed and opened anew for them
    bool is_new_person, starts_today; // not known yet; straight into today's session then
    DrawList list;
} UiOutput;

typedef struct Ui Ui;
// Names in an order, without the empty one that stands for the usual.
typedef struct {
    const char *const *names;
    int count;
} NameList;

typedef struct {
    const Library *library;
    const Session *session; // NULL: begin with the home page, or without a diary with the routines
    const char *go_on_at;   // ask first whether to go on there ("Clam, left side"); NULL: nothing to go on with
    bool start_today;       // with a diary: go straight into today's session
    int64_t from_ms;
    double tempo;           // 1.0
    bool muted;
    SessionOptions how;       // sessions are made, to tell how long a routine takes; level and library are known here
    const Diary *diary;     // of the person; NULL: nothing is asked or kept
    void (*write)(void *diary_owner, const Entry *entry); // adds an entry to it, and returns when it is kept
    void *diary_owner;
    NameList people;        // who uses this machine; none: nobody can be chosen
    const char *person;     // who of them it is
    bool asks_who;          // first of all
    const Settings *settings; // to begin with; NULL: as usual
    NameList voices, music_folders; // what can be chosen
    const char *notice;     // one sentence to show for a while ("No sound device ..."), or NULL
    const char *const *problems; // scripts and own sheets left out, one line each, for the chooser
    int problem_count;
} UiOptions;

// In the arena; ui_close gives back what is not.
Ui *ui_make(Arena *arena, const UiOptions *options);
void ui_close(Ui *ui);

// Begins a session on the play screen.
void ui_play(Ui *ui, const Session *session, int64_t from_ms);

// The same routine worked out anew while it is played, because settings or its file changed: it goes on where it was
// (place.h), and what was done stays done.
void ui_replace_session(Ui *ui, const Session *session);

// The same with one change more: it goes on where the change begins.
void ui_change_session(Ui *ui, const Session *session, const Change *change);

// The routine that is chosen in the list of sessions; NULL when there are none.
const Routine *ui_chosen_routine(const Ui *ui);

// Files were read again: the library has other things or another order now, `chosen` (as it was) stays chosen if it is still
// there, and these are the files left out.
void ui_library_changed(Ui *ui, const Routine *chosen, const char *const *problems, int problem_count);

// Good as long as the screens.
const Settings *ui_settings(const Ui *ui);

void ui_forget_place(Ui *ui); // the session that was left cannot be gone on with

// Shows one sentence for a while; it must last as long as that.
void ui_notify(Ui *ui, const char *notice);

// Lets time pass, acts on keys, draws. The list lives in `frame`.
UiOutput ui_step(Ui *ui, const UiInput *input, Arena *frame);

// The playhead from which the app takes cues: of the play screen, of the clicks by which the sound delay is found, or of a
// sample that a volume is heard by. NULL on other screens.
Playhead *ui_playhead(Ui *ui);
ScreenKind ui_screen(const Ui *ui);

// A session is played, though another screen may lie over it.
bool ui_is_playing(const Ui *ui);
