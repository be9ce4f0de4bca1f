#include "app/viewport_motion.h"

#include <algorithm>

namespace saywhen {

Viewport ViewportMotion::At(double now_ms) const {
  const double t = std::clamp((now_ms - start_ms_) / kDurationMs, 0.0, 1.0);
  if (t >= 1) return to_;
  const double left = 1 - t;
  const double eased = 1 - left * left * left;
  return {from_.begin + (to_.begin - from_.begin) * eased,
          from_.end + (to_.end - from_.end) * eased};
}

void ViewportMotion::MoveTo(const Viewport& target, double now_ms) {
  if (target == to_) return;
  from_ = At(now_ms);
  to_ = target;
  start_ms_ = now_ms;
}

void ViewportMotion::JumpTo(const Viewport& target) {
  from_ = to_ = target;
  start_ms_ = -kDurationMs;
}

void ViewportMotion::Delay(double shown_ms, double start_ms) {
  if (start_ms_ >= shown_ms) start_ms_ = std::max(start_ms_, start_ms);
}

}  // namespace saywhen
