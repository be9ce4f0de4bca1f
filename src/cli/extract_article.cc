#include "cli/extract_article.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/embedded_packs.h"
#include "formats/html_article.h"
#include "formats/loose_date.h"
#include "formats/reporter.h"
#include "formats/story_json.h"
#include "platform/native/html_tokens.h"

namespace saywhen {
namespace {

std::string EdtfOf(const std::optional<TimeInterval>& date) { return date ? date->edtf : ""; }

std::optional<ParagraphKind> KindOf(HtmlMark::Kind kind) {
  switch (kind) {
    case HtmlMark::Kind::kHeading:
      return ParagraphKind::kHeading;
    case HtmlMark::Kind::kCaption:
      return ParagraphKind::kCaption;
    case HtmlMark::Kind::kPullQuote:
      return ParagraphKind::kPullQuote;
    case HtmlMark::Kind::kListItem:
      return ParagraphKind::kListItem;
    default:
      return std::nullopt;
  }
}

std::vector<BlockHint> HintsOf(const HtmlText& page) {
  std::vector<BlockHint> hints;
  for (const HtmlMark& mark : page.marks) {
    if (const std::optional<ParagraphKind> kind = KindOf(mark.kind)) {
      hints.push_back({mark.span, *kind});
    }
  }
  return hints;
}

// What was said to us counts before what the page says.
std::string_view Either(const std::string& said, const std::string& of_page) {
  return said.empty() ? of_page : said;
}

}  // namespace

Result<Extractor> MakeExtractor() {
  const std::span<const PackText> embedded = EmbeddedPacks();
  std::vector<PackText> packs(embedded.begin(), embedded.end());
  // Whose rules an article in an unknown language is read by.
  std::stable_partition(packs.begin(), packs.end(),
                        [](const PackText& pack) { return pack.code == "en"; });
  return Extractor::Make(packs);
}

Result<Extraction> RunExtractor(const Extractor& extractor, const ExtractArticle& article,
                                Diagnostics* diagnostics) {
  HtmlPage page;
  if (article.html) page = ReadHtmlPage(article.text, NativeHtmlTokenizer(), diagnostics);
  std::vector<std::string> authors = article.authors;
  if (authors.empty()) {
    for (const Author& author : page.article.authors) authors.push_back(author.name);
  }
  const std::vector<BlockHint> hints = HintsOf(page.text);
  const std::string published = EdtfOf(page.article.published);
  const std::string modified = EdtfOf(page.article.modified);
  const std::string language = LanguageTag(Either(article.language, page.article.language));
  ExtractInput input;
  input.text = article.html ? page.text.text : article.text;
  input.id = article.id;
  input.url = Either(article.url, page.article.url);
  input.headline = Either(article.headline, page.article.headline);
  input.language = language;
  input.published = Either(article.published, published);
  input.modified = modified;
  input.publisher = Either(article.publisher, page.article.publisher.name);
  input.authors = authors;
  input.hints = hints;
  input.keep_text = article.keep_text;
  Result<Extraction> extraction = extractor.Extract(input);
  if (!extraction.ok()) return extraction;
  const Extraction& done = extraction.value();
  for (Article& each : extraction.value().story.articles) {
    if (article.publisher.empty()) each.publisher.url = page.article.publisher.url;
  }
  if (!done.language_known) {
    const std::string why = input.language.empty()
                                ? "its language is not known"
                                : "there are no rules for " + Shown(input.language);
    diagnostics->Add({Severity::kWarning, "no-pack",
                      why + ": those for " + Shown(done.language) + " were used", "", 0, 0});
  }
  return extraction;
}

std::string DateAsEdtf(std::string_view text) { return EdtfOf(ReadLooseDate(text)); }

std::string LanguageTag(std::string_view text) {
  std::string tag;
  bool first = true;
  for (const char c : text) {
    first = first && c != '-' && c != '_';
    const bool upper = first && c >= 'A' && c <= 'Z';
    tag += c == '_' ? '-' : upper ? static_cast<char>(c | 0x20) : c;
  }
  return tag;
}

bool IsLanguageTag(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  size_t part = 0;  // letters since the last hyphen
  bool first = true;
  for (const char c : text) {
    if (c == '-') {
      if (part < (first ? 2U : 1U)) return false;
      part = 0;
      first = false;
    } else {
      const bool fits = is_letter(c) || (!first && is_digit(c));
      if (!fits || ++part > 8) return false;
    }
  }
  return part >= (first ? 2U : 1U);
}

}  // namespace saywhen
