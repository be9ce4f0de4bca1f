// One widget: a story, its state, and the frames that show it. Lengths in CSS pixels; y counts from
// the widget's top, however little of it is drawn. No globals: a page may have many.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/anchor.h"
#include "app/app_state.h"
#include "ui/canvas.h"
#include "ui/draw_frame.h"
#include "ui/request.h"
#include "ui/semantics.h"
#include "ui/strings.h"
#include "ui/svg.h"
#include "ui/text_engine.h"
#include "ui/theme.h"
#include "ui/timeline_view.h"
#include "ui/view.h"

namespace saywhen {

enum class Key : uint8_t {
  kUp,
  kDown,
  kLeft,
  kRight,
  kHome,
  kEnd,
  kPlus,
  kMinus,
  kZero,
  kPageUp,
  kPageDown,
};

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
  // All outlive the widget. The strings' language is that of searches.
  Widget(TextEngine* text, Locale* locale, const Strings* strings = &EnglishStrings(),
         std::string_view language = "en");
  Widget(const Widget&) = delete;
  Widget& operator=(const Widget&) = delete;
  ~Widget();

  void SetStory(DerivedStory story);
  // A newer version of it: see UpdateStory().
  size_t UpdateStory(DerivedStory newer);
  // All of a story whose beginning is shown: the reader's place in it stays, and nothing is new.
  void ContinueStory(DerivedStory whole);
  void SetSize(float width, float scale);
  void SetTheme(ThemeName name);
  void SetReducedMotion(bool reduced);
  // The text of the article around the widget: where the story's quotes stand in it
  // (app/anchor.h), so that the reader can be led there (RequestKind::kShowOnPage). Another story
  // begins without.
  std::vector<Anchor> SetPageArticle(std::string_view text);
  // Whether what is typed is drawn with the rest; not where the host lays text fields over it.
  void SetDrawsInput(bool draws) {
    draws_input_ = draws;
    stale_ = true;
  }
  // Whether there is a button for the text view, which is the host's (RequestKind::kTextView).
  void SetOffersText(bool offers) {
    offers_text_ = offers;
    stale_ = true;
  }

  // Draws [top, top + height) of the widget; where nothing has changed since the last frame, that
  // one stays. `now_ms`: a steady clock. Returns whether another frame is wanted at once: something
  // moves.
  bool Frame(double now_ms, float top, float height);
  // A card of the selected quote, to save as a picture; instead of the widget's frame until the
  // next Frame().
  void CardFrame(float width, float height, float scale);
  // While an article is shown: the quote that is read when the screen's top is at `y` of the
  // widget; kNone when it is not in the article's text.
  Index QuoteReadAt(float y) const;
  // The line that tells of it, kReadingStripHeight high; a frame as CardFrame() is.
  void ReadingFrame(Index quote);
  // All of the widget as an SVG file, in those typefaces.
  std::string Svg(const FontFamilies& fonts);
  // All of these are of the last frame.
  const DrawFrame& frame() const { return frame_; }
  const SemanticsTree& tree() const { return tree_; }
  float content_height() const { return content_height_; }

  // Input; returns whether a frame is needed to show what it did.
  bool PointerMove(float x, float y, bool touch);
  bool PointerButton(bool down);
  bool PointerDouble();  // the second press of two quick ones, after its PointerButton()s
  bool PointerLeave();
  // Whether the pointer is over something that can be pressed.
  bool IsOverPressable() const;
  // Returns whether the turn was taken: only zooming, or sideways while the timeline can move.
  // Otherwise it is the page's.
  bool Wheel(const WheelTurn& turn);
  // Returns whether the key did anything.
  bool PressKey(Key key);
  Changes Dispatch(const Action& action);
  // Does what the node of the last frame's tree does; sliders are set to `amount`, and fields to
  // `text`.
  Changes Press(std::string_view node_id, double amount = 0, std::string_view text = {});

  // What an action asked for; empty when it was the last one.
  std::optional<Request> TakeRequest();

  const AppState& state() const { return state_; }
  // To change it before the next frame.
  AppState* mutable_state() {
    stale_ = true;
    return &state_;
  }
  const Strings& strings() const { return strings_; }

 private:
  View MakeView();
  void DrawViews(float top, float height);
  // A frame that takes no input and is not in the tree.
  template <typename Draw>
  void DrawPicture(float width, float height, float scale, bool mirrored, Draw draw);
  float DrawWide(View* view);
  float DrawNarrow(View* view);
  void SayStatus();
  const Hit* HitAtPointer() const;
  Box BoxAtPointer() const;  // its box, or an empty one
  Action ActionHere(const Hit& hit) const;
  // The axis is at once where a hand moves it; other ways make it glide.
  bool MoveByHand(const Action& action);

  AppState state_;
  Locale& locale_;
  const Strings& strings_;
  Canvas canvas_;
  SemanticsTree tree_;
  DrawFrame frame_;
  TimelinePlace timeline_;
  std::vector<Hit> hits_;
  std::vector<Request> requests_;
  std::string status_;
  ActionKind done_ = ActionKind::kNothing;
  float width_ = 0;
  float scale_ = 1;
  float content_height_ = 0;
  float pointer_x_ = -1;
  float pointer_y_ = -1;
  std::optional<Hit> pressed_;
  float pressed_x_ = 0;
  bool touch_ = false;
  bool draws_input_ = false;
  bool offers_text_ = false;
  double now_ms_ = 0;
  CivilMs minute_ = 0;      // in which it was drawn
  bool stale_ = true;       // the last frame no longer shows what there is to show
  uint64_t forgotten_ = 0;  // by the text engine, before that frame
};

}  // namespace saywhen
