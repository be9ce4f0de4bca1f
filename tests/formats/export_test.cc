#include "formats/export.h"

#include <gtest/gtest.h>

#include "formats/story_json.h"

namespace saywhen {
namespace {

// "message pointer", one a line, of what stands by itself in a story that holds nothing else that
// is lost.
std::string AloneIn(Format format) {
  const Result<Story> story = ParseStory(
      R"({"version": 1, "articles": [{"id": "a1", "headline": "One"}, {"id": "a2", "headline": "Two"}, {"id": "a3", "headline": "Three"}],
          "speakers": [{"id": "s1", "name": "Ana"}, {"id": "s2", "name": "Rui"}, {"id": "s3", "name": "Eva"}, {"id": "s4", "name": "Ivo"}],
          "quotes": [{"article": "a1", "text": "Yes", "speakers": ["s1"], "mentions": ["s2"],
                      "said": {"edtf": "2031"}}],
          "events": [{"title": "Storm", "article": "a2", "when": {"edtf": "2031"}}]})",
      nullptr);
  if (!story.ok()) return story.error().message;
  Diagnostics losses;
  ExportStory(story.value(), format, &losses);
  std::string all;
  for (const Diagnostic& each : losses.kept()) {
    if (each.message.find("without") == std::string::npos) continue;
    all += each.message + " " + each.pointer + "\n";
  }
  return all;
}

TEST(ExportStory, SaysWhatIsLostBecauseNothingRefersToIt) {
  EXPECT_EQ(AloneIn(Format::kStory), "");
  EXPECT_EQ(AloneIn(Format::kSchemaOrg),
            "a speaker without a quote is lost in schema.org (2 times) /speakers/2\n");
  EXPECT_EQ(AloneIn(Format::kTimelineJs),
            "an article without a quote or event is lost in TimelineJS /articles/2\n"
            "a speaker without a quote is lost in TimelineJS (3 times) /speakers/1\n");
  for (const auto& [format, name] :
       {std::pair{Format::kCsv, "CSV"}, std::pair{Format::kWebAnnotation, "Web Annotation"}}) {
    EXPECT_EQ(AloneIn(format), std::string("an article without a quote is lost in ") + name +
                                   " (2 times) /articles/1\na speaker without a quote is lost in " +
                                   name + " (3 times) /speakers/1\n");
  }
}

TEST(ExportStory, SaysWhatAListInCsvPartsByMistake) {
  const Result<Story> story = ParseStory(
      R"({"version": 1, "speakers": [{"id": "s1", "name": "Smith; Jones", "role": "mayor"}],
          "quotes": [{"id": "q1", "text": "Yes; no", "speakers": ["s1"], "tags": ["a", "b;c"]}]})",
      nullptr);
  ASSERT_TRUE(story.ok());
  Diagnostics losses;
  ExportStory(story.value(), Format::kCsv, &losses);
  std::string pointers;
  for (const Diagnostic& each : losses.kept()) pointers += each.pointer + " ";
  EXPECT_EQ(pointers, "/speakers/0/id /speakers/0/name /quotes/0/tags ");
}

}  // namespace
}  // namespace saywhen
