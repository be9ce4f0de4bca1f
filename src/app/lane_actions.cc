#include "app/lane_actions.h"

#include <algorithm>
#include <utility>

#include "app/derived.h"
#include "base/holds.h"

namespace saywhen {

bool ChangeLanes(AppState* state, const Action& action) {
  LaneChoices& choices = state->lane_choices;
  switch (action.kind) {
    case ActionKind::kGroupLanes:
      if (action.which > static_cast<uint8_t>(LaneGrouping::kArticle)) return false;
      choices = {};
      choices.grouping = static_cast<LaneGrouping>(action.which);
      state->other_lanes.reset();
      if (choices.grouping != LaneGrouping::kSpeaker) {
        state->other_lanes =
            std::make_unique<LaneSource>(state->story, ArticleOrder(*state), choices.grouping);
      }
      break;
    case ActionKind::kToggleAllLanes:
      choices.all = !choices.all;
      break;
    case ActionKind::kToggleLaneFolded:
      Toggle(&choices.folded, static_cast<uint32_t>(action.index));
      break;
    case ActionKind::kHideLane:
      if (Holds(choices.hidden, static_cast<uint32_t>(action.index))) return false;
      choices.hidden.push_back(action.index);
      break;
    case ActionKind::kShowHiddenLanes:
      choices.hidden.clear();
      break;
    case ActionKind::kMoveLaneUp: {
      // From now on the reader's order is that of all lanes there are.
      std::vector<uint32_t> keys;
      for (const PlannedLane& lane : state->lanes.lanes) keys.push_back(lane.key);
      const auto at = std::find(keys.begin(), keys.end(), action.index);
      if (at == keys.end() || at == keys.begin() || action.index == kOtherLanes) return false;
      std::iter_swap(at, at - 1);
      choices.first = std::move(keys);
      break;
    }
    default:
      return false;
  }
  PlanLanesAgain(state);
  return true;
}

}  // namespace saywhen
