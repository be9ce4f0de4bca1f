#include "base/json_writer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

namespace saywhen {
namespace {

TEST(JsonWriter, Compact) {
  JsonWriter json;
  json.BeginObject().Key("a").Int(1).Key("b").BeginArray().Bool(true).Null().String("x").EndArray();
  json.Key("c").BeginObject().EndObject().Key("d").BeginArray().EndArray().EndObject();
  EXPECT_EQ(json.text(), R"({"a":1,"b":[true,null,"x"],"c":{},"d":[]})");
}

TEST(JsonWriter, Indented) {
  JsonWriter json(2);
  json.BeginObject().Key("a").Int(1).Key("span").BeginInlineArray();
  json.BeginInlineArray().Int(1).Int(2).EndArray().BeginInlineArray().Int(3).Int(4).EndArray();
  json.EndArray().Key("c").BeginArray().BeginObject().Key("d").Null().EndObject().EndArray();
  json.Key("e").BeginObject().EndObject().EndObject();
  EXPECT_EQ(json.text(),
            "{\n  \"a\": 1,\n  \"span\": [[1, 2], [3, 4]],\n  \"c\": [\n    {\n      \"d\": null\n"
            "    }\n  ],\n  \"e\": {}\n}");
}

TEST(JsonWriter, RawPairs) {
  JsonWriter json;
  json.BeginObject().RawPairs("").RawPairs("\"x\":1,\"y\":[]").Key("z").Raw("{}").EndObject();
  EXPECT_EQ(json.text(), R"({"x":1,"y":[],"z":{}})");
}

TEST(JsonQuoted, Table) {
  struct Case {
    const char* name;
    std::string_view input;
    const char* expected;
  };
  const Case cases[] = {
      {"plain", "abc", "\"abc\""},
      {"empty", "", "\"\""},
      {"quotes and backslash", "a\"b\\c", R"("a\"b\\c")"},
      {"named controls", "\b\f\n\r\t", R"("\b\f\n\r\t")"},
      {"other controls", std::string_view("\0\x1F\x7F", 3), R"("\u0000\u001f\u007f")"},
      {"script end", "</script>", R"("\u003c/script>")"},
      {"line separators", "\u2028\u2029", R"("\u2028\u2029")"},
      {"text", "ığ قال 他 🎉", "\"ığ قال 他 🎉\""},
      {"malformed", "a\xFFz\xE2\x82", "\"a\uFFFDz\uFFFD\uFFFD\""},
      {"real replacement character", "\uFFFD", "\"\uFFFD\""},
  };
  for (const Case& c : cases) EXPECT_EQ(JsonQuoted(c.input), c.expected) << c.name;
}

TEST(JsonWriter, Integers) {
  const auto written = [](int64_t value) {
    JsonWriter json;
    return json.Int(value).text();
  };
  EXPECT_EQ(written(0), "0");
  EXPECT_EQ(written(-7), "-7");
  EXPECT_EQ(written(std::numeric_limits<int64_t>::max()), "9223372036854775807");
  EXPECT_EQ(written(std::numeric_limits<int64_t>::min()), "-9223372036854775808");
}

TEST(JsonWriter, Floats) {
  const auto written = [](float value) {
    JsonWriter json;
    return json.Float(value).text();
  };
  EXPECT_EQ(written(0.93F), "0.93");
  EXPECT_EQ(written(1.0F), "1");
  EXPECT_EQ(written(0.0F), "0");
  EXPECT_EQ(written(-0.5F), "-0.5");
  EXPECT_EQ(written(0.05F), "0.05");
  EXPECT_EQ(written(1e-20F), "0.000000000");
  EXPECT_EQ(written(1e9F), "null");
  EXPECT_EQ(written(std::numeric_limits<float>::quiet_NaN()), "null");
  EXPECT_EQ(written(std::numeric_limits<float>::infinity()), "null");
}

TEST(JsonWriter, FloatsReadBack) {
  const uint32_t seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 2000; ++i) {
    const float value = 0.1F + 0.9F * static_cast<float>(random() % 1'000'003) / 1'000'003.0F;
    JsonWriter json;
    EXPECT_EQ(std::strtof(json.Float(value).text().c_str(), nullptr), value);
  }
}

}  // namespace
}  // namespace saywhen
