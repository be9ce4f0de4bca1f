// UTF-8 text counted three ways: bytes (inside), code points (story files), UTF-16 units
// (JavaScript).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace saywhen {

constexpr char32_t kReplacementCharacter = 0xFFFD;

struct CodePoint {
  char32_t value = 0;
  uint32_t size = 0;  // in bytes; 0 only at the end of the text
};

// The code point that starts at `byte`. A byte that starts no well-formed sequence (The Unicode
// Standard, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF) reads as one
// U+FFFD of size 1. Past the end: {0, 0}.
CodePoint DecodeCodePoint(std::string_view text, size_t byte);

// The byte after the code point at `byte`, at most text.size().
size_t NextCodePoint(std::string_view text, size_t byte);
// The byte where the code point before `byte` begins, at least 0. `text` is valid UTF-8; in other
// text it is some byte before, four at most.
size_t PreviousCodePoint(std::string_view text, size_t byte);

// Appends one code point; a surrogate or a value above U+10FFFF becomes U+FFFD.
void AppendCodePoint(std::string* text, char32_t code_point);

// The byte where the first malformed sequence begins, or text.size() when all is well.
size_t FindInvalidUtf8(std::string_view text);
bool IsValidUtf8(std::string_view text);
// The text with every malformed byte replaced by U+FFFD.
std::string RepairUtf8(std::string_view text);

// How many code points valid UTF-8 holds (of invalid text: how many bytes that are no
// continuation).
size_t CountCodePoints(std::string_view text);

// Turns code point offsets into byte offsets and back, many times in one text: O(64) a lookup
// by code point, O(log n) by byte, O(1) when the text is ASCII. Keeps a view: the text must outlive
// the index and be valid UTF-8.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  // Length of the text in code points.
  size_t size() const { return size_; }
  // Offsets past the end give the end.
  size_t ByteOf(size_t code_point) const;
  // A byte inside a code point gives that code point.
  size_t CodePointOf(size_t byte) const;

 private:
  static constexpr size_t kStride = 64;

  bool ascii() const { return size_ == text_.size(); }

  std::string_view text_;
  size_t size_ = 0;
  std::vector<uint32_t>
      checkpoints_;  // byte offset of every kStride-th code point; empty for ASCII
};

// UTF-16 units that the text takes in JavaScript: 2 for each code point above U+FFFF, else 1.
size_t Utf16Length(std::string_view text);
// Offsets past the end give the end; one inside a surrogate pair gives the pair's beginning.
size_t ByteFromUtf16(std::string_view text, size_t units);
size_t Utf16FromByte(std::string_view text, size_t byte);

// Utf16FromByte() many times in one text: O(1) a lookup, after one pass. Keeps a view.
class Utf16Index {
 public:
  explicit Utf16Index(std::string_view text);
  size_t Of(size_t byte) const;

 private:
  static constexpr size_t kStride = 1024;

  std::string_view text_;
  std::vector<uint32_t> units_;  // before every kStride-th byte
};

}  // namespace saywhen
