#include "formats/citron.h"

#include <gtest/gtest.h>

#include "import_test_support.h"

namespace saywhen {
namespace {

TEST(Citron, QuotesWithTheirPlaces) {
  const ReadImport read(ReadTestFile("tests/data/formats/citron/document.json"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.result.value().format, Format::kCitron);
  const Story& story = read.story();
  ASSERT_EQ(story.quotes.size(), 2U);
  const Quote& split = story.quotes[0];
  EXPECT_EQ(split.text, "When it is safe, we will open it – not before.");
  EXPECT_EQ(split.type, QuoteType::kDirect);
  EXPECT_EQ(split.spans.size(), 2U);
  EXPECT_EQ(split.cue->text, "said");
  EXPECT_FLOAT_EQ(split.confidence, 0.87F);
  const Quote& indirect = story.quotes[1];
  EXPECT_EQ(indirect.type, QuoteType::kIndirect);
  EXPECT_EQ(indirect.mention->text, "She");
  EXPECT_EQ(indirect.speakers, split.speakers) << "who she is";
  const std::string text(story.articles.at(0).text);
  EXPECT_EQ(text.substr(indirect.mention->span.begin, indirect.mention->span.size()), "She");
  EXPECT_EQ(text.substr(indirect.spans.at(0).begin, indirect.spans.at(0).size()),
            "that the sea decides");
  ASSERT_EQ(story.speakers.size(), 1U);
  EXPECT_EQ(Messages(read.diagnostics),
            "the text has other words there; the place is left out\n"
            "a quote has contents; this one is left out\n"
            "\"coreference_groups\" of a document has no place in a story; left out\n");
}

TEST(Citron, APlaceOutsideTheTextIsTold) {
  const ReadImport read(
      R"({"text": "Yes", "quotes": [{"contents": [{"start": 0, "end": 9, "text": "Yes"}], "sources": [], "cue": null}]})");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.story().quotes.at(0).spans.size(), 1U) << "its words are found";
  EXPECT_EQ(read.problems(), "error bad-span /quotes/0/contents/0 1:42\n");
}

}  // namespace
}  // namespace saywhen
