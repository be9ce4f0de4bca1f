// Searching, narrowing down and ordering a story of 100 000 quotes (SAYWHEN_BENCH_QUOTES for
// another number). Each case is what one key, press or choice of the reader costs; 16 ms is a
// frame.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "explore/explorer.h"
#include "explore/fold.h"
#include "explore/similar.h"
#include "support/generated_story.h"

namespace saywhen {
namespace {

GeneratedSize SizeOfStory() {
  GeneratedSize size;
  if (const char* quotes = std::getenv("SAYWHEN_BENCH_QUOTES"); quotes != nullptr) {
    size.quotes = static_cast<uint32_t>(std::strtoul(quotes, nullptr, 10));
    size.articles = size.quotes / 20 + 1;
  }
  return size;
}

struct Fixture {
  Fixture() : generator(SizeOfStory()), story(generator.Make()), explorer(&story) {
    while (!explorer.Prepare(100'000)) continue;
    for (const Quote& quote : story.quotes) text_bytes += quote.text.size();
  }

  StoryGenerator generator;
  Story story;
  Explorer explorer;
  size_t text_bytes = 0;
};

// Made by the first case that needs it.
Fixture& Shared() {
  static const auto fixture = std::make_unique<Fixture>();
  return *fixture;
}

double MegabytesOf(size_t bytes) { return static_cast<double>(bytes) / 1e6; }

void BM_Fold(benchmark::State& state) {
  const Fixture& shared = Shared();
  FoldedText folded;
  for (auto _ : state) {
    for (const Quote& quote : shared.story.quotes) Fold(quote.text, "en", &folded);
    benchmark::DoNotOptimize(folded.text.data());
  }
  state.SetBytesProcessed(static_cast<int64_t>(shared.text_bytes) * state.iterations());
}
BENCHMARK(BM_Fold)->Unit(benchmark::kMillisecond);

void BM_BuildIndex(benchmark::State& state) {
  const Fixture& shared = Shared();
  size_t bytes = 0;
  for (auto _ : state) {
    SearchIndex index(&shared.story);
    while (!index.Build(1'000'000)) continue;
    bytes = index.Bytes();
  }
  state.counters["index_MB"] = MegabytesOf(bytes);
  state.counters["text_MB"] = MegabytesOf(shared.text_bytes);
}
BENCHMARK(BM_BuildIndex)->Unit(benchmark::kMillisecond);

// The longest of the slices in which the widget builds it.
void BM_BuildIndexLongestSlice(benchmark::State& state) {
  const Fixture& shared = Shared();
  for (auto _ : state) {
    SearchIndex index(&shared.story);
    double longest = 0;
    for (bool done = false; !done;) {
      const auto begin = std::chrono::steady_clock::now();
      done = index.Build(1000);
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
      longest = std::max(longest, taken.count());
    }
    state.SetIterationTime(longest);
  }
}
BENCHMARK(BM_BuildIndexLongestSlice)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(5);

void BM_BuildFacets(benchmark::State& state) {
  const Fixture& shared = Shared();
  size_t bytes = 0;
  for (auto _ : state) {
    const Facets facets(shared.story);
    bytes = facets.Bytes();
  }
  state.counters["facets_MB"] = MegabytesOf(bytes);
}
BENCHMARK(BM_BuildFacets)->Unit(benchmark::kMillisecond);

// One key: the query is another than the last one. Arguments: what is typed, the order.
void BM_Key(benchmark::State& state, std::string (*typed)(const Fixture&), Order order,
            std::vector<FacetValue> chosen) {
  Fixture& shared = Shared();
  const Question question = {ParseQuery(typed(shared), "en"), std::move(chosen), order};
  // Of another key; finds nothing at no cost.
  const Question other = {ParseQuery("qqqqqqqq", "en"), {}, order};
  Answer answer;
  shared.explorer.Ask(question, &answer);
  state.counters["found"] = static_cast<double>(answer.found);
  state.counters["shown"] = static_cast<double>(answer.quotes.size());
  for (auto _ : state) {
    state.PauseTiming();
    shared.explorer.Ask(other, &answer);
    state.ResumeTiming();
    shared.explorer.Ask(question, &answer);
    benchmark::DoNotOptimize(answer.quotes.data());
  }
}

std::string OneLetter(const Fixture&) { return "s"; }
std::string TwoLetters(const Fixture&) { return "sh"; }
std::string CommonestWord(const Fixture& f) { return f.generator.Word(0); }
std::string RareWord(const Fixture& f) { return f.generator.Word(5000); }
std::string ThreeWords(const Fixture& f) {
  return f.generator.Word(0) + " " + f.generator.Word(30) + " " + f.generator.Word(300);
}
std::string CommonPhrase(const Fixture& f) {
  return "\"" + f.generator.Word(0) + " " + f.generator.Word(1) + "\"";
}
std::string BySpeaker(const Fixture& f) {
  return "speaker:" + f.story.speakers[0].name.substr(0, 3) + " " + f.generator.Word(40);
}
std::string WithDatesAndMinus(const Fixture& f) {
  return f.generator.Word(3) + " -" + f.generator.Word(0) +
         " after:2012 before:2020-05 type:direct";
}

#define SAYWHEN_KEY(name, ...) \
  BENCHMARK_CAPTURE(BM_Key, name, __VA_ARGS__)->Unit(benchmark::kMillisecond)

SAYWHEN_KEY(one_letter, OneLetter, Order::kRelevance, {});
SAYWHEN_KEY(two_letters, TwoLetters, Order::kRelevance, {});
SAYWHEN_KEY(commonest_word, CommonestWord, Order::kRelevance, {});
SAYWHEN_KEY(rare_word, RareWord, Order::kRelevance, {});
SAYWHEN_KEY(three_words, ThreeWords, Order::kRelevance, {});
SAYWHEN_KEY(common_phrase, CommonPhrase, Order::kRelevance, {});
SAYWHEN_KEY(by_speaker, BySpeaker, Order::kSaid, {});
SAYWHEN_KEY(dates_and_minus, WithDatesAndMinus, Order::kSaid, {});
SAYWHEN_KEY(word_and_filters, TwoLetters, Order::kSaid,
            {{FacetKind::kSpeaker, 0}, {FacetKind::kSpeaker, 1}, {FacetKind::kYear, 3}});

// One filter chosen: the query stays, and its search is not done again.
void BM_Choose(benchmark::State& state) {
  Fixture& shared = Shared();
  Question question = {ParseQuery("s", "en"), {}, Order::kArticle};
  Answer answer;
  shared.explorer.Ask(question, &answer);
  for (auto _ : state) {
    const auto value = static_cast<uint32_t>(state.iterations() % 12);
    question.chosen = {{FacetKind::kYear, value}, {FacetKind::kTag, 0}};
    shared.explorer.Ask(question, &answer);
  }
}
BENCHMARK(BM_Choose)->Unit(benchmark::kMillisecond);

// The first time that an order is asked for.
void BM_FirstOrder(benchmark::State& state) {
  const Fixture& shared = Shared();
  const std::vector<Index> article_order = InArticleOrder(shared.story);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        InOrder(shared.story, static_cast<Order>(state.range(0)), article_order));
  }
}
BENCHMARK(BM_FirstOrder)->DenseRange(1, 4)->Unit(benchmark::kMillisecond);

void BM_NearestDrop(benchmark::State& state) {
  Fixture& shared = Shared();
  const Question question = {ParseQuery("qqqqq after:2020", "en"),
                             {{FacetKind::kYear, 3}, {FacetKind::kSpeaker, 1}},
                             Order::kArticle};
  for (auto _ : state) benchmark::DoNotOptimize(shared.explorer.NearestDrop(question));
}
BENCHMARK(BM_NearestDrop)->Unit(benchmark::kMillisecond);

void BM_OtherVersions(benchmark::State& state) {
  Fixture& shared = Shared();
  Index quote = 0;
  size_t found = 0;
  for (auto _ : state) {
    quote = static_cast<Index>((quote + 7919U) % shared.story.quotes.size());
    found += OtherVersions(shared.story, shared.explorer.index(), quote).size();
  }
  state.counters["found"] =
      benchmark::Counter(static_cast<double>(found), benchmark::Counter::kAvgIterations);
}
BENCHMARK(BM_OtherVersions)->Unit(benchmark::kMillisecond);

void BM_FindHits(benchmark::State& state) {
  const Fixture& shared = Shared();
  const Query query = ParseQuery("s \"a b\"", "en");
  std::vector<TextSpan> hits;
  size_t quote = 0;
  for (auto _ : state) {
    quote = (quote + 7919U) % shared.story.quotes.size();
    FindHits(shared.story.quotes[quote].text, "en", query, &hits);
  }
}
BENCHMARK(BM_FindHits)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace saywhen
