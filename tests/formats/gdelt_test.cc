#include "formats/gdelt.h"

#include <gtest/gtest.h>

#include "import_test_support.h"

namespace saywhen {
namespace {

TEST(Gdelt, ARecordALineIsAnArticleWithQuotes) {
  const ReadImport read(ReadTestFile("tests/data/formats/gdelt/records.json"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.result.value().format, Format::kGdelt);
  const Story& story = read.story();
  ASSERT_EQ(story.articles.size(), 3U);
  EXPECT_EQ(story.articles[0].url, "https://times.example/bridge");
  EXPECT_EQ(story.articles[0].headline, "Bridge delayed");
  EXPECT_EQ(story.articles[0].language, "en");
  EXPECT_EQ(story.articles[0].published->edtf, "2031-04-07T09:15:00Z");
  EXPECT_EQ(story.articles[1].published->edtf, "2031-04-08T10:15:00");
  EXPECT_EQ(story.articles[1].language, "pt");
  ASSERT_EQ(story.quotes.size(), 3U);
  EXPECT_EQ(story.quotes[0].text, "we will open it when it is safe and not before");
  EXPECT_EQ(story.quotes[0].selector->prefix, "the harbour master said");
  EXPECT_EQ(story.quotes[0].selector->suffix, "on Sunday in the town");
  EXPECT_TRUE(story.quotes[0].speakers.empty()) << "it does not say, and nobody guesses";
  EXPECT_EQ(story.quotes[2].article, 1U);
  EXPECT_EQ(read.problems(),
            "error bad-url /2/url 3:28\nerror missing-field /2/quotes/0 3:84\n"
            "note dropped /2/lang 3:64\n");
}

}  // namespace
}  // namespace saywhen
