#include "formats/json_tree.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "story_test_support.h"

namespace saywhen {
namespace {

// Of a text whose tree is there.
struct Read {
  explicit Read(std::string_view json, const JsonLimits& limits = {})
      : reporter(json, &diagnostics), tree(JsonTree::Parse(json, &reporter, limits)) {}

  JsonValue root() const { return tree.value().root(); }

  Diagnostics diagnostics;
  Reporter reporter;
  Result<JsonTree> tree;
};

TEST(JsonTree, HoldsEveryKindOfValue) {
  const Read read(R"({"a": "text", "b": -1.50, "c": true, "d": null, "e": [1, [2], {}], "f": {}})");
  ASSERT_TRUE(read.tree.ok());
  const JsonValue root = read.root();
  EXPECT_EQ(root.size(), 6U);
  EXPECT_EQ(root["a"].text(), "text");
  EXPECT_EQ(root["b"].number(), -1.5);
  EXPECT_EQ(root["b"].text(), "-1.50") << "as it is written";
  EXPECT_TRUE(root["c"].boolean());
  EXPECT_TRUE(root["d"].is(JsonKind::kNull));
  std::vector<JsonKind> kinds;
  for (const JsonValue item : root["e"]) kinds.push_back(item.kind());
  EXPECT_EQ(kinds, (std::vector{JsonKind::kNumber, JsonKind::kArray, JsonKind::kObject}));
  EXPECT_TRUE(root["f"].is(JsonKind::kObject));
  EXPECT_EQ(Problems(read.diagnostics), "");
}

TEST(JsonTree, AnswersNothingOfWhatIsNotThere) {
  const Read read(R"({"a": 1})");
  const JsonValue none = read.root()["b"]["c"];
  EXPECT_FALSE(none);
  EXPECT_FALSE(none.is(JsonKind::kNull));
  EXPECT_EQ(none.text(), "");
  EXPECT_EQ(none.number(), 0);
  EXPECT_FALSE(none.boolean());
  EXPECT_EQ(none.size(), 0U);
  EXPECT_EQ(none.begin(), none.end());
  EXPECT_EQ(none.name(), "");
  EXPECT_EQ(none.pointer(), "");
  // Nor of a value of another kind.
  EXPECT_EQ(read.root().text(), "");
  EXPECT_FALSE(read.root()["a"]["b"]);
  EXPECT_EQ(read.root().number(), 0);
}

TEST(JsonTree, KnowsWhereEachValueStands) {
  const std::string json = R"({"a": [10, {"x/y~": "here"}]})";
  const Read read(json);
  std::vector<std::string> pointers;
  for (const JsonValue item : read.root()["a"]) pointers.push_back(item.pointer());
  EXPECT_EQ(pointers, (std::vector<std::string>{"/a/0", "/a/1"}));
  const JsonValue here = (*++read.root()["a"].begin())["x/y~"];
  EXPECT_EQ(here.pointer(), "/a/1/x~1y~0");
  EXPECT_EQ(here.byte(), json.find("\"here\""));
  EXPECT_EQ(read.root().pointer(), "");
}

TEST(JsonTree, OfANameThatComesAgainTheFirstCounts) {
  const Read read("{\"a\": 1,\n \"b\": 2, \"a\": 3, \"a\": 4}");
  EXPECT_EQ(read.root()["a"].number(), 1);
  EXPECT_EQ(read.root().size(), 4U);
  EXPECT_EQ(Problems(read.diagnostics),
            "error duplicate-key /a 2:15\nerror duplicate-key /a 2:23\n");
}

TEST(JsonTree, KeepsWhatStoodBeforeASyntaxError) {
  const Read read("{\"a\": [1, 2],\n \"b\": {\"c\": oops}, \"d\": 3}");
  ASSERT_TRUE(read.tree.ok());
  EXPECT_EQ(read.root()["a"].size(), 2U);
  EXPECT_EQ(read.root()["b"].size(), 0U);
  EXPECT_FALSE(read.root()["d"]);
  EXPECT_EQ(Problems(read.diagnostics), "error bad-json /b 2:13\n");
}

TEST(JsonTree, OfATextCutAnywhereTheBeginIsThere) {
  const std::string json = R"({"a": [1, {"b": "c\u00e9"}], "d": true})";
  for (size_t size = 0; size < json.size(); ++size) {
    const Read read(json.substr(0, size));
    if (!read.tree.ok()) {
      EXPECT_EQ(read.tree.error().code, "bad-json") << size;
      EXPECT_LT(size, 8U);
      continue;
    }
    EXPECT_EQ(read.diagnostics.errors(), 1U) << size;
    EXPECT_TRUE(read.root().is(JsonKind::kObject));
  }
}

TEST(JsonTree, LeavesOutWhatIsTooMuch) {
  const struct {
    std::string json;
    JsonLimits limits;
    size_t size;
    std::string_view problems;
  } kCases[] = {
      {"[1, [[2, {\"a\": []}]], 3]", {.depth = 2}, 3, "error limit-depth /1 1:6\n"},
      {"[\"12345\", 2]", {.string_bytes = 4}, 2, "error limit-string  1:2\n"},
      {"{\"12345\": 1, \"a\": 2}", {.string_bytes = 4}, 2, "error limit-string  1:2\n"},
      {"[1, 2, 3, 4]", {.values = 3}, 2, "error limit-values  1:8\n"},
  };
  for (const auto& test : kCases) {
    const Read read(test.json, test.limits);
    ASSERT_TRUE(read.tree.ok()) << test.json;
    EXPECT_EQ(read.root().size(), test.size) << test.json;
    EXPECT_EQ(Problems(read.diagnostics), test.problems);
  }
}

TEST(JsonTree, EndsADepthBomb) {
  const Read read(std::string(1'000'000, '['));
  EXPECT_EQ(Problems(read.diagnostics).substr(0, 17), "error limit-depth");
}

TEST(JsonTree, RefusesWhatIsNoJson) {
  for (const std::string_view json : {"nothing", ""}) {
    const Read read(json);
    ASSERT_FALSE(read.tree.ok()) << json;
    EXPECT_EQ(read.tree.error().code, "bad-json");
    EXPECT_GT(read.tree.error().line, 0U);
  }
}

TEST(JsonTree, OfLinesIsAnArray) {
  const std::string lines = "{\"a\": 1}\n\n{\"a\": 2, \"b\": [\r\nno\n{\"a\": 3}\n";
  Diagnostics diagnostics;
  Reporter reporter(lines, &diagnostics);
  const Result<JsonTree> tree = JsonTree::ParseLines(lines, &reporter);
  ASSERT_TRUE(tree.ok());
  std::vector<double> values;
  for (const JsonValue line : tree.value().root()) values.push_back(line["a"].number());
  EXPECT_EQ(values, (std::vector<double>{1, 2, 3}));
  EXPECT_EQ(Problems(diagnostics), "error bad-json /1/b 3:17\nerror bad-json  4:2\n");
}

TEST(JsonTree, OfAPartOfAFileKnowsItsPlaceInTheFile) {
  const std::string file = "<script>\n{\"a\": 1}</script>";
  Diagnostics diagnostics;
  Reporter reporter(file, &diagnostics);
  const Result<JsonTree> tree =
      JsonTree::Parse(std::string_view(file).substr(9, 8), &reporter, {}, 9);
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(tree.value().root()["a"].byte(), file.find('1'));
}

}  // namespace
}  // namespace saywhen
