/* What is known of a build: its commit, short, or nothing where AFTERWORD_COMMIT was not set when it was built. */
#ifndef AFTERWORD_BUILD_H
#define AFTERWORD_BUILD_H

const char *afterword_commit(void);

#endif
