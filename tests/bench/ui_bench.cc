// One frame of each view, at sizes from an article to an archive: what the processor does of it,
// with text already measured. The host's typesetter is the tests', so that only our own work is
// counted.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <string>

#include "app/view_link.h"
#include "support/english_locale.h"
#include "support/fixed_typesetter.h"
#include "support/generated_story.h"
#include "ui/text_engine.h"
#include "ui/widget.h"

namespace saywhen {
namespace {

constexpr float kScreen = 900;

struct Shown {
  FixedTypesetter typesetter;
  TextEngine text{&typesetter};
  EnglishLocale locale;
  Widget widget{&text, &locale};
};

// One widget a size and width, kept for all cases: making a story of 100 000 takes longer than
// they.
Widget& WidgetOf(size_t quotes, float width) {
  static std::map<std::pair<size_t, int>, std::unique_ptr<Shown>> shown;
  std::unique_ptr<Shown>& at = shown[{quotes, static_cast<int>(width)}];
  if (!at) {
    at = std::make_unique<Shown>();
    GeneratedSize size;
    size.quotes = static_cast<uint32_t>(quotes);
    at->widget.SetSize(width, 1);
    at->widget.SetReducedMotion(true);
    at->widget.SetStory(GenerateStory(size));
  }
  return at->widget;
}

void Frame(benchmark::State& state, const std::string& view, float width) {
  Widget& widget = WidgetOf(static_cast<size_t>(state.range(0)), width);
  ReadView(widget.mutable_state(), view, 0);
  widget.Dispatch({.kind = ActionKind::kShowWholeAxis});
  double now = 1000;
  widget.Frame(now, 0, kScreen);
  for (auto step : state) {
    static_cast<void>(step);
    widget.Frame(now += 16, 0, kScreen);
  }
}

// Each step zooms or pans, so that every frame lays the timeline out anew.
void Zooming(benchmark::State& state) {
  Widget& widget = WidgetOf(static_cast<size_t>(state.range(0)), 1120);
  ReadView(widget.mutable_state(), "", 0);
  double now = 1000;
  int step = 0;
  for (auto turn : state) {
    static_cast<void>(turn);
    const bool closer = step++ % 40 < 20;
    widget.Dispatch({.kind = ActionKind::kZoom, .amount = closer ? 0.8 : 1.25, .anchor = 0.37});
    widget.Frame(now += 16, 0, kScreen);
  }
}

// A key typed into the search field, and the frame that shows what it finds.
void SearchKey(benchmark::State& state) {
  Widget& widget = WidgetOf(static_cast<size_t>(state.range(0)), 1120);
  ReadView(widget.mutable_state(), "q=a", 0);
  const std::string typed[] = {"t", "th", "tho", "th", "t", ""};
  double now = 1000;
  size_t at = 0;
  for (auto key : state) {
    static_cast<void>(key);
    widget.Dispatch({.kind = ActionKind::kSearch, .text = typed[at++ % std::size(typed)]});
    widget.Frame(now += 16, 0, kScreen);
  }
}

void Sizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(12)->Arg(1000)->Arg(100'000)->Unit(benchmark::kMillisecond);
}

BENCHMARK_CAPTURE(Frame, timeline, "", 1120.0F)->Apply(Sizes);
BENCHMARK_CAPTURE(Frame, article, "view=article", 1120.0F)->Apply(Sizes);
BENCHMARK_CAPTURE(Frame, compare, "view=compare", 1120.0F)->Apply(Sizes);
BENCHMARK_CAPTURE(Frame, voices, "view=voices", 1120.0F)->Apply(Sizes);
BENCHMARK_CAPTURE(Frame, searched, "q=a", 1120.0F)->Apply(Sizes);
BENCHMARK_CAPTURE(Frame, phone, "", 390.0F)->Apply(Sizes);
BENCHMARK(Zooming)->Apply(Sizes);
BENCHMARK(SearchKey)->Apply(Sizes);

}  // namespace
}  // namespace saywhen
