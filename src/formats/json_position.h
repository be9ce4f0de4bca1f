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

// Made on the first question, so that a file without problems costs nothing; then each answer
// reads at most 4 KiB. Keeps a view of the text (below 4 GiB). Lines end with \n, \r\n or \r.
class PositionIndex {
 public:
  explicit PositionIndex(std::string_view text) : text_(text) {}

  TextPosition At(size_t byte);

 private:
  static constexpr size_t kStride = 4096;

  // The position after reading text_[from, to), begun at `position`.
  TextPosition Advance(TextPosition position, size_t from, size_t to) const;

  std::string_view text_;
  std::vector<TextPosition> checkpoints_;
};

}  // namespace saywhen
