#include "base/invisible.h"

#include "base/utf8.h"

namespace saywhen {
namespace {

bool IsInvisible(char32_t c) {
  if (c < 0xAD) return c < 0x20 || c >= 0x7F;
  return c == 0xAD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x17B4 ||
         c == 0x17B5 || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0x3164 ||
         c == 0xFEFF || c == 0xFFA0;
}

}  // namespace

std::string WithInvisibleShown(std::string_view name) {
  std::string shown;
  std::string waiting;  // until something is seen behind it
  for (size_t byte = 0; byte < name.size();) {
    const CodePoint point = DecodeCodePoint(name, byte);
    if (!IsInvisible(point.value)) {
      if (!shown.empty()) shown += waiting;
      waiting.clear();
      shown.append(name.substr(byte, point.size));
    } else {
      waiting += "[U+";
      for (int shift = 12; shift >= 0; shift -= 4) {
        waiting += "0123456789ABCDEF"[point.value >> shift & 0xF];
      }
      waiting += "]";
    }
    byte += point.size;
  }
  return shown;
}

}  // namespace saywhen
