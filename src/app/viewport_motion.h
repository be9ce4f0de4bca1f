// The part of the axis in view, on its way to where the reader sent it.
#pragma once

#include "timeline/time_axis.h"

namespace saywhen {

class ViewportMotion {
 public:
  static constexpr double kDurationMs = 200;

  // Where it is going; where it is when it rests.
  const Viewport& target() const { return to_; }
  // Where it is at a time: cubic ease-out. A later motion starts from where this one was.
  Viewport At(double now_ms) const;
  bool IsMoving(double now_ms) const { return now_ms < start_ms_ + kDurationMs; }

  void MoveTo(const Viewport& target, double now_ms);
  void JumpTo(const Viewport& target);
  // A motion that began at `shown_ms`, the time of the last frame, or later has not been seen: it
  // begins at `start_ms` if that is later.
  void Delay(double shown_ms, double start_ms);

 private:
  Viewport from_;
  Viewport to_;
  double start_ms_ = -kDurationMs;
};

}  // namespace saywhen
