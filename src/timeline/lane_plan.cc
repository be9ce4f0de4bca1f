#include "timeline/lane_plan.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/holds.h"
#include "base/sort.h"

namespace saywhen {

LaneSource::LaneSource(const Story& story, std::span<const Index> order, LaneGrouping grouping)
    : grouping_(grouping) {
  // The key of each speaker's affiliation: the first speaker who has the same.
  std::vector<uint32_t> affiliations;
  std::unordered_map<std::string_view, uint32_t> first;
  for (Index i = 0; i < story.speakers.size(); ++i) {
    const std::string& name = story.speakers[i].affiliation;
    affiliations.push_back(name.empty() ? kNone : first.try_emplace(name, i).first->second);
  }
  key_ends_.reserve(story.quotes.size());
  middles_.assign(story.quotes.size(), 0);
  for (const Quote& quote : story.quotes) {
    const size_t begin = keys_.size();
    if (grouping == LaneGrouping::kArticle) {
      keys_.push_back(quote.article);
    } else {
      if (quote.speakers.empty()) keys_.push_back(kNone);
      for (const Index speaker : quote.speakers) {
        const uint32_t key = grouping == LaneGrouping::kSpeaker ? speaker : affiliations[speaker];
        // Two speakers of one affiliation: once.
        if (std::find(keys_.begin() + static_cast<ptrdiff_t>(begin), keys_.end(), key) ==
            keys_.end()) {
          keys_.push_back(key);
        }
      }
    }
    key_ends_.push_back(static_cast<uint32_t>(keys_.size()));
  }
  std::unordered_map<std::string_view, uint32_t> time_of;
  for (const Index index : order) {
    const Quote& quote = story.quotes[index];
    if (const TimeInterval* said = WhenSaid(story, quote)) {
      middles_[index] = MiddleOf(*said);
      by_time_.push_back(index);
    }
    for (const StoryTime& about : quote.about) {
      const auto [at, added] =
          time_of.try_emplace(about.when.edtf, static_cast<uint32_t>(times_.size()));
      if (added) times_.push_back(&about);
      abouts_.push_back({index, at->second});
    }
  }
  SortItems(&by_time_, [this](Index quote) { return SortKey(middles_[quote]); });
  for (const Article& article : story.articles) {
    if (article.published) published_.push_back(MiddleOf(*article.published));
  }
  SortItems(&published_, [](CivilMs time) { return SortKey(time); });
  published_.erase(std::unique(published_.begin(), published_.end()), published_.end());
}

std::span<const uint32_t> LaneSource::KeysOf(Index quote) const {
  const uint32_t begin = quote == 0 ? 0 : key_ends_[quote - 1];
  return std::span(keys_).subspan(begin, key_ends_[quote] - begin);
}

class LanePlanner {
 public:
  LanePlanner(const LaneSource& source, std::span<const Index> quotes, const LaneChoices& choices)
      : source_(source), quotes_(quotes), choices_(choices) {}

  LanePlan Run() {
    plan_.grouping = source_.grouping_;
    plan_.published = source_.published_;
    Count();
    plan_.all = lanes_.size();
    Order();
    HideAndGather();
    Fill();
    FindAbouts();
    return std::move(plan_);
  }

 private:
  // Keys are small numbers but for kNone, which stands first.
  static size_t SlotOf(uint32_t key) { return key == kNone ? 0 : key + 1; }

  // Where a key's lane stands among lanes_, later among those of the plan.
  uint32_t& PlaceOf(uint32_t key) {
    const size_t slot = SlotOf(key);
    if (slot >= places_.size()) places_.resize(slot + 1, kNone);
    return places_[slot];
  }

  void Count() {
    shown_.assign(source_.key_ends_.size(), 0);
    for (const Index quote : quotes_) {
      shown_[quote] = 1;
      for (const uint32_t key : source_.KeysOf(quote)) {
        uint32_t& place = PlaceOf(key);
        if (place == kNone) {
          place = static_cast<uint32_t>(lanes_.size());
          lanes_.emplace_back();
          lanes_.back().key = key;
        }
        ++lanes_[place].count;
      }
    }
  }

  void Order() {
    SortItems(&lanes_, [this](const PlannedLane& lane) {
      const auto& first = choices_.first;
      return static_cast<uint64_t>(std::find(first.begin(), first.end(), lane.key) - first.begin());
    });
  }

