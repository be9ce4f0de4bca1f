// saywhen validate FILE…: what is wrong in files of any format, and where.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/problems.h"

namespace saywhen {
namespace {

struct ValidateCall {
  std::vector<std::string> files;
  std::string from = "auto";
};

int ValidateFile(const StoryFile& file) {
  Diagnostics diagnostics;
  const Result<Imported> read = ReadStory(file, &diagnostics);
  PrintProblems(ShownPath(file.path), diagnostics);
  if (!read.ok()) return Fail(ShownPath(file.path), read.error());
  return diagnostics.errors() > 0 ? kExitBadInput : kExitDone;
}

}  // namespace

void RegisterValidate(CLI::App& app, std::function<int()>* run) {
  CLI::App* command = app.add_subcommand(
      "validate", "Say what is wrong in story files, or files of other formats, and where");
  const auto call = std::make_shared<ValidateCall>();
  command->add_option("FILE", call->files, "Files; - is standard input")->required();
  AddFrom(command, &call->from);
  command->footer(
      "Examples:\n"
      "  saywhen validate story.json\n"
      "  saywhen validate *.json timeline.csv\n"
      "  curl -s https://example.org/article | saywhen validate --from html -");
  command->callback([call, run] {
    *run = [call] {
      int worst = kExitDone;
      // Every file is checked whatever came before; the highest code is the answer.
      for (const std::string& path : call->files) {
        worst = std::max(worst, ValidateFile({path, call->from}));
      }
      return worst;
    };
  });
}

}  // namespace saywhen
