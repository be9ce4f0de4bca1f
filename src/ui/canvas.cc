#include "ui/canvas.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>

#include "base/utf8.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/svg.h"

namespace saywhen {
namespace {

// Layers of the window's draw list, from the back. Within one, order is that of the calls.
enum Layer { kShapesLayer, kMarksLayer, kTextLayer, kLayers };

// The nearest pixel: thousands are sought a frame, and rounding by the library is a call in the
// module.
float Nearest(float place) { return std::floor(place + 0.5F); }

// An atlas page as Dear ImGui sees it; 0 is its own texture, which nothing here samples.
ImTextureID TextureOf(const AtlasPage& page) {
  return static_cast<ImTextureID>(page.id) * 2 + (page.color ? 1 : 0) + 1;
}

// Whether both are one draw call.
bool ContinuesWith(const DrawCommand& before, const DrawCommand& after) {
  return before.kind == after.kind && before.page == after.page &&
         before.first + before.count == after.first && before.clip_left == after.clip_left &&
         before.clip_top == after.clip_top && before.clip_right == after.clip_right &&
         before.clip_bottom == after.clip_bottom;
}

void MarksHere(const ImDrawList*, const ImDrawCmd*) {}

}  // namespace

// Dear ImGui's draw list works without the rest of it: no context, no windows, no globals.
struct Canvas::Lists {
  Lists() : list(&shared) {
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                          ImDrawListFlags_AllowVtxOffset;
    shared.CurveTessellationTol = 1.25F;
  }
  ImDrawListSharedData shared;
  ImDrawList list;
};

Canvas::Canvas(TextEngine* text, const Theme* theme)
    : lists_(std::make_unique<Lists>()), text_(*text), theme_(theme) {}

Canvas::~Canvas() = default;

void Canvas::Begin(float width, float top, float height, float scale, bool mirrored) {
  mirrored_ = mirrored;
  width_ = width;
  top_ = top;
  height_ = height;
  scale_ = scale;
  marks_.clear();
  // Corners as round as the device's pixels can show.
  lists_->shared.SetCircleTessellationMaxError(0.25F / scale);
  lists_->shared.InitialFringeScale = 1 / scale;
  lists_->shared.ClipRectFullscreen = {0, 0, width, height};
  ImDrawList* list = &lists_->list;
  list->_ResetForNewFrame();
  list->PushTexture(ImTextureRef());
  list->PushClipRectFullScreen();
  list->ChannelsSplit(kLayers);
  list->ChannelsSetCurrent(kMarksLayer);
  list->AddCallback(MarksHere, nullptr);
}

void Canvas::End(DrawFrame* frame) {
  ImDrawList* list = &lists_->list;
  list->ChannelsMerge();
  list->_PopUnusedDrawCmd();
  frame->width = width_;
  frame->height = height_;
  frame->scale = scale_;
  frame->background = theme_->background;
  frame->commands.clear();
  frame->marks = marks_;
  // The draw list's vertices are ours by other names.
  static_assert(sizeof(DrawVertex) == sizeof(ImDrawVert) &&
                offsetof(DrawVertex, color) == offsetof(ImDrawVert, col) &&
                std::is_trivially_copyable_v<DrawVertex>);
  frame->vertices.resize(static_cast<size_t>(list->VtxBuffer.Size));
  if (!frame->vertices.empty()) {
    std::memcpy(frame->vertices.data(), list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes());
  }
  frame->indices.assign(list->IdxBuffer.begin(), list->IdxBuffer.end());
  for (const ImDrawCmd& cmd : list->CmdBuffer) {
    DrawCommand command{DrawKind::kShapes, 0,
                        cmd.IdxOffset,     cmd.ElemCount,
                        cmd.ClipRect.x,    cmd.ClipRect.y,
                        cmd.ClipRect.z,    cmd.ClipRect.w};
    if (cmd.UserCallback == MarksHere) {
      command.kind = DrawKind::kMarks;
      command.first = 0;
      command.count = static_cast<uint32_t>(marks_.size());
      command.clip_left = command.clip_top = 0;
      command.clip_right = width_;
      command.clip_bottom = height_;
    } else if (const ImTextureID texture = cmd.TexRef._TexID; texture != ImTextureID_Invalid) {
      command.page = static_cast<uint32_t>((texture - 1) / 2);
      command.kind = (texture - 1) % 2 != 0 ? DrawKind::kColor : DrawKind::kCoverage;
    }
    if (command.count == 0) continue;
    // Each piece of text is a command of its own to the draw list, and its page mostly the last
    // one's.
    if (!frame->commands.empty() && ContinuesWith(frame->commands.back(), command)) {
      frame->commands.back().count += command.count;
    } else {
      frame->commands.push_back(command);
    }
  }
}

ImDrawList* Canvas::Shapes() {
  ImDrawList* list = &lists_->list;
  list->ChannelsSetCurrent(kShapesLayer);
  return list;
}

ImDrawList* Canvas::Text() {
  ImDrawList* list = &lists_->list;
  list->ChannelsSetCurrent(kTextLayer);
  return list;
}

TextRun Canvas::Run(const Words& words) const {
  return {words.text, words.style, words.language, FirstStrong(words.text)};
}

float Canvas::Width(const Words& words) { return text_.Width(Run(words)); }

float Canvas::Baseline(const TextStyle& style, float line_height, float top) {
  return top + text_.Baseline(style, line_height);
}

// Drops words, or letters where there is only one word, until an ellipsis fits behind.
std::string Canvas::CutToWidth(const Words& words, Direction direction, float width) {
  std::string text(words.text);
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
  std::string shown;
  while (true) {
    shown = text + "…";
    if (text.empty() || text_.Width({shown, words.style, words.language, direction}) <= width)
      break;
    size_t end = text.rfind(' ');
    if (end == std::string::npos) end = PreviousCodePoint(text, text.size());
    text.resize(end);
  }
  return shown;
}

Paragraph Canvas::LayOut(const Words& words, float width, size_t most_lines) {
  const TextRun run = Run(words);
  Paragraph paragraph;
  paragraph.style = words.style;
  paragraph.language = words.language;
  paragraph.direction = run.direction;
  paragraph.line_height = std::round(words.style.size * words.line_height);
  paragraph.width = width;
  const std::vector<TextLine>& lines = text_.Break(run, width);
  const size_t count = most_lines > 0 ? std::min(most_lines, lines.size()) : lines.size();
  for (size_t i = 0; i < count; ++i) {
    std::string_view text = words.text.substr(lines[i].bytes.begin, lines[i].bytes.size());
    while (text.ends_with(' ')) text.remove_suffix(1);
    paragraph.lines.push_back({std::string(text), lines[i].bytes, lines[i].width});
  }
  paragraph.cut = count < lines.size();
  if (paragraph.cut) {
    Paragraph::Line& last = paragraph.lines.back();
    last.text = CutToWidth({last.text, words.style, words.language}, run.direction, width);
    last.width = text_.Width({last.text, words.style, words.language, run.direction});
  }
  return paragraph;
}

void Canvas::DrawRun(const TextRun& run, float x, float baseline, Color color) {
  if (svg_ != nullptr) svg_->Text(run, x, baseline, text_.Width(run), color);
  const float pen_x = Nearest(x * scale_);
  const float pen_y = Nearest((baseline - top_) * scale_);
  for (const TextPiece& piece : text_.Rasterise(run, scale_, color)) {
    const float left = (pen_x + static_cast<float>(piece.left)) / scale_;
    const float top = (pen_y + static_cast<float>(piece.top)) / scale_;
    const float right = left + static_cast<float>(piece.width) / scale_;
    const float bottom = top + static_cast<float>(piece.height) / scale_;
    constexpr float kTexel = 1.0F / AtlasPage::kSize;
    const ImVec2 uv_begin(static_cast<float>(piece.x) * kTexel,
                          static_cast<float>(piece.y) * kTexel);
    const ImVec2 uv_end(static_cast<float>(piece.x + piece.width) * kTexel,
                        static_cast<float>(piece.y + piece.height) * kTexel);
    Text()->AddImage(ImTextureRef(TextureOf(piece.page)), {left, top}, {right, bottom}, uv_begin,
                     uv_end, color);
  }
}

float Canvas::LineLeft(const Paragraph& paragraph, const Paragraph::Line& line, float x) const {
  const float left = Left(x, paragraph.width);
  return paragraph.direction == Direction::kRtl ? left + paragraph.width - line.width : left;
}

void Canvas::Draw(const Paragraph& paragraph, float x, float y, Color color) {
  for (const Paragraph::Line& line : paragraph.lines) {
    if (IsVisible(y - paragraph.line_height, y + 2 * paragraph.line_height)) {
      DrawRun({line.text, paragraph.style, paragraph.language, paragraph.direction},
              LineLeft(paragraph, line, x), Baseline(paragraph.style, paragraph.line_height, y),
              color);
    }
    y += paragraph.line_height;
  }
}

float Canvas::DrawLine(const Words& words, float x, float middle, Color color) {
  const TextRun run = Run(words);
  if (IsVisible(middle - words.style.size * 2, middle + words.style.size * 2)) {
    DrawRun(run, Left(x, text_.Width(run)), Baseline(words.style, 0, middle), color);
  }
  return text_.Width(run);
}

void Canvas::DrawLineCut(const Words& words, float x, float middle, float width, Color color) {
  if (Width(words) <= width) {
    DrawLine(words, x, middle, color);
    return;
  }
  const std::string cut = CutToWidth(words, FirstStrong(words.text), width);
  DrawLine({cut, words.style, words.language}, x, middle, color);
}

std::string Canvas::Cut(const Words& words, float width) {
  if (Width(words) <= width) return std::string(words.text);
  return CutToWidth(words, FirstStrong(words.text), width);
}

void Canvas::DrawLineRight(const Words& words, float right, float middle, Color color) {
  DrawLine(words, right - Width(words), middle, color);
}

void Canvas::DrawLineCentred(const Words& words, float x, float middle, Color color) {
  DrawLine(words, x - Width(words) / 2, middle, color);
}

std::vector<Box> Canvas::BoxesOf(const Paragraph& paragraph, float x, float y, TextSpan span) {
  std::vector<Box> boxes;
  std::vector<Extent> extents;
  for (const Paragraph::Line& line : paragraph.lines) {
    const uint32_t begin = std::max(span.begin, line.bytes.begin);
    const uint32_t end =
        std::min(span.end, line.bytes.begin + static_cast<uint32_t>(line.text.size()));
    if (begin < end && IsVisible(y, y + paragraph.line_height)) {
      extents.clear();
      text_.Extents({line.text, paragraph.style, paragraph.language, paragraph.direction},
                    {begin - line.bytes.begin, end - line.bytes.begin}, &extents);
      const float left = LineLeft(paragraph, line, x);
      for (const Extent& extent : extents) {
        const float width = extent.right - extent.left;
        boxes.push_back({Left(left + extent.left, width), y, width, paragraph.line_height});
      }
    }
    y += paragraph.line_height;
  }
  return boxes;
}

void Canvas::Underline(const Paragraph& paragraph, float x, float y, TextSpan span, Color color) {
  constexpr float kThickness = 2;
  const FontMetrics metrics = text_.Metrics(paragraph.style);
  const float drop = std::round(metrics.descent * 0.6F);
  for (const Box& box : BoxesOf(paragraph, x, y, span)) {
    const float top = Baseline(paragraph.style, paragraph.line_height, box.top) + drop;
    Fill({box.left, top, box.width, kThickness}, color);
  }
}

void Canvas::Highlight(const Paragraph& paragraph, float x, float y, TextSpan span, Color color) {
  for (const Box& box : BoxesOf(paragraph, x, y, span)) {
    Fill({box.left - 1, box.top + 2, box.width + 2, box.height - 4}, color, 3);
  }
}

void Canvas::Fill(const Box& box, Color color, float radius) {
  if (!IsVisible(box.top, box.bottom())) return;
  const float start = Left(box.left, box.width);
  if (svg_ != nullptr) svg_->Fill({start, box.top, box.width, box.height}, color, radius);
  const float left = Nearest(start * scale_) / scale_;
  const float top = Nearest((box.top - top_) * scale_) / scale_;
  const float right = Nearest((start + box.width) * scale_) / scale_;
  const float bottom = Nearest((box.bottom() - top_) * scale_) / scale_;
  Shapes()->AddRectFilled({left, top}, {right, bottom}, color, radius);
}

void Canvas::Outline(const Box& box, Color color, float radius, float thickness) {
  if (!IsVisible(box.top, box.bottom())) return;
  const float inset = thickness / 2;
  const float left = Left(box.left, box.width);
  if (svg_ != nullptr) {
    svg_->Outline({left, box.top, box.width, box.height}, color, radius, thickness);
  }
  Shapes()->PathRect({left + inset, box.top - top_ + inset},
                     {left + box.width - inset, box.bottom() - top_ - inset}, radius);
  Shapes()->PathStroke(color, ImDrawFlags_Closed, thickness);
}

void Canvas::HorizontalLine(float left, float right, float y, Color color) {
  const float top = std::floor(y * scale_) / scale_;
  Fill({left, top, right - left, hairline()}, color);
}

void Canvas::VerticalLine(float x, float top, float bottom, Color color) {
  const float left = std::floor(x * scale_) / scale_;
  Fill({left, top, hairline(), bottom - top}, color);
}

void Canvas::Polyline(std::span<const float> xy, Color color, float thickness) {
  if (svg_ != nullptr) {
    std::vector<float> drawn(xy.begin(), xy.end());
    for (size_t i = 0; i < drawn.size(); i += 2) drawn[i] = Left(drawn[i], 0);
    svg_->Line(drawn, color, thickness);
  }
  ImDrawList* list = Shapes();
  for (size_t i = 0; i + 1 < xy.size(); i += 2)
    list->PathLineTo({Left(xy[i], 0), xy[i + 1] - top_});
  list->PathStroke(color, ImDrawFlags_None, thickness);
}

void Canvas::Arc(float x0, float y0, float x1, float y1, float rise, Color color) {
  const auto at = [=](float t) {
    const float rest = 1 - t;
    const float peak = std::min(y0, y1) - rise;
    return ImVec2(rest * rest * rest * x0 + 3 * rest * rest * t * (x0 + (x1 - x0) * 0.25F) +
                      3 * rest * t * t * (x0 + (x1 - x0) * 0.75F) + t * t * t * x1,
                  rest * rest * rest * y0 + 3 * rest * rest * t * peak + 3 * rest * t * t * peak +
                      t * t * t * y1);
  };
  constexpr float kDash = 4;
  const float length = std::hypot(x1 - x0, y1 - y0) + rise;
  const int dashes = std::clamp(static_cast<int>(length / (2 * kDash)), 4, 400);
  for (int i = 0; i < dashes; ++i) {
    const ImVec2 from = at(static_cast<float>(i) / static_cast<float>(dashes));
    const ImVec2 to = at((static_cast<float>(i) + 0.5F) / static_cast<float>(dashes));
    const float ends[] = {from.x, from.y, to.x, to.y};
    Polyline(ends, color, 1.5F);
  }
}

void Canvas::Mark(MarkInstance mark) {
  const float reach = mark.half_height + 1;
  if (!IsVisible(mark.center_y - reach, mark.center_y + reach)) return;
  mark.center_x = Left(mark.center_x, 0);
  if (svg_ != nullptr) svg_->Mark(mark);
  mark.center_y -= top_;
  if (mirrored_ && (mark.flags & kMarkVertical) == 0) std::swap(mark.fade_before, mark.fade_after);
  marks_.push_back(mark);
}

}  // namespace saywhen
