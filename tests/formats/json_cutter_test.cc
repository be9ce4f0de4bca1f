#include "formats/json_cutter.h"

#include <gtest/gtest.h>

#include <string>

namespace saywhen {
namespace {

TEST(JsonCutter, CutsBehindTheLastComma) {
  struct Case {
    const char* name;
    const char* text;
    const char* piece;
    const char* opening;
  };
  const Case cases[] = {
      {"nothing yet", R"({"a": 1)", "", ""},
      {"after a member", R"({"a": 1, "b")", R"({"a": 1,)", R"({"":0,)"},
      {"after an item", "[1, 2, 3", "[1, 2,", "[0,"},
      {"deeper", R"({"a": [{"b": 1, "c": 2}, {"d")", R"({"a": [{"b": 1, "c": 2},)", R"({"":[0,)"},
      {"before what was opened since", R"([1, {"a": [)", "[1,", "[0,"},
      {"before what was closed since", R"([{"a": 1, "b": 2}])", R"([{"a": 1,)", R"([{"":0,)"},
      {"a comma in a string", R"(["a, b")", "", ""},
      {"a bracket in a string", R"(["}]", 1)", R"(["}]",)", "[0,"},
      {"an escaped quotation mark", R"(["\", ", 1)", R"(["\", ",)", "[0,"},
      {"an escaped backslash", R"(["\\", 1)", R"(["\\",)", "[0,"},
      {"nothing around it", "1, 2", "", ""},
      {"closed more than opened", "]], [1, 2", "]], [1,", "[0,"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    JsonCutter cutter;
    const std::string text = c.text;
    const size_t cut = cutter.Read(text);
    EXPECT_EQ(text.substr(0, cut), c.piece);
    EXPECT_EQ(cut == 0 ? "" : cutter.Opening(), c.opening);
  }
}

TEST(JsonCutter, KnowsWhereItIsWhateverItWasFed) {
  const std::string text = R"({"a\\\"": ["x,\\", {"b": [1, 2]}, 3], "c": {"d": 4, "e": 5)";
  JsonCutter whole;
  const size_t cut = whole.Read(text);
  JsonCutter bytewise;
  size_t last = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (bytewise.Read(text.substr(i, 1)) > 0) last = i + 1;
  }
  EXPECT_EQ(last, cut);
  EXPECT_EQ(bytewise.Opening(), whole.Opening());
}

TEST(JsonCutter, CutsNothingThatIsNestedTooDeep) {
  JsonCutter cutter;
  EXPECT_EQ(cutter.Read(std::string(65, '[') + "1, 2"), 0U);
  EXPECT_EQ(cutter.Read("], 3"), 2U);
  EXPECT_EQ(cutter.Opening(), std::string(64, '[') + "0,");
}

}  // namespace
}  // namespace saywhen
