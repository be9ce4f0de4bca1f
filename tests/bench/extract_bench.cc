// Extraction: the project's own annotated articles, one after another as often as a size asks for,
// each language by itself, and its steps apart. SAYWHEN_BENCH_TEXT names a file to be read instead
// of the English ones, for text of other kinds.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "extract/attribution.h"
#include "extract/embedded_packs.h"
#include "extract/extract.h"
#include "extract/gold_files.h"
#include "extract/times/time_finder.h"

namespace saywhen {
namespace {

struct Fixture {
  Fixture() {
    extractor = std::make_unique<Extractor>(std::move(Extractor::Make(EmbeddedPacks())).value());
    pack = std::move(LanguagePack::Parse(EmbeddedPackOf("en"))).value();
    english = std::move(ReadLanguage("en", pack)).value();
    gold = ReadGold(std::string(SAYWHEN_SOURCE_DIR) + "/tests/data/extract").value();
    if (const char* path = std::getenv("SAYWHEN_BENCH_TEXT"); path != nullptr) {
      std::stringstream text;
      text << std::ifstream(path).rdbuf();
      given = text.str();
    }
  }

  static std::string_view EmbeddedPackOf(std::string_view code) {
    for (const PackText& each : EmbeddedPacks()) {
      if (code == each.code) return each.text;
    }
    return {};
  }

  // About so many bytes of the language.
  std::string Text(std::string_view language, size_t bytes) const {
    std::string text;
    if (language == "en" && !given.empty()) {
      while (text.size() < bytes) text += given.substr(0, bytes - text.size()) + "\n\n";
      return text;
    }
    while (text.size() < bytes) {
      for (const GoldArticle& each : gold) {
        if (each.language == language && text.size() < bytes) text += each.text + "\n\n";
      }
    }
    return text;
  }

  std::unique_ptr<Extractor> extractor;
  LanguagePack pack;
  Language english;
  std::vector<GoldArticle> gold;
  std::string given;
};

const Fixture& Shared() {
  static const auto fixture = std::make_unique<Fixture>();
  return *fixture;
}

void Extract(benchmark::State& state, const char* language) {
  const std::string text = Shared().Text(language, static_cast<size_t>(state.range(0)));
  ExtractInput input;
  input.text = text;
  input.language = language;
  input.published = "2025-02-13";
  input.keep_text = true;
  input.most_text = SIZE_MAX;
  size_t quotes = 0;
  for (auto _ : state) {
    const Result<Extraction> found = Shared().extractor->Extract(input);
    quotes = found.value().story.quotes.size();
  }
  state.SetBytesProcessed(static_cast<int64_t>(text.size()) * state.iterations());
  state.SetComplexityN(static_cast<int64_t>(text.size()));
  state.counters["quotes"] = static_cast<double>(quotes);
}

void BM_Extract(benchmark::State& state) { Extract(state, "en"); }
BENCHMARK(BM_Extract)
    ->RangeMultiplier(10)
    ->Range(3'000, 3'000'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

void BM_ExtractGerman(benchmark::State& state) { Extract(state, "de"); }
BENCHMARK(BM_ExtractGerman)->Arg(300'000)->Unit(benchmark::kMillisecond);

void BM_ExtractTurkish(benchmark::State& state) { Extract(state, "tr"); }
BENCHMARK(BM_ExtractTurkish)->Arg(300'000)->Unit(benchmark::kMillisecond);

void BM_ReadDocument(benchmark::State& state) {
  const std::string text = Shared().Text("en", 300'000);
  for (auto _ : state) benchmark::DoNotOptimize(ReadDocument(text, Shared().english.lexicon));
  state.SetBytesProcessed(static_cast<int64_t>(text.size()) * state.iterations());
}
BENCHMARK(BM_ReadDocument)->Unit(benchmark::kMillisecond);

void BM_FindAttributions(benchmark::State& state) {
  const std::string text = Shared().Text("en", 300'000);
  const Document document = ReadDocument(text, Shared().english.lexicon);
  for (auto _ : state) benchmark::DoNotOptimize(FindAttributions(document, Shared().english));
  state.SetBytesProcessed(static_cast<int64_t>(text.size()) * state.iterations());
}
BENCHMARK(BM_FindAttributions)->Unit(benchmark::kMillisecond);

void BM_FindTimes(benchmark::State& state) {
  const std::string text = Shared().Text("en", 300'000);
  std::vector<TimeExpression> found;
  for (auto _ : state) {
    found.clear();
    FindTimes(text, Shared().english.times, &found);
  }
  state.SetBytesProcessed(static_cast<int64_t>(text.size()) * state.iterations());
}
BENCHMARK(BM_FindTimes)->Unit(benchmark::kMillisecond);

void BM_MakeExtractor(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Extractor::Make(EmbeddedPacks()));
}
BENCHMARK(BM_MakeExtractor)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace saywhen
