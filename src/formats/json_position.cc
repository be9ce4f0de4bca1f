#include "formats/json_position.h"

#include <algorithm>

namespace saywhen {

TextPosition PositionIndex::Advance(TextPosition position, size_t from, size_t to) const {
  for (size_t i = from; i < to; ++i) {
    const unsigned char byte = static_cast<unsigned char>(text_[i]);
    const bool followed_by_lf = i + 1 < text_.size() && text_[i + 1] == '\n';
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
    checkpoints_.push_back(Advance(checkpoints_.back(), from, from + kStride));
  }
  const size_t stride = byte / kStride;
  return Advance(checkpoints_[stride], stride * kStride, byte);
}

}  // namespace saywhen
