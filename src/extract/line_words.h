// A line's words in the form in which they are compared: with phrases of the packs, and with each
// other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"

namespace saywhen {

// Words in small letters, one blank between them. All of i, I, ı and İ are "i"; apostrophes are
// straight; accents that stand alone and invisible characters are left out. A number, with its
// inner marks, is "#". Of punctuation ':', '*', '@', '|', '/' and '©' are words of their own; the
// rest only parts words. (What belongs to every language at once can fold no finer.)
struct LineWords {
  std::string text;
  std::vector<TextSpan> words;   // in `text`
  std::vector<TextSpan> source;  // in the line

  size_t size() const { return words.size(); }
  bool empty() const { return words.empty(); }
  std::string_view operator[](size_t index) const {
    return std::string_view(text).substr(words[index].begin, words[index].size());
  }
  // The text from word `first` to the end of word `last` - 1.
  std::string_view Between(size_t first, size_t last) const;
};

// `line` is valid UTF-8. Reuses the memory of `words`.
void FindLineWords(std::string_view line, LineWords* words);

// The code point in small letters; ı is i too.
char32_t LooseLower(char32_t c);

}  // namespace saywhen
