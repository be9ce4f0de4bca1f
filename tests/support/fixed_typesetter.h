// A test double that sets text the same on every machine, and in Node, where no Pango is: so tests
// of layout say the same everywhere. Every code point advances half an em, CJK a whole one; lines
// break greedily at spaces, and anywhere within CJK or a word that is too long. It shapes nothing
// and draws nothing: the real typesetters are tested in tests/platform and tests/web.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "platform/host.h"

namespace saywhen {

class FixedTypesetter final : public Typesetter {
 public:
  struct Rasterised {
    std::string text;
    float scale;
    RunInk ink;
    Placement placement;
    uint32_t color;
  };

  // What was asked for, in order.
  std::vector<Rasterised> rasterised;
  int widths = 0;
  int breaks = 0;

  FontMetrics Metrics(const TextStyle& style) override {
    return {style.size * 0.8F, style.size * 0.2F};
  }

  float Width(const TextRun& run) override {
    ++widths;
    return Advance(run.text, run.style);
  }

  void Break(const TextRun& run, float width, std::vector<TextLine>* lines) override {
    ++breaks;
    lines->clear();
    uint32_t begin = 0;
    do {
      const uint32_t end = EndOfLine(run, begin, width);
      lines->push_back({{begin, end}, Advance(Trimmed(run.text, begin, end), run.style)});
      begin = end;
    } while (begin < run.text.size());
  }

  void Extents(const TextRun& line, TextSpan span, std::vector<Extent>* extents) override {
    float left = Advance(line.text.substr(0, span.begin), line.style);
    float right = Advance(line.text.substr(0, span.end), line.style);
    if (line.direction == Direction::kRtl) {
      const float width = Advance(line.text, line.style);
      left = width - std::exchange(right, width - left);
    }
    extents->push_back({left, right});
  }

  RunInk Ink(const TextRun& run, float scale) override {
    if (run.text.find_first_not_of(' ') == std::string_view::npos) return {};
    const float size = run.style.size * scale;
    return {0, -static_cast<int>(std::ceil(size * 0.8F)),
            static_cast<int>(std::ceil(Advance(run.text, run.style) * scale)),
            static_cast<int>(std::ceil(size))};
  }

  void Rasterise(const TextRun& run, float scale, const RunInk& ink, const Placement& placement,
                 uint32_t color) override {
    rasterised.push_back({std::string(run.text), scale, ink, placement, color});
  }

 private:
  static bool IsWide(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60);
  }

  static float Advance(std::string_view text, const TextStyle& style) {
    int halves = 0;
    for (size_t i = 0; i < text.size();) {
      const CodePoint point = DecodeCodePoint(text, i);
      halves += IsWide(point.value) ? 2 : 1;
      i += point.size;
    }
    return static_cast<float>(halves) * style.size / 2;
  }

  static std::string_view Trimmed(std::string_view text, uint32_t begin, uint32_t end) {
    while (end > begin && text[end - 1] == ' ') --end;
    return text.substr(begin, end - begin);
  }

  // The byte after the line that starts at `begin`, with the spaces at its end.
  static uint32_t EndOfLine(const TextRun& run, uint32_t begin, float width) {
    uint32_t at = begin;
    uint32_t last_break = begin;  // none yet
    while (at < run.text.size()) {
      const CodePoint point = DecodeCodePoint(run.text, at);
      const uint32_t next = at + point.size;
      const bool space = point.value == U' ';
      if (!space && Advance(run.text.substr(begin, next - begin), run.style) > width) {
        if (last_break > begin) return last_break;
        return at > begin ? at : next;
      }
      if (space || IsWide(point.value)) last_break = next;
      at = next;
    }
    return at;
  }
};

}  // namespace saywhen
