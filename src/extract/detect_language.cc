#include "extract/detect_language.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "base/utf8.h"
#include "extract/line_words.h"

namespace saywhen {
namespace {

constexpr size_t kMostLanguages = 32;
// Of a hundred words of running text about forty are in the list of their language.
constexpr double kLeastShare = 0.14;
constexpr double kLeastLead = 1.4;

}  // namespace

void LanguageDetector::Add(std::string_view code, const LanguagePack& pack) {
  if (codes_.size() == kMostLanguages) return;
  const uint32_t bit = 1U << codes_.size();
  codes_.emplace_back(code);
  LineWords folded;
  for (const PackEntry& entry : pack.Section("detect")) {
    for (size_t i = 1; i < entry.fields.size(); ++i) {
      if (entry[0] == "letters") {
        for (size_t byte = 0; byte < entry[i].size(); byte = NextCodePoint(entry[i], byte)) {
          letters_[DecodeCodePoint(entry[i], byte).value] |= bit;
        }
        continue;
      }
      FindLineWords(entry[i], &folded);
      Word& word = words_[folded.text];
      if (entry[0] == "other") word.other = true;
      if (entry[0] == "word") word.languages |= bit;
    }
  }
}

std::string LanguageDetector::Detect(std::string_view text) const {
  if (text.size() > kLongest) {
    size_t end = PreviousCodePoint(text, kLongest);
    text = text.substr(0, end);
  }
  std::array<double, kMostLanguages> scores{};
  double others = 0;
  LineWords words;
  FindLineWords(text, &words);
  size_t count = 0;
  std::string key;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const CodePoint first = DecodeCodePoint(word, 0);
    if (!IsLetter(first.value)) continue;
    ++count;
    // Scripts that part no words: each character is about half of one.
    if (first.value >= 0x2E80) count += CountCodePoints(word) / 2;
    if (const auto found = words_.find(key.assign(word)); found != words_.end()) {
      for (size_t k = 0; k < codes_.size(); ++k) {
        // A word of two languages says less of each.
        if ((found->second.languages >> k & 1) != 0) {
          scores[k] += found->second.languages == 1U << k && !found->second.other ? 1.0 : 0.5;
        }
      }
      if (found->second.other && found->second.languages == 0) others += 1;
    }
    // The letters as they stand: folding makes ı and i one.
    const TextSpan source = words.source[i];
    uint32_t bits = 0;
    for (size_t byte = source.begin; byte < source.end; byte = NextCodePoint(text, byte)) {
      const char32_t c = DecodeCodePoint(text, byte).value;
      if (c < 0x80) continue;
      const auto found = letters_.find(c);
      if (found != letters_.end()) bits |= found->second;
    }
    for (size_t k = 0; k < codes_.size(); ++k) {
      if ((bits >> k & 1) != 0) scores[k] += bits == 1U << k ? 0.6 : 0.3;
    }
  }
  if (count == 0) return {};
  const auto best = std::max_element(scores.begin(), scores.end());
  double second = others;
  for (const double& score : scores) {
    if (&score != &*best) second = std::max(second, score);
  }
  // Few words can do with a smaller lead over nothing at all.
  if (*best < 1 || *best < kLeastShare * static_cast<double>(count) ||
      *best < kLeastLead * second) {
    return {};
  }
  return codes_[static_cast<size_t>(best - scores.begin())];
}

}  // namespace saywhen
