#include "formats/text_fragment.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "base/utf8.h"
#include "formats/http_url.h"

namespace saywhen {
namespace {

// Words up to this many are given whole; of more, kEdge at the beginning and at the end.
constexpr uint32_t kWhole = 12;
constexpr uint32_t kEdge = 5;
// Of a selector's prefix and suffix.
constexpr uint32_t kContext = 4;

// A piece of text that a search may begin or end with: browsers match whole words only.
struct Piece {
  TextSpan span;
  uint32_t words = 1;
};

// Ideographic and full-width commas, full stops and so on: where text without blanks can be cut,
// since its words cannot be told without a dictionary.
bool EndsClause(char32_t c) {
  return c == 0x3001 || c == 0x3002 || c == 0xFF01 || c == 0xFF0C || c == 0xFF0E || c == 0xFF1A ||
         c == 0xFF1B || c == 0xFF1F;
}

std::vector<Piece> PiecesOf(std::string_view text) {
  std::vector<Piece> pieces;
  uint32_t begin = 0;
  uint32_t wide = 0;  // characters of scripts that use no blanks
  const auto add = [&](size_t end) {
    const TextSpan span = {begin, static_cast<uint32_t>(end)};
    // Two such characters make about one word.
    if (!span.empty()) pieces.push_back({span, 1 + wide / 2});
    wide = 0;
  };
  for (size_t byte = 0; byte < text.size();) {
    const CodePoint point = DecodeCodePoint(text, byte);
    const size_t next = byte + point.size;
    const char32_t c = point.value;
    if (c <= ' ' || c == 0xA0 || c == 0x2028 || c == 0x2029 || c == 0x3000) {
      add(byte);
      begin = static_cast<uint32_t>(next);
    } else if (EndsClause(c)) {
      add(next);
      begin = static_cast<uint32_t>(next);
    } else if (c >= 0x2E80 && c < 0xFF00) {
      ++wide;
    }
    byte = next;
  }
  add(text.size());
  return pieces;
}

// How many of the first pieces make `words` words, one at least.
template <typename Iterator>
size_t CountFor(Iterator first, Iterator last, uint32_t words) {
  size_t count = 0;
  uint32_t sum = 0;
  for (; first != last && sum < words; ++first) {
    sum += first->words;
    ++count;
  }
  return count;
}

// Everything but what the directive's grammar leaves plain; '-', ',' and '&' have a meaning there.
void AppendEncoded(std::string* url, std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  bool blank = false;
  for (const char c : text) {
    const char lower = static_cast<char>(c | 0x20);
    const unsigned char byte = static_cast<unsigned char>(c);
    if (byte <= ' ') {
      // A run of blanks on the page is one.
      if (!blank) *url += "%20";
    } else if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_') {
      url->push_back(c);
    } else {
      url->push_back('%');
      url->push_back(kHex[byte >> 4]);
      url->push_back(kHex[byte & 15]);
    }
    blank = byte <= ' ';
  }
}

// start or start,end
void AppendWords(std::string* url, std::string_view text) {
  const std::vector<Piece> pieces = PiecesOf(text);
  if (pieces.empty()) return;
  uint32_t words = 0;
  for (const Piece& piece : pieces) words += piece.words;
  const size_t count = pieces.size();
  const size_t head = CountFor(pieces.begin(), pieces.end(), kEdge);
  const size_t tail = CountFor(pieces.rbegin(), pieces.rend(), kEdge);
  // One search string must stand in one block of the page, what lies between two may go over many.
  const bool broken = text.find('\n') != std::string_view::npos;
  const auto part = [&](size_t from, size_t to) {
    const uint32_t begin = pieces[from].span.begin;
    AppendEncoded(url, text.substr(begin, pieces[to - 1].span.end - begin));
  };
  if ((words <= kWhole && !broken) || head + tail > count) return part(0, count);
  part(0, head);
  url->push_back(',');
  part(count - tail, count);
}

// The last line of what stands before the words, a few words of it. The first word may have been
// cut in the middle, which would match nothing.
std::string_view Before(std::string_view prefix) {
  const size_t line = prefix.rfind('\n');
  const bool whole = line != std::string_view::npos;
  if (whole) prefix.remove_prefix(line + 1);
  const std::vector<Piece> pieces = PiecesOf(prefix);
  size_t from = pieces.size() - CountFor(pieces.rbegin(), pieces.rend(), kContext);
  if (from == 0 && !whole && !pieces.empty() && pieces[0].span.begin == 0) from = 1;
  if (from >= pieces.size()) return {};
  return prefix.substr(pieces[from].span.begin, pieces.back().span.end - pieces[from].span.begin);
}

std::string_view After(std::string_view suffix) {
  const size_t line = suffix.find('\n');
  const bool whole = line != std::string_view::npos;
  suffix = suffix.substr(0, line);
  const std::vector<Piece> pieces = PiecesOf(suffix);
  size_t count = CountFor(pieces.begin(), pieces.end(), kContext);
  if (count == pieces.size() && count > 0 && !whole && pieces.back().span.end == suffix.size()) {
    --count;
  }
  if (count == 0) return {};
  return suffix.substr(pieces[0].span.begin, pieces[count - 1].span.end - pieces[0].span.begin);
}

}  // namespace

std::string PassageUrl(const Story& story, const Quote& quote) {
  const Article* article =
      quote.article < story.articles.size() ? &story.articles[quote.article] : nullptr;
  std::string url = article != nullptr && IsHttpUrl(article->url) ? article->url : quote.url;
  if (!IsHttpUrl(url)) return {};
  url.resize(std::min(url.size(), url.find(":~:")));
  if (url.ends_with('#')) url.pop_back();
  url += url.find('#') == std::string::npos ? "#:~:" : ":~:";

  const Selector& selector = quote.selector;
  std::vector<std::string_view> parts;
  if (quote.spans.size() > 1 && article != nullptr) {
    for (const TextSpan span : quote.spans) {
      if (span.empty() || span.end > article->text.size()) continue;
      parts.push_back(std::string_view(article->text).substr(span.begin, span.size()));
    }
  }
  const bool split = !parts.empty();
  if (!split) parts.push_back(selector.exact.empty() ? quote.text : selector.exact);
  for (size_t i = 0; i < parts.size(); ++i) {
    url += i == 0 ? "text=" : "&text=";
    const std::string_view before = i == 0 ? Before(selector.prefix) : std::string_view();
    const std::string_view after =
        i + 1 == parts.size() ? After(selector.suffix) : std::string_view();
    if (!before.empty()) {
      AppendEncoded(&url, before);
      url += "-,";
    }
    AppendWords(&url, parts[i]);
    if (!after.empty()) {
      url += ",-";
      AppendEncoded(&url, after);
    }
  }
  return url;
}

}  // namespace saywhen
