// Byte offsets of a text as line and column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace saywhen {

struct TextPosition {
  uint32_t line = 1;    // from 1
  uint32_t column = 1;  // from 1, in code points
};

// The position of text[to], where text[from] stands at `position`.
TextPosition Advance(std::string_view text, TextPosition position, size_t from, size_t to);

// Made on the first question, so that a file without problems costs nothing; then each answer
// reads at most 4 KiB. Keeps a view of the text (below 4 GiB). Lines end with \n, \r\n or \r.
class PositionIndex {
 public:
  explicit PositionIndex(std::string_view text) : text_(text) {}

  TextPosition At(size_t byte);

 private:
  static constexpr size_t kStride = 4096;

  std::string_view text_;
  std::vector<TextPosition> checkpoints_;
};

// Of a text that comes in pieces and is asked about in its order: it reads each byte once and keeps
// a view of the last piece only.
class RunningPosition {
 public:
  // What follows the byte that was asked for last is `text` from the byte `from` on. That was the
  // end of the piece before, and not between \r and \n.
  void GoOn(std::string_view text, size_t from) {
    text_ = text;
    byte_ = from;
  }
  // Of a byte of the text; one before the last that was asked for gives the same as that.
  TextPosition At(size_t byte);
  // What was asked for last.
  TextPosition last() const { return at_; }

 private:
  std::string_view text_;
  size_t byte_ = 0;
  TextPosition at_;
};

}  // namespace saywhen
