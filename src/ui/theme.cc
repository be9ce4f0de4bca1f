#include "ui/theme.h"

namespace saywhen {
namespace {

constexpr Theme kLight = {
    .background = Rgb(0xFFFFFF),
    .panel = Rgb(0xFAFBFC),
    .hover = Rgb(0xF4F6F9),
    .selected = Rgb(0xF0F4FA),
    .hairline = Rgb(0xE4E7EC),
    .border = Rgb(0xC9CFD8),
    .text = Rgb(0x14171C),
    .quiet = Rgb(0x5A6372),
    .axis = Rgb(0xC3CAD4),
    .time = Rgb(0xD9950F),
    .on_speaker = Rgb(0xFFFFFF),
    .accent = Rgb(0x3F5878),
    .speakers = {Rgb(0x2B66F0), Rgb(0xCC3F55), Rgb(0x00788A), Rgb(0x7A4CC2), Rgb(0x2F7A3B),
                 Rgb(0xB0531C), Rgb(0xB43285), Rgb(0x4E6076)},
    .unknown_speaker = Rgb(0x6B7482),
};

constexpr Theme kDark = {
    .background = Rgb(0x101216),
    .panel = Rgb(0x14171C),
    .hover = Rgb(0x1A1E25),
    .selected = Rgb(0x1C232E),
    .hairline = Rgb(0x292E37),
    .border = Rgb(0x434B58),
    .text = Rgb(0xECEFF4),
    .quiet = Rgb(0x9AA4B2),
    .axis = Rgb(0x4A5361),
    .time = Rgb(0xE3A63A),
    .on_speaker = Rgb(0x101216),
    .accent = Rgb(0x9FB6D6),
    .speakers = {Rgb(0x6C9BFF), Rgb(0xF2808F), Rgb(0x35BACB), Rgb(0xB99AF2), Rgb(0x74C47C),
                 Rgb(0xE5965F), Rgb(0xEE86C4), Rgb(0xA3B4C8)},
    .unknown_speaker = Rgb(0x9AA4B2),
};

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Color ParseColor(std::string_view hex, Color otherwise) {
  if (hex.size() != 7 || hex[0] != '#') return otherwise;
  uint32_t rgb = 0;
  for (const char c : hex.substr(1)) {
    const int digit = HexDigit(c);
    if (digit < 0) return otherwise;
    rgb = rgb * 16 + static_cast<uint32_t>(digit);
  }
  return Rgb(rgb);
}

const Theme& GetTheme(ThemeName name) { return name == ThemeName::kDark ? kDark : kLight; }

}  // namespace saywhen
