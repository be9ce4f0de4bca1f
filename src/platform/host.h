// Everything the widget asks of the machine that it runs on. One implementation a platform:
// platform/web (the page's browser), platform/desktop and platform/headless (Pango, ICU).
// Time, input and the sizes of things are handed in; nothing here calls back into the widget.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/direction.h"
#include "base/text_span.h"
#include "model/time_interval.h"

namespace saywhen {

// Whose words: the widget's own (the page's sans) or a speaker's (the page's text face).
enum class Face : uint8_t { kInterface, kText };

// Lengths in CSS pixels unless they say otherwise.
struct TextStyle {
  Face face = Face::kInterface;
  float size = 13;
  bool bold = false;
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// One stretch of text in one style, on one line or to be broken into lines. The host shapes it as
// a whole: ligatures, joined letters, reordering and fallback fonts are the host's business.
struct TextRun {
  std::string_view text;  // UTF-8, without line breaks
  TextStyle style;
  std::string_view language;  // BCP 47; empty when unknown
  Direction direction = Direction::kLtr;
};

// Of the style's first font: how far its box reaches above and below the baseline (both positive).
struct FontMetrics {
  float ascent = 0;
  float descent = 0;
};

// A line that the host broke: the bytes of the run that stand on it (with the white space at its
// end) and the advance width of what is seen (without it).
struct TextLine {
  TextSpan bytes;
  float width = 0;
};

// A horizontal stretch of a line, from its left edge.
struct Extent {
  float left = 0;
  float right = 0;
};

// The device pixels that a run touches, from its pen origin: the point on the baseline at the
// line's left edge, whatever the direction. y grows downwards, so `top` is negative.
struct RunInk {
  int left = 0;
  int top = 0;
  int width = 0;  // 0 when the run leaves no ink
  int height = 0;
};

// A square texture that holds rasterised runs. Coverage pages hold one byte a pixel, white text to
// be tinted; colour pages hold premultiplied RGBA, for runs with emoji, drawn as they are.
struct AtlasPage {
  static constexpr int kSize = 2048;  // device pixels, both ways; every WebGL 2 allows it

  uint32_t id = 0;  // counts from 0; the host makes the texture when it first meets an id
  bool color = false;
};

class Typesetter {
 public:
  Typesetter() = default;
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;
  virtual ~Typesetter() = default;

  virtual FontMetrics Metrics(const TextStyle& style) = 0;

  // How far below the top of a line of that height its baseline lies.
  virtual float Baseline(const TextStyle& style, float line_height) {
    const FontMetrics metrics = Metrics(style);
    return (line_height - metrics.ascent - metrics.descent) / 2 + metrics.ascent;
  }

  // Advance width of the whole run on one line.
  virtual float Width(const TextRun& run) = 0;

  // Breaks the run into lines no wider than `width`, by the rules of its language. A word wider
  // than that is broken anywhere. Every byte stands on exactly one line; at least one line.
  virtual void Break(const TextRun& run, float width, std::vector<TextLine>* lines) = 0;

  // Where the bytes of `span` stand on the line, left to right; several stretches when the text
  // runs both ways.
  virtual void Extents(const TextRun& line, TextSpan span, std::vector<Extent>* extents) = 0;

  // The box of the run's ink at `scale` device pixels to a CSS pixel.
  virtual RunInk Ink(const TextRun& run, float scale) = 0;

  // Where a piece of a run goes: columns [column, column + width) of its ink box are written to
  // (x, y) of the page, all of the box's height, with nothing outside them.
  struct Placement {
    AtlasPage page;
    int x = 0;
    int y = 0;
    int column = 0;
    int width = 0;
  };

  // Rasterises a piece of the run, whose box Ink() gave. On a coverage page `color` is not looked
  // at; on a colour page it is the colour (0xAABBGGRR, straight alpha) of what is not emoji.
  virtual void Rasterise(const TextRun& run, float scale, const RunInk& ink,
                         const Placement& placement, uint32_t color) = 0;
};

// How much of a date to write. What each looks like is the reader's language's business.
enum class DateStyle : uint8_t {
  kYear,       // 2014
  kMonth,      // Feb
  kMonthYear,  // February 2025
  kDay,        // 13 Feb
  kDayYear,    // 13 Feb 2025
  kLongDay,    // 13 February 2025
  kTime,       // 18:05
  kDayTime,    // 13 Feb 2025, 18:05
};

// The plural categories of Unicode TR 35, "Language Plural Rules".
enum class PluralCategory : uint8_t { kZero, kOne, kTwo, kFew, kMany, kOther };

class Locale {
 public:
  Locale() = default;
  Locale(const Locale&) = delete;
  Locale& operator=(const Locale&) = delete;
  virtual ~Locale() = default;

  // The date in the reader's language and calendar. `when` is civil time: no zone is applied.
  virtual std::string FormatDate(CivilMs when, DateStyle style) = 0;
  // From the date of `first` to that of `last`, saying once what both share ("9–11 Jul 2024").
  virtual std::string FormatRange(CivilMs first, CivilMs last, DateStyle style) = 0;
  virtual std::string FormatNumber(int64_t number) = 0;
  virtual PluralCategory Plural(int64_t number) = 0;
  // Now on the reader's clock, civil time; for the line that says where today is.
  virtual CivilMs Now() = 0;
};

struct Host {
  Typesetter& typesetter;
  Locale& locale;
};

}  // namespace saywhen
