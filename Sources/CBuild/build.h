/* What is known of a build: the commit, where it is given as -Xcc -DAFTERWORD_COMMIT='"1a2b3c4"'. */
#ifndef AFTERWORD_COMMIT
#define AFTERWORD_COMMIT ""
#endif

static inline const char *afterword_commit(void) { return AFTERWORD_COMMIT; }
