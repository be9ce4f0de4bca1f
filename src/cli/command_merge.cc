// saywhen merge FILE…: several stories as one.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/problems.h"
#include "formats/story_json.h"
#include "model/merge.h"
#include "model/unify_speakers.h"

namespace saywhen {
namespace {

struct MergeCall {
  std::vector<std::string> files;
  std::string from = "auto";
  std::string out = "-";
};

// A file that cannot be read is told and passed over: the others are merged all the same.
int Merge(const MergeCall& call) {
  Story story;
  bool any = false;
  int worst = kExitDone;
  for (const std::string& path : call.files) {
    Diagnostics diagnostics;
    Result<Imported> read = ReadStory({path, call.from}, &diagnostics);
    if (read.ok() && !any) {
      story = std::move(read).value().story;
      UnifySpeakers(&story, &diagnostics);
    } else if (read.ok()) {
      MergeReport report = MergeInto(&story, std::move(read).value().story, MergeMode::kAdd);
      diagnostics.Append(std::move(report.diagnostics));
    }
    any = any || read.ok();
    PrintProblems(ShownPath(path), diagnostics);
    if (diagnostics.errors() > 0) worst = std::max<int>(worst, kExitBadInput);
    if (!read.ok()) worst = std::max(worst, Fail(ShownPath(path), read.error()));
  }
  if (!any) return worst;
  Output output(call.out);
  std::optional<Error> failed = output.Write(WriteStory(story));
  if (!failed) failed = output.Finish();
  return failed ? Fail("saywhen", *failed) : worst;
}

}  // namespace

void RegisterMerge(CLI::App& app, std::function<int()>* run) {
  CLI::App* command = app.add_subcommand(
      "merge", "Make one story of several; speakers who are the same become one");
  const auto call = std::make_shared<MergeCall>();
  command->add_option("FILE", call->files, "Files of any format; - is standard input")->required();
  AddFrom(command, &call->from);
  AddOutput(command, &call->out);
  command->footer(
      "Where two files tell of the same thing otherwise, the later one is right.\n"
      "Speakers are the same by id, by an address in sameAs, or by name or alias; what they\n"
      "disagree about is told on standard error.\n\n"
      "Examples:\n"
      "  saywhen merge monday.json tuesday.json -o week.json\n"
      "  saywhen merge story.json timeline.csv page.html");
  command->callback([call, run] { *run = [call] { return Merge(*call); }; });
}

}  // namespace saywhen
