// The timeline as records, by the story's number of quotes: what is prepared once, what is planned
// when other quotes are shown, and what is laid out a frame.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/story_sizes.h"
#include "explore/order.h"
#include "timeline/feed.h"
#include "timeline/lanes.h"

namespace saywhen {
namespace {

struct Planned {
  explicit Planned(const GeneratedSize& size)
      : story(GenerateStory(size)),
        order(InArticleOrder(story)),
        source(story, order, LaneGrouping::kSpeaker),
        plan(PlanLanes(source, order, {})),
        stretches(FindStretches(ExtentsOf(story, order))) {}

  Story story;
  std::vector<Index> order;
  LaneSource source;
  LanePlan plan;
  std::vector<Stretch> stretches;
};

// Labels as wide as their number of letters.
class Labels final : public LaneLabels {
 public:
  std::string TimeLabel(const StoryTime& time) override { return time.when.edtf; }
  float LabelWidth(std::string_view label) override { return 6 * static_cast<float>(label.size()); }
};

void BM_LaneSource(benchmark::State& state, LaneGrouping grouping) {
  const Planned& shared = Shared<Planned>(state);
  for (auto _ : state) {
    benchmark::DoNotOptimize(LaneSource(shared.story, shared.order, grouping));
  }
}
BENCHMARK_CAPTURE(BM_LaneSource, speakers, LaneGrouping::kSpeaker)->Apply(StorySizes);
BENCHMARK_CAPTURE(BM_LaneSource, articles, LaneGrouping::kArticle)->Apply(StorySizes);

void BM_FindStretches(benchmark::State& state) {
  const Planned& shared = Shared<Planned>(state);
  for (auto _ : state) {
    benchmark::DoNotOptimize(FindStretches(ExtentsOf(shared.story, shared.order)));
  }
}
BENCHMARK(BM_FindStretches)->Apply(StorySizes);

// All quotes are shown.
void BM_PlanLanes(benchmark::State& state, bool all) {
  const Planned& shared = Shared<Planned>(state);
  LaneChoices choices;
  choices.all = all;
  for (auto _ : state) {
    benchmark::DoNotOptimize(PlanLanes(shared.source, shared.order, choices));
  }
}
BENCHMARK_CAPTURE(BM_PlanLanes, few_lanes, false)->Apply(StorySizes);
BENCHMARK_CAPTURE(BM_PlanLanes, all_lanes, true)->Apply(StorySizes);

// Of the axis so much is in view: marks and columns in their lanes, bars in their rows.
void BM_LayOutLanes(benchmark::State& state, double share) {
  const Planned& shared = Shared<Planned>(state);
  const TimeAxis axis(shared.stretches, {0.5 - share / 2, 0.5 + share / 2}, 200, 900);
  Labels labels;
  for (auto _ : state) {
    benchmark::DoNotOptimize(LayOutLanes(shared.story, shared.plan, 0, axis, {}, &labels));
  }
}
BENCHMARK_CAPTURE(BM_LayOutLanes, whole_axis, 1.0)->Apply(StorySizes);
BENCHMARK_CAPTURE(BM_LayOutLanes, hundredth, 0.01)->Apply(StorySizes);

// Of as many quotes as a list shows after a few presses for more.
void BM_BuildFeed(benchmark::State& state) {
  const Planned& shared = Shared<Planned>(state);
  const std::span<const Index> first(shared.order.data(),
                                     std::min<size_t>(shared.order.size(), 200));
  for (auto _ : state) {
    benchmark::DoNotOptimize(BuildFeed(shared.story, first, shared.stretches));
  }
}
BENCHMARK(BM_BuildFeed)->Apply(StorySizes);

}  // namespace
}  // namespace saywhen
