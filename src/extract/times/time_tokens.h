// Words, numbers and marks of a text, as the times need them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace saywhen {

enum class TimeTokenKind : uint8_t { kEnd, kWord, kNumber, kMark, kBreak };

struct TimeToken {
  TimeTokenKind kind = TimeTokenKind::kEnd;
  bool glued = false;    // no blank before it
  bool capital = false;  // of a word: its first letter
  bool lower = false;    // of a word: its first letter is a small one
  char mark = 0;         // an ASCII mark; a dash is '-', a typographic apostrophe "'"; else 0
  uint8_t digits = 0;    // of a number: how many, 255 for more than nine or with separators
  int32_t value = 0;     // of a number of up to nine digits
  uint32_t begin = 0;
  uint32_t end = 0;
};

// Reads one after the other. An empty line, or a tab, is a kBreak: nothing reaches across it. Any
// bytes are read; those that are no UTF-8 count as letters.
class TimeTokenizer {
 public:
  // `thousands` parts groups of three digits; 0: nothing does.
  TimeTokenizer(std::string_view text, char thousands) : text_(text), thousands_(thousands) {}
  TimeToken Next();

 private:
  void ReadNumber(TimeToken* token);
  void ReadWord(TimeToken* token);

  std::string_view text_;
  size_t at_ = 0;
  char thousands_;
};

// Writes the word in small letters, I, İ and ı as i, to `out`; returns its length, 0 when it takes
// more than `room` bytes.
size_t FoldTimeWord(std::string_view word, char* out, size_t room);

}  // namespace saywhen
