// The example files that the JSON Schema is tested with too (tests/schema/).
#include <gtest/gtest.h>

#include <sstream>

#include "formats/story_test_support.h"

namespace saywhen {
namespace {

TEST(StoryFiles, Accepted) {
  const char* const names[] = {
      "smallest-quote", "smallest-event", "no-optional-fields",      "unknown-fields",     "spans",
      "dates",          "escapes",        "right-to-left-and-emoji", "forward-references",
  };
  for (const char* name : names) {
    SCOPED_TRACE(name);
    const std::string json = ReadTestFile(std::string("tests/data/story/accept/") + name + ".json");
    ASSERT_FALSE(json.empty());
    Diagnostics diagnostics;
    const Result<Story> read = ParseStory(json, &diagnostics);
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(Problems(diagnostics), "");
    const std::string written = WriteStory(read.value());
    const Result<Story> again = ParseStory(written, &diagnostics);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(Problems(diagnostics), "");
    EXPECT_EQ(WriteStory(again.value()), written);
  }
}

TEST(StoryFiles, Rejected) {
  const std::string table = ReadTestFile("tests/data/story/reject/expected.tsv");
  std::istringstream lines(table);
  size_t files = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream columns(line);
    std::string name;
    std::string code;
    std::string pointer;
    uint32_t number = 0;
    columns >> name >> code >> pointer >> number;
    if (pointer == "-") pointer.clear();
    SCOPED_TRACE(name);
    ++files;
    const std::string json = ReadTestFile("tests/data/story/reject/" + name);
    ASSERT_FALSE(json.empty());
    Diagnostics diagnostics;
    const Result<Story> read = ParseStory(json, &diagnostics);
    if (diagnostics.kept().empty()) {
      ASSERT_FALSE(read.ok());
      EXPECT_EQ(read.error().code, code);
      EXPECT_EQ(read.error().pointer, pointer);
      EXPECT_EQ(read.error().line, number);
    } else {
      EXPECT_EQ(diagnostics.kept()[0].code, code);
      EXPECT_EQ(diagnostics.kept()[0].pointer, pointer);
      EXPECT_EQ(diagnostics.kept()[0].line, number);
    }
  }
  EXPECT_GE(files, 50U);
}

}  // namespace
}  // namespace saywhen
