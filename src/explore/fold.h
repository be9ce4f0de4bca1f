// Text as search compares it: case, accents and look-alikes folded away, and cut into words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"

namespace saywhen {

struct FoldedText {
  std::string text;
  // For each byte of `text` the byte of the source where its code point begins; one more, the
  // source's size, at the end.
  std::vector<uint32_t> origins;
};

// Folds with every distinction dropped that only some languages make: ı is i, ё is е.
constexpr std::string_view kLoosest = "ru";

// True of the languages in which I is the capital of ı and İ that of i: Turkish and Azeri.
bool TellsDotlessI(std::string_view language);

// `language` is BCP 47 and may be empty. Latin: base letters (ß ss, æ ae, œ oe, ø o, ł l, đ d,
// þ th); in Turkish and Azeri ı and i stay apart, else both are i. Greek: no tonos, σ for ς.
// Cyrillic: lower case with its own letters kept, but ё is е in Russian. Arabic: one alef, yeh for
// alef maqsura, heh for teh marbuta, Arabic kaf and yeh for the Persian ones, no vowel signs, no
// tatweel. Digits and full-width forms are ASCII, quotation marks straight, dashes '-', an ellipsis
// three full stops; combining accents and invisible characters are dropped. A malformed byte is
// U+FFFD. Folding what is folded, by the same language, changes nothing.
void Fold(std::string_view utf8, std::string_view language, FoldedText* folded);

// The next word of folded text: `word` is the one before it ({0, 0} for the first). False at the
// end. Han, Kana, Hangul and the scripts of South East Asia, which part no words, give one word a
// character. A word of more than kLongestWord bytes goes on as the next one.
bool NextWord(std::string_view folded, TextSpan* word);
constexpr uint32_t kLongestWord = 64;

// The words of text that need not be folded yet, a blank after each; NextWord() takes them apart.
std::string FoldedWords(std::string_view utf8, std::string_view language);

}  // namespace saywhen
