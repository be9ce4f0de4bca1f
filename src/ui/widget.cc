#include "ui/widget.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/direction.h"
#include "ui/article_view.h"
#include "ui/card_view.h"
#include "ui/compare_view.h"
#include "ui/feed_view.h"
#include "ui/filter_view.h"
#include "ui/header_view.h"
#include "ui/quote_list_view.h"
#include "ui/quote_view.h"
#include "ui/reading_strip.h"
#include "ui/voices_view.h"

namespace saywhen {
namespace {

// A press that moves farther along the axis is a drag of it, CSS pixels.
constexpr float kMostSlip = 4;

}  // namespace

Widget::Widget(TextEngine* text, Locale* locale, const Strings* strings, std::string_view language)
    : locale_(*locale), strings_(*strings), canvas_(text, &GetTheme(ThemeName::kLight)) {
  state_.language = language;
}

Widget::~Widget() = default;

void Widget::SetStory(DerivedStory story) {
  saywhen::SetStory(mutable_state(), std::move(story));
  status_.clear();
}

size_t Widget::UpdateStory(DerivedStory newer) {
  const size_t fresh = saywhen::UpdateStory(mutable_state(), std::move(newer));
  if (fresh > 0) {
    status_ = Counted(strings_.of_new_quotes, static_cast<int64_t>(fresh), &locale_, strings_);
  }
  return fresh;
}

void Widget::ContinueStory(DerivedStory whole) {
  saywhen::UpdateStory(mutable_state(), std::move(whole));
  state_.fresh.clear();
}

std::vector<Anchor> Widget::SetPageArticle(std::string_view text) {
  stale_ = true;
  std::vector<Anchor> anchors = AnchorQuotes(state_.story, text);
  state_.on_page.assign(state_.story.quotes.size(), false);
  for (const Anchor& anchor : anchors) state_.on_page[anchor.quote] = true;
  return anchors;
}

void Widget::SetSize(float width, float scale) {
  width_ = width;
  scale_ = scale;
  stale_ = true;
}

void Widget::SetTheme(ThemeName name) {
  canvas_.set_theme(&GetTheme(name));
  stale_ = true;
}

void Widget::SetReducedMotion(bool reduced) { state_.reduced_motion = reduced; }

View Widget::MakeView() {
  View view{state_, strings_, locale_, canvas_, tree_, hits_, {}};
  if (const Hit* hit = HitAtPointer()) {
    view.hovered = hit->box;
    view.held = pressed_ && pressed_->box == hit->box;
  }
  view.now_ms = now_ms_;
  view.touch = touch_;
  view.narrow = width_ < style::kNarrow;
  view.draws_input = draws_input_;
  view.offers_text = offers_text_;
  view.done = done_;
  return view;
}

bool Widget::Frame(double now_ms, float top, float height) {
  // Frames come only when they are wanted, so the last one may be long ago: what was asked for
  // since moves as if there had been one just before this.
  constexpr double kFrameMs = 16;
  state_.viewport.Delay(now_ms_, now_ms - kFrameMs);
  now_ms_ = now_ms;
  TextEngine& text = canvas_.text();
  // Today's line goes on.
  const CivilMs minute = locale_.Now() / 60'000;
  if (!stale_ && top == canvas_.top() && height == canvas_.height() &&
      forgotten_ == text.forgotten() && minute == minute_) {
    return false;
  }
  minute_ = minute;
  text.BeginFrame();
  const Box hovered = BoxAtPointer();
  DrawViews(top, height);
  canvas_.End(&frame_);
  forgotten_ = text.forgotten();
  const bool moves = state_.viewport.IsMoving(now_ms);
  // What lies under the pointer now may be another thing than what was drawn as such.
  stale_ = moves || !(BoxAtPointer() == hovered);
  return moves;
}

void Widget::CardFrame(float width, float height, float scale) {
  // A card is its quote's: it reads the way the words do, not the interface.
  const auto& quotes = state_.story.quotes;
  const bool rtl = state_.selected < quotes.size() &&
                   FirstStrong(quotes[state_.selected].text) == Direction::kRtl;
  DrawPicture(width, height, scale, rtl, [=](View* view) { DrawCard(view, width, height); });
}

Index Widget::QuoteReadAt(float y) const {
  if (state_.view != ViewName::kArticle || y <= timeline_.axis.bottom()) return kNone;
  return saywhen::QuoteReadAt(tree_, y);
}

void Widget::ReadingFrame(Index quote) {
  DrawPicture(width_, kReadingStripHeight, scale_, IsRightToLeft(strings_),
              [&](View* view) { DrawReadingStrip(view, quote, width_); });
}

template <typename Draw>
void Widget::DrawPicture(float width, float height, float scale, bool mirrored, Draw draw) {
  stale_ = true;
  canvas_.text().BeginFrame();
  canvas_.Begin(width, 0, height, scale, mirrored);
  SemanticsTree no_tree;
  std::vector<Hit> no_hits;
  View view{state_, strings_, locale_, canvas_, no_tree, no_hits, {}};
  view.narrow = width < style::kNarrow;
  draw(&view);
  canvas_.End(&frame_);
}

std::string Widget::Svg(const FontFamilies& fonts) {
  SvgWriter svg(width_, content_height_, canvas_.theme().background, fonts);
  canvas_.text().BeginFrame();
  canvas_.Record(&svg);
  DrawViews(0, content_height_);
  canvas_.Record(nullptr);
  canvas_.End(&frame_);
  stale_ = true;
  return std::move(svg).Take();
}

void Widget::DrawViews(float top, float height) {
  View view = MakeView();
  canvas_.Begin(width_, top, height, scale_, IsRightToLeft(strings_));
  tree_.Clear();
  hits_.clear();
  timeline_ = {};
  SayStatus();
  content_height_ = std::ceil(view.narrow ? DrawNarrow(&view) : DrawWide(&view));
  if (canvas_.mirrored()) tree_.Mirror(width_);
}

void Widget::SayStatus() {
  if (status_.empty()) return;
  SemanticsNode node;
  node.id = "status";
  node.role = Role::kStatus;
  node.name = status_;
  tree_.Add(std::move(node));
}

float Widget::DrawWide(View* view) {
  constexpr float kPad = style::kPadding;
  const float inner = width_ - 2 * kPad;
  float y = DrawHeader(view, kPad, 18, inner) + 14;
  y = DrawFilters(view, kPad, y, inner) + 14;
  switch (state_.view) {
    case ViewName::kArticle:
      y = DrawTimeline(view, 0, y, width_, &timeline_, &state_.article_lanes);
      return DrawArticle(view, kPad, y + 16, inner) + 24;
    case ViewName::kCompare:
      return DrawCompare(view, kPad, y, inner, &timeline_) + 24;
    case ViewName::kVoices:
      return DrawVoices(view, kPad, y, inner) + 24;
    case ViewName::kExplore:
      break;
  }
  y = DrawTimeline(view, 0, y, width_, &timeline_);
  if (state_.quotes.empty() && IsNarrowed(state_))
    return DrawNothingFound(view, kPad, y + 24, inner) + 24;

  const float list_width = std::clamp(std::round(width_ * 0.385F), 260.0F, 440.0F);
  const float list_end = DrawQuoteList(view, 0, y, list_width);

  // The chosen quote stands beside its row, as far as that leaves it inside the widget.
  const float detail_left = list_width + 32;
  const float detail_width = std::min(width_ - detail_left - 32, 680.0F);
  const float detail_height = DrawChosenQuote(view, detail_left, 0, detail_width, false);
  const float top_most = y + 24;
  const Box row = ChosenRow(*view, 0, y, list_width);
  const float bottom_most = std::max(top_most, list_end - detail_height - 24);
  const float detail_top = std::clamp(row.top - 480, top_most, bottom_most);
  const float detail_end = DrawChosenQuote(view, detail_left, detail_top, detail_width, true);
  const float end = std::max(list_end, detail_end + 24);
  canvas_.VerticalLine(list_width, y, end, canvas_.theme().hairline);
  return end;
}

float Widget::DrawNarrow(View* view) {
  constexpr float kPad = style::kPhonePadding;
  const float inner = width_ - 2 * kPad;
  float y = DrawHeader(view, kPad, 20, inner) + 12;
  y = DrawFilters(view, kPad, y, inner) + 14;
  switch (state_.view) {
    case ViewName::kArticle:
      return DrawArticle(view, kPad, y, inner) + 16;
    case ViewName::kCompare:
      return DrawCompare(view, kPad, y, inner, &timeline_) + 16;
    case ViewName::kVoices:
      return DrawVoices(view, kPad, y, inner) + 16;
    case ViewName::kExplore:
      break;
  }
  canvas_.HorizontalLine(0, width_, y, canvas_.theme().hairline);
  if (state_.quotes.empty() && IsNarrowed(state_))
    return DrawNothingFound(view, kPad, y + 20, inner) + 20;
  return DrawFeed(view, kPad, y, inner) + 8;
}

const Hit* Widget::HitAtPointer() const {
  const auto at = std::find_if(hits_.rbegin(), hits_.rend(), [this](const Hit& hit) {
    return hit.box.Contains(pointer_x_, pointer_y_);
  });
  return at == hits_.rend() ? nullptr : &*at;
}

Box Widget::BoxAtPointer() const {
  const Hit* hit = HitAtPointer();
  return hit != nullptr ? hit->box : Box{};
}

bool Widget::IsOverPressable() const {
  const Hit* hit = HitAtPointer();
  return hit != nullptr && hit->press.kind != ActionKind::kNothing;
}

bool Widget::PointerMove(float x, float y, bool touch) {
  stale_ = true;
  if (canvas_.mirrored() && x >= 0) x = width_ - x;
  const Box before = BoxAtPointer();
  const bool other_pointer = touch != touch_;
  float moved = x - pointer_x_;
  touch_ = touch;
  pointer_x_ = x;
  pointer_y_ = y;
  if (pressed_ && pressed_->amount_along) return MoveByHand(ActionHere(*pressed_));
  if (pressed_ && pressed_->drags && pressed_->press.kind != ActionKind::kNothing) {
    // A drag from here on, whether or not the axis can move; until then a press by a hand that
    // shakes.
    moved = std::abs(x - pressed_x_) > kMostSlip ? x - pressed_x_ : 0;
    if (moved != 0) pressed_->press = {};
  }
  if (pressed_ && pressed_->drags && moved != 0) {
    return MoveByHand(
        {.kind = ActionKind::kPan, .amount = -static_cast<double>(moved / timeline_.axis.width)});
  }
  return other_pointer || !(BoxAtPointer() == before);
}

bool Widget::PointerButton(bool down) {
  stale_ = true;
  const Hit* hit = HitAtPointer();
  if (down) {
    pressed_ = hit != nullptr ? std::optional(*hit) : std::nullopt;
    pressed_x_ = pointer_x_;
    if (hit != nullptr && hit->amount_along) Dispatch(ActionHere(*pressed_));
    return hit != nullptr;
  }
  const std::optional<Hit> pressed = std::exchange(pressed_, std::nullopt);
  if (!pressed) return false;
  const bool here = hit != nullptr && hit->box == pressed->box;
  if (here && !pressed->amount_along) Dispatch(ActionHere(*pressed));
  return true;
}

Action Widget::ActionHere(const Hit& hit) const {
  Action action = hit.press;
  if (hit.amount_along) {
    action.amount = static_cast<double>((pointer_x_ - hit.box.left) / hit.box.width);
  }
  if (hit.anchor_here) action.anchor = timeline_.scale.UnitAt(pointer_x_);
  return action;
}

bool Widget::MoveByHand(const Action& action) {
  const bool moved = Dispatch(action).any;
  state_.viewport.JumpTo(state_.viewport.target());
  return moved;
}

bool Widget::PointerDouble() {
  const Hit* hit = HitAtPointer();
  if (hit == nullptr || !hit->drags || hit->press.kind != ActionKind::kNothing) return false;
  return Dispatch({.kind = ActionKind::kZoom,
                   .amount = 0.5,
                   .anchor = timeline_.scale.UnitAt(pointer_x_)})
      .any;
}

bool Widget::PointerLeave() {
  stale_ = true;
  const bool was_over = HitAtPointer() != nullptr || pressed_;
  pointer_x_ = pointer_y_ = -1;
  pressed_.reset();
  return was_over;
}

bool Widget::Wheel(const WheelTurn& turn) {
  const float x = canvas_.mirrored() ? width_ - turn.x : turn.x;
  if (!timeline_.axis.Contains(x, turn.y)) return false;
  if (turn.zoom) {
    // A notch of a wheel (100 px) is a zoom by about a third: e to the power of 0.003 a pixel. Of
    // the library's powers only the float's is in the module.
    const float factor = std::pow(1.0030045F, turn.down);
    MoveByHand({.kind = ActionKind::kZoom,
                .amount = static_cast<double>(std::clamp(factor, 0.2F, 5.0F)),
                .anchor = timeline_.scale.UnitAt(x)});
    return true;
  }
  const bool sideways = std::abs(turn.right) > std::abs(turn.down);
  if (!sideways && !turn.shift) return false;
  float distance = sideways ? turn.right : turn.down;
  if (canvas_.mirrored() && sideways) distance = -distance;
  return MoveByHand(
      {.kind = ActionKind::kPan, .amount = static_cast<double>(distance / timeline_.axis.width)});
}

bool Widget::PressKey(Key key) {
  const Viewport& view = state_.viewport.target();
  const double centre = (view.begin + view.end) / 2;
  if (canvas_.mirrored() && key == Key::kLeft) {
    key = Key::kRight;
  } else if (canvas_.mirrored() && key == Key::kRight) {
    key = Key::kLeft;
  }
  Action action;
  switch (key) {
    case Key::kUp:
    case Key::kLeft:
      action.kind = ActionKind::kSelectPrevious;
      break;
    case Key::kDown:
    case Key::kRight:
      action.kind = ActionKind::kSelectNext;
      break;
    case Key::kHome:
      action.kind = ActionKind::kSelectPosition;
      break;
    case Key::kEnd:
      action.kind = ActionKind::kSelectPosition;
      action.amount = static_cast<double>(state_.quotes.size());
      break;
    case Key::kPlus:
      action = {.kind = ActionKind::kZoom, .amount = 0.5, .anchor = centre};
      break;
    case Key::kMinus:
      action = {.kind = ActionKind::kZoom, .amount = 2, .anchor = centre};
      break;
    case Key::kZero:
      action.kind = ActionKind::kShowWholeAxis;
      break;
    case Key::kPageUp:
      action = {.kind = ActionKind::kPan, .amount = -0.8};
      break;
    case Key::kPageDown:
      action = {.kind = ActionKind::kPan, .amount = 0.8};
      break;
  }
  return Dispatch(action).any;
}

Changes Widget::Dispatch(const Action& action) {
  stale_ = true;
  done_ = ActionKind::kNothing;
  if (std::optional<Request> request = RequestOf(state_, action, &locale_, strings_)) {
    done_ = action.kind;
    if (request->kind == RequestKind::kCopy || request->kind == RequestKind::kCopyLink) {
      status_ = strings_.copied;
    }
    requests_.push_back(*std::move(request));
    return {true, false};
  }
  const size_t before = state_.quotes.size();
  const Changes changes = Update(&state_, action, now_ms_);
  if (state_.quotes.size() != before || action.kind == ActionKind::kSearch) {
    status_ = state_.quotes.empty()
                  ? std::string(strings_.nothing_found)
                  : Counted(strings_.of_quotes, static_cast<int64_t>(state_.quotes.size()),
                            &locale_, strings_);
  }
  return changes;
}

Changes Widget::Press(std::string_view node_id, double amount, std::string_view text) {
  const SemanticsNode* node = tree_.FindId(node_id);
  if (node == nullptr || node->disabled) return {};
  Action action = node->press;
  if (node->role == Role::kSlider) {
    action.amount = action.kind == ActionKind::kMoveViewportTo ? amount / 100 : amount;
  }
  if (node->role == Role::kSearch) action.text = text;
  return Dispatch(action);
}

std::optional<Request> Widget::TakeRequest() {
  if (requests_.empty()) return std::nullopt;
  Request request = std::move(requests_.front());
  requests_.erase(requests_.begin());
  return request;
}

}  // namespace saywhen
