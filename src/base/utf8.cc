#include "base/utf8.h"

#include <algorithm>
#include <cstring>

namespace saywhen {
namespace {

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The first byte from `byte` on that is not ASCII; eight at a time.
size_t SkipAscii(std::string_view text, size_t byte) {
  for (uint64_t eight = 0; text.size() - byte >= sizeof eight; byte += sizeof eight) {
    std::memcpy(&eight, text.data() + byte, sizeof eight);
    if ((eight & 0x8080808080808080) != 0) break;
  }
  while (byte < text.size() && static_cast<unsigned char>(text[byte]) < 0x80) ++byte;
  return byte;
}

}  // namespace

CodePoint DecodeCodePoint(std::string_view text, size_t byte) {
  if (byte >= text.size()) return {};
  const auto at = [&](size_t i) { return static_cast<unsigned char>(text[byte + i]); };
  const unsigned char lead = at(0);
  if (lead < 0x80) return {lead, 1};

  const CodePoint bad = {kReplacementCharacter, 1};
  uint32_t size = 0;
  char32_t value = 0;
  // The second byte's range is narrower after four leads: that is what shuts out overlong forms,
  // surrogates and values above U+10FFFF.
  unsigned char second_min = 0x80;
  unsigned char second_max = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    size = 2;
    value = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    size = 3;
    value = lead & 0x0F;
    if (lead == 0xE0) second_min = 0xA0;
    if (lead == 0xED) second_max = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    size = 4;
    value = lead & 0x07;
    if (lead == 0xF0) second_min = 0x90;
    if (lead == 0xF4) second_max = 0x8F;
  } else {
    return bad;
  }
  if (text.size() - byte < size || at(1) < second_min || at(1) > second_max) return bad;
  for (uint32_t i = 1; i < size; ++i) {
    if ((at(i) & 0xC0) != 0x80) return bad;
    value = (value << 6) | (at(i) & 0x3F);
  }
  return {value, size};
}

size_t NextCodePoint(std::string_view text, size_t byte) {
  return byte >= text.size() ? text.size() : byte + DecodeCodePoint(text, byte).size;
}

size_t PreviousCodePoint(std::string_view text, size_t byte) {
  byte = std::min(byte, text.size());
  if (byte == 0) return 0;
  const size_t first = byte - std::min<size_t>(byte, 4);
  --byte;
  while (byte > first && IsContinuation(text[byte])) --byte;
  return byte;
}

void AppendCodePoint(std::string* text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = kReplacementCharacter;
  }
  const auto put = [&](char32_t byte) { text->push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

size_t FindInvalidUtf8(std::string_view text) {
  size_t byte = 0;
  while (byte < text.size()) {
    byte = SkipAscii(text, byte);
    const CodePoint point = DecodeCodePoint(text, byte);
    // A real U+FFFD takes three bytes; one byte of it is the mark of a malformed sequence.
    if (point.value == kReplacementCharacter && point.size == 1) break;
    byte += point.size;
  }
  return byte;
}

bool IsValidUtf8(std::string_view text) { return FindInvalidUtf8(text) == text.size(); }

std::string RepairUtf8(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  while (!text.empty()) {
    const size_t good = FindInvalidUtf8(text);
    repaired.append(text.substr(0, good));
    if (good == text.size()) break;
    AppendCodePoint(&repaired, kReplacementCharacter);
    text.remove_prefix(good + 1);
  }
  return repaired;
}

size_t CountCodePoints(std::string_view text) {
  size_t count = 0;
  for (const char byte : text) count += IsContinuation(byte) ? 0 : 1;
  return count;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text), size_(CountCodePoints(text)) {
  if (ascii()) return;
  checkpoints_.reserve(size_ / kStride + 1);
  size_t code_point = 0;
  for (size_t byte = 0; byte < text.size(); ++byte) {
    if (IsContinuation(text[byte])) continue;
    if (code_point % kStride == 0) checkpoints_.push_back(static_cast<uint32_t>(byte));
    ++code_point;
  }
}

size_t CodePointIndex::ByteOf(size_t code_point) const {
  if (code_point >= size_) return text_.size();
  if (ascii()) return code_point;
  size_t byte = checkpoints_[code_point / kStride];
  for (size_t left = code_point % kStride; left > 0; --left) {
    ++byte;
    while (byte < text_.size() && IsContinuation(text_[byte])) ++byte;
  }
  return byte;
}

size_t CodePointIndex::CodePointOf(size_t byte) const {
  if (byte >= text_.size()) return size_;
  if (ascii()) return byte;
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), byte);
  if (after == checkpoints_.begin()) return 0;
  const size_t stride = static_cast<size_t>(after - checkpoints_.begin()) - 1;
  const size_t start = checkpoints_[stride];
  return stride * kStride + CountCodePoints(text_.substr(start, byte - start + 1)) - 1;
}

size_t Utf16Length(std::string_view text) { return Utf16FromByte(text, text.size()); }

size_t ByteFromUtf16(std::string_view text, size_t units) {
  size_t byte = 0;
  while (byte < text.size()) {
    const CodePoint point = DecodeCodePoint(text, byte);
    const size_t width = point.value > 0xFFFF ? 2 : 1;
    if (units < width) break;
    units -= width;
    byte += point.size;
  }
  return byte;
}

size_t Utf16FromByte(std::string_view text, size_t byte) {
  text = text.substr(0, std::min(byte, text.size()));
  size_t units = 0;
  for (const char c : text) {
    if (IsContinuation(c)) continue;
    units += static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1;
  }
  return units;
}

Utf16Index::Utf16Index(std::string_view text) : text_(text) {
  size_t units = 0;
  for (size_t byte = 0; byte <= text.size(); byte += kStride) {
    units_.push_back(static_cast<uint32_t>(units));
    units += Utf16FromByte(text.substr(byte), kStride);
  }
}

size_t Utf16Index::Of(size_t byte) const {
  byte = std::min(byte, text_.size());
  const size_t block = byte / kStride;
  return units_[block] + Utf16FromByte(text_.substr(block * kStride), byte % kStride);
}

}  // namespace saywhen
