// saywhen validate FILE…: what is wrong in story files, and where.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/input.h"
#include "formats/story_json.h"

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

// file:line:column: severity: message [pointer]
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

int ValidateFile(const std::string& path) {
  const std::string shown = ShownPath(path);
  const Result<std::string> text = ReadInput(path);
  if (!text.ok()) {
    PrintProblem(shown, {Severity::kError, text.error().code, text.error().message, "", 0, 0});
    return kExitSystemFailed;
  }
  Diagnostics diagnostics;
  const Result<Story> story = ParseStory(text.value(), &diagnostics);
  for (const Diagnostic& problem : diagnostics.kept()) PrintProblem(shown, problem);
  if (diagnostics.dropped() > 0) {
    const std::string message =
        std::to_string(diagnostics.dropped()) + " more problems are not shown";
    PrintProblem(shown, {Severity::kNote, "more", message, "", 0, 0});
  }
  if (!story.ok()) {
    const Error& error = story.error();
    PrintProblem(shown, {Severity::kError, error.code, error.message, error.pointer, error.line,
                         error.column});
    return kExitBadInput;
  }
  return diagnostics.errors() > 0 ? kExitBadInput : kExitDone;
}

}  // namespace

void RegisterValidate(CLI::App& app, std::function<int()>* run) {
  CLI::App* command = app.add_subcommand("validate", "Say what is wrong in story files, and where");
  const auto files = std::make_shared<std::vector<std::string>>();
  command->add_option("FILE", *files, "Story files; - is standard input")->required();
  command->callback([files, run] {
    *run = [files] {
      int worst = kExitDone;
      // Every file is checked whatever came before; the highest code is the answer.
      for (const std::string& file : *files) worst = std::max(worst, ValidateFile(file));
      return worst;
    };
  });
}

}  // namespace saywhen
