#include "formats/json_position.h"

#include <algorithm>

namespace saywhen {

TextPosition Advance(std::string_view text, TextPosition position, size_t from, size_t to) {
  for (size_t i = from; i < to; ++i) {
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
