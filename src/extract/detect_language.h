// Which of the packs' languages a text is in.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/language_pack.h"

namespace saywhen {

// Counts the words that a language's texts are full of, and the letters that only it has. The
// packs' section "detect": "word" (an entry's further fields: words in small letters), "letters"
// (a string of letters), "other" (words of languages without a pack, which speak against this one).
class LanguageDetector {
 public:
  // `code`: BCP 47. Copies what it needs of the pack. At most 32 languages.
  void Add(std::string_view code, const LanguagePack& pack);

  // The language's code; empty when none is convincing: too few of its words, or about as many of
  // another's. Looks at no more than the first kLongest bytes.
  std::string Detect(std::string_view text) const;

  static constexpr size_t kLongest = 20'000;

 private:
  struct Word {
    uint32_t languages = 0;  // bits
    bool other = false;
  };

  std::vector<std::string> codes_;
  std::unordered_map<std::string, Word> words_;
  std::unordered_map<char32_t, uint32_t> letters_;
};

}  // namespace saywhen
