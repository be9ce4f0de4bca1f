// What the values of enumerations are called in files.
#pragma once

#include <string_view>

#include "model/story.h"

namespace saywhen {

std::string_view NameOf(Basis basis);
std::string_view NameOf(QuoteType type);
std::string_view NameOf(SpeakerKind kind);

}  // namespace saywhen
