#include "formats/quotes_csv.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/make_story.h"

namespace saywhen {
namespace {

constexpr const char* kHeader =
    "id,article,headline,published,url,type,text,language,speakers,roles,said,said_basis,about,"
    "prompt,place,tags,confidence,note\r\n";

Story MakeStory() {
  StoryMaker maker(2);
  maker.Published("2025-02-14").Quote({{0, 1}, "2025-02-13", {"2010/2014", "2026"}, "Brussels"});
  Story story = maker.Take();
  story.articles[0].headline = "No promise";
  story.articles[0].url = "https://example.org/a";
  story.speakers[0].role = "Secretary";
  Quote& quote = story.quotes[0];
  quote.said->basis = Basis::kInferred;
  quote.more.Own().prompt = "Why?";
  quote.tags = {"war", "peace"};
  quote.confidence = 0.85F;
  quote.more.Own().note = "Heard";
  return story;
}

// The one line of the first quote, without its end.
std::string Line(const Story& story) {
  const Index first[] = {0};
  const std::string csv = WriteQuotesCsv(story, first);
  EXPECT_TRUE(csv.starts_with(kHeader));
  EXPECT_TRUE(csv.ends_with("\r\n"));
  const size_t header = std::string(kHeader).size();
  return csv.substr(header, csv.size() - header - 2);
}

TEST(WriteQuotesCsv, NothingIsAHeader) { EXPECT_EQ(WriteQuotesCsv(MakeStory(), {}), kHeader); }

TEST(WriteQuotesCsv, AllColumns) {
  EXPECT_EQ(Line(MakeStory()),
            "0,a0,No promise,2025-02-14,https://example.org/a,direct,Words 0,en,"
            "Speaker 0; Speaker 1,Secretary; ,2025-02-13,inferred,2010/2014; 2026,Why?,Brussels,"
            "war; peace,0.85,Heard");
}

TEST(WriteQuotesCsv, AQuoteOfNothing) {
  Story story;
  story.quotes.emplace_back().text = "We stay";
  EXPECT_EQ(Line(story), ",,,,,direct,We stay,,,,,,,,,,1,");
}

TEST(WriteQuotesCsv, TheQuotesOwnComesBeforeTheArticles) {
  Story story = MakeStory();
  story.quotes[0].more.Own().url = "https://example.org/q";
  story.quotes[0].more.Own().language = "tr";
  EXPECT_NE(Line(story).find(",https://example.org/q,direct,Words 0,tr,"), std::string::npos);
}

TEST(WriteQuotesCsv, PublicationStandsInForWhenItWasSaid) {
  Story story = MakeStory();
  story.quotes[0].said.reset();
  EXPECT_NE(Line(story).find(",2025-02-14,published,2010/2014"), std::string::npos);
}

TEST(WriteQuotesCsv, CellsAreQuotedWhenTheyMust) {
  const std::pair<const char*, const char*> cases[] = {
      {"a, b", "\"a, b\""}, {"a \"b\" c", "\"a \"\"b\"\" c\""},
      {"a\nb", "\"a\nb\""}, {"a\r\nb", "\"a\r\nb\""},
      {"“a”; b", "“a”; b"}, {"a\tb", "a\tb"},
  };
  for (const auto& [text, cell] : cases) {
    Story story = MakeStory();
    story.quotes[0].text = text;
    EXPECT_NE(Line(story).find(std::string(",direct,") + cell + ",en,"), std::string::npos)
        << Line(story);
  }
}

TEST(WriteQuotesCsv, FormulasAreDefused) {
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1"}) {
    Story story = MakeStory();
    story.quotes[0].text = text;
    EXPECT_NE(Line(story).find(std::string(",direct,\"'") + text + "\",en,"), std::string::npos)
        << Line(story);
  }
}

TEST(WriteQuotesCsv, TheGivenOrderIsKept) {
  StoryMaker maker(1);
  maker.Quote({{0}}).Quote({{0}}).Quote({{0}});
  const Index quotes[] = {2, 0, 99};
  const std::string csv = WriteQuotesCsv(maker.story(), quotes);
  const size_t third = csv.find("\r\n2,a0");
  const size_t first = csv.find("\r\n0,a0");
  EXPECT_LT(third, first);
  EXPECT_EQ(csv.find("\r\n1,a0"), std::string::npos);
}

}  // namespace
}  // namespace saywhen
