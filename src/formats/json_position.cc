#include "formats/json_position.h"

#include <algorithm>
#include <cstring>

namespace saywhen {
namespace {

// How many bytes, in eights, are printable ASCII: a column each. A control character borrows from
// the next byte when a blank is taken from it; other bytes have the highest bit.
size_t PlainColumns(std::string_view text) {
  constexpr uint64_t kEach = 0x0101010101010101;
  size_t columns = 0;
  for (uint64_t eight = 0; text.size() - columns >= sizeof eight; columns += sizeof eight) {
    std::memcpy(&eight, text.data() + columns, sizeof eight);
    if ((((eight - kEach * ' ') | eight) & kEach * 0x80) != 0) break;
  }
  return columns;
}

}  // namespace

TextPosition Advance(std::string_view text, TextPosition position, size_t from, size_t to) {
  for (size_t i = from; i < to; ++i) {
    const size_t columns = PlainColumns(text.substr(i, to - i));
    position.column += static_cast<uint32_t>(columns);
    i += columns;
    if (i == to) break;
    const unsigned char byte = static_cast<unsigned char>(text[i]);
    const bool followed_by_lf = i + 1 < text.size() && text[i + 1] == '\n';
    if (byte == '\n' || (byte == '\r' && !followed_by_lf)) {
      ++position.line;
      position.column = 1;
    } else if ((byte & 0xC0) != 0x80) {
      ++position.column;
    }
  }
  return position;
}

TextPosition PositionIndex::At(size_t byte) {
  byte = std::min(byte, text_.size());
  if (checkpoints_.empty()) checkpoints_.push_back({});
  while (checkpoints_.size() <= byte / kStride) {
    const size_t from = (checkpoints_.size() - 1) * kStride;
    checkpoints_.push_back(Advance(text_, checkpoints_.back(), from, from + kStride));
  }
  const size_t stride = byte / kStride;
  return Advance(text_, checkpoints_[stride], stride * kStride, byte);
}

TextPosition RunningPosition::At(size_t byte) {
  byte = std::min(byte, text_.size());
  if (byte <= byte_) return at_;
  at_ = Advance(text_, at_, byte_, byte);
  byte_ = byte;
  return at_;
}

}  // namespace saywhen
