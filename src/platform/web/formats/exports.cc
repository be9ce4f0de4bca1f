// The second module: stories from other formats. A page fetches it only when its story is none of
// ours (web/formats.ts), and what it gives is a story file.
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "formats/html_article.h"
#include "formats/import.h"
#include "formats/schema_org.h"
#include "formats/story_json.h"

// The page's tokenizer (web/html_tokens.ts) calls htmlOpen(), htmlClose() and htmlText() before it
// returns.
__attribute__((import_module("page"), import_name("tokenizeHtml"))) void TokenizeInPage(
    const char* html, size_t size, saywhen::HtmlEvents* events);

namespace saywhen {
namespace {

class PageTokenizer final : public HtmlTokenizer {
 public:
  bool Tokenize(std::string_view html, HtmlEvents* events) const override {
    TokenizeInPage(html.data(), html.size(), events);
    return true;
  }
};

const PageTokenizer kTokenizer;

std::string result;  // NOLINT: the module's one result, as its memory is the module's
uint32_t problems = 0;

// True: `result` is a story file; else {code, message, pointer, line, column}.
bool Finish(const Result<Story>& story, const Diagnostics& diagnostics) {
  problems = static_cast<uint32_t>(diagnostics.errors() + diagnostics.warnings());
  if (story.ok()) {
    result = WriteStory(story.value());
    return true;
  }
  const Error& error = story.error();
  JsonWriter json;
  json.BeginObject().Key("code").String(error.code).Key("message").String(error.message);
  json.Key("pointer").String(error.pointer).Key("line").Int(error.line);
  json.Key("column").Int(error.column).EndObject();
  result = std::move(json).Take();
  return false;
}

// How extraction calls it (ParagraphKindName()); empty when it says nothing to it.
std::string_view HintName(HtmlMark::Kind kind) {
  switch (kind) {
    case HtmlMark::Kind::kHeading:
      return "heading";
    case HtmlMark::Kind::kCaption:
      return "caption";
    case HtmlMark::Kind::kPullQuote:
      return "pull-quote";
    case HtmlMark::Kind::kListItem:
      return "list-item";
    default:
      return {};
  }
}

}  // namespace
}  // namespace saywhen

#define SAYWHEN_EXPORT(name) __attribute__((export_name(#name)))

namespace saywhen {

SAYWHEN_EXPORT(allocate) void* Allocate(size_t size) { return std::malloc(size); }
SAYWHEN_EXPORT(resultText) const char* ResultText() { return result.data(); }
SAYWHEN_EXPORT(resultSize) size_t ResultSize() { return result.size(); }
SAYWHEN_EXPORT(problemCount) uint32_t ProblemCount() { return problems; }

// A file of any format.
SAYWHEN_EXPORT(convertFile) bool ConvertFile(const char* text, size_t size) {
  Diagnostics diagnostics;
  Result<Imported> read = ImportStory({text, size}, {.html = &kTokenizer}, &diagnostics);
  if (!read.ok()) return Finish(read.error(), diagnostics);
  return Finish(std::move(read).value().story, diagnostics);
}

// The page's JSON-LD: the texts of its scripts, each ended by a zero byte.
SAYWHEN_EXPORT(convertScripts) bool ConvertScripts(const char* texts, size_t size) {
  const std::string_view all(texts, size);
  Diagnostics diagnostics;
  Reporter reporter(all, &diagnostics);
  std::deque<JsonTree> trees;
  std::vector<JsonValue> roots;
  for (size_t begin = 0; begin < all.size();) {
    const size_t end = std::min(all.find('\0', begin), all.size());
    Result<JsonTree> tree = JsonTree::Parse(all.substr(begin, end - begin), &reporter, {}, begin);
    if (tree.ok()) {
      trees.push_back(std::move(tree).value());
      roots.push_back(trees.back().root());
    } else {
      reporter.Report(tree.error());
    }
    begin = end + 1;
  }
  StoryImport import(&reporter, &kTokenizer);
  ReadSchemaOrg(roots, &import);
  return Finish(std::move(import).Finish(), diagnostics);
}

// An article's page as a text to be extracted from: {text, known}, the latter as the third module's
// options (extract/exports.cc).
SAYWHEN_EXPORT(readPage) void ReadPage(const char* html, size_t size) {
  Diagnostics diagnostics;
  const HtmlPage page = ReadHtmlPage({html, size}, kTokenizer, &diagnostics);
  problems = static_cast<uint32_t>(diagnostics.errors() + diagnostics.warnings());
  const Article& article = page.article;
  JsonWriter json;
  json.BeginObject().Key("text").String(page.text.text).Key("known").BeginObject();
  const auto add = [&json](std::string_view name, std::string_view value) {
    if (!value.empty()) json.Key(name).String(value);
  };
  add("url", article.url);
  add("headline", article.headline);
  add("language", article.language);
  add("publisher", article.publisher.name);
  add("publisherUrl", article.publisher.url);
  if (article.published) add("published", article.published->edtf);
  if (article.modified) add("modified", article.modified->edtf);
  std::string lines;
  for (const Author& author : article.authors) lines.append(author.name).append("\n");
  add("authors", lines);
  lines.clear();
  for (const HtmlMark& mark : page.text.marks) {
    const std::string_view name = HintName(mark.kind);
    if (name.empty()) continue;
    lines.append(std::to_string(mark.span.begin)).append(" ");
    lines.append(std::to_string(mark.span.end)).append(" ").append(name).append("\n");
  }
  add("hints", lines);
  json.EndObject().EndObject();
  result = std::move(json).Take();
}

SAYWHEN_EXPORT(htmlOpen)
void HtmlOpen(HtmlEvents* events, const char* tag, size_t tag_size, const char* attributes,
              size_t attributes_size, size_t byte) {
  // Names and values in turn, each ended by a zero byte.
  std::vector<HtmlAttribute> list;
  const std::string_view all(attributes, attributes_size);
  for (size_t at = 0; at < all.size();) {
    const size_t name_end = std::min(all.find('\0', at), all.size());
    const size_t value_at = std::min(name_end + 1, all.size());
    const size_t value_end = std::min(all.find('\0', value_at), all.size());
    list.push_back({all.substr(at, name_end - at), all.substr(value_at, value_end - value_at)});
    at = value_end + 1;
  }
  events->Open({tag, tag_size}, list, byte);
}

SAYWHEN_EXPORT(htmlClose)
void HtmlClose(HtmlEvents* events, const char* tag, size_t size) { events->Close({tag, size}); }

SAYWHEN_EXPORT(htmlText)
void HtmlText(HtmlEvents* events, const char* text, size_t size, size_t byte) {
  events->Text({text, size}, byte);
}

}  // namespace saywhen
