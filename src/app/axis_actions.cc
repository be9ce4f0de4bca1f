#include "app/axis_actions.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "base/holds.h"
#include "timeline/lanes.h"

namespace saywhen {
namespace {

bool MoveViewport(AppState* state, const Viewport& target, double now_ms) {
  if (target == state->viewport.target()) return false;
  if (state->reduced_motion) {
    state->viewport.JumpTo(target);
  } else {
    state->viewport.MoveTo(target, now_ms);
  }
  return true;
}

// All of `quotes`, with some air around them.
bool ZoomTo(AppState* state, std::span<const Index> quotes, double now_ms) {
  double begin = 1;
  double end = 0;
  for (const Index i : quotes) {
    const TimeInterval* said = WhenSaid(state->story, state->story.quotes[i]);
    if (said == nullptr) continue;
    const TimeExtent extent = KnownExtent(*said);
    begin = std::min(begin, UnitOf(state->stretches, extent.begin));
    end = std::max(end, UnitOf(state->stretches, extent.end));
  }
  if (begin > end) return false;
  constexpr double kAir = 0.15;
  const double size =
      std::clamp((end - begin) * (1 + 2 * kAir), std::min(8 * state->smallest_viewport, 1.0), 1.0);
  const double from = std::clamp((begin + end - size) / 2, 0.0, 1 - size);
  return MoveViewport(state, {from, from + size}, now_ms);
}

}  // namespace

bool MoveAlongAxis(AppState* state, const Action& action, double now_ms) {
  const Viewport& target = state->viewport.target();
  switch (action.kind) {
    case ActionKind::kZoom:
      if (!(action.amount > 0) || std::isnan(action.anchor)) return false;
      return MoveViewport(
          state, Zoom(target, action.amount, action.anchor, state->smallest_viewport), now_ms);
    case ActionKind::kPan:
      if (std::isnan(action.amount)) return false;
      return MoveViewport(state, Pan(target, action.amount * target.size()), now_ms);
    case ActionKind::kMoveViewportTo:
      if (std::isnan(action.amount)) return false;
      return MoveViewport(state, Pan(target, action.amount - (target.begin + target.end) / 2),
                          now_ms);
    case ActionKind::kShowWholeAxis:
      return MoveViewport(state, {}, now_ms);
    case ActionKind::kZoomToResults:
      return ZoomTo(state, state->quotes, now_ms);
    case ActionKind::kZoomToQuote:
      if (state->selected >= state->story.quotes.size()) return false;
      return ZoomTo(state, {&state->selected, 1}, now_ms);
    case ActionKind::kZoomToSpeaker: {
      std::vector<Index> quotes;
      for (const Index i : state->quotes) {
        const auto& speakers = state->story.quotes[i].speakers;
        if (action.index == kNone ? speakers.empty() : Holds(speakers, action.index)) {
          quotes.push_back(i);
        }
      }
      return ZoomTo(state, quotes, now_ms);
    }
    default:
      return false;
  }
}

}  // namespace saywhen
