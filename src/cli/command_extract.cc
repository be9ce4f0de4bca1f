// saywhen extract: a story out of an article's text or page, or of a whole archive of them.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "cli/command.h"
#include "cli/extract_article.h"
#include "cli/extract_lines.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/problems.h"
#include "formats/format.h"
#include "formats/http_url.h"
#include "formats/json_tree.h"
#include "formats/reporter.h"
#include "formats/story_json.h"

namespace saywhen {
namespace {

struct ExtractCall {
  std::string path = "-";
  std::string format = "auto";
  std::string out = "-";
  ExtractArticle article;
  bool explain = false;
  bool lines = false;
  bool clean = false;
  unsigned jobs = 0;
};

Error NoText(std::string message) { return {"not-text", std::move(message), "", 0, 0}; }

// Of the JSON text that it is; nothing when it is none. That a field is there twice or is long does
// not make it an article.
std::optional<JsonKind> KindOfJson(std::string_view text) {
  Diagnostics problems;
  Reporter reporter(text, &problems);
  const Result<JsonTree> tree = JsonTree::Parse(text, &reporter);
  const bool broken =
      !tree.ok() || std::any_of(problems.kept().begin(), problems.kept().end(),
                                [](const Diagnostic& each) { return each.code == "bad-json"; });
  return broken ? std::nullopt : std::optional(tree.value().root().kind());
}

// The first of several lines is enough: the next may be what is broken.
bool IsJson(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return IsJsonLines(text) || KindOfJson(text.substr(0, text.find('\n'))) == JsonKind::kObject ||
         KindOfJson(text).has_value();
}

// Why the bytes are no text that could be read; nothing when they are, but for some bytes.
std::optional<Error> WhyNoText(std::string_view file, const ExtractCall& call) {
  if (file.size() > Extractor::kMostBytes) {
    return Error{
        "limit-bytes",
        "the file is larger than the limit of " + Decimal(Extractor::kMostBytes) + " bytes", "", 0,
        0};
  }
  if (file.starts_with("\xFF\xFE") || file.starts_with("\xFE\xFF")) {
    return NoText("this is UTF-16, not UTF-8 (iconv -f utf-16 -t utf-8 makes it so)");
  }
  if (file.find('\0') != std::string_view::npos) return NoText("this is no text: it has NUL bytes");
  const JsonInput input(file);
  const std::string_view text = input.text();
  // Each malformed byte became three.
  const size_t malformed = text.size() > file.size() ? (text.size() - file.size()) / 2 : 0;
  if (malformed > file.size() / 10) return NoText("this is no UTF-8 text");
  if (FirstCharacter(text) == '\0') return NoText("the file is empty");
  const bool bracket = FirstCharacter(text) == '{' || FirstCharacter(text) == '[';
  if (call.format == "auto" && bracket && IsJson(text)) {
    return NoText("this is JSON, not an article; --ndjson reads one article a line");
  }
  return std::nullopt;
}

// For a terminal too: nothing in it moves the cursor.
void PrintText(std::string_view text) {
  std::string shown;
  for (size_t byte = 0; byte < text.size();) {
    const CodePoint point = DecodeCodePoint(text, byte);
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    AppendCodePoint(&shown, control && point.value != '\n' ? kReplacementCharacter : point.value);
    byte += point.size;
  }
  if (!shown.ends_with('\n')) shown += '\n';
  std::fputs(shown.c_str(), stderr);
}

void PrintExplanation(const Extraction& extraction) {
  if (!extraction.explanations.empty()) PrintText(Explain(extraction));
  for (const Dropped& each : extraction.dropped) {
    PrintText("left out as " + std::string(FurnitureName(each.as)) + ": " + Shown(each.text));
  }
}

int ExtractFile(const Extractor& extractor, ExtractCall call) {
  const std::string shown = ShownPath(call.path);
  const Result<std::string> file = ReadInput(call.path);
  if (!file.ok()) return Fail(shown, file.error());
  if (const std::optional<Error> error = WhyNoText(file.value(), call)) return Fail(shown, *error);
  const JsonInput input(file.value());
  Diagnostics problems;
  Reporter reporter(input.text(), &problems);
  input.ReportRepairs(&reporter);
  call.article.text = input.text();
  call.article.html =
      call.format == "html" || (call.format == "auto" && FirstCharacter(input.text()) == '<');
  const Result<Extraction> extraction = RunExtractor(extractor, call.article, &problems);
  PrintProblems(shown, problems);
  if (!extraction.ok()) return Fail(shown, extraction.error());
  if (call.explain) PrintExplanation(extraction.value());
  const Story& story = extraction.value().story;
  if (story.quotes.empty()) {
    return Fail(shown, {"no-quotes", "nobody is quoted in this article", "", 0, 0});
  }
  Output output(call.out);
  std::optional<Error> failed = output.Write(WriteStory(story));
  if (!failed) failed = output.Finish();
  if (failed) return Fail("saywhen", *failed);
  return problems.errors() > 0 ? kExitBadInput : kExitDone;
}

int Extract(ExtractCall call) {
  ExtractArticle& article = call.article;
  if (!article.published.empty()) {
    const std::string edtf = DateAsEdtf(article.published);
    if (edtf.empty()) return FailCall("--published: " + Shown(article.published) + " is no date");
    article.published = edtf;
  }
  if (!article.url.empty() && !IsHttpUrl(article.url)) {
    return FailCall("--url: " + Shown(article.url) + " is no http or https address");
  }
  const std::string language = LanguageTag(article.language);
  if (!language.empty() && !IsLanguageTag(language)) {
    return FailCall("--language: " + Shown(article.language) +
                    " is no language code as BCP 47 has them (\"en\")");
  }
  article.language = language;
  const Result<Extractor> extractor = MakeExtractor();
  if (!extractor.ok()) {
    // No matter of the input: the program was built with a pack that it cannot read.
    Fail("saywhen", extractor.error());
    return kExitSystemFailed;
  }
  if (!call.lines) return ExtractFile(extractor.value(), std::move(call));
  if (call.jobs == 0) call.jobs = std::max(1U, std::thread::hardware_concurrency());
  return ExtractLines(extractor.value(), {.path = call.path,
                                          .out = call.out,
                                          .defaults = article,
                                          .clean = call.clean,
                                          .keep_text = article.keep_text,
                                          .jobs = call.jobs});
}

// What is said of one article cannot be said of all.
void AddArticleOptions(CLI::App* command, ExtractArticle* article, CLI::Option* lines) {
  command->add_option("--language", article->language,
                      "Of the article, BCP 47; else its page says it, or its words do");
  command->add_option("--published", article->published,
                      "When it was published; relative times count from it");
  command->add_option("--url", article->url, "Its address")->excludes(lines);
  command->add_option("--id", article->id, "Its id in the story; else a1")->excludes(lines);
  command->add_option("--headline", article->headline, "Its headline; else its own")
      ->excludes(lines);
}

}  // namespace

void RegisterExtract(CLI::App& app, std::function<int()>* run) {
  CLI::App* command = app.add_subcommand(
      "extract", "Make a story of an article: who says what in it, when, and about when");
  const auto call = std::make_shared<ExtractCall>();
  command->add_option("FILE", call->path, "Text or page; - is standard input")
      ->capture_default_str();
  CLI::Option* format =
      command
          ->add_option("--format", call->format, "What FILE is; auto: html when it begins with <")
          ->check(CLI::IsMember({"auto", "text", "html"}))
          ->capture_default_str();
  CLI::Option* lines =
      command
          ->add_flag("--ndjson", call->lines,
                     "FILE has one article a line, {\"id\", \"text\" or \"html\", \"published\", "
                     "\"language\", \"url\"}; the output has one story a line, in the same order")
          ->excludes(format);
  AddArticleOptions(command, &call->article, lines);
  CLI::Option* keep =
      command->add_flag("--keep-text", call->article.keep_text,
                        "The story has the text as it is, with all that stands on the page");
  command
      ->add_flag("--clean", call->clean,
                 "With --ndjson: \"text\" is cleaned too, and spans count in what is left")
      ->needs(lines)
      ->excludes(keep);
  command
      ->add_option("--jobs", call->jobs,
                   "With --ndjson: how many lines at once; 0: as many as there are cores")
      ->check(CLI::Range(0U, 1024U))
      ->capture_default_str()
      ->needs(lines);
  command
      ->add_flag("--explain", call->explain,
                 "Tell on standard error how each quote was found, and what was left out")
      ->excludes(lines);
  AddOutput(command, &call->out);
  command->footer(
      "Examples:\n"
      "  saywhen extract article.txt --published 2025-02-13 -o story.json\n"
      "  curl -s https://example.org/article | saywhen extract --explain - > story.json\n"
      "  zcat articles.ndjson.gz | saywhen extract --ndjson - | gzip > stories.ndjson.gz");
  command->callback([call, run] { *run = [call] { return Extract(*call); }; });
}

}  // namespace saywhen
