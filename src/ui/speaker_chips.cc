#include "ui/speaker_chips.h"

#include <algorithm>
#include <string>

#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

// The chips of all speakers, in rows; after kRows of them a button stands for the rest.
class SpeakerChips {
 public:
  SpeakerChips(View* view, float left, float top, float width)
      : view_(*view),
        canvas_(view->canvas),
        left_(left),
        right_(left + width),
        x_(left),
        y_(top),
        height_(view->touch ? 40.0F : style::kPointerTarget) {}

  float Draw() {
    const auto& voices = view_.state.voices;
    for (size_t i = 0; i < voices.size(); ++i) {
      const std::string count = view_.locale.FormatNumber(view_.state.quotes_of_voice[i]);
      const Words name{SpeakerName(view_, voices[i]), style::kBody};
      const float name_width = std::min(canvas_.Width(name), right_ - left_ - 64);
      const float chip = 34 + name_width + canvas_.Width({count, style::kBody}) + 12;
      const bool last = i + 1 == voices.size();
      const bool last_row = row_ + 1 == kRows && !view_.state.all_speakers;
      const float reserve = last_row && !last ? 72.0F : 0.0F;
      if (x_ > left_ && x_ + chip + reserve > right_) {
        if (last_row) {
          DrawRest(voices.size() - i);
          break;
        }
        ++row_;
        x_ = left_;
        y_ += height_ + kGap;
      }
      DrawChip(i, name, name_width, count, chip);
      x_ += chip + kGap;
    }
    return y_ + height_;
  }

 private:
  static constexpr float kGap = 8;
  static constexpr int kRows = 2;

  void DrawChip(size_t voice, const Words& name, float name_width, std::string_view count,
                float width) {
    const Theme& theme = view_.theme();
    const Index speaker = view_.state.voices[voice];
    const FacetValue filter = SpeakerFilter(view_.state, speaker);
    const bool chosen = IsChosen(view_.state, filter);
    const Box box{x_, y_, width, height_};
    SemanticsNode node;
    node.id = speaker == kNone ? "unknown-speaker"
                               : NodeId("speaker", view_.state.story.speakers[speaker].id);
    node.role = Role::kToggle;
    node.name =
        std::string(name.text) + ", " + QuotesCounted(view_, view_.state.quotes_of_voice[voice]);
    node.pressed = chosen;
    node.box = box;
    node.press = ToggleFilter(filter);
    const Pressable state = AddPressable(&view_, std::move(node));
    const Color color = SpeakerColor(view_, speaker);
    if (chosen || state.hovered) {
      canvas_.Fill(box, chosen ? WithAlpha(color, 0.14F) : theme.hover, height_ / 2);
    }
    canvas_.Outline(box, chosen ? color : theme.border, height_ / 2, 1);
    const float middle = y_ + height_ / 2;
    DrawSpeakerDot(&view_, speaker, x_ + 16, middle);
    canvas_.DrawLineCut(name, x_ + 28, middle, name_width, theme.text);
    canvas_.DrawLine({count, style::kBody}, x_ + 34 + name_width, middle, theme.quiet);
  }

  void DrawRest(size_t count) {
    const std::string label =
        Fill(view_.strings.more, view_.locale.FormatNumber(static_cast<int64_t>(count)));
    const float top = y_ + (height_ - ButtonHeight(view_)) / 2;
    DrawButton(
        &view_,
        {"all-speakers", label, view_.strings.all_speakers, {.kind = ActionKind::kShowAllSpeakers}},
        x_, top);
  }

  View& view_;
  Canvas& canvas_;
  float left_;
  float right_;
  float x_;
  float y_;
  float height_;
  int row_ = 0;
};

}  // namespace

float DrawSpeakerChips(View* view, float left, float top, float width) {
  if (view->state.voices.size() < 2) return top;
  OpenGroup(view, "speakers", view->strings.speakers, {left, top, width, 0});
  const float end = SpeakerChips(view, left, top, width).Draw();
  view->tree.Close();
  return end;
}

}  // namespace saywhen
