#include "cli/problems.h"

#include <cstdio>

namespace saywhen {
namespace {

const char* Name(Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return "note";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "";
}

}  // namespace

void PrintProblem(const std::string& file, const Diagnostic& problem) {
  std::string line = file;
  if (problem.line > 0) {
    line += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
  }
  line += std::string(": ") + Name(problem.severity) + ": " + problem.message;
  if (!problem.pointer.empty()) line += " [" + problem.pointer + "]";
  line += "\n";
  std::fputs(line.c_str(), stderr);
}

void PrintProblems(const std::string& file, const Diagnostics& problems) {
  for (const Diagnostic& problem : problems.kept()) PrintProblem(file, problem);
  if (problems.dropped() == 0) return;
  const std::string message = std::to_string(problems.dropped()) + " more problems are not shown";
  PrintProblem(file, {Severity::kNote, "more", message, "", 0, 0});
}

int Fail(const std::string& file, const Error& error) {
  PrintProblem(
      file, {Severity::kError, error.code, error.message, error.pointer, error.line, error.column});
  const bool system = error.code == "cannot-read" || error.code == "io";
  return system ? kExitSystemFailed : kExitBadInput;
}

int FailCall(const std::string& message) {
  PrintProblem("saywhen", {Severity::kError, "bad-call", message, "", 0, 0});
  return kExitBadCall;
}

}  // namespace saywhen
