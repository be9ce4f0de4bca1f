#include "cli/extract_lines.h"

#include <optional>
#include <utility>

#include "base/json_writer.h"
#include "cli/input.h"
#include "cli/ordered_work.h"
#include "cli/output.h"
#include "cli/problems.h"
#include "formats/http_url.h"
#include "formats/json_tree.h"
#include "formats/story_import.h"
#include "formats/story_json.h"
#include "model/key_table.h"

namespace saywhen {
namespace {

// Of a line that is too long or broken: where its id is looked for.
constexpr size_t kSearchedForId = size_t{1} << 16;

// One line's fields as an article; what cannot be used is told and passed over.
class LineReader {
 public:
  LineReader(const ExtractLinesCall& call, Reporter* reporter)
      : call_(call), reporter_(*reporter) {}

  // Errors: "bad-json", "bad-line".
  Result<ExtractArticle> Read(JsonValue line) {
    if (!line.is(JsonKind::kObject)) return Bad("a line is an object with \"text\" or \"html\"");
    ExtractArticle article = call_.defaults;
    const JsonValue text = Given(line["text"]);
    const JsonValue html = Given(line["html"]);
    if (!text && !html) return Bad("a line has \"text\" or \"html\"; this one has neither");
    const JsonValue given = text ? text : html;
    if (!given.is(JsonKind::kString)) {
      return Bad("\"" + std::string(given.name()) + "\" is " +
                 std::string(JsonKindName(given.kind())) + ", not text");
    }
    article.html = !text;
    article.text = given.text();
    article.keep_text = call_.keep_text || (text && !call_.clean);
    Put(line["headline"], &article.headline);
    Put(line["language"], &article.language);
    Put(line["url"], &article.url);
    Put(line["publisher"], &article.publisher);
    Authors(line["authors"], &article.authors);
    std::string published;
    Put(line["published"], &published);
    if (!published.empty()) Date(published, line["published"], &article.published);
    if (!article.url.empty() && !IsHttpUrl(article.url)) {
      Warn("this is no http or https address; it is left out", line["url"]);
      article.url.clear();
    }
    return article;
  }

 private:
  static Error Bad(std::string message) { return {"bad-line", std::move(message), "", 0, 0}; }

  // null is as if it were not there.
  static JsonValue Given(JsonValue value) {
    return value.is(JsonKind::kNull) ? JsonValue() : value;
  }

  void Warn(std::string message, JsonValue at) {
    reporter_.Report(Severity::kWarning, "bad-field", std::move(message), at.pointer(), at.byte());
  }

  void Put(JsonValue value, std::string* field) {
    if (!Given(value)) return;
    // schema.org has a publisher as an object with a name.
    if (value.is(JsonKind::kObject)) value = value["name"];
    if (std::optional<std::string> text = ScalarText(value)) {
      *field = std::move(*text);
    } else if (value) {
      Warn("this is " + std::string(JsonKindName(value.kind())) + ", not text; it is left out",
           value);
    }
  }

  void Date(const std::string& text, JsonValue at, std::string* field) {
    std::string edtf = DateAsEdtf(text);
    if (edtf.empty()) return Warn(Shown(text) + " is no date; it is left out", at);
    *field = std::move(edtf);
  }

  // One or several.
  void Authors(JsonValue value, std::vector<std::string>* authors) {
    if (!Given(value)) return;
    std::vector<std::string> names;
    const auto add = [&](JsonValue each) {
      std::string name;
      Put(each, &name);
      if (!name.empty()) names.push_back(std::move(name));
    };
    if (value.is(JsonKind::kArray)) {
      for (const JsonValue each : value) add(each);
    } else {
      add(value);
    }
    *authors = std::move(names);
  }

  const ExtractLinesCall& call_;
  Reporter& reporter_;
};

class LineExtractor {
 public:
  LineExtractor(const Extractor& extractor, const ExtractLinesCall& call)
      : extractor_(extractor), call_(call), shown_(ShownPath(call.path)) {}

