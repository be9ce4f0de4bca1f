// saywhen convert --to FORMAT FILE: from any format that can be read to any that can be written.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/problems.h"
#include "formats/export.h"
#include "model/key_table.h"

namespace saywhen {
namespace {

struct ConvertCall {
  StoryFile file;
  std::string to;
  std::string out = "-";
  bool lines = false;
};

int Convert(const ConvertCall& call, Format to) {
  const std::string shown = ShownPath(call.file.path);
  Diagnostics diagnostics;
  const Result<Imported> read = ReadStory(call.file, &diagnostics);
  if (!read.ok()) {
    PrintProblems(shown, diagnostics);
    return Fail(shown, read.error());
  }
  const std::string text = ExportStory(read.value().story, to, &diagnostics);
  PrintProblems(shown, diagnostics);
  Output output(call.out);
  std::optional<Error> failed = output.Write(text);
  if (!failed) failed = output.Finish();
  if (failed) return Fail("saywhen", *failed);
  return diagnostics.errors() > 0 ? kExitBadInput : kExitDone;
}

// One story a line in, one a line out, in order and in the memory of one; a bad line gives
// {"line": number, "error": message}, and the rest goes on.
class LineConverter {
 public:
  LineConverter(const ConvertCall& call, Format to)
      : call_(call), to_(to), shown_(ShownPath(call.file.path)) {}

  int Run() {
    Lines lines(call_.file.path);
    Output output(call_.out);
    Progress progress;
    std::string line;
    bool whole = true;
    while (lines.Next(&line, StoryLimits().bytes, &whole)) {
      ++number_;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      const std::string text = whole ? ConvertLine(line) : TooLong();
      if (const std::optional<Error> failed = output.Write(text)) return Fail("saywhen", *failed);
      progress.Show(lines.read(), lines.size(), number_);
    }
    if (lines.failed() != nullptr) return Fail(shown_, *lines.failed());
    if (const std::optional<Error> failed = output.Finish()) return Fail("saywhen", *failed);
    return bad_ ? kExitBadInput : kExitDone;
  }

 private:
  std::string TooLong() {
    return Bad({"limit-bytes", "the line is longer than the limit of a file", "", 1, 1});
  }

  std::string ConvertLine(const std::string& line) {
    Diagnostics diagnostics;
    const Result<Imported> read = ParseAs(call_.file.from, line, &diagnostics);
    std::string text;
    if (read.ok()) text = ExportStory(read.value().story, to_, &diagnostics);
    for (const Diagnostic& each : diagnostics.kept()) Print(each);
    if (diagnostics.errors() > 0) bad_ = true;
    if (!read.ok()) return Bad(read.error());
    if (to_ != Format::kCsv) return OnOneLine(text) + "\n";
    // One header for all.
    const bool first = !std::exchange(header_written_, true);
    return first ? text : text.substr(text.find('\n') + 1);
  }

  std::string Bad(const Error& error) {
    bad_ = true;
    Print({Severity::kError, error.code, error.message, error.pointer, error.line, error.column});
    if (to_ == Format::kCsv) return {};
    JsonWriter json;
    json.BeginObject().Key("line").Int(static_cast<int64_t>(number_));
    json.Key("error").String(error.message).EndObject();
    return std::move(json).Take() + "\n";
  }

  // Notes are the same for most lines: each is told once.
  void Print(Diagnostic problem) {
    constexpr size_t kNotes = 1000;
    if (problem.severity == Severity::kNote) {
      const size_t before = notes_.size();
      const std::string note = problem.message.substr(0, problem.message.find(" ("));
      if (before >= kNotes || notes_.Add(note) != before) return;
    }
    problem.line = static_cast<uint32_t>(number_);
    PrintProblem(shown_, problem);
  }

  const ConvertCall& call_;
  Format to_;
  std::string shown_;
  uint64_t number_ = 0;
  bool bad_ = false;
  bool header_written_ = false;
  KeyTable notes_;
};

}  // namespace

void RegisterConvert(CLI::App& app, std::function<int()>* run) {
  CLI::App* command =
      app.add_subcommand("convert", "Turn a file of one format into one of another");
  const auto call = std::make_shared<ConvertCall>();
  command->add_option("FILE", call->file.path, "File; - is standard input")->required();
  AddFrom(command, &call->file.from);
  std::vector<std::string> writable;
  for (int i = 0; i <= static_cast<int>(Format::kHtml); ++i) {
    const auto format = static_cast<Format>(i);
    if (CanExport(format)) writable.emplace_back(NameOf(format));
  }
  command->add_option("--to", call->to, "What to write")
      ->required()
      ->check(CLI::IsMember(writable));
  AddOutput(command, &call->out);
  command->add_flag("--ndjson", call->lines,
                    "FILE has one document a line; so has the output, in the same order");
  command->footer(
      "What the other format cannot hold is told on standard error.\n\n"
      "Examples:\n"
      "  saywhen convert --to story timeline.csv -o story.json\n"
      "  saywhen convert --to schema-org story.json\n"
      "  curl -s https://example.org/article | saywhen convert --to story -\n"
      "  zcat quotes.ndjson.gz | saywhen convert --ndjson --from gdelt --to story - > "
      "stories.ndjson");
  command->callback([call, run] {
    *run = [call] {
      const Format to = *FormatNamed(call->to);
      return call->lines ? LineConverter(*call, to).Run() : Convert(*call, to);
    };
  });
}

}  // namespace saywhen
