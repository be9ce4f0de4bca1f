// Most of a JSON text is strings, and most of those is text that stands for itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace saywhen {

// How many bytes of a string stand for themselves, up to the first that does not: a quotation mark,
// a backslash or a control character. Eight at a time, by the bits that borrow from the next byte:
// Sean Anderson's "Determine if a word has a zero byte" in Bit Twiddling Hacks.
inline size_t PlainSize(std::string_view text) {
  constexpr uint64_t kEach = 0x0101010101010101;
  const auto has_less = [](uint64_t eight, uint64_t than) {
    return (eight - kEach * than) & ~eight;
  };
  size_t size = 0;
  for (uint64_t eight = 0; text.size() - size >= sizeof eight; size += sizeof eight) {
    std::memcpy(&eight, text.data() + size, sizeof eight);
    const uint64_t special = has_less(eight, 0x20) | has_less(eight ^ kEach * '"', 1) |
                             has_less(eight ^ kEach * '\\', 1);
    if ((special & kEach * 0x80) != 0) break;
  }
  const auto plain = [](char c) {
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
  };
  while (size < text.size() && plain(text[size])) ++size;
  return size;
}

}  // namespace saywhen
