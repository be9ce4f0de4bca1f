#include "timeline/lane_plan.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/holds.h"
#include "base/sort.h"

namespace saywhen {
namespace {

// Of each text the number of the first that is the same. Sorted, not hashed: whoever writes a story
// chooses its texts.
std::vector<uint32_t> FirstSame(const std::vector<std::string_view>& texts) {
  std::vector<uint32_t> first(texts.size());
  uint32_t same = 0;
  for (const uint32_t i : SortedTexts(texts)) {
    if (texts[i] != texts[same]) same = i;
    first[i] = same;
  }
  return first;
}

}  // namespace

LaneSource::LaneSource(const Story& story, std::span<const Index> order, LaneGrouping grouping)
    : grouping_(grouping) {
  // The key of each speaker's affiliation: the first speaker who has the same.
  std::vector<std::string_view> names;
  for (const Speaker& speaker : story.speakers) names.push_back(speaker.affiliation);
  std::vector<uint32_t> affiliations = FirstSame(names);
  for (Index i = 0; i < names.size(); ++i) {
    if (names[i].empty()) affiliations[i] = kNone;
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
  std::vector<std::string_view> times;
  for (const Index index : order) {
    const Quote& quote = story.quotes[index];
    if (const TimeInterval* said = WhenSaid(story, quote)) {
      middles_[index] = MiddleOf(*said);
      by_time_.push_back(index);
    }
    for (const StoryTime& about : quote.about) {
      times.push_back(about.when.edtf);
      times_.push_back(&about);
      abouts_.push_back({index, 0});
    }
  }
  // Of those that are the same the first stays.
  const std::vector<uint32_t> first = FirstSame(times);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < first.size(); ++i) {
    abouts_[i].time = first[i] == i ? kept : abouts_[first[i]].time;
    if (first[i] == i) times_[kept++] = times_[i];
  }
  times_.resize(kept);
  times_.shrink_to_fit();
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

  // The number of the plan's lane that a key's quotes stand in; kNone when it is hidden.
  uint32_t LaneOf(uint32_t key) {
    const uint32_t place = PlaceOf(key);
    return place == kOtherLanes ? static_cast<uint32_t>(plan_.lanes.size() - 1) : place;
  }

  // Of a hundred thousand quotes this is what takes the time: everything has its size before it is
  // filled.
  void Fill() {
    if (!plan_.lanes.empty() && plan_.lanes.back().key == kOtherLanes) CountOthers();
    plan_.middles.resize(quotes_.size());
    for (PlannedLane& lane : plan_.lanes) {
      lane.quotes.resize(lane.count);
      lane.middles.resize(lane.count);
    }
    size_t filled = 0;
    std::vector<size_t> lanes_filled(plan_.lanes.size());
    for (const Index quote : source_.by_time_) {
      if (shown_[quote] == 0) continue;
      const CivilMs middle = source_.middles_[quote];
      plan_.middles[filled++] = middle;
      for (const uint32_t key : source_.KeysOf(quote)) {
        const uint32_t number = LaneOf(key);
        if (number == kNone) continue;
        PlannedLane& lane = plan_.lanes[number];
        size_t& at = lanes_filled[number];
        // Two of those who share a lane may have said it together: once.
        if (at > 0 && lane.quotes[at - 1] == quote) continue;
        lane.quotes[at] = quote;
        lane.middles[at++] = middle;
      }
    }
    // Less those whose time is not known.
    plan_.middles.resize(filled);
    for (size_t i = 0; i < lanes_filled.size(); ++i) {
      plan_.lanes[i].quotes.resize(lanes_filled[i]);
      plan_.lanes[i].middles.resize(lanes_filled[i]);
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
        const uint32_t number = LaneOf(key);
        if (number == kNone || plan_.lanes[number].abouts.size() > kMostAbouts) continue;
        std::vector<LaneAbout>& abouts = plan_.lanes[number].abouts;
        const auto at = std::find_if(abouts.begin(), abouts.end(),
                                     [time](const LaneAbout& one) { return one.time == time; });
        if (at == abouts.end()) {
          abouts.push_back({time, {about.quote}});
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
