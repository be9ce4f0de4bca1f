#include "ui/theme.h"

#include <algorithm>
#include <cmath>

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
    .time = Rgb(0xC17F00),
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

float Channel(Color color, int shift) { return static_cast<float>(color >> shift & 0xFFU); }

// WCAG 2.2, "relative luminance".
float Luminance(Color color) {
  const auto linear = [color](int shift) {
    const float c = Channel(color, shift) / 255;
    return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F);
  };
  return 0.2126F * linear(0) + 0.7152F * linear(8) + 0.0722F * linear(16);
}

Color Mix(Color from, Color to, float share) {
  Color mixed = 0xFF000000U;
  for (const int shift : {0, 8, 16}) {
    const float channel =
        Channel(from, shift) + (Channel(to, shift) - Channel(from, shift)) * share;
    mixed |= static_cast<Color>(channel + 0.5F) << shift;
  }
  return mixed;
}

}  // namespace

float Contrast(Color a, Color b) {
  const float one = Luminance(a);
  const float other = Luminance(b);
  const float lighter = std::max(one, other);
  const float darker = std::min(one, other);
  return (lighter + 0.05F) / (darker + 0.05F);
}

Color EnsureContrast(Color color, Color background, Color ink, float least) {
  constexpr int kSteps = 20;
  for (int step = 0; step < kSteps; ++step) {
    const Color mixed = Mix(color, ink, static_cast<float>(step) / kSteps);
    if (Contrast(mixed, background) >= least) return mixed;
  }
  return ink;
}

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
