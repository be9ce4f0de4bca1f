#include "base/letters.h"

namespace saywhen {

char32_t LowerCase(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 0x20;
  if (c >= 0x100 && c <= 0x17F) {
    if (c == 0x130) return 'i';
    if (c == 0x131 || c == 0x138 || c == 0x149 || c == 0x17F) return c;
    if (c == 0x178) return 0xFF;
    // In these two stretches capitals are odd, elsewhere even.
    const bool odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return odd ? c + (c & 1) : c | 1;
  }
  if (c >= 0x391 && c <= 0x3A9) return c == 0x3A2 ? c : c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x1E00 && c <= 0x1E95) ||
      (c >= 0x1EA0 && c <= 0x1EFF)) {
    return c | 1;
  }
  return c;
}

bool IsUpperCase(char32_t c) { return LowerCase(c) != c; }

bool IsLetter(char32_t c) {
  if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c < 0x2000) return true;
  // General punctuation to miscellaneous symbols and arrows; the ideographs' own punctuation.
  if (c < 0x2C00) return c == 0x2071 || c == 0x207F;
  if ((c >= 0x2E00 && c <= 0x2E7F) || (c >= 0x3000 && c <= 0x303F && c != 0x3005)) return false;
  if (c >= 0xD800 && c <= 0xF8FF) return false;
  if ((c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF20) || c >= 0xFFE0) {
    return c >= 0x20000 && c <= 0x323AF;
  }
  return true;
}

}  // namespace saywhen
