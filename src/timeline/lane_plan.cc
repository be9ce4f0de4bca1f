#include "timeline/lane_plan.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace saywhen {
namespace {

CivilMs MiddleOf(const TimeInterval& when) {
  const TimeExtent extent = KnownExtent(when);
  return extent.begin + (extent.end - extent.begin) / 2;
}

bool Holds(const std::vector<uint32_t>& keys, uint32_t key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class LanePlanner {
 public:
  LanePlanner(const Story& story, std::span<const Index> quotes, const LaneChoices& choices)
      : story_(story), quotes_(quotes), choices_(choices) {}

  LanePlan Run() {
    plan_.grouping = choices_.grouping;
    if (choices_.grouping == LaneGrouping::kAffiliation) FindAffiliations();
    Gather();
    plan_.all = lanes_.size();
    Order();
    HideAndGather();
    for (PlannedLane& lane : plan_.lanes) Fill(&lane);
    for (const Index index : quotes_) {
      if (const TimeInterval* said = WhenSaid(story_, story_.quotes[index])) {
        plan_.middles.push_back(MiddleOf(*said));
      }
    }
    std::sort(plan_.middles.begin(), plan_.middles.end());
    for (const Article& article : story_.articles) {
      if (article.published) plan_.published.push_back(MiddleOf(*article.published));
    }
    std::sort(plan_.published.begin(), plan_.published.end());
    plan_.published.erase(std::unique(plan_.published.begin(), plan_.published.end()),
                          plan_.published.end());
    return std::move(plan_);
  }

 private:
  // The key of each speaker's affiliation: the first speaker who has the same.
  void FindAffiliations() {
    std::unordered_map<std::string_view, uint32_t> first;
    for (Index i = 0; i < story_.speakers.size(); ++i) {
      const std::string& name = story_.speakers[i].affiliation;
      affiliation_of_.push_back(name.empty() ? kNone : first.try_emplace(name, i).first->second);
    }
  }

  void Add(uint32_t key, Index quote) {
    const auto [at, added] = lane_of_.try_emplace(key, lanes_.size());
    if (added) {
      lanes_.emplace_back();
      lanes_.back().key = key;
    }
    std::vector<Index>& quotes = lanes_[at->second].quotes;
    // Two speakers of one affiliation: once.
    if (quotes.empty() || quotes.back() != quote) quotes.push_back(quote);
  }

  void Gather() {
    for (const Index index : quotes_) {
      const Quote& quote = story_.quotes[index];
      if (choices_.grouping == LaneGrouping::kArticle) {
        Add(quote.article, index);
        continue;
      }
      if (quote.speakers.empty()) Add(kNone, index);
      for (const Index speaker : quote.speakers) {
        const bool by_speaker = choices_.grouping == LaneGrouping::kSpeaker;
        Add(by_speaker ? speaker : affiliation_of_[speaker], index);
      }
    }
  }

  void Order() {
    const auto rank = [this](const PlannedLane& lane) {
      return std::find(choices_.first.begin(), choices_.first.end(), lane.key) -
             choices_.first.begin();
    };
    std::stable_sort(
        lanes_.begin(), lanes_.end(),
        [&rank](const PlannedLane& a, const PlannedLane& b) { return rank(a) < rank(b); });
  }

  void HideAndGather() {
    std::erase_if(lanes_, [this](const PlannedLane& lane) {
      return Holds(choices_.hidden, lane.key);
    });
    plan_.hidden = plan_.all - lanes_.size();
    PlannedLane others;
    others.key = kOtherLanes;
    others.lanes = 0;
    if (!choices_.all && lanes_.size() > kMostLanes) {
      std::vector<size_t> sizes;
      for (const PlannedLane& lane : lanes_) sizes.push_back(lane.quotes.size());
      std::nth_element(sizes.begin(), sizes.begin() + (kMostLanes - 2), sizes.end(),
                       std::greater<>());
      const size_t least = sizes[kMostLanes - 2];
      for (PlannedLane& lane : lanes_) {
        const bool chosen = Holds(choices_.first, lane.key);
        if (plan_.lanes.size() + 1 < kMostLanes && (lane.quotes.size() >= least || chosen)) {
          plan_.lanes.push_back(std::move(lane));
          continue;
        }
        ++others.lanes;
        others.quotes.insert(others.quotes.end(), lane.quotes.begin(), lane.quotes.end());
      }
      std::sort(others.quotes.begin(), others.quotes.end());
      others.quotes.erase(std::unique(others.quotes.begin(), others.quotes.end()),
                          others.quotes.end());
      plan_.lanes.push_back(std::move(others));
    } else {
      plan_.lanes = std::move(lanes_);
    }
    for (PlannedLane& lane : plan_.lanes) lane.folded = Holds(choices_.folded, lane.key);
  }

  void Fill(PlannedLane* lane) {
    lane->count = static_cast<uint32_t>(lane->quotes.size());
    FindAbouts(lane);
    std::vector<std::pair<CivilMs, Index>> by_time;
    by_time.reserve(lane->quotes.size());
    for (const Index index : lane->quotes) {
      if (const TimeInterval* said = WhenSaid(story_, story_.quotes[index])) {
        by_time.emplace_back(MiddleOf(*said), index);
      }
    }
    std::stable_sort(by_time.begin(), by_time.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    lane->quotes.clear();
    for (const auto& [middle, index] : by_time) {
      lane->middles.push_back(middle);
      lane->quotes.push_back(index);
    }
  }

  void FindAbouts(PlannedLane* lane) const {
    std::unordered_map<std::string_view, size_t> known;
    for (const Index index : lane->quotes) {
      for (const StoryTime& about : story_.quotes[index].about) {
        const auto [at, added] = known.try_emplace(about.when.edtf, lane->abouts.size());
        if (added) lane->abouts.push_back({&about, {}});
        std::vector<Index>& quotes = lane->abouts[at->second].quotes;
        if (quotes.empty() || quotes.back() != index) quotes.push_back(index);
      }
    }
  }

  const Story& story_;
  std::span<const Index> quotes_;
  const LaneChoices& choices_;
  std::vector<uint32_t> affiliation_of_;
  std::unordered_map<uint32_t, size_t> lane_of_;
  std::vector<PlannedLane> lanes_;
  LanePlan plan_;
};

}  // namespace

LanePlan PlanLanes(const Story& story, std::span<const Index> quotes, const LaneChoices& choices) {
  return LanePlanner(story, quotes, choices).Run();
}

}  // namespace saywhen
