// What counts as an address anywhere in a story.
#pragma once

#include <string_view>

namespace saywhen {

// http:// or https:// and something after it, without blanks, quotation marks or angle brackets.
bool IsHttpUrl(std::string_view url);

}  // namespace saywhen
