#include "ui/svg.h"

#include <cmath>
#include <cstdint>

#include "base/utf8.h"

namespace saywhen {
namespace {

// Hundredths of a pixel are finer than anything that is drawn.
std::string Number(float value) {
  const auto hundredths = static_cast<int64_t>(std::lround(static_cast<double>(value) * 100));
  std::string text = hundredths < 0 ? "-" : "";
  const int64_t size = hundredths < 0 ? -hundredths : hundredths;
  text += std::to_string(size / 100);
  if (size % 100 == 0) return text;
  text += size % 100 < 10 ? ".0" : ".";
  text += std::to_string(size % 100);
  return text;
}

// XML 1.0, "Char" and "AttValue".
std::string Escaped(std::string_view text) {
  std::string escaped;
  for (size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeCodePoint(text, i);
    const std::string_view bytes = text.substr(i, point.size);
    i += point.size;
    if (point.value < 0x20 || point.value == 0xFFFE || point.value == 0xFFFF) continue;
    if (bytes == "&") {
      escaped += "&amp;";
    } else if (bytes == "<") {
      escaped += "&lt;";
    } else if (bytes == "\"") {
      escaped += "&quot;";
    } else {
      escaped += bytes;
    }
  }
  return escaped;
}

std::string Attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + Escaped(value) + "\"";
}
std::string Attribute(std::string_view name, float value) { return Attribute(name, Number(value)); }

// ' fill="#rrggbb" fill-opacity="…"' of "fill" or "stroke".
std::string Paint(std::string_view name, Color color) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex = "#";
  for (const int shift : {0, 8, 16}) {
    hex += kHex[color >> (shift + 4) & 15U];
    hex += kHex[color >> shift & 15U];
  }
  std::string paint = Attribute(name, hex);
  const uint32_t alpha = color >> 24;
  if (alpha < 255) {
    paint += Attribute(std::string(name) + "-opacity", static_cast<float>(alpha) / 255);
  }
  return paint;
}

std::string Rect(float left, float top, float width, float height, float radius) {
  std::string rect = "<rect" + Attribute("x", left) + Attribute("y", top) +
                     Attribute("width", width) + Attribute("height", height);
  if (radius > 0) rect += Attribute("rx", radius);
  return rect;
}

}  // namespace

SvgWriter::SvgWriter(float width, float height, Color background, const FontFamilies& fonts) {
  const std::string size = Number(width) + " " + Number(height);
  head_ = "<svg xmlns=\"http://www.w3.org/2000/svg\"" + Attribute("width", width) +
          Attribute("height", height) + Attribute("viewBox", "0 0 " + size) + ">\n";
  head_ += Rect(0, 0, width, height, 0) + Paint("fill", background) + "/>\n";
  text_ = "<g xml:space=\"preserve\"" + Attribute("font-family", fonts.interface) + ">\n";
  // Where a speaker's words begin, their face is named: see Text().
  words_font_ = Attribute("font-family", fonts.text);
}

void SvgWriter::Text(const TextRun& run, float left, float baseline, float width, Color color) {
  const bool rtl = run.direction == Direction::kRtl;
  text_ += "<text" + Attribute("x", rtl ? left + width : left) + Attribute("y", baseline) +
           Attribute("font-size", run.style.size) + Paint("fill", color);
  if (run.style.face == Face::kText) text_ += words_font_;
  if (run.style.bold) text_ += Attribute("font-weight", "700");
  if (rtl) text_ += Attribute("direction", "rtl");
  if (!run.language.empty()) text_ += Attribute("xml:lang", run.language);
  text_ += Attribute("textLength", width) + ">" + Escaped(run.text) + "</text>\n";
}

void SvgWriter::Fill(const Box& box, Color color, float radius) {
  shapes_ += Rect(box.left, box.top, box.width, box.height, radius) + Paint("fill", color) + "/>\n";
}

void SvgWriter::Outline(const Box& box, Color color, float radius, float thickness) {
  const float inset = thickness / 2;
  shapes_ += Rect(box.left + inset, box.top + inset, box.width - thickness, box.height - thickness,
                  radius) +
             Attribute("fill", "none") + Paint("stroke", color) +
             Attribute("stroke-width", thickness) + "/>\n";
}

void SvgWriter::Line(std::span<const float> xy, Color color, float thickness) {
  std::string points;
  for (const float value : xy) points += (points.empty() ? "" : " ") + Number(value);
  shapes_ += "<polyline" + Attribute("points", points) + Attribute("fill", "none") +
             Paint("stroke", color) + Attribute("stroke-width", thickness) + "/>\n";
}

void SvgWriter::Mark(const MarkInstance& mark) {
  const float inset = mark.stroke / 2;
  const float left = mark.center_x - mark.half_width + inset;
  const float top = mark.center_y - mark.half_height + inset;
  const float width = 2 * mark.half_width - mark.stroke;
  const float height = 2 * mark.half_height - mark.stroke;
  const float radius = mark.radius - inset;
  // What fades out is drawn paler, what is hatched paler still: both mean that it is not certain.
  const bool fades = mark.fade_before > 0 || mark.fade_after > 0;
  const std::string faded = fades ? Attribute("opacity", 0.5F) : "";
  if (mark.pattern != MarkFill::kHollow && mark.pattern != MarkFill::kHalf) {
    marks_ += Rect(left, top, width, height, radius) + Paint("fill", mark.fill) + faded + "/>\n";
  }
  if (mark.pattern == MarkFill::kHalf) {
    // The left half of a disc.
    const std::string r = Number(mark.half_width - inset);
    marks_ +=
        "<path" +
        Attribute("d", "M" + Number(mark.center_x) + " " + Number(top) + "A" + r + " " + r +
                           " 0 0 0 " + Number(mark.center_x) + " " + Number(top + height) + "Z") +
        Paint("fill", mark.fill) + "/>\n";
  }
  if (mark.stroke <= 0) return;
  marks_ += Rect(left, top, width, height, radius) + Attribute("fill", "none") +
            Paint("stroke", mark.line) + Attribute("stroke-width", mark.stroke) + faded;
  const bool dashed = (mark.flags & kMarkDashed) != 0 || mark.pattern == MarkFill::kHatched;
  if (dashed) marks_ += Attribute("stroke-dasharray", "3 3");
  marks_ += "/>\n";
}

std::string SvgWriter::Take() && { return head_ + shapes_ + marks_ + text_ + "</g>\n</svg>\n"; }

}  // namespace saywhen
