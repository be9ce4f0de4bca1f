// The time axis: linear inside a stretch, with the long empty stretches between them folded away.
//
// All of the story's axis is the range 0 to 1 ("axis units"): each stretch owns a share of it by
// its weight, folds own none. A Viewport is a part of that range; a TimeAxis lays a viewport out
// over pixels, where each fold inside it takes kFoldWidth.
#pragma once

#include <span>
#include <vector>

#include "model/time_extent.h"

namespace saywhen {

// A part of the axis that is drawn to one linear scale.
struct Stretch {
  TimeExtent time;
  double weight = 1;  // its share of the axis, against the others'
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

// The weight of a stretch with so many things. More need more room, but a few still need some: the
// power lies between.
double WeightOf(double count);

// Groups what happens into stretches, in order of time; at least one unless `extents` is empty.
// A gap is folded when it is more than 40% of the stretch that it lies in, more than 20 times the
// shortest thing there, and more than 3 times the median of the other gaps: evenly spread things
// never fold. At most kMaxFolds gaps are folded, the widest of each stretch first.
std::vector<Stretch> FindStretches(std::span<const TimeExtent> extents);
constexpr int kMaxFolds = 8;

// The part of the axis in view, in axis units: 0 <= begin < end <= 1.
struct Viewport {
  double begin = 0;
  double end = 1;

  double size() const { return end - begin; }
  friend bool operator==(const Viewport&, const Viewport&) = default;
};

// `factor` below 1 zooms in. `anchor`, in axis units, stays where it is on screen unless an end of
// the axis is met.
Viewport Zoom(const Viewport& viewport, double factor, double anchor, double smallest);
// Moves by `distance` axis units, as far as the axis goes.
Viewport Pan(const Viewport& viewport, double distance);

class TimeAxis {
 public:
  static constexpr float kFoldWidth = 40;  // CSS pixels

  // A drawn part of the axis; of a fold, `time` is what is folded away.
  struct Piece {
    TimeExtent time;
    float left = 0;
    float right = 0;
    bool fold = false;
  };

  // Lays `viewport` out over [left, left + width], CSS pixels.
  TimeAxis(std::span<const Stretch> stretches, const Viewport& viewport, float left, float width);

  float left() const { return left_; }
  float right() const { return left_ + width_; }
  // In order; what lies outside the viewport is cut off.
  const std::vector<Piece>& pieces() const { return pieces_; }

  // May lie outside [left, right]; beyond the ends of the axis it stays at the nearest end.
  float XAt(CivilMs time) const;
  // The time at x, rounded down; of what lies beyond the ends of the axis, the nearest end.
  CivilMs TimeAt(float x) const;
  // The axis unit at x, within 0 to 1.
  double UnitAt(float x) const;

 private:
  struct Scaled {
    TimeExtent time;
    double unit_begin = 0;
    double unit_end = 0;
    // Of unit_begin and unit_end, also when those lie outside: zoomed in to minutes, some billion
    // pixels outside, where a float would be off by many.
    double left = 0;
    double right = 0;
  };

  float left_ = 0;
  float width_ = 0;
  std::vector<Scaled> scaled_;
  std::vector<Piece> pieces_;
};

// Where a time stands on the whole axis, in axis units; a folded one between the stretches.
double UnitOf(std::span<const Stretch> stretches, CivilMs time);

// The smallest size a viewport may have, so that ten minutes fill the axis.
double SmallestViewport(std::span<const Stretch> stretches);

}  // namespace saywhen
