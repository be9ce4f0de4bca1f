// What is wrong with an input, on standard error: file:line:column: severity: message [pointer]
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "base/result.h"
#include "cli/command.h"

namespace saywhen {

// `file` as ShownPath() has it. Those that were counted but not kept are one line more.
void PrintProblem(const std::string& file, const Diagnostic& problem);
void PrintProblems(const std::string& file, const Diagnostics& problems);

// Prints the error and returns what the program ends with: kExitSystemFailed when the file could
// not be read or written ("cannot-read", "io"), else kExitBadInput.
int Fail(const std::string& file, const Error& error);
// The call is wrong.
int FailCall(const std::string& message);

}  // namespace saywhen
