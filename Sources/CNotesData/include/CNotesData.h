#pragma once
#include <stddef.h>

/* Lists of words and characters that the reader ships with, as UTF-8 text of one entry a line. */
struct notes_data {
  const unsigned char *bytes;
  size_t size;
};

struct notes_data notes_stages(void);
struct notes_data notes_columns(void);
struct notes_data notes_mail(void);
struct notes_data notes_meetings(void);
struct notes_data notes_touches(void);
struct notes_data notes_zones(void);
struct notes_data notes_entities(void);
