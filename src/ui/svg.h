// What a canvas draws, as an SVG 1.1 file: text stays text, in the fonts that the reader has.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "platform/host.h"
#include "ui/draw_frame.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace saywhen {

// The host's typefaces as CSS font-family lists.
struct FontFamilies {
  std::string interface;
  std::string text;
};

// Takes lengths in CSS pixels from the top left corner, as they are drawn (already mirrored). Text
// from the story is escaped, and characters that XML forbids are left out.
class SvgWriter {
 public:
  SvgWriter(float width, float height, Color background, const FontFamilies& fonts);

  // `width`: the advance that the host measured; the reader's fonts are set to it.
  void Text(const TextRun& run, float left, float baseline, float width, Color color);
  void Fill(const Box& box, Color color, float radius);
  void Outline(const Box& box, Color color, float radius, float thickness);
  void Line(std::span<const float> xy, Color color, float thickness);
  void Mark(const MarkInstance& mark);

  // The file. Shapes lie behind marks, and marks behind text, as on the canvas.
  std::string Take() &&;

 private:
  std::string head_;
  std::string shapes_;
  std::string marks_;
  std::string text_;
  std::string words_font_;  // as an attribute
};

}  // namespace saywhen
