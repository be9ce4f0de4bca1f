#include <gtest/gtest.h>

#include "formats/export.h"
#include "formats/quotes_csv.h"
#include "import_test_support.h"

namespace saywhen {
namespace {

TEST(ReadQuotesCsv, ATableMadeByHand) {
  const ReadImport read(ReadTestFile("tests/data/formats/csv/by-hand.csv"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.result.value().format, Format::kCsv);
  const Story& story = read.story();
  ASSERT_EQ(story.quotes.size(), 2U);
  EXPECT_EQ(story.quotes[0].text, "Not before; it is safe.");
  EXPECT_EQ(story.quotes[0].said->when.edtf, "2031-04-07");
  EXPECT_EQ(story.quotes[0].more->url, "https://a.example/1");
  EXPECT_EQ(story.quotes[1].text, "=SUM(1)") << "without the mark that keeps it from calculating";
  EXPECT_EQ(story.quotes[1].said->when.edtf, "2031-04-07");
  EXPECT_EQ(story.speakers.at(1).name, "Rui, the engineer");
  EXPECT_EQ(read.problems(), "error bad-url  3:43\nerror missing-field  5:1\n");
}

constexpr std::string_view kHeldStory = R"({"version": 1,
  "articles": [{"id": "a1", "url": "https://a.example/1", "headline": "One", "language": "en", "published": "2031-04-07T09:00:00Z"},
               {"id": "a2", "headline": "Two, \"quoted\""}],
  "speakers": [{"id": "s1", "name": "Ana Prado", "role": "harbour master"}, {"id": "s2", "name": "Rui"}],
  "quotes": [{"id": "q1", "article": "a1", "text": "Never\nagain.", "speakers": ["s1", "s2"],
      "said": {"edtf": "2031-04-06", "basis": "inferred"}, "about": [{"edtf": "2030~"}, {"edtf": "[2028,2029]"}],
      "prompt": "Well?", "place": "Porto Novo", "tags": ["bridge", "sea"], "confidence": 0.5, "note": "-1"},
     {"id": "q2", "article": "a1", "type": "indirect", "text": "=Yes", "speakers": ["s2"]},
     {"id": "q3", "article": "a2", "type": "mixed", "text": "No", "language": "de", "url": "https://b.example/"},
     {"id": "q4", "article": "a2", "text": "Perhaps", "language": "fr", "url": "https://c.example/"}]})";

TEST(QuotesCsv, HoldsWhatItSaysItHolds) {
  const ReadImport story(kHeldStory);
  ASSERT_TRUE(story.ok());
  ASSERT_EQ(story.problems(), "");
  Diagnostics losses;
  const std::string table = ExportStory(story.story(), Format::kCsv, &losses);
  EXPECT_EQ(Messages(losses), "\"id\" of a speaker is lost in CSV (2 times)\n");
  const ReadImport back(table);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.problems(), "");
  EXPECT_EQ(WriteStory(back.story()), WriteStory(story.story()));
}

TEST(ReadQuotesCsv, NamesTheColumnsThatAreLeftOut) {
  const ReadImport read("text,likes,\nYes,12,x,y\nNo,,,\n", Format::kCsv);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(Messages(read.diagnostics),
            "the column \"likes\" has no place in a story; left out\n"
            "a column without a name has no place in a story; left out (2 times)\n");
  EXPECT_EQ(read.problems(), "note dropped  2:5\nnote dropped  2:8\n");
}

TEST(ReadQuotesCsv, SaysWhereACellIsWrong) {
  const ReadImport read(
      "text,type,confidence,said_basis,said,about\nYes,shouted,2,heard,soon,\"2031; later\"\n",
      Format::kCsv);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.story().quotes.at(0).about.size(), 1U);
  EXPECT_EQ(read.problems(),
            "error bad-value  2:5\nerror bad-value  2:15\nerror bad-date  2:21\n"
            "error bad-date  2:26\nerror bad-value  2:13\n");
}

TEST(ReadQuotesCsv, AMarkThatIsNotClosedTakesTheRest) {
  const ReadImport read("text,id\nYes,1\n\"No,2\nMore,3", Format::kCsv);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.story().quotes.size(), 2U);
  EXPECT_EQ(read.problems(), "error bad-csv  3:1\n");
}

TEST(ReadQuotesCsv, IsKnownByItsHeaderHoweverThatIsWritten) {
  for (const auto& [table, format] :
       {std::pair<std::string_view, Format>{"Quote,Speaker\nYes,Ana\n", Format::kCsv},
        {"\"QUOTE\"; \"Speaker\"\nYes;Ana\n", Format::kCsv},
        {"\xEF\xBB\xBFspeaker\tText\nAna\tYes\n", Format::kCsv},
        {"year,month,headline\n2031,4,Storm\n", Format::kTimelineCsv}}) {
    const ReadImport read(table);
    ASSERT_TRUE(read.ok()) << table;
    EXPECT_EQ(read.result.value().format, format) << table;
  }
  EXPECT_FALSE(ReadImport("context,what\nYes,Ana\n").ok());
  EXPECT_FALSE(ReadImport("A quote, and text\nof no table\n").ok());
}

}  // namespace
}  // namespace saywhen
