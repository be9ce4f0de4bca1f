#include "ui/header_view.h"

#include <algorithm>
#include <string>

namespace saywhen {
namespace {

std::string_view TitleOf(const Story& story) {
  if (!story.title.empty()) return story.title;
  return story.articles.empty() ? std::string_view() : story.articles.front().headline;
}

std::string Counted(const View& view, size_t count, std::string_view one, std::string_view many) {
  if (count == 1) return std::string(one);
  return Fill(many, view.locale.FormatNumber(static_cast<int64_t>(count)));
}

// "13 February 2025 · 3 speakers, 10 quotes". The date is that of most of what is said, so it is
// left out where the quotes were said at different times.
std::string Summary(const View& view) {
  const Story& story = view.state.story;
  const TimeInterval* when = nullptr;
  bool same = true;
  for (const Index i : view.state.article_order) {
    const TimeInterval* said = WhenSaid(story, story.quotes[i]);
    if (said == nullptr || story.quotes[i].type != QuoteType::kDirect) continue;
    if (when != nullptr && !(KnownExtent(*said) == KnownExtent(*when))) same = false;
    when = said;
  }
  std::string text;
  if (when != nullptr && same) {
    text = TimeText(*when, TimeLength::kLong, &view.locale, view.strings) + " · ";
  }
  if (story.articles.size() > 1) {
    text +=
        Counted(view, story.articles.size(), view.strings.one_article, view.strings.many_articles) +
        ", ";
  }
  const auto known = static_cast<size_t>(std::count_if(
      view.state.voices.begin(), view.state.voices.end(), [](Index i) { return i != kNone; }));
  text += Counted(view, known, view.strings.one_speaker, view.strings.many_speakers) + ", ";
  return text + QuotesCounted(view, story.quotes.size());
}

size_t QuotesOf(const View& view, Index speaker) {
  size_t count = 0;
  for (const Quote& quote : view.state.story.quotes) {
    const auto& speakers = quote.speakers;
    const bool named = std::find(speakers.begin(), speakers.end(), speaker) != speakers.end();
    if (speaker == kNone ? speakers.empty() : named) ++count;
  }
  return count;
}

}  // namespace

float DrawHeader(View* view, float left, float top, float width) {
  Canvas& canvas = view->canvas;
  const Story& story = view->state.story;
  const Words title{TitleOf(story), style::kTitle, story.language, style::kTightLineHeight};
  float y = top;
  if (!title.text.empty()) {
    const Paragraph paragraph = canvas.LayOut(title, width);
    canvas.Draw(paragraph, left, y, view->theme().text);
    SemanticsNode node;
    node.id = "title";
    node.role = Role::kHeading;
    node.name = title.text;
    node.language = story.language;
    node.box = {left, y, width, paragraph.height()};
    view->tree.Add(std::move(node));
    y += paragraph.height() + 4;
  }
  SemanticsNode node;
  node.id = "summary";
  node.role = Role::kText;
  node.name = Summary(*view);
  const Paragraph summary = canvas.LayOut({node.name, style::kBody}, width);
  canvas.Draw(summary, left, y, view->theme().quiet);
  node.box = {left, y, width, summary.height()};
  y += summary.height();
  view->tree.Add(std::move(node));
  return y;
}

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
      const std::string count =
          view_.locale.FormatNumber(static_cast<int64_t>(QuotesOf(view_, voices[i])));
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
      DrawChip(voices[i], name, name_width, count, chip);
      x_ += chip + kGap;
    }
    return y_ + height_;
  }

 private:
  static constexpr float kGap = 8;
  static constexpr int kRows = 2;

  void DrawChip(Index speaker, const Words& name, float name_width, std::string_view count,
                float width) {
    const Theme& theme = view_.theme();
    const bool chosen = IsChosen(view_.state, speaker);
    const Box box{x_, y_, width, height_};
    SemanticsNode node;
    node.id = speaker == kNone ? "unknown-speaker"
                               : NodeId("speaker", view_.state.story.speakers[speaker].id);
    node.role = Role::kToggle;
    node.name = std::string(name.text) + ", " + QuotesCounted(view_, QuotesOf(view_, speaker));
    node.pressed = chosen;
    node.box = box;
    node.press = {.kind = ActionKind::kToggleSpeaker, .index = speaker};
    const Pressable state = AddPressable(&view_, std::move(node));
    const Color color = SpeakerColor(view_, speaker);
    if (chosen || state.hovered) {
      canvas_.Fill(box, chosen ? WithAlpha(color, 0.14F) : theme.hover, height_ / 2);
    }
    canvas_.Outline(box, chosen ? color : theme.border, height_ / 2, 1);
    MarkInstance dot{};
    dot.center_x = x_ + 16;
    dot.center_y = y_ + height_ / 2;
    dot.half_width = dot.half_height = dot.radius = 4;
    dot.fill = color;
    canvas_.Mark(dot);
    canvas_.DrawLineCut(name, x_ + 28, dot.center_y, name_width, theme.text);
    canvas_.DrawLine({count, style::kBody}, x_ + 34 + name_width, dot.center_y, theme.quiet);
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
  SemanticsNode group;
  group.id = "speakers";
  group.name = view->strings.speakers;
  group.box = {left, top, width, 0};
  view->tree.Open(std::move(group));
  const float end = SpeakerChips(view, left, top, width).Draw();
  view->tree.Close();
  return end;
}

}  // namespace saywhen
