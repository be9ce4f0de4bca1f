#include "formats/text_fragment.h"

#include <algorithm>
#include <string_view>

#include "base/text_span.h"
#include "formats/http_url.h"

namespace saywhen {
namespace {

// In bytes: text up to kWhole is given whole, of longer text kEdge at the beginning and at the end,
// about five words of English, three of Arabic, ten characters of Chinese; and of a selector's
// prefix and suffix at most kContext.
constexpr size_t kWhole = 80;
constexpr size_t kEdge = 30;
constexpr size_t kContext = 24;

// ASCII: the only ones that break the words of an article's text.
bool IsBlank(char c) { return static_cast<unsigned char>(c) <= ' '; }

// Whether a search may begin or end here: browsers match whole words only. Text without blanks is
// cut behind its commas and full stops, since its words cannot be told without a dictionary.
bool IsCut(std::string_view text, size_t at) {
  if (at < text.size() && IsBlank(text[at])) return true;
  if (at == 0) return false;
  if (IsBlank(text[at - 1])) return true;
  constexpr std::string_view kEnds = "、。！，．：；？\u3000";
  const size_t found = at < 3 ? std::string_view::npos : kEnds.find(text.substr(at - 3, 3));
  return found != std::string_view::npos && found % 3 == 0;
}

// The first cut at `at` or after it, else the end; and the last before it, else 0.
size_t CutAfter(std::string_view text, size_t at) {
  while (at < text.size() && !IsCut(text, at)) ++at;
  return at;
}
size_t CutBefore(std::string_view text, size_t at) {
  while (at > 0 && !IsCut(text, at)) --at;
  return at;
}

// Everything but what the directive's grammar leaves plain; '-', ',' and '&' have a meaning there.
void AppendEncoded(std::string* url, std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  const size_t before = url->size();
  bool blank = false;
  for (const char c : text) {
    if (IsBlank(c)) {
      blank = true;
      continue;
    }
    // A run of blanks is one on the page, and none at the ends.
    if (blank && url->size() > before) *url += "%20";
    blank = false;
    const char lower = static_cast<char>(c | 0x20);
    if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_') {
      url->push_back(c);
    } else {
      url->push_back('%');
      url->push_back(kHex[static_cast<unsigned char>(c) >> 4]);
      url->push_back(kHex[c & 15]);
    }
  }
}

// start or start,end
void AppendWords(std::string* url, std::string_view text) {
  // One search string must stand in one block of the page, what lies between two may go over many.
  if (text.size() > kWhole || text.find('\n') != std::string_view::npos) {
    const size_t edge = std::min(kEdge, text.size() / 3);
    const size_t head = CutAfter(text, edge);
    const size_t tail = CutBefore(text, text.size() - edge);
    if (head < tail) {
      AppendEncoded(url, text.substr(0, head));
      url->push_back(',');
      text.remove_prefix(tail);
    }
  }
  AppendEncoded(url, text);
}

// What of the prefix stands in the block of the words. The first word may have been cut in the
// middle, which would match nothing.
std::string_view Before(std::string_view prefix) {
  const size_t line = prefix.rfind('\n') + 1;
  prefix.remove_prefix(line);
  if (prefix.size() > kContext) return prefix.substr(CutAfter(prefix, prefix.size() - kContext));
  return line > 0 ? prefix : prefix.substr(CutAfter(prefix, 0));
}

std::string_view After(std::string_view suffix) {
  const size_t line = std::min(suffix.size(), suffix.find('\n'));
  const bool cut = line == suffix.size() || line > kContext;
  return suffix.substr(0, cut ? CutBefore(suffix, std::min(line, kContext)) : line);
}

}  // namespace

std::string PassageUrl(const Story& story, const Quote& quote) {
  const Article* article =
      quote.article < story.articles.size() ? &story.articles[quote.article] : nullptr;
  std::string url = article != nullptr && IsHttpUrl(article->url) ? article->url : quote.more->url;
  if (!IsHttpUrl(url)) return {};
  url.resize(std::min(url.size(), url.find(":~:")));
  if (url.ends_with('#')) url.pop_back();
  url += url.find('#') == std::string::npos ? "#:~:text=" : ":~:text=";

  const size_t empty = url.size();
  AppendEncoded(&url, Before(quote.selector->prefix));
  if (url.size() > empty) url += "-,";
  std::string_view separator;
  if (quote.spans.size() > 1 && article != nullptr) {
    for (const TextSpan span : quote.spans) {
      if (span.empty() || span.end > article->text.size()) continue;
      url += separator;
      AppendWords(&url, std::string_view(article->text).substr(span.begin, span.size()));
      separator = "&text=";
    }
  }
  const std::string& exact = quote.selector->exact;
  if (separator.empty()) AppendWords(&url, exact.empty() ? quote.text : exact);
  const size_t end = url.size();
  AppendEncoded(&url, After(quote.selector->suffix));
  if (url.size() > end) url.insert(end, ",-");
  return url;
}

}  // namespace saywhen
