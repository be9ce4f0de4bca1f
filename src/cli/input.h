// Whole files and standard input, for commands.
#pragma once

#include <string>

#include "base/result.h"

namespace saywhen {

// All of the file's bytes; "-" is standard input. The error (code "cannot-read") says what the
// system said.
Result<std::string> ReadInput(const std::string& path);

// How messages name a path: "-" is "<stdin>".
std::string ShownPath(const std::string& path);

}  // namespace saywhen
