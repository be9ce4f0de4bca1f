// What the views draw with: text, lines, boxes and marks in CSS pixels of the widget, culled to the
// band of it that is drawn, and turned into a DrawFrame.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/draw_frame.h"
#include "ui/semantics.h"
#include "ui/text_engine.h"
#include "ui/theme.h"

struct ImDrawList;

namespace saywhen {

class SvgWriter;

// Lines of one paragraph, placed: the result of Canvas::LayOut().
struct Paragraph {
  struct Line {
    std::string text;
    TextSpan bytes;  // of the paragraph's text; the ellipsis of a cut line is not in it
    float width = 0;
  };
  TextStyle style;
  std::string language;
  Direction direction = Direction::kLtr;
  float line_height = 0;  // baseline to baseline
  float width = 0;        // that it was laid out in; right-to-left lines end at it
  std::vector<Line> lines;
  bool cut = false;  // it had more lines than were asked for

  float height() const { return static_cast<float>(lines.size()) * line_height; }
};

// A stretch of text as the caller has it, before it is laid out.
struct Words {
  std::string_view text;
  TextStyle style;
  std::string_view language = {};
  float line_height = style::kLineHeight;  // as a part of the size
};

class Canvas {
 public:
  Canvas(TextEngine* text, const Theme* theme);
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;
  ~Canvas();

  // Starts a frame that shows [top, top + height) of a widget `width` wide. `mirrored`: views go on
  // counting x from where reading begins, and all of it is drawn from right to left; only the
  // insides of text and its own direction stay as they are.
  void Begin(float width, float top, float height, float scale, bool mirrored);
  // Ends it; the frame is what was drawn since Begin().
  void End(DrawFrame* frame);

  const Theme& theme() const { return *theme_; }
  void set_theme(const Theme* theme) { theme_ = theme; }
  TextEngine& text() { return text_; }
  float hairline() const { return 1 / scale_; }
  // Whether anything from `top` to `bottom` would be seen.
  bool IsVisible(float top, float bottom) const { return bottom > top_ && top < top_ + height_; }
  // While it is not null, everything that is drawn is written there too.
  void Record(SvgWriter* svg) { svg_ = svg; }

  bool mirrored() const { return mirrored_; }
  float top() const { return top_; }
  float height() const { return height_; }

  float Width(const Words& words);
  // At most `most_lines` lines, 0: all; a cut last line ends in an ellipsis.
  Paragraph LayOut(const Words& words, float width, size_t most_lines = 0);

  // `y` is the top of the paragraph's first line.
  void Draw(const Paragraph& paragraph, float x, float y, Color color);
  // One line with its left edge at x; the middle of its line box at `middle`. Returns its width.
  float DrawLine(const Words& words, float x, float middle, Color color);
  // The same, ending at `right` and cut to `width` with an ellipsis where it is longer.
  void DrawLineCut(const Words& words, float x, float middle, float width, Color color);
  // The text, or as much of it as fits with an ellipsis behind.
  std::string Cut(const Words& words, float width);
  void DrawLineRight(const Words& words, float right, float middle, Color color);
  void DrawLineCentred(const Words& words, float x, float middle, Color color);
  // Underlines the bytes `span` of a paragraph drawn at (x, y), or colours what lies behind them.
  void Underline(const Paragraph& paragraph, float x, float y, TextSpan span, Color color);
  void Highlight(const Paragraph& paragraph, float x, float y, TextSpan span, Color color);
  // Where they stand: a box a line and a change of direction, as views count x.
  std::vector<Box> BoxesOf(const Paragraph& paragraph, float x, float y, TextSpan span);

  void Fill(const Box& box, Color color, float radius = 0);
  void Outline(const Box& box, Color color, float radius, float thickness);
  void HorizontalLine(float left, float right, float y, Color color);
  void VerticalLine(float x, float top, float bottom, Color color);
  void Polyline(std::span<const float> xy, Color color, float thickness);
  // Dashed arc over the chord from (x0, y0) to (x1, y1), rising by `rise`.
  void Arc(float x0, float y0, float x1, float y1, float rise, Color color);
  void Mark(MarkInstance mark);

 private:
  struct Lists;  // of Dear ImGui

  ImDrawList* Shapes();
  ImDrawList* Text();
  TextRun Run(const Words& words) const;
  void DrawRun(const TextRun& run, float x, float baseline, Color color);
  float Baseline(const TextStyle& style, float line_height, float top);
  std::string CutToWidth(const Words& words, Direction direction, float width);
  // From where reading begins to the left edge of what is drawn, `width` wide.
  float Left(float x, float width) const { return mirrored_ ? width_ - x - width : x; }
  float LineLeft(const Paragraph& paragraph, const Paragraph::Line& line, float x) const;

  std::unique_ptr<Lists> lists_;
  TextEngine& text_;
  const Theme* theme_;
  SvgWriter* svg_ = nullptr;
  float width_ = 0;
  float top_ = 0;
  float height_ = 0;
  float scale_ = 1;
  bool mirrored_ = false;
  std::vector<MarkInstance> marks_;
};

}  // namespace saywhen
