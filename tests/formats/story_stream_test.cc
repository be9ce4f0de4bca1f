// A story that is read while it arrives is the one that is read whole, with the same problems.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <system_error>
#include <vector>

#include "formats/story_test_support.h"
#include "support/generated_story.h"

namespace saywhen {
namespace {

using namespace std::string_literals;

// All that is told of a reading, as one text.
std::string Told(const Result<Story>& read, const Diagnostics& diagnostics) {
  std::string told = Problems(diagnostics);
  for (const Diagnostic& each : diagnostics.kept()) told += each.message + "\n";
  told += std::to_string(diagnostics.errors()) + " errors, " +
          std::to_string(diagnostics.dropped()) + " not kept\n";
  if (read.ok()) return told + WriteStory(read.value());
  const Error& error = read.error();
  return told + error.code + " " + error.pointer + " " + std::to_string(error.line) + ":" +
         std::to_string(error.column) + " " + error.message;
}

std::string Whole(std::string_view json, const StoryLimits& limits = {}) {
  Diagnostics diagnostics;
  const Result<Story> read = ParseStory(json, &diagnostics, limits);
  return Told(read, diagnostics);
}

// Cut at these places, in their order.
std::string Streamed(std::string_view json, const std::vector<size_t>& cuts,
                     const StoryLimits& limits = {}) {
  StoryStream stream(limits);
  size_t begin = 0;
  for (const size_t cut : cuts) {
    stream.Append(json.substr(begin, cut - begin));
    begin = cut;
  }
  stream.Append(json.substr(begin));
  Diagnostics diagnostics;
  const Result<Story> read = stream.Finish(&diagnostics);
  return Told(read, diagnostics);
}

std::vector<size_t> EveryByte(std::string_view json) {
  std::vector<size_t> cuts;
  for (size_t i = 1; i < json.size(); ++i) cuts.push_back(i);
  return cuts;
}

std::vector<std::string> SampleFiles() {
  std::vector<std::string> files;
  for (const char* folder : {"tests/data/story/accept", "tests/data/story/reject"}) {
    std::error_code error;
    const std::string path = std::string(SAYWHEN_SOURCE_DIR) + "/" + folder;
    for (const auto& entry : std::filesystem::directory_iterator(path, error)) {
      if (entry.path().extension() != ".json") continue;
      files.push_back(std::string(folder) + "/" + entry.path().filename().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string Generated(uint32_t quotes, uint64_t seed) {
  GeneratedSize size;
  size.quotes = quotes;
  size.articles = quotes / 20 + 1;
  size.speakers = 7;
  size.words = 500;
  size.seed = seed;
  return WriteStory(GenerateStory(size));
}

class Random {
 public:
  explicit Random(uint64_t seed) : engine_(seed) {}
  size_t Below(size_t end) { return std::uniform_int_distribution<size_t>(0, end - 1)(engine_); }
  std::vector<size_t> Cuts(size_t most, size_t size) {
    std::vector<size_t> cuts;
    for (size_t n = Below(most) + 1; n > 0; --n) cuts.push_back(Below(size + 1));
    std::sort(cuts.begin(), cuts.end());
    return cuts;
  }

 private:
  std::mt19937_64 engine_;
};

TEST(StoryStream, SampleFilesCutAnywhere) {
  const std::vector<std::string> files = SampleFiles();
  ASSERT_GE(files.size(), 60U);
  for (const std::string& file : files) {
    SCOPED_TRACE(file);
    const std::string json = ReadTestFile(file);
    ASSERT_FALSE(json.empty());
    const std::string whole = Whole(json);
    for (size_t cut = 0; cut <= json.size(); ++cut) {
      ASSERT_EQ(Streamed(json, {cut}), whole) << "cut at " << cut;
    }
    EXPECT_EQ(Streamed(json, EveryByte(json)), whole);
  }
}

TEST(StoryStream, SampleFilesEndingTooSoon) {
  for (const std::string& file : SampleFiles()) {
    SCOPED_TRACE(file);
    const std::string json = ReadTestFile(file);
    for (size_t end = 0; end < json.size(); ++end) {
      const std::string part = json.substr(0, end);
      ASSERT_EQ(Streamed(part, EveryByte(part)), Whole(part)) << "ends at " << end;
    }
  }
}

TEST(StoryStream, WhatIsSpecialAtACut) {
  struct Case {
    const char* name;
    std::string json;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"byte order mark", "\xEF\xBB\xBF{\"quotes\": [{\"text\": \"a\", \"x\": 1}]}"},
      {"byte order mark behind a comma", "{\"quotes\": [{\"text\": \"a\"}],\xEF\xBB\xBF\"x\": 1}"},
      {"no UTF-8",
       "{\"title\": 1, \"quotes\": [{\"text\": \"a\xE2\x82, \xFF\"}, {\"text\": \"\xC3\"}]}"},
      {"no UTF-8 behind an error",
       "{\"quotes\": [{\"text\": \"a\"}, {\"text\": b, \"note\": \"\xFF\"}]}"},
      {"a comma before the end of a list", R"({"quotes": [{"text": "a"},], "x": 1})"},
      {"a comma before the end of an object", R"({"quotes": [{"text": "a",}], "x": 1})"},
      {"words of the parser in the text before an error",
       R"({"quotes": [{"text": "\""},{"text": "\"; expected it"},+{}]})"},
      {"two commas", R"({"quotes": [{"text": "a"},,{"text": "b"}]})"},
      {"a comma for a colon", R"({"quotes": [{"text": "a"}], "x", "y": 1})"},
      {"a value for a key", R"({"quotes": [{"text": "a", 5, "y": 1}]})"},
      {"brackets that do not match", R"({"quotes": [{"text": "a"}, {"text": "b"], "x": [1, 2}})"},
      {"closed too often", R"({"quotes": [{"text": "a"}]}}, {"quotes": [1, 2]})"},
      {"more behind the end", R"({"quotes": [{"text": "a"}]} {"quotes": [1, 2], "x": [3, 4]})"},
      {"NUL behind the end", "{\"quotes\": [{\"text\": \"a\"}]}\0 [1, 2, {\"a\": 3, \"b\": 4}"s},
      {"NUL between values", "{\"quotes\": [{\"text\": \"a\"},\0{\"text\": 1}]}"s},
      {"line ends of all kinds",
       "{\r\n\"quotes\":\r[{\"text\": \"é\",\r\n\r\n\"type\": 1},\r1,\n2]}"},
      {"unknown fields", R"({"quotes": [{"text": "a", "x": [1, {"y": [2, 3, "é,"]}, 4], "z": 1}],
                           "u": {"v": [5, 6], "w": {}}, "quotes": [7, 8, 9], "t": [[], [1, 2]]})"},
      {"an unknown field without end", R"({"quotes": [{"text": "a", "x": [1, {"y": [2, 3)"},
      {"deeper than can be cut", R"({"quotes": [{"text": "a", "x": )" + std::string(62, '[') +
                                     "1, 2" + std::string(62, ']') + "}]}"},
      {"a link to what follows",
       R"({"quotes": [{"text": "a", "within": "q2", "speakers": ["s", "t"]}, {"id": "q2", "text": "b"}],
          "speakers": [{"id": "s", "name": "S"}]})"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const std::string whole = Whole(c.json);
    for (size_t cut = 0; cut <= c.json.size(); ++cut) {
      ASSERT_EQ(Streamed(c.json, {cut}), whole) << "cut at " << cut;
    }
    EXPECT_EQ(Streamed(c.json, EveryByte(c.json)), whole);
  }
}

