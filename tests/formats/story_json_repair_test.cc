// Spans that do not fit their article's text.
#include <gtest/gtest.h>

#include "formats/story_test_support.h"

namespace saywhen {
namespace {

struct Case {
  const char* name;
  const char* article;
  const char* quote;     // fields of the quote
  const char* expected;  // the pieces of the article that its spans cover, joined by |
  const char* problems;  // "severity code pointer", joined by blanks
};

TEST(SpanRepair, Quotes) {
  const Case cases[] = {
      {"right", "He said we stay.", R"("text": "we stay", "span": [8, 15])", "we stay", ""},
      {"right but for white space", "He said we\n\nstay.", R"("text": "we stay", "span": [8, 16])",
       "we\n\nstay", ""},
      {"code points", "😀é said we stay.", R"("text": "we stay", "span": [8, 15])", "we stay", ""},
      {"two pieces", "“We stay,” he said, “and fight.”",
       R"("text": "We stay, and fight.", "span": [[1, 9], [21, 31]])", "We stay,|and fight.", ""},
      {"moved, found by its text", "So: he said we stay.", R"("text": "we stay", "span": [8, 15])",
       "we stay", "warning span-moved /quotes/0/span"},
      {"out of range, found by its text", "we stay", R"("text": "we stay", "span": [8, 15])",
       "we stay", "warning span-moved /quotes/0/span"},
      {"moved, not unique", "we stay and we stay", R"("text": "we stay", "span": [3, 10])", "",
       "error span-mismatch /quotes/0/span"},
      {"moved, not there", "they go", R"("text": "we stay", "span": [0, 7])", "",
       "error span-mismatch /quotes/0/span"},
      {"out of range, not there", "they go", R"("text": "we stay", "span": [8, 15])", "",
       "error span-range /quotes/0/span"},
      {"second piece out of range", "We stay, he said",
       R"("text": "We stay, and go", "span": [[0, 8], [90, 99]])", "",
       "error span-range /quotes/0/span"},
      {"selector decides between two", "a: we stay. b: we stay.",
       R"("text": "we stay", "span": [0, 7], "selector": {"exact": "we stay", "prefix": "b: "})",
       "we stay", "warning span-moved /quotes/0/span"},
      {"selector without span", "He said we stay.",
       R"("text": "we stay", "selector": {"exact": "we stay"})", "we stay", ""},
      {"selector for another text", "they go",
       R"("text": "we stay", "selector": {"exact": "we stay"})", "", ""},
      {"selector says what stands there", "He said wee stay.",
       R"("text": "we stay", "span": [8, 16], "selector": {"exact": "wee stay"})", "wee stay", ""},
      {"selector fails, text helps", "He said we stay.",
       R"("text": "we stay", "span": [0, 7], "selector": {"exact": "we go"})", "we stay",
       "warning span-moved /quotes/0/span"},
      {"pieces become one", "Now: “We stay, and fight.”",
       R"("text": "We stay, and fight.", "span": [[1, 9], [12, 20]])", "We stay, and fight.",
       "warning span-moved /quotes/0/span"},
      {"mention moved", "Then Rutte said",
       R"("text": "x", "mention": {"text": "Rutte", "span": [0, 5]})", "",
       "warning span-moved /quotes/0/mention/span"},
      {"cue not unique", "said, said he", R"("text": "x", "cue": {"text": "said", "span": [1, 5]})",
       "", "error span-mismatch /quotes/0/cue/span"},
      {"time out of range", "in 2014",
       R"("text": "x", "about": [{"edtf": "2014"}, {"edtf": "2014", "text": "2014", "span": [3, 99]}])",
       "", "error span-range /quotes/0/about/1/span"},
      {"said out of range", "in 2014", R"("text": "x", "said": {"edtf": "2014", "span": [3, 99]})",
       "", "error span-range /quotes/0/said/span"},
      {"no text to point into", "",
       R"("text": "x", "span": [0, 1], "cue": {"text": "said", "span": [1, 5]})", "",
       "warning span-without-text /quotes/0/span warning span-without-text /quotes/0/cue/span"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    std::string article;
    for (const char* p = c.article; *p != '\0'; ++p)
      article += *p == '\n' ? std::string("\\n") : std::string(1, *p);
    Diagnostics diagnostics;
    const Result<Story> read = ParseStory(
        "{\"articles\": [{\"text\": \"" + article + "\"}], \"quotes\": [{" + c.quote + "}]}",
        &diagnostics);
    ASSERT_TRUE(read.ok());
    std::string covered;
    for (const TextSpan span : read.value().quotes[0].spans) {
      if (!covered.empty()) covered += "|";
      covered += read.value().articles[0].text.Part(span);
    }
    EXPECT_EQ(covered, c.expected);
    std::string problems;
    for (const Diagnostic& d : diagnostics.kept()) {
      if (!problems.empty()) problems += " ";
      problems += d.severity == Severity::kError ? "error " : "warning ";
      problems += d.code + " " + d.pointer;
      EXPECT_GT(d.column, 1U);
    }
    EXPECT_EQ(problems, c.problems);
  }
}

TEST(SpanRepair, TheMovedPlaceIsSaidInCodePoints) {
  Diagnostics diagnostics;
  ASSERT_TRUE(ParseStory(R"({"articles": [{"text": "😀😀 we stay"}],
                             "quotes": [{"text": "we stay", "span": [0, 7]}]})",
                         &diagnostics)
                  .ok());
  ASSERT_EQ(diagnostics.kept().size(), 1U);
  EXPECT_NE(diagnostics.kept()[0].message.find("[3, 10]"), std::string::npos)
      << diagnostics.kept()[0].message;
}

TEST(SpanRepair, HostileSearchesEnd) {
  // Each of the quotes would search the whole text.
  std::string json =
      "{\"articles\": [{\"text\": \"" + std::string(1'000'000, 'a') + "\"}], \"quotes\": [";
  for (int i = 0; i < 20'000; ++i)
    json += std::string(i == 0 ? "" : ",") + R"({"text": "ab", "span": [1, 3]})";
  Diagnostics diagnostics;
  EXPECT_TRUE(ParseStory(json + "]}", &diagnostics).ok());
  EXPECT_EQ(diagnostics.errors(), 20'000U);
}

}  // namespace
}  // namespace saywhen
