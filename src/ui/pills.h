// Pills in rows: small things to press, side by side as far as they fit. Most are on or off.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "ui/view.h"

namespace saywhen {

struct Pill {
  std::string id = {};
  std::string label = {};
  std::string aside = {};  // behind it: how many, or when
  std::string name = {};   // what is said; empty: the label and what is behind it
  std::string_view language = {};
  Action press = {};
  Role role = Role::kToggle;
  bool on = false;
  bool disabled = false;
  bool removes = false;               // wears a cross
  std::optional<Index> speaker = {};  // wears their dot, and their colour while it is on
};
// Of AppState::voices[voice], with how much they say; its id and what it does are the caller's.
Pill SpeakerPill(const View& view, size_t voice);

// What tells one place's pills from another's.
struct PillLook {
  // A label is cut where its pill would be wider, or wider than a row.
  float most_width = std::numeric_limits<float>::max();
  float gap = 8;  // from the label to what is behind it
  TextStyle aside = style::kSmall;
  bool tinted = true;  // while it is on, in its colour; else in grey
};

float PillHeight(const View& view);

class Pills {
 public:
  // In [left, left + width]; at most `most_rows` rows, 0: as many as they need.
  Pills(View* view, const PillLook& look, float left, float top, float width, int most_rows = 0);

  // False, and nothing drawn, where it would begin a row too many. In the last row, all but the
  // `last` pill leave room for a button that stands for the rest.
  bool Add(Pill pill, bool last = false);
  // A button that shows the speakers who are left out, `count` of them. Begins no row too many.
  void AddMoreSpeakers(std::string_view id, size_t count);
  float bottom() const { return y_ + height_; }

 private:
  bool MakeRoom(float width);
  void Draw(Pill pill, const Box& box, float label_width);

  View& view_;
  Canvas& canvas_;
  const PillLook look_;
  float left_;
  float right_;
  float x_;
  float y_;
  float height_;
  int rows_left_;  // below this one; negative: any number
};

}  // namespace saywhen
