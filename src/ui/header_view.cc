#include "ui/header_view.h"

#include <algorithm>
#include <string>

namespace saywhen {
namespace {

std::string_view TitleOf(const Story& story) {
  if (!story.title.empty()) return story.title;
  return story.articles.empty() ? std::string_view() : story.articles.front().headline;
}

// "13 February 2025 · 3 speakers, 10 quotes". The date is that of most of what is said, so it is
// left out where the quotes were said at different times.
std::string Summary(const View& view) {
  const Story& story = view.state.story;
  const TimeInterval* when = nullptr;
  bool same = true;
  // The first that differs settles it, so that a large story costs no more than a small one.
  for (const Index i : ArticleOrder(view.state)) {
    if (!same) break;
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
    text += Counted(view, story.articles.size(), view.strings.of_articles) + ", ";
  }
  const auto known = static_cast<size_t>(std::count_if(
      view.state.voices.begin(), view.state.voices.end(), [](Index i) { return i != kNone; }));
  text += Counted(view, known, view.strings.of_speakers) + ", ";
  return text + QuotesCounted(view, story.quotes.size());
}

}  // namespace

namespace {

// Only the views that have something to show: an article view wants an article's text, voices want
// more than one.
bool IsOffered(const AppState& state, ViewName view) {
  switch (view) {
    case ViewName::kArticle:
      return std::any_of(state.story.articles.begin(), state.story.articles.end(),
                         [](const Article& article) { return !article.text.empty(); });
    case ViewName::kCompare:
    case ViewName::kVoices:
      return state.voices.size() > 1;
    default:
      return true;
  }
}

float DrawTabs(View* view, float left, float top, float width) {
  const Strings& strings = view->strings;
  const std::string_view names[kViews] = {strings.explore, strings.article, strings.compare,
                                          strings.voices};
  const float height = view->touch ? style::kTouchTarget : 36;
  OpenGroup(view, "views", strings.views, {left, top, width, height}, Role::kTabs);
  const bool close = view->narrow;
  float x = left;
  for (size_t i = 0; i < kViews; ++i) {
    const auto name = static_cast<ViewName>(i);
    if (!IsOffered(view->state, name)) continue;
    const bool current = view->state.view == name;
    const Words label{names[i], current ? style::kName : style::kBody};
    const float label_width = view->canvas.Width(label);
    const Box box{x, top, label_width + 4, height};
    SemanticsNode node;
    node.id = "view-" + std::to_string(i);
    node.role = Role::kTab;
    node.name = names[i];
    node.pressed = current;
    node.box = box;
    node.press = Do(ActionKind::kShowView, name);
    const Pressable state = AddPressable(view, std::move(node));
    const Theme& theme = view->theme();
    view->canvas.DrawLine(label, x + 2, top + height / 2,
                          current || state.hovered ? theme.text : theme.quiet);
    if (current) view->canvas.Fill({x, top + height - 2, box.width, 2}, theme.accent);
    x = box.right() + (close ? 18.0F : 24.0F);
  }
  view->tree.Close();
  view->canvas.HorizontalLine(left, left + width, top + height, view->theme().hairline);
  return top + height;
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
  return DrawTabs(view, left, y + 8, width);
}

}  // namespace saywhen
