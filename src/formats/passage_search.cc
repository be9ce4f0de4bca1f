#include "formats/passage_search.h"

#include <algorithm>

#include "base/utf8.h"

namespace saywhen {
bool IsSpace(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

namespace {

size_t SkipSpace(std::string_view text, size_t byte) {
  while (byte < text.size()) {
    const CodePoint point = DecodeCodePoint(text, byte);
    if (!IsSpace(point.value)) break;
    byte += point.size;
  }
  return byte;
}

}  // namespace

bool SameWords(std::string_view a, std::string_view b) {
  if (a == b) return true;  // as nearly always
  size_t i = SkipSpace(a, 0);
  size_t j = SkipSpace(b, 0);
  while (i < a.size() && j < b.size()) {
    if (a[i] != b[j]) return false;
    i = SkipSpace(a, i + 1);
    j = SkipSpace(b, j + 1);
  }
  return i == a.size() && j == b.size();
}

std::string WithoutSpace(std::string_view text) {
  std::string stripped;
  stripped.reserve(text.size());
  for (size_t i = SkipSpace(text, 0); i < text.size(); i = SkipSpace(text, i)) {
    const size_t size = DecodeCodePoint(text, i).size;
    stripped.append(text.substr(i, size));
    i += size;
  }
  return stripped;
}

PassageSearch::PassageSearch(std::string_view text) {
  stripped_.reserve(text.size());
  origins_.reserve(text.size());
  for (size_t i = SkipSpace(text, 0); i < text.size(); i = SkipSpace(text, i)) {
    const size_t size = DecodeCodePoint(text, i).size;
    for (size_t k = 0; k < size; ++k) origins_.push_back(static_cast<uint32_t>(i + k));
    stripped_.append(text.substr(i, size));
    i += size;
  }
}

std::vector<TextSpan> PassageSearch::Find(std::string_view words, size_t limit) const {
  std::vector<TextSpan> found;
  const std::string needle = WithoutSpace(words);
  if (needle.empty() || needle.size() > stripped_.size()) return found;
  // borders[i]: length of the longest proper prefix of the needle that ends needle[0..i].
  std::vector<uint32_t> borders(needle.size(), 0);
  for (uint32_t i = 1, k = 0; i < needle.size(); ++i) {
    while (k > 0 && needle[i] != needle[k]) k = borders[k - 1];
    if (needle[i] == needle[k]) ++k;
    borders[i] = k;
  }
  uint32_t matched = 0;
  for (size_t i = 0; i < stripped_.size() && found.size() < limit; ++i) {
    while (matched > 0 && stripped_[i] != needle[matched]) matched = borders[matched - 1];
    if (stripped_[i] == needle[matched]) ++matched;
    if (matched == needle.size()) {
      found.push_back({origins_[i + 1 - matched], origins_[i] + 1});
      matched = borders[matched - 1];
    }
  }
  return found;
}

TextSpan PassageSearch::Best(std::string_view exact, std::string_view prefix,
                             std::string_view suffix, size_t near) const {
  // Enough for any real article; hostile ones cannot make the comparison long.
  constexpr size_t kPlaces = 200;
  constexpr size_t kContextBytes = 128;
  std::string before = WithoutSpace(prefix);
  std::string after = WithoutSpace(suffix);
  if (before.size() > kContextBytes) before.erase(0, before.size() - kContextBytes);
  if (after.size() > kContextBytes) after.resize(kContextBytes);
  TextSpan best;
  size_t best_score = 0;
  size_t best_distance = 0;
  for (const TextSpan& place : Find(exact, kPlaces)) {
    const auto at = [&](uint32_t byte) {
      return static_cast<size_t>(std::lower_bound(origins_.begin(), origins_.end(), byte) -
                                 origins_.begin());
    };
    const size_t begin = at(place.begin);
    const size_t end = at(place.end);
    size_t left = 0;
    while (left < before.size() && left < begin &&
           before[before.size() - 1 - left] == stripped_[begin - 1 - left]) {
      ++left;
    }
    size_t right = 0;
    while (right < after.size() && end + right < stripped_.size() &&
           after[right] == stripped_[end + right]) {
      ++right;
    }
    const size_t score = left + right;
    const size_t distance = place.begin > near ? place.begin - near : near - place.begin;
    if (best.empty() || score > best_score || (score == best_score && distance < best_distance)) {
      best = place;
      best_score = score;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace saywhen
