// The stories that benchmarks grow over, from an article to an archive.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>
#include <map>
#include <memory>

#include "support/generated_story.h"

namespace saywhen {

// An article, a dossier, a newspaper's archive, ten of them. How time grows is fitted to them.
inline void StorySizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(12)->Arg(1000)->Arg(100'000)->Arg(1'000'000);
  bench->Unit(benchmark::kMillisecond)->Complexity();
}

// Twenty quotes an article; speakers grow with them too.
inline GeneratedSize SizeOfStory(int64_t quotes) {
  GeneratedSize size;
  size.quotes = static_cast<uint32_t>(quotes);
  size.articles = size.quotes / 20 + 1;
  size.speakers = size.quotes / 500 + 3;
  return size;
}

// A Thing(SizeOfStory(quotes)), made by the first case that needs it and kept for the others:
// making the large ones takes longer than what is measured of them.
template <typename Thing>
Thing& Shared(benchmark::State& state) {
  state.SetComplexityN(state.range(0));
  static std::map<int64_t, std::unique_ptr<Thing>> things;
  std::unique_ptr<Thing>& thing = things[state.range(0)];
  if (!thing) thing = std::make_unique<Thing>(SizeOfStory(state.range(0)));
  return *thing;
}

}  // namespace saywhen