  void HideAndGather() {
    std::fill(places_.begin(), places_.end(), kNone);
    std::erase_if(lanes_,
                  [this](const PlannedLane& lane) { return Holds(choices_.hidden, lane.key); });
    plan_.hidden = plan_.all - lanes_.size();
    const bool gathers = !choices_.all && lanes_.size() > kMostLanes;
    const uint32_t least = gathers ? LeastOfOwn() : 0;
    PlannedLane others;
    others.key = kOtherLanes;
    others.lanes = 0;
    for (PlannedLane& lane : lanes_) {
      const bool own = lane.count >= least || Holds(choices_.first, lane.key);
      if (!gathers || (own && plan_.lanes.size() + 1 < kMostLanes)) {
        PlaceOf(lane.key) = static_cast<uint32_t>(plan_.lanes.size());
        plan_.lanes.push_back(std::move(lane));
      } else {
        PlaceOf(lane.key) = kOtherLanes;
        ++others.lanes;
      }
    }
    if (gathers) plan_.lanes.push_back(std::move(others));
    for (PlannedLane& lane : plan_.lanes) lane.folded = Holds(choices_.folded, lane.key);
  }

  // How many quotes the smallest of the lanes has that are not left to the others.
  uint32_t LeastOfOwn() const {
    std::vector<uint32_t> counts;
    for (const PlannedLane& lane : lanes_) counts.push_back(lane.count);
    SortItems(&counts, [](uint32_t count) { return Descending(count); });
    return counts[kMostLanes - 2];
  }

  // The lane of the plan that a key's quotes stand in; null when it is hidden.
  PlannedLane* LaneOf(uint32_t key) {
    const uint32_t place = PlaceOf(key);
    if (place == kNone) return nullptr;
    return place == kOtherLanes ? &plan_.lanes.back() : &plan_.lanes[place];
  }

  void Fill() {
    if (!plan_.lanes.empty() && plan_.lanes.back().key == kOtherLanes) CountOthers();
    for (const Index quote : source_.by_time_) {
      if (shown_[quote] == 0) continue;
      const CivilMs middle = source_.middles_[quote];
      plan_.middles.push_back(middle);
      for (const uint32_t key : source_.KeysOf(quote)) {
        PlannedLane* lane = LaneOf(key);
        // Two of those who share a lane may have said it together: once.
        if (lane == nullptr || (!lane->quotes.empty() && lane->quotes.back() == quote)) continue;
        lane->quotes.push_back(quote);
        lane->middles.push_back(middle);
      }
    }
  }

  void CountOthers() {
    PlannedLane& others = plan_.lanes.back();
    for (const Index quote : quotes_) {
      const auto keys = source_.KeysOf(quote);
      others.count += std::any_of(keys.begin(), keys.end(),
                                  [this](uint32_t key) { return PlaceOf(key) == kOtherLanes; })
                          ? 1
                          : 0;
    }
  }

  void FindAbouts() {
    for (const LaneSource::About& about : source_.abouts_) {
      if (shown_[about.quote] == 0) continue;
      const StoryTime* time = source_.times_[about.time];
      for (const uint32_t key : source_.KeysOf(about.quote)) {
        PlannedLane* lane = LaneOf(key);
        if (lane == nullptr || lane->abouts.size() > kMostAbouts) continue;
        const auto at = std::find_if(lane->abouts.begin(), lane->abouts.end(),
                                     [time](const LaneAbout& one) { return one.time == time; });
        if (at == lane->abouts.end()) {
          lane->abouts.push_back({time, {about.quote}});
        } else if (at->quotes.back() != about.quote) {
          at->quotes.push_back(about.quote);
        }
      }
    }
  }

  const LaneSource& source_;
  std::span<const Index> quotes_;
  const LaneChoices& choices_;
  std::vector<uint8_t> shown_;    // by quote
  std::vector<uint32_t> places_;  // by SlotOf()
  std::vector<PlannedLane> lanes_;
  LanePlan plan_;
};

LanePlan PlanLanes(const LaneSource& source, std::span<const Index> quotes,
                   const LaneChoices& choices) {
  return LanePlanner(source, quotes, choices).Run();
}

}  // namespace saywhen
