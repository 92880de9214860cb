#include "weights.h"

_Alignas(16) static const unsigned char weights[] = {
#embed "reader.model"
};

const void *afterword_weights(void) { return weights; }
size_t afterword_weights_size(void) { return sizeof weights; }
