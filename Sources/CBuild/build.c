#include "build.h"

/* A function of its own, so that another commit compiles this file and links, and nothing else. */
const char *afterword_commit(void) { return AFTERWORD_COMMIT; }
