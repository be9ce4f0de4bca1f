// The language packs that were compiled into a native program.
#pragma once

#include <span>

#include "extract/language_pack.h"

namespace saywhen {

// One a folder of src/extract/languages, in the order of their codes.
std::span<const PackText> EmbeddedPacks();

}  // namespace saywhen
