#ifndef AFTERWORD_WEIGHTS_H
#define AFTERWORD_WEIGHTS_H

#include <stddef.h>

/// The reader's learnt weights, in the program's own read-only memory.
const void *_Nullable afterword_weights(void);
size_t afterword_weights_size(void);

#endif
