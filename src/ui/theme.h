// Colours and measures. Colour means a speaker and nothing else; amber means time; the rest is
// blue-grey. Colours are 0xAABBGGRR, lengths CSS pixels on a grid of 4.
#pragma once

#include <cstdint>
#include <string_view>

#include "platform/host.h"

namespace saywhen {

using Color = uint32_t;

// 0xRRGGBB as people write it, opaque.
constexpr Color Rgb(uint32_t rgb) {
  return 0xFF000000U | (rgb & 0x0000FFU) << 16 | (rgb & 0x00FF00U) | (rgb & 0xFF0000U) >> 16;
}
// `alpha`: 0 to 1.
constexpr Color WithAlpha(Color color, float alpha) {
  return (color & 0x00FFFFFFU) | static_cast<Color>(alpha * 255.0F + 0.5F) << 24;
}
// "#rrggbb", or `otherwise`.
Color ParseColor(std::string_view hex, Color otherwise);

// Contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
float Contrast(Color a, Color b);
// `color`, moved towards `ink` as little as gives it `least` contrast on `background`.
Color EnsureContrast(Color color, Color background, Color ink, float least);

enum class ThemeName : uint8_t { kLight, kDark };

struct Theme {
  Color background;
  Color panel;  // behind the timeline
  Color hover;
  Color selected;  // behind the chosen row
  Color hairline;
  Color border;  // of chips and buttons
  Color text;
  Color quiet;       // second text
  Color axis;        // the line that quotes hang on
  Color time;        // amber: what words are about
  Color on_speaker;  // initials in a speaker's disc
  Color accent;      // of what is chosen
  Color speakers[8];
  Color unknown_speaker;
};

const Theme& GetTheme(ThemeName name);

namespace style {

constexpr TextStyle kTitle = {Face::kText, 22, true};
constexpr TextStyle kQuote = {Face::kText, 15, false};
constexpr TextStyle kChosenQuote = {Face::kText, 20, false};
constexpr TextStyle kChosenQuoteNarrow = {Face::kText, 18, false};
constexpr TextStyle kName = {Face::kInterface, 13, true};
constexpr TextStyle kBigName = {Face::kInterface, 14, true};
constexpr TextStyle kBody = {Face::kInterface, 13, false};
constexpr TextStyle kSmall = {Face::kInterface, 12, false};
constexpr TextStyle kInitials = {Face::kInterface, 12, true};

// Distance from baseline to baseline, as a part of the size.
constexpr float kLineHeight = 1.48F;
constexpr float kTightLineHeight = 1.3F;  // of headlines

constexpr float kRadius = 8;
constexpr float kPadding = 20;
constexpr float kPhonePadding = 16;
constexpr float kTouchTarget = 44;
constexpr float kPointerTarget = 28;

// Below this width, the timeline is vertical.
constexpr float kNarrow = 600;

}  // namespace style
}  // namespace saywhen