TEST(StoryStream, Limits) {
  struct Case {
    const char* name;
    StoryLimits limits;
  };
  const Case cases[] = {
      {"bytes", {.bytes = 100}},
      {"depth", {.depth = 3}},
      {"quotes", {.quotes = 2}},
      {"string", {.string_bytes = 9}},
  };
  const std::string json =
      R"({"quotes": [{"text": "a", "tags": ["b", "c"]}, {"text": "d", "title": 1},
          {"text": "longer than nine", "x": [1, 2]}, {"text": "e"}], "title": "and so on, and on"})";
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_NE(Whole(json, c.limits).find("limit-"), std::string::npos);
    EXPECT_EQ(Streamed(json, EveryByte(json), c.limits), Whole(json, c.limits));
  }
}

TEST(StoryStream, MoreProblemsThanAreKept) {
  std::string json = "{\"quotes\": [";
  for (int i = 0; i < 1500; ++i) json += "{\"text\": \"a\", \"type\": 1, \"article\": \"b\"},\n";
  json += "{\"text\": \"\xFF\"}]}";
  EXPECT_EQ(Streamed(json, EveryByte(json)), Whole(json));
}

TEST(StoryStream, GeneratedStoriesCutAtRandom) {
  const uint64_t seed = std::random_device{}();
  SCOPED_TRACE(seed);
  Random random(seed);
  for (int round = 0; round < 20; ++round) {
    const std::string json =
        Generated(1 + static_cast<uint32_t>(random.Below(300)), random.Below(1000));
    const std::string whole = Whole(json);
    for (int i = 0; i < 5; ++i) {
      ASSERT_EQ(Streamed(json, random.Cuts(i % 2 == 0 ? 3 : 400, json.size())), whole);
    }
  }
}

TEST(StoryStream, DamagedStoriesCutAtRandom) {
  const uint64_t seed = std::random_device{}();
  SCOPED_TRACE(seed);
  Random random(seed);
  const std::string good = Generated(20, 1);
  constexpr std::string_view kDamage = "{}[],:\"\\\n\r\t 0-e\xFF\xC3\xE2\x80\0x";
  for (int round = 0; round < 1500; ++round) {
    std::string json = good;
    for (size_t n = random.Below(4) + 1; n > 0; --n) {
      json[random.Below(json.size())] = kDamage[random.Below(kDamage.size())];
    }
    if (random.Below(4) == 0) json.resize(random.Below(json.size()));
    ASSERT_EQ(Streamed(json, random.Cuts(60, json.size())), Whole(json)) << json;
  }
}

TEST(StoryStream, ReadsWhatHasArrived) {
  StoryStream stream;
  stream.Append(R"({"quotes": [{"text": "a"}, {"text": "b"}, {"te)");
  EXPECT_EQ(stream.quotes(), 2U);
}

TEST(StoryStream, ReadsWhatHasArrivedInOneCall) {
  const std::string json = Generated(1000, 1);
  StoryStream stream;
  stream.Append(json);
  EXPECT_EQ(stream.quotes(), 1000U);
  Diagnostics diagnostics;
  const Result<Story> read = stream.Finish(&diagnostics);
  EXPECT_EQ(Told(read, diagnostics), Whole(json));
}

}  // namespace
}  // namespace saywhen
