#include "extract/lexicon.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/letters.h"
#include "base/utf8.h"
#include "extract/token.h"

namespace saywhen {
namespace {

constexpr int kStrongPercent = 60;
constexpr int kFairPercent = 20;

}  // namespace

uint32_t HashWord(std::string_view word) {
  uint32_t hash = 0x811C9DC5U;
  const auto mix = [&hash](char byte) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x01000193U;
  };
  for (size_t byte = 0; byte < word.size();) {
    const auto first = static_cast<unsigned char>(word[byte]);
    if (first < 0x80) {
      mix(static_cast<char>(first >= 'A' && first <= 'Z' ? first + 0x20 : first));
      ++byte;
      continue;
    }
    const CodePoint point = DecodeCodePoint(word, byte);
    byte += point.size;
    // Both apostrophes are one.
    if (point.value == 0x2019) {
      mix('\'');
      continue;
    }
    std::string lower;
    AppendCodePoint(&lower, LowerCase(point.value));
    for (const char each : lower) mix(each);
  }
  return hash == 0 ? 1 : hash;
}

std::string InSmallLetters(std::string_view word) {
  std::string lower;
  for (size_t byte = 0; byte < word.size();) {
    const CodePoint point = DecodeCodePoint(word, byte);
    byte += point.size;
    AppendCodePoint(&lower, point.value == 0x2019 ? U'\'' : LowerCase(point.value));
  }
  return lower;
}

void WordMap::Reserve(size_t words) {
  size_t size = 16;
  while (size < words * 2) size *= 2;
  std::vector<Slot> old(size);
  old.swap(slots_);
  mask_ = size - 1;
  size_ = 0;
  for (const Slot& slot : old) {
    if (slot.hash != 0) Set(slot.hash, slot.value);
  }
}

void WordMap::Set(uint32_t hash, uint32_t value) {
  if ((size_ + 1) * 2 > slots_.size()) Reserve((size_ + 8) * 2);
  for (size_t at = hash & mask_;; at = (at + 1) & mask_) {
    if (slots_[at].hash == 0) ++size_;
    if (slots_[at].hash == 0 || slots_[at].hash == hash) {
      slots_[at] = {hash, value};
      return;
    }
  }
}

Lexicon::Lexicon(const LanguagePack& pack) {
  const auto tag_named = [](std::string_view name) -> uint32_t {
    for (uint32_t tag = 0; tag < kTagCount; ++tag) {
      if (kTagNames[tag] == name) return tag + 1;
    }
    return 0;
  };
  for (const PackEntry& entry : pack.Section("words")) {
    const uint32_t tag = tag_named(entry[0]);
    for (size_t i = 1; i < entry.fields.size(); ++i) {
      std::string_view words = entry[i];
      while (!words.empty()) {
        const size_t end = std::min(words.find(' '), words.size());
        if (end > 0 && tag != 0) tags_.Set(HashWord(words.substr(0, end)), tag);
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    }
  }
  for (const PackEntry& entry : pack.Section("abbreviations")) {
    abbreviations_.Set(HashWord(entry[0]), 1);
  }
  for (const PackEntry& entry : pack.Section("cues")) {
    int percent = 0;
    std::from_chars(entry[1].data(), entry[1].data() + entry[1].size(), percent);
    if (percent >= kStrongPercent) strong_cues_.Set(HashWord(entry[0]), 1);
    if (percent >= kFairPercent) fair_cues_.Set(HashWord(entry[0]), 1);
  }
  for (const PackEntry& entry : pack.Section("silence")) {
    uint32_t phrase = 0;
    for (std::string_view words = entry[0]; !words.empty();) {
      const size_t end = std::min(words.find(' '), words.size());
      phrase = HashPhrase(phrase, HashWord(words.substr(0, end)));
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    if (phrase != 0) silences_.Set(phrase, 1);
  }
  for (const PackEntry& entry : pack.Section("tokens")) {
    if (entry[0] == "suffix") {
      const uint32_t tag = tag_named(entry[2]);
      if (tag != 0 && !entry[1].empty()) suffixes_.push_back({entry[1], tag});
    }
    for (size_t i = 1; i < entry.fields.size(); ++i) {
      if (entry[0] == "complement") complements_.Set(HashWord(entry[i]), 1);
      if (entry[0] == "takes-to") takes_to_.Set(HashWord(entry[i]), 1);
    }
    if (entry[0] == "ordinal-stop") ordinal_stop_ = true;
    if (entry[0] == "apostrophe-suffix") apostrophe_suffix_ = true;
    if (entry[0] == "capital-nouns") capital_nouns_ = true;
    if (entry[0] == "verb-final") verb_final_ = true;
    if (entry[0] == "quotations-apart") quotations_apart_ = true;
  }
}

}  // namespace saywhen
