// What makes two names, addresses or speakers the same, as far as a story can tell.
#pragma once

#include <string>
#include <string_view>

#include "model/story.h"

namespace saywhen {

// Letter case and amounts of white space aside; all four Latin i are one. Latin, Greek, Cyrillic.
std::string CaseFolded(std::string_view name);
// What makes two addresses two: not the scheme, "www." or a last slash.
std::string_view BareUrl(std::string_view url);
bool ShareAnAddress(const Speaker& a, const Speaker& b);
// As name or alias.
bool ShareAName(const Speaker& a, const Speaker& b);

}  // namespace saywhen