  int Run() {
    Lines lines(call_.path);
    Output output(call_.out);
    Progress progress;
    std::optional<Error> failed;
    {
      OrderedWork work(
          call_.jobs, [this](LineWork* line) { Extract(line); },
          [&](LineWork* line) {
            PrintProblemsOf(*line);
            if (!failed && !line->out.empty()) failed = output.Write(line->out);
            progress.Show(line->read, lines.size(), line->number);
            return !failed;
          },
          [&] {
            if (!failed) failed = output.Flush();
          });
      LineWork line;
      uint64_t number = 0;
      while (lines.Next(&line.line, kLongestLine, &line.whole)) {
        line.number = ++number;
        line.read = lines.read();
        if (line.line.find_first_not_of(" \t\r") == std::string::npos) continue;
        if (!work.Add(std::exchange(line, {}))) break;
      }
      work.Finish();
    }
    if (!failed && lines.failed() != nullptr) return Fail(shown_, *lines.failed());
    if (!failed) failed = output.Finish();
    if (failed) return Fail("saywhen", *failed);
    return bad_ ? kExitBadInput : kExitDone;
  }

 private:
  // Called by several threads at once.
  void Extract(LineWork* line) const {
    std::string id;
    std::optional<Error> error;
    if (!line->whole) {
      error = Error{"limit-bytes",
                    "the line is longer than the limit of " + Decimal(kLongestLine) + " bytes", "",
                    0, 1};
      line->line.resize(kSearchedForId);
    }
    const JsonInput input(line->line);
    // In a line that is too long nothing else is told.
    Diagnostics unused;
    Reporter reporter(input.text(), error ? &unused : &line->problems);
    if (!error) input.ReportRepairs(&reporter);
    const Result<JsonTree> tree =
        JsonTree::Parse(input.text(), &reporter, {.string_bytes = kLongestLine});
    if (tree.ok()) id = ScalarText(tree.value().root()["id"]).value_or("");
    if (!error && !tree.ok()) error = tree.error();
    if (!error) error = SyntaxErrorOf(&line->problems);
    if (!error) error = ExtractOne(tree.value().root(), id, &reporter, line);
    if (!error) return;
    line->problems.Add({Severity::kError, error->code, error->message, error->pointer, 0,
                        std::max(error->column, 1U)});
    line->out = ErrorLine(id, line->number, error->message);
  }

  // The rest of a line with a syntax error is lost, and with it what the article says.
  static std::optional<Error> SyntaxErrorOf(Diagnostics* problems) {
    for (const Diagnostic& each : problems->kept()) {
      if (each.code != "bad-json") continue;
      // Of a file it says that its rest is lost.
      const std::string why = each.message.substr(0, each.message.find(';'));
      Error error = {each.code, why, each.pointer, 0, each.column};
      *problems = {};
      return error;
    }
    return std::nullopt;
  }

  std::optional<Error> ExtractOne(JsonValue fields, const std::string& id, Reporter* reporter,
                                  LineWork* line) const {
    Result<ExtractArticle> article = LineReader(call_, reporter).Read(fields);
    if (!article.ok()) return article.error();
    // Stories that are merged later have no article in common.
    article.value().id = id.empty() ? "a" + Decimal(line->number) : id;
    Result<Extraction> extraction = RunExtractor(extractor_, article.value(), &line->problems);
    if (!extraction.ok()) return extraction.error();
    Story& story = extraction.value().story;
    // Who reads an archive need not ask whether they are there.
    if (story.quotes.empty())
      story.extra += std::string(story.extra.empty() ? "" : ",") + kNoQuotes;
    line->out = OnOneLine(WriteStory(story)) + "\n";
    return std::nullopt;
  }

  static std::string ErrorLine(const std::string& id, uint64_t number, const std::string& message) {
    JsonWriter json;
    json.BeginObject();
    if (id.empty()) {
      json.Key("line").Int(static_cast<int64_t>(number));
    } else {
      json.Key("id").String(id);
    }
    json.Key("error").String(message).EndObject();
    return std::move(json).Take() + "\n";
  }

  void PrintProblemsOf(const LineWork& line) {
    if (line.problems.errors() > 0) bad_ = true;
    for (Diagnostic problem : line.problems.kept()) {
      // That there is no pack is the same for many lines: each is told once.
      if (problem.code == "no-pack") {
        const size_t before = told_.size();
        if (before >= kTold || told_.Add(problem.message) != before) continue;
      }
      problem.line = static_cast<uint32_t>(line.number);
      problem.column = std::max(problem.column, 1U);
      PrintProblem(shown_, problem);
    }
  }

  static constexpr const char* kNoQuotes = "\"quotes\":[]";
  static constexpr size_t kTold = 1000;

  const Extractor& extractor_;
  const ExtractLinesCall& call_;
  std::string shown_;
  bool bad_ = false;
  KeyTable told_;
};

}  // namespace

int ExtractLines(const Extractor& extractor, const ExtractLinesCall& call) {
  return LineExtractor(extractor, call).Run();
}

}  // namespace saywhen
