// One widget: a story, its state, and the frames that show it. Lengths in CSS pixels; y counts from
// the widget's top, however little of it is drawn. No globals: a page may have many.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/app_state.h"
#include "ui/canvas.h"
#include "ui/draw_frame.h"
#include "ui/semantics.h"
#include "ui/strings.h"
#include "ui/text_engine.h"
#include "ui/theme.h"
#include "ui/timeline_view.h"

struct ImGuiContext;

namespace saywhen {

enum class Key : uint8_t { kUp, kDown, kLeft, kRight, kHome, kEnd, kPlus, kMinus, kZero };

struct WheelTurn {
  float x = 0;  // where
  float y = 0;
  float right = 0;  // how far, CSS pixels
  float down = 0;
  bool zoom = false;  // Ctrl or Cmd is held, or it is a pinch
  bool shift = false;
};

class Widget {
 public:
  // Both outlive the widget.
  Widget(TextEngine* text, Locale* locale);
  Widget(const Widget&) = delete;
  Widget& operator=(const Widget&) = delete;
  ~Widget();

  void SetStory(Story story);
  void SetSize(float width, float scale);
  void SetTheme(ThemeName name);
  void SetReducedMotion(bool reduced);

  // Draws [top, top + height) of the widget. `now_ms`: a steady clock. Returns whether another
  // frame is wanted at once: something moves, or input waits.
  bool Frame(double now_ms, float top, float height);
  // All of these are of the last frame.
  const DrawFrame& frame() const { return frame_; }
  const SemanticsTree& tree() const { return tree_; }
  float content_height() const { return content_height_; }

  // Input; returns whether a frame is needed to show what it did.
  bool PointerMove(float x, float y, bool touch);
  bool PointerButton(bool down);
  bool PointerLeave();
  // Whether the pointer is over something that can be pressed.
  bool IsOverPressable() const { return HitAtPointer() < hits_.size(); }
  // Returns whether the turn was taken: only zooming, or sideways while the timeline can move.
  // Otherwise it is the page's.
  bool Wheel(const WheelTurn& turn);
  // Returns whether the key did anything.
  bool PressKey(Key key);
  Changes Dispatch(const Action& action);
  // Does what the node of the last frame's tree does; sliders are set to `amount`.
  Changes Press(std::string_view node_id, double amount = 0);

  const AppState& state() const { return state_; }

 private:
  struct PointerEvent {
    enum class Kind : uint8_t { kMove, kDown, kUp } kind;
    float x;
    float y;
  };

  void FeedPointer(float top);
  void DrawViews(float top, float height);
  float DrawWide(View* view);
  float DrawNarrow(View* view);
  // Which of hits_ is at the pointer; hits_.size() when none is.
  size_t HitAtPointer() const;

  AppState state_;
  Locale& locale_;
  Canvas canvas_;
  ImGuiContext* imgui_;
  SemanticsTree tree_;
  DrawFrame frame_;
  TimelinePlace timeline_;
  std::vector<Action> actions_;
  std::vector<Box> hits_;
  std::vector<PointerEvent> pointer_events_;
  float width_ = 0;
  float scale_ = 1;
  float content_height_ = 0;
  float pointer_x_ = -1;
  float pointer_y_ = -1;
  bool pointer_down_ = false;
  bool touch_ = false;
  double now_ms_ = 0;
};

}  // namespace saywhen
