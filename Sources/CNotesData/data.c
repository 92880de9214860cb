#include "CNotesData.h"

static const unsigned char stages[] = {
#embed "data/stages.words"
};
static const unsigned char columns[] = {
#embed "data/columns.words"
};
static const unsigned char mail[] = {
#embed "data/mail.words"
};
static const unsigned char meetings[] = {
#embed "data/meetings.words"
};
static const unsigned char touches[] = {
#embed "data/touches.words"
};
static const unsigned char zones[] = {
#embed "data/windows.zones"
};
static const unsigned char entities[] = {
#embed "data/html.entities"
};

struct notes_data notes_stages(void) { return (struct notes_data){stages, sizeof stages}; }
struct notes_data notes_columns(void) { return (struct notes_data){columns, sizeof columns}; }
struct notes_data notes_mail(void) { return (struct notes_data){mail, sizeof mail}; }
struct notes_data notes_meetings(void) { return (struct notes_data){meetings, sizeof meetings}; }
struct notes_data notes_touches(void) { return (struct notes_data){touches, sizeof touches}; }
struct notes_data notes_zones(void) { return (struct notes_data){zones, sizeof zones}; }
struct notes_data notes_entities(void) { return (struct notes_data){entities, sizeof entities}; }
