// Whole files and standard input, for commands.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/command.h"

namespace saywhen {

// All of the file's bytes; "-" is standard input. The error (code "cannot-read") says what the
// system said.
Result<std::string> ReadInput(const std::string& path);

// How messages name a path: "-" is "<stdin>".
std::string ShownPath(const std::string& path);

// Prints "place:line:column: error: message [pointer]" to standard error and returns `code`.
int Fail(const std::string& place, const Error& error, ExitCode code);

}  // namespace saywhen
