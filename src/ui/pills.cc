#include "ui/pills.h"

#include <algorithm>
#include <utility>

#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

constexpr float kBetween = 8;
constexpr float kEnd = 12;      // from the edge to what is inside
constexpr float kDot = 16;      // from the edge to the dot's middle
constexpr float kPastDot = 28;  // from the edge to the label behind a dot
constexpr float kCross = 14;
constexpr float kForMore = 72;  // a button that stands for the rest

float LabelLeft(const Pill& pill) { return pill.speaker ? kPastDot : kEnd; }

}  // namespace

Pill SpeakerPill(const View& view, size_t voice) {
  const Index speaker = view.state.voices[voice];
  const size_t quotes = view.state.quotes_of_voice[voice];
  const std::string name(SpeakerName(view, speaker));
  return {.label = name,
          .aside = view.locale.FormatNumber(static_cast<int64_t>(quotes)),
          .name = name + ", " + QuotesCounted(view, quotes),
          .speaker = speaker};
}

float PillHeight(const View& view) { return view.touch ? 40.0F : style::kPointerTarget; }

Pills::Pills(View* view, const PillLook& look, float left, float top, float width, int most_rows)
    : view_(*view),
      canvas_(view->canvas),
      look_(look),
      left_(left),
      right_(left + width),
      x_(left),
      y_(top),
      height_(PillHeight(*view)),
      rows_left_(most_rows - 1) {}

bool Pills::Add(Pill pill, bool last) {
  float around = LabelLeft(pill) + kEnd;
  if (!pill.aside.empty()) around += look_.gap + canvas_.Width({pill.aside, look_.aside});
  if (pill.removes) around += kCross;
  float label_width =
      std::min(canvas_.Width({pill.label, style::kBody, pill.language}), look_.most_width - around);
  const auto reserve = [&] { return rows_left_ == 0 && !last ? kForMore : 0; };
  if (!MakeRoom(label_width + around + reserve())) return false;
  // Alone in a row it may be longer than that.
  label_width = std::min(label_width, right_ - x_ - reserve() - around);
  const float width = label_width + around;
  Draw(std::move(pill), {x_, y_, width, height_}, label_width);
  x_ += width + kBetween;
  return true;
}

void Pills::AddMoreSpeakers(std::string_view id, size_t count) {
  const std::string label =
      Fill(view_.strings.more, view_.locale.FormatNumber(static_cast<int64_t>(count)));
  MakeRoom(ButtonWidth(&view_, label));
  const Button button{.id = id,
                      .label = label,
                      .name = view_.strings.all_speakers,
                      .press = {.kind = ActionKind::kShowAllSpeakers}};
  x_ = DrawButton(&view_, button, x_, y_ + (height_ - ButtonHeight(view_)) / 2) + kBetween;
}

bool Pills::MakeRoom(float width) {
  if (x_ == left_ || x_ + width <= right_) return true;
  if (rows_left_ == 0) return false;
  --rows_left_;
  x_ = left_;
  y_ += height_ + kBetween;
  return true;
}

void Pills::Draw(Pill pill, const Box& box, float label_width) {
  const Theme& theme = view_.theme();
  SemanticsNode node;
  node.id = std::move(pill.id);
  node.role = pill.role;
  node.name = std::move(pill.name);
  if (node.name.empty()) {
    node.name = pill.aside.empty() ? pill.label : pill.label + ", " + pill.aside;
  }
  node.pressed = pill.on;
  node.disabled = pill.disabled;
  node.box = box;
  node.press = std::move(pill.press);
  const bool hovered = AddPressable(&view_, std::move(node)).hovered;
  if (!canvas_.IsVisible(box.top, box.bottom())) return;
  const Color color = pill.speaker ? SpeakerColor(view_, *pill.speaker) : theme.accent;
  if (pill.on || hovered) {
    const bool tinted = pill.on && look_.tinted;
    canvas_.Fill(box, tinted ? WithAlpha(color, 0.14F) : theme.hover, box.height / 2);
  }
  const Color border = pill.on ? color : pill.disabled ? theme.hairline : theme.border;
  canvas_.Outline(box, border, box.height / 2, 1);
  const float middle = box.top + box.height / 2;
  if (pill.speaker) {
    DrawSpeakerDot(&view_, *pill.speaker, box.left + kDot, middle, pill.disabled ? 0.5F : 1.0F);
  }
  canvas_.DrawLineCut({pill.label, style::kBody, pill.language}, box.left + LabelLeft(pill), middle,
                      label_width, pill.disabled ? theme.quiet : theme.text);
  float right = box.right() - kEnd;
  if (pill.removes) {
    canvas_.DrawLineRight({"×", style::kBody}, right, middle, theme.quiet);
    right -= kCross;
  }
  if (pill.aside.empty()) return;
  canvas_.DrawLineRight({pill.aside, look_.aside}, right, middle, theme.quiet);
}

}  // namespace saywhen
