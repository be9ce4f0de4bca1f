// Lists of words that are known when the program is made, each as one text: in the page's module
// that is smaller than an array.
#pragma once

#include <string_view>

namespace saywhen {

// `list`: with a blank before and after each word.
bool HasWord(std::string_view list, std::string_view word);

}  // namespace saywhen
