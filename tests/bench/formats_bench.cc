// Reading stories: whole and as they arrive, indented and on one line, at sizes from an article to
// an archive. The parser by itself, with nobody listening, is what no reader on it can beat.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <string>
#include <utility>

#define JSON_NOEXCEPTION 1
#include <nlohmann/json.hpp>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "formats/story_json.h"
#include "support/generated_story.h"

namespace saywhen {
namespace {

enum Layout : bool { kIndented, kOneLine };

constexpr StoryLimits kNoLimit = {.bytes = UINT32_MAX};

// One text a size and layout, kept for all cases: making a large one takes longer than they.
const std::string& TextOf(const benchmark::State& state, Layout layout) {
  static std::map<std::pair<int64_t, Layout>, std::string> texts;
  std::string& text = texts[{state.range(0), layout}];
  if (text.empty()) {
    GeneratedSize size;
    size.quotes = static_cast<uint32_t>(state.range(0));
    size.articles = std::max(size.quotes / 20, 1U);
    size.speakers = std::clamp(size.quotes / 10, 3U, 500U);
    text = WriteStory(GenerateStory(size));
    if (layout == kOneLine) text = OnOneLine(text);
  }
  return text;
}

void Count(benchmark::State& state, std::string_view text) {
  state.SetBytesProcessed(static_cast<int64_t>(text.size()) * state.iterations());
  state.SetComplexityN(state.range(0));
}

void Whole(benchmark::State& state, Layout layout) {
  const std::string& text = TextOf(state, layout);
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(ParseStory(text, &diagnostics, kNoLimit));
  }
  Count(state, text);
}

void Streamed(benchmark::State& state, Layout layout) {
  constexpr size_t kChunk = size_t{64} << 10;
  const std::string_view text = TextOf(state, layout);
  double longest = 0;  // of the calls that a chunk each takes
  double finish = 0;
  // Of this program: what others do meanwhile is not ours.
  const auto now = [] { return 1000 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
  for (auto _ : state) {
    StoryStream stream(kNoLimit);
    for (size_t at = 0; at < text.size(); at += kChunk) {
      const double begin = now();
      stream.Append(text.substr(at, kChunk));
      longest = std::max(longest, now() - begin);
    }
    Diagnostics diagnostics;
    const double begin = now();
    const Result<Story> story = stream.Finish(&diagnostics);
    finish = std::max(finish, now() - begin);
  }
  state.counters["longest_append_ms"] = longest;
  state.counters["longest_finish_ms"] = finish;
  Count(state, text);
}

struct Nobody {
  static bool null() { return true; }
  static bool boolean(bool) { return true; }
  static bool number_integer(int64_t) { return true; }
  static bool number_unsigned(uint64_t) { return true; }
  static bool number_float(double, const std::string&) { return true; }
  static bool string(std::string&) { return true; }
  static bool binary(nlohmann::json::binary_t&) { return true; }
  static bool start_object(size_t) { return true; }
  static bool key(std::string&) { return true; }
  static bool end_object() { return true; }
  static bool start_array(size_t) { return true; }
  static bool end_array() { return true; }
  static bool parse_error(size_t, const std::string&, const nlohmann::detail::exception&) {
    return false;
  }
};

void Parser(benchmark::State& state, Layout layout) {
  const std::string& text = TextOf(state, layout);
  for (auto _ : state) {
    Nobody nobody;
    benchmark::DoNotOptimize(
        nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &nobody));
  }
  Count(state, text);
}

void CheckUtf8(benchmark::State& state, Layout layout) {
  const std::string& text = TextOf(state, layout);
  for (auto _ : state) benchmark::DoNotOptimize(FindInvalidUtf8(text));
  Count(state, text);
}

void Sizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(12)->Arg(1000)->Arg(100'000)->Arg(1'000'000);
  bench->Unit(benchmark::kMillisecond)->Complexity();
}

BENCHMARK_CAPTURE(Whole, indented, kIndented)->Apply(Sizes);
BENCHMARK_CAPTURE(Whole, one_line, kOneLine)->Apply(Sizes);
BENCHMARK_CAPTURE(Streamed, indented, kIndented)->Apply(Sizes);
BENCHMARK_CAPTURE(Streamed, one_line, kOneLine)->Apply(Sizes);
BENCHMARK_CAPTURE(Parser, indented, kIndented)->Apply(Sizes);
BENCHMARK_CAPTURE(Parser, one_line, kOneLine)->Apply(Sizes);
BENCHMARK_CAPTURE(CheckUtf8, indented, kIndented)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace saywhen
