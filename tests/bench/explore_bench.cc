// Searching, narrowing down and ordering a story, by its number of quotes. Each case is what one
// key, press or choice of the reader costs; 16 ms is a frame.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "bench/story_sizes.h"
#include "explore/explorer.h"
#include "explore/fold.h"
#include "explore/similar.h"
#include "explore/spoken.h"

namespace saywhen {
namespace {

struct Explored {
  explicit Explored(const GeneratedSize& size)
      : generator(size), story(generator.Make()), explorer(&story) {
    while (!explorer.Prepare(100'000)) continue;
    for (const Quote& quote : story.quotes) text_bytes += quote.text.size();
  }

  StoryGenerator generator;
  Story story;
  Explorer explorer;
  size_t text_bytes = 0;
};

double MegabytesOf(size_t bytes) { return static_cast<double>(bytes) / 1e6; }

void BM_Fold(benchmark::State& state) {
  const Explored& shared = Shared<Explored>(state);
  FoldedText folded;
  for (auto _ : state) {
    for (const Quote& quote : shared.story.quotes) Fold(quote.text, "en", &folded);
    benchmark::DoNotOptimize(folded.text.data());
  }
  state.SetBytesProcessed(static_cast<int64_t>(shared.text_bytes) * state.iterations());
}
BENCHMARK(BM_Fold)->Apply(StorySizes);

void BM_BuildIndex(benchmark::State& state) {
  const Explored& shared = Shared<Explored>(state);
  size_t bytes = 0;
  for (auto _ : state) {
    SearchIndex index(&shared.story);
    while (!index.Build(1'000'000)) continue;
    bytes = index.Bytes();
  }
  state.counters["index_MB"] = MegabytesOf(bytes);
  state.counters["text_MB"] = MegabytesOf(shared.text_bytes);
}
BENCHMARK(BM_BuildIndex)->Apply(StorySizes);

// The longest of the slices in which the widget builds it.
void BM_BuildIndexLongestSlice(benchmark::State& state) {
  const Explored& shared = Shared<Explored>(state);
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
BENCHMARK(BM_BuildIndexLongestSlice)
    ->Apply(StorySizes)
    ->Complexity(benchmark::oNone)  // it would be that of the whole
    ->UseManualTime()
    ->Iterations(1);

// What the view of voices needs of all of the story, when it is first opened.
void BM_Spoken(benchmark::State& state) {
  const Explored& shared = Shared<Explored>(state);
  for (auto _ : state) {
    benchmark::DoNotOptimize(Spoken(shared.story, shared.explorer.index()));
  }
}
BENCHMARK(BM_Spoken)->Apply(StorySizes);

void BM_BuildFacets(benchmark::State& state) {
  const Explored& shared = Shared<Explored>(state);
  size_t bytes = 0;
  for (auto _ : state) {
    const Facets facets(shared.story);
    bytes = facets.Bytes();
  }
  state.counters["facets_MB"] = MegabytesOf(bytes);
}
BENCHMARK(BM_BuildFacets)->Apply(StorySizes);

// One key: the query is another than the last one. Arguments: what is typed, the order.
void BM_Key(benchmark::State& state, std::string (*typed)(const Explored&), Order order,
            std::vector<FacetValue> chosen) {
  Explored& shared = Shared<Explored>(state);
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

std::string OneLetter(const Explored&) { return "s"; }
std::string TwoLetters(const Explored&) { return "sh"; }
std::string CommonestWord(const Explored& f) { return f.generator.Word(0); }
std::string RareWord(const Explored& f) { return f.generator.Word(5000); }
std::string ThreeWords(const Explored& f) {
  return f.generator.Word(0) + " " + f.generator.Word(30) + " " + f.generator.Word(300);
}
std::string CommonPhrase(const Explored& f) {
  return "\"" + f.generator.Word(0) + " " + f.generator.Word(1) + "\"";
}
std::string BySpeaker(const Explored& f) {
  return "speaker:" + f.story.speakers[0].name.substr(0, 3) + " " + f.generator.Word(40);
}
std::string WithDatesAndMinus(const Explored& f) {
  return f.generator.Word(3) + " -" + f.generator.Word(0) +
         " after:2012 before:2020-05 type:direct";
}

#define SAYWHEN_KEY(name, ...) BENCHMARK_CAPTURE(BM_Key, name, __VA_ARGS__)->Apply(StorySizes)

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
  Explored& shared = Shared<Explored>(state);
  Question question = {ParseQuery("s", "en"), {}, Order::kArticle};
  Answer answer;
  shared.explorer.Ask(question, &answer);
  for (auto _ : state) {
    const auto value = static_cast<uint32_t>(state.iterations() % 12);
    question.chosen = {{FacetKind::kYear, value}, {FacetKind::kTag, 0}};
    shared.explorer.Ask(question, &answer);
  }
}
BENCHMARK(BM_Choose)->Apply(StorySizes);

// The first time that an order is asked for.
void BM_FirstOrder(benchmark::State& state, Order order) {
  const Explored& shared = Shared<Explored>(state);
  const std::vector<Index> article_order = InArticleOrder(shared.story);
  for (auto _ : state) {
    benchmark::DoNotOptimize(InOrder(shared.story, order, article_order));
  }
}
BENCHMARK_CAPTURE(BM_FirstOrder, said, Order::kSaid)->Apply(StorySizes);
BENCHMARK_CAPTURE(BM_FirstOrder, about, Order::kAbout)->Apply(StorySizes);
BENCHMARK_CAPTURE(BM_FirstOrder, speaker, Order::kSpeaker)->Apply(StorySizes);
BENCHMARK_CAPTURE(BM_FirstOrder, length, Order::kLength)->Apply(StorySizes);

void BM_ArticleOrder(benchmark::State& state) {
  const Explored& shared = Shared<Explored>(state);
  for (auto _ : state) benchmark::DoNotOptimize(InArticleOrder(shared.story));
}
BENCHMARK(BM_ArticleOrder)->Apply(StorySizes);

void BM_NearestDrop(benchmark::State& state) {
  Explored& shared = Shared<Explored>(state);
  const Question question = {ParseQuery("qqqqq after:2020", "en"),
                             {{FacetKind::kYear, 3}, {FacetKind::kSpeaker, 1}},
                             Order::kArticle};
  for (auto _ : state) benchmark::DoNotOptimize(shared.explorer.NearestDrop(question));
}
BENCHMARK(BM_NearestDrop)->Apply(StorySizes);

void BM_OtherVersions(benchmark::State& state) {
  Explored& shared = Shared<Explored>(state);
  Index quote = 0;
  size_t found = 0;
  for (auto _ : state) {
    quote = static_cast<Index>((quote + 7919U) % shared.story.quotes.size());
    found += OtherVersions(shared.story, shared.explorer.index(), quote).size();
  }
  state.counters["found"] =
      benchmark::Counter(static_cast<double>(found), benchmark::Counter::kAvgIterations);
}
BENCHMARK(BM_OtherVersions)->Apply(StorySizes);

void BM_FindHits(benchmark::State& state) {
  const Explored& shared = Shared<Explored>(state);
  const Query query = ParseQuery("s \"a b\"", "en");
  std::vector<TextSpan> hits;
  size_t quote = 0;
  for (auto _ : state) {
    quote = (quote + 7919U) % shared.story.quotes.size();
    FindHits(shared.story.quotes[quote].text, "en", query, &hits);
  }
}
BENCHMARK(BM_FindHits)->Apply(StorySizes)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace saywhen
