// One frame of each view, by the story's number of quotes: what the processor does of it, with text
// already measured. The host's typesetter is the tests', so that only our own work is counted. And
// what comes before and between frames: taking a story in, a key, a press.

#include <benchmark/benchmark.h>

#include <string>
#include <utility>

#include "app/view_link.h"
#include "bench/story_sizes.h"
#include "support/english_locale.h"
#include "support/fixed_typesetter.h"
#include "ui/text_engine.h"
#include "ui/widget.h"

namespace saywhen {
namespace {

constexpr float kScreen = 900;
constexpr float kWide = 1120;
constexpr float kPhone = 390;

struct Shown {
  explicit Shown(const GeneratedSize& size) {
    widget.SetReducedMotion(true);
    widget.SetStory(GenerateStory(size));
  }

  // As the story is first seen, but for `view`.
  void Show(const std::string& view, float width, uint32_t panels = 0) {
    widget.SetSize(width, 1);
    widget.mutable_state()->panels = panels;
    ReadView(widget.mutable_state(), view, 0);
    widget.Dispatch({.kind = ActionKind::kShowWholeAxis});
    Frame();
  }
  void Frame() { widget.Frame(now += 16, 0, kScreen); }

  FixedTypesetter typesetter;
  TextEngine text{&typesetter};
  EnglishLocale locale;
  Widget widget{&text, &locale};
  double now = 1000;
};

// Another colour a frame, so that all of it is drawn again.
void Frame(benchmark::State& state, const std::string& view, float width, uint32_t panels = 0) {
  Shown& shown = Shared<Shown>(state);
  shown.Show(view, width, panels);
  bool dark = false;
  for (auto step : state) {
    static_cast<void>(step);
    shown.widget.SetTheme((dark = !dark) ? ThemeName::kDark : ThemeName::kLight);
    shown.Frame();
  }
}

// Each step zooms or pans, so that every frame lays the timeline out anew.
void Zooming(benchmark::State& state) {
  Shown& shown = Shared<Shown>(state);
  shown.Show("", kWide);
  int step = 0;
  for (auto turn : state) {
    static_cast<void>(turn);
    const bool closer = step++ % 40 < 20;
    shown.widget.Dispatch(
        {.kind = ActionKind::kZoom, .amount = closer ? 0.8 : 1.25, .anchor = 0.37});
    shown.Frame();
  }
}

void Panning(benchmark::State& state) {
  Shown& shown = Shared<Shown>(state);
  shown.Show("", kWide);
  shown.widget.Dispatch({.kind = ActionKind::kZoom, .amount = 0.05, .anchor = 0.5});
  int step = 0;
  for (auto turn : state) {
    static_cast<void>(turn);
    const bool later = step++ % 40 < 20;
    shown.widget.Dispatch({.kind = ActionKind::kPan, .amount = later ? 0.1 : -0.1});
    shown.Frame();
  }
}

// A key typed into the search field, and the frame that shows what it finds.
void SearchKey(benchmark::State& state) {
  Shown& shown = Shared<Shown>(state);
  shown.Show("q=a", kWide);
  const std::string typed[] = {"t", "th", "tho", "th", "t", ""};
  size_t at = 0;
  for (auto key : state) {
    static_cast<void>(key);
    shown.widget.Dispatch({.kind = ActionKind::kSearch, .text = typed[at++ % std::size(typed)]});
    shown.Frame();
  }
}

// A speaker's chip pressed, on and off, and the frame that shows who is left.
void ChooseSpeaker(benchmark::State& state, const std::string& view) {
  Shown& shown = Shared<Shown>(state);
  shown.Show(view, kWide);
  for (auto press : state) {
    static_cast<void>(press);
    shown.widget.Dispatch(ToggleFilter(SpeakerFilter(shown.widget.state(), 0)));
    shown.Frame();
  }
  shown.widget.Dispatch({.kind = ActionKind::kClearFilters});
}

// To the next quote: with the search for its other versions.
void SelectNext(benchmark::State& state) {
  Shown& shown = Shared<Shown>(state);
  shown.Show("", kWide);
  for (auto key : state) {
    static_cast<void>(key);
    shown.widget.Dispatch({.kind = ActionKind::kSelectNext});
    shown.Frame();
  }
}

// To the view and back, each with its frame.
void Open(benchmark::State& state, ViewName view) {
  Shown& shown = Shared<Shown>(state);
  shown.Show("", kWide);
  for (auto press : state) {
    static_cast<void>(press);
    shown.widget.Dispatch(Do(ActionKind::kShowView, view));
    shown.Frame();
    shown.widget.Dispatch(Do(ActionKind::kShowView, ViewName::kExplore));
    shown.Frame();
  }
}

// A story that has been read becomes what a widget shows.
void TakeStory(benchmark::State& state) {
  Shown& shown = Shared<Shown>(state);
  for (auto step : state) {
    static_cast<void>(step);
    Story story = std::move(shown.widget.mutable_state()->story);
    shown.widget.SetStory(std::move(story));
  }
}

BENCHMARK_CAPTURE(Frame, timeline, "", kWide)->Apply(StorySizes);
BENCHMARK_CAPTURE(Frame, article, "view=article", kWide)->Apply(StorySizes);
BENCHMARK_CAPTURE(Frame, compare, "view=compare", kWide)->Apply(StorySizes);
BENCHMARK_CAPTURE(Frame, voices, "view=voices", kWide)->Apply(StorySizes);
BENCHMARK_CAPTURE(Frame, searched, "q=a", kWide)->Apply(StorySizes);
BENCHMARK_CAPTURE(Frame, filters, "", kWide, 1U << static_cast<uint32_t>(Panel::kFilters))
    ->Apply(StorySizes);
BENCHMARK_CAPTURE(Frame, phone, "", kPhone)->Apply(StorySizes);
BENCHMARK(Zooming)->Apply(StorySizes);
BENCHMARK(Panning)->Apply(StorySizes);
BENCHMARK(SearchKey)->Apply(StorySizes);
BENCHMARK_CAPTURE(ChooseSpeaker, timeline, "")->Apply(StorySizes);
BENCHMARK_CAPTURE(ChooseSpeaker, voices, "view=voices")->Apply(StorySizes);
BENCHMARK(SelectNext)->Apply(StorySizes);
BENCHMARK_CAPTURE(Open, article, ViewName::kArticle)->Apply(StorySizes);
BENCHMARK_CAPTURE(Open, compare, ViewName::kCompare)->Apply(StorySizes);
BENCHMARK_CAPTURE(Open, voices, ViewName::kVoices)->Apply(StorySizes);
BENCHMARK(TakeStory)->Apply(StorySizes);

}  // namespace
}  // namespace saywhen
