#include "ui/widget.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/feed_view.h"
#include "ui/header_view.h"
#include "ui/imgui_setup.h"
#include "ui/quote_list_view.h"
#include "ui/quote_view.h"

namespace saywhen {

Widget::Widget(TextEngine* text, Locale* locale)
    : locale_(*locale), canvas_(text, &GetTheme(ThemeName::kLight)), imgui_(CreateImGui()) {}

Widget::~Widget() { DestroyImGui(imgui_); }

void Widget::SetStory(Story story) { saywhen::SetStory(&state_, std::move(story)); }

void Widget::SetSize(float width, float scale) {
  width_ = width;
  scale_ = scale;
}

void Widget::SetTheme(ThemeName name) { canvas_.set_theme(&GetTheme(name)); }

void Widget::SetReducedMotion(bool reduced) { state_.reduced_motion = reduced; }

bool Widget::Frame(double now_ms, float top, float height) {
  ImGui::SetCurrentContext(imgui_);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width_, height};
  // ImGui wants time to pass; how much matters to double clicks only.
  io.DeltaTime = static_cast<float>(std::clamp((now_ms - now_ms_) / 1000, 1e-4, 10.0));
  // Frames come only when they are wanted, so the last one may be long ago: what was asked for
  // since moves as if there had been one just before this.
  constexpr double kFrameMs = 16;
  state_.viewport.Delay(now_ms_, now_ms - kFrameMs);
  now_ms_ = now_ms;
  FeedPointer(top);
  // Corners as round as the device's pixels can show.
  ImGui::GetStyle().CircleTessellationMaxError = 0.25F / scale_;
  canvas_.text().BeginFrame();
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoBringToFrontOnFocus;
  ImGui::Begin("##widget", nullptr, kBare);
  DrawViews(top, height);
  ImGui::End();
  ImGui::Render();
  canvas_.End(&frame_);

  bool changed = false;
  for (const Action& action : std::exchange(actions_, {})) changed |= Dispatch(action).any;
  return changed || state_.viewport.IsMoving(now_ms) || imgui_->InputEventsQueue.Size > 0;
}

void Widget::DrawViews(float top, float height) {
  canvas_.Begin(width_, top, height, scale_);
  tree_.Clear();
  hits_.clear();
  timeline_ = {};
  View view{state_, EnglishStrings(),       locale_, canvas_, tree_, actions_, hits_, now_ms_,
            touch_, width_ < style::kNarrow};
  content_height_ = std::ceil(view.narrow ? DrawNarrow(&view) : DrawWide(&view));
}

float Widget::DrawWide(View* view) {
  constexpr float kPad = style::kPadding;
  float y = DrawHeader(view, kPad, 18, width_ - 2 * kPad) + 14;
  y = DrawTimeline(view, 0, y, width_, &timeline_);

  const float list_width = std::clamp(std::round(width_ * 0.385F), 260.0F, 440.0F);
  const float chips_end = DrawSpeakerChips(view, kPad, y + 14, width_ - 2 * kPad);
  if (chips_end > y + 14) {
    y = chips_end + 14;
    canvas_.HorizontalLine(0, width_, y, canvas_.theme().hairline);
  }
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
  float y = DrawHeader(view, kPad, 20, width_ - 2 * kPad) + 14;
  const float chips_end = DrawSpeakerChips(view, kPad, y, width_ - 2 * kPad);
  if (chips_end > y) y = chips_end + 14;
  canvas_.HorizontalLine(0, width_, y, canvas_.theme().hairline);
  return DrawFeed(view, kPad, y, width_ - 2 * kPad) + 8;
}

void Widget::FeedPointer(float top) {
  ImGuiIO& io = ImGui::GetIO();
  for (const PointerEvent& event : pointer_events_) {
    if (event.x < 0) {
      io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    } else {
      io.AddMousePosEvent(event.x, event.y - top);
    }
    if (event.kind != PointerEvent::Kind::kMove) {
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, event.kind == PointerEvent::Kind::kDown);
    }
  }
  pointer_events_.clear();
}

size_t Widget::HitAtPointer() const {
  size_t i = hits_.size();
  // The last drawn lies on top.
  while (i > 0 && !hits_[i - 1].Contains(pointer_x_, pointer_y_)) --i;
  return i == 0 ? hits_.size() : i - 1;
}

bool Widget::PointerMove(float x, float y, bool touch) {
  const size_t before = HitAtPointer();
  const bool other_pointer = touch != touch_;
  touch_ = touch;
  pointer_x_ = x;
  pointer_y_ = y;
  // Moves that nobody looks at need not pile up.
  if (!pointer_events_.empty() && pointer_events_.back().kind == PointerEvent::Kind::kMove) {
    pointer_events_.pop_back();
  }
  pointer_events_.push_back({PointerEvent::Kind::kMove, x, y});
  return pointer_down_ || other_pointer || HitAtPointer() != before;
}

bool Widget::PointerButton(bool down) {
  pointer_down_ = down;
  pointer_events_.push_back(
      {down ? PointerEvent::Kind::kDown : PointerEvent::Kind::kUp, pointer_x_, pointer_y_});
  return true;
}

bool Widget::PointerLeave() {
  const bool was_over = HitAtPointer() < hits_.size() || pointer_down_;
  pointer_x_ = pointer_y_ = -1;
  if (pointer_down_) pointer_events_.push_back({PointerEvent::Kind::kUp, -1, -1});
  pointer_down_ = false;
  pointer_events_.push_back({PointerEvent::Kind::kMove, -1, -1});
  return was_over;
}

bool Widget::Wheel(const WheelTurn& turn) {
  if (!timeline_.axis.Contains(turn.x, turn.y)) return false;
  if (turn.zoom) {
    // A notch of a wheel (100 px) is a zoom by about a third.
    const double factor = std::exp(static_cast<double>(turn.down) * 0.003);
    Dispatch({.kind = ActionKind::kZoom,
              .amount = std::clamp(factor, 0.2, 5.0),
              .anchor = timeline_.scale.UnitAt(turn.x)});
    return true;
  }
  const bool sideways = std::abs(turn.right) > std::abs(turn.down);
  if (!sideways && !turn.shift) return false;
  const float distance = sideways ? turn.right : turn.down;
  return Dispatch({.kind = ActionKind::kPan,
                   .amount = static_cast<double>(distance / timeline_.axis.width)})
      .any;
}

bool Widget::PressKey(Key key) {
  const Viewport& view = state_.viewport.target();
  const double centre = (view.begin + view.end) / 2;
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
  }
  return Dispatch(action).any;
}

Changes Widget::Dispatch(const Action& action) { return Update(&state_, action, now_ms_); }

Changes Widget::Press(std::string_view node_id, double amount) {
  const SemanticsNode* node = tree_.FindId(node_id);
  if (node == nullptr || node->disabled) return {};
  Action action = node->press;
  if (node->role == Role::kSlider) action.amount = amount;
  return Dispatch(action);
}

}  // namespace saywhen
