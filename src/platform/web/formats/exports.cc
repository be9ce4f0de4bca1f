// The second module: stories from other formats. A page fetches it only when its story is none of
// ours (web/formats.ts), and what it gives is a story file.
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
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
