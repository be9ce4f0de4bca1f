// The third module: from an article's text to a story file. A page fetches it only when it extracts
// (web/extract.ts); languages are packs that the page hands in, so that it fetches only those it
// needs. An article's page is made into text by the second module (formats/exports.cc).
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "extract/article_text.h"
#include "extract/detect_language.h"
#include "extract/extract.h"
#include "extract/furniture.h"
#include "extract/language_pack.h"
#include "formats/story_json.h"

namespace saywhen {
namespace {

// Of a page's text before it is cleaned. What is left may be as long as a story file's string.
constexpr size_t kMostBytes = size_t{8} << 20;

struct Pack {
  std::string code;
  std::string text;
};

// NOLINTBEGIN: the module's one state, as its memory is the module's
std::deque<Pack> packs;
std::optional<Extractor> extractor;
std::string result;
// NOLINTEND

bool Fail(std::string_view code, std::string_view message) {
  JsonWriter json;
  json.BeginObject().Key("code").String(code).Key("message").String(message);
  json.EndObject();
  result = std::move(json).Take();
  return false;
}

// Names and values in turn, each ended by a zero byte.
std::string_view Option(std::string_view options, std::string_view name) {
  const auto next = [&options] {
    const size_t end = std::min(options.find('\0'), options.size());
    const std::string_view word = options.substr(0, end);
    options.remove_prefix(std::min(end + 1, options.size()));
    return word;
  };
  while (!options.empty()) {
    const std::string_view key = next();
    const std::string_view value = next();
    if (key == name) return value;
  }
  return {};
}

// Calls `use` with each line, without its end.
template <typename Use>
void EachLine(std::string_view lines, Use use) {
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    use(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

// "begin end kind", numbers in bytes of the text.
std::optional<BlockHint> HintOf(std::string_view line) {
  BlockHint hint;
  const char* const end = line.data() + line.size();
  auto read = std::from_chars(line.data(), end, hint.span.begin);
  if (read.ptr == end) return std::nullopt;
  read = std::from_chars(read.ptr + 1, end, hint.span.end);
  if (read.ptr == end) return std::nullopt;
  const std::string_view name(read.ptr + 1, static_cast<size_t>(end - read.ptr - 1));
  for (const ParagraphKind kind : {ParagraphKind::kHeading, ParagraphKind::kCaption,
                                   ParagraphKind::kPullQuote, ParagraphKind::kListItem}) {
    hint.kind = kind;
    if (ParagraphKindName(kind) == name) return hint;
  }
  return std::nullopt;
}

bool Extract(std::string_view text, std::string_view options) {
  if (text.size() > kMostBytes) return Fail("limit-bytes", "the text is longer than 8 MiB");
  if (!extractor) {
    std::vector<PackText> texts;
    texts.reserve(packs.size());
    for (const Pack& pack : packs) texts.push_back({pack.code, pack.text});
    Result<Extractor> made = Extractor::Make(texts);
    if (!made.ok()) return Fail(made.error().code, made.error().message);
    extractor.emplace(std::move(made).value());
  }
  ExtractInput input;
  input.text = text;
  input.id = Option(options, "id");
  input.url = Option(options, "url");
  input.headline = Option(options, "headline");
  input.language = Option(options, "language");
  input.published = Option(options, "published");
  input.modified = Option(options, "modified");
  input.publisher = Option(options, "publisher");
  std::vector<std::string> authors;
  EachLine(Option(options, "authors"), [&](std::string_view line) { authors.emplace_back(line); });
  input.authors = authors;
  std::vector<BlockHint> hints;
  EachLine(Option(options, "hints"), [&](std::string_view line) {
    const std::optional<BlockHint> hint = HintOf(line);
    if (hint && hint->span.end <= text.size()) hints.push_back(*hint);
  });
  input.hints = hints;
  Result<Extraction> found = extractor->Extract(input);
  if (!found.ok()) return Fail(found.error().code, found.error().message);
  Extraction& extraction = found.value();
  Article& article = extraction.story.articles.front();
  article.publisher.url = Option(options, "publisherUrl");

  JsonWriter json;
  json.BeginObject().Key("language").String(extraction.language);
  json.Key("languageKnown").Bool(extraction.language_known);
  json.Key("dropped").BeginArray();
  for (const Dropped& dropped : extraction.dropped) {
    json.BeginObject().Key("text").String(dropped.text);
    json.Key("as").String(FurnitureName(dropped.as)).EndObject();
  }
  json.EndArray().Key("story").Raw(WriteStory(extraction.story)).EndObject();
  result = std::move(json).Take();
  return true;
}

}  // namespace
}  // namespace saywhen

#define SAYWHEN_EXPORT(name) __attribute__((export_name(#name)))

namespace saywhen {

SAYWHEN_EXPORT(allocate) void* Allocate(size_t size) { return std::malloc(size); }
SAYWHEN_EXPORT(release) void Release(void* memory) { std::free(memory); }
SAYWHEN_EXPORT(resultText) const char* ResultText() { return result.data(); }
SAYWHEN_EXPORT(resultSize) size_t ResultSize() { return result.size(); }

// What stands under a code that is there already is replaced.
SAYWHEN_EXPORT(setPack)
void SetPack(const char* code, size_t code_size, const char* text, size_t size) {
  extractor.reset();
  const std::string_view name(code, code_size);
  auto pack =
      std::find_if(packs.begin(), packs.end(), [&](const Pack& p) { return p.code == name; });
  if (pack == packs.end()) pack = packs.insert(packs.end(), {std::string(name), {}});
  pack->text.assign(text, size);
}

// The result is the code of the language that the text, or the words of the page, seem to be in;
// empty: none of the packs'.
SAYWHEN_EXPORT(detect) void Detect(const char* text, size_t size) {
  LanguageDetector detector;
  std::deque<LanguagePack> parsed;
  for (const Pack& pack : packs) {
    Result<LanguagePack> read = LanguagePack::Parse(pack.text);
    if (!read.ok()) continue;
    parsed.push_back(std::move(read).value());
    detector.Add(pack.code, parsed.back());
  }
  result = detector.Detect({text, size});
}

// `options`: names and values in turn, each ended by a zero byte: id, url, headline, language,
// published, modified, publisher, publisherUrl; authors, one a line; hints, what the markup said of
// a stretch of the text, "begin end kind" a line. True: the result is {language, languageKnown,
// dropped, story}; else {code, message}.
SAYWHEN_EXPORT(extract)
bool ExtractArticle(const char* text, size_t size, const char* options, size_t options_size) {
  return Extract({text, size}, {options, options_size});
}

}  // namespace saywhen
