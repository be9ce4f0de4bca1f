#include "formats/schema_org.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/make_story.h"
#include "support/read_story.h"

namespace saywhen {
namespace {

using nlohmann::json;

json Written(const Story& story) {
  const std::string text = WriteSchemaOrg(story, SchemaOrgUse::kPage, nullptr);
  EXPECT_TRUE(text.ends_with("\n"));
  EXPECT_EQ(text.find('<'), std::string::npos);
  return json::parse(text, nullptr, false);
}

TEST(WriteSchemaOrg, AnArticleWithItsQuotes) {
  StoryMaker maker(2);
  maker.Published("2025-02-14").Quote({{0, 1}, "2025-02-13", {"2010/2014"}, "Brussels"});
  Story story = maker.Take();
  Article& article = story.articles[0];
  article.headline = "No </script> promise";
  article.url = "https://example.org/a";
  article.publisher = {"The Paper", "https://example.org", {}};
  article.authors.push_back({"Ada", {}});
  Speaker& first = story.speakers[0];
  first.role = "Secretary";
  first.affiliation = "NATO";
  first.same_as = {"https://www.wikidata.org/wiki/Q57792"};
  story.speakers[1].kind = SpeakerKind::kOrganisation;
  story.quotes[0].tags = {"war", "peace"};
  story.quotes[0].more.Own().url = "https://example.org/a#q";
  EXPECT_EQ(Written(story), json::parse(R"({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "No </script> promise",
    "url": "https://example.org/a",
    "inLanguage": "en",
    "datePublished": "2025-02-14",
    "author": [{"@type": "Person", "name": "Ada"}],
    "publisher": {"@type": "Organization", "name": "The Paper", "url": "https://example.org"},
    "hasPart": [{
      "@type": "Quotation",
      "text": "Words 0",
      "spokenByCharacter": [
        {"@id": "_:s0", "@type": "Person", "name": "Speaker 0", "jobTitle": "Secretary",
         "affiliation": {"@type": "Organization", "name": "NATO"},
         "sameAs": ["https://www.wikidata.org/wiki/Q57792"]},
        {"@id": "_:s1", "@type": "Organization", "name": "Speaker 1"}
      ],
      "dateCreated": "2025-02-13",
      "url": "https://example.org/a#q",
      "locationCreated": {"@type": "Place", "name": "Brussels"},
      "temporalCoverage": ["2010/2014"],
      "keywords": ["war", "peace"]
    }]
  })"));
}

TEST(WriteSchemaOrg, ReportedSpeechIsAClaimNotTheSpeakersWords) {
  Story story = StoryMaker(1).Quote({{0}}).Quote({{0}}).Quote({{}}).Take();
  story.quotes[0].type = QuoteType::kIndirect;
  story.quotes[1].type = QuoteType::kMixed;
  const json parts = Written(story)["hasPart"];
  EXPECT_EQ(parts[0]["@type"], "Claim");
  EXPECT_EQ(parts[0]["creator"]["name"], "Speaker 0");
  EXPECT_FALSE(parts[0].contains("spokenByCharacter"));
  EXPECT_EQ(parts[1]["@type"], "Quotation");
  EXPECT_EQ(parts[1]["spokenByCharacter"], json::parse(R"({"@id": "_:s0"})")) << "the second time";
  EXPECT_FALSE(parts[2].contains("spokenByCharacter")) << "nobody knows whose";
}

TEST(WriteSchemaOrg, TimesThatIso8601DoesNotKnowAreLeftOut) {
  const Story story = StoryMaker(1)
                          .Quote({{0}, "2025-02-13?"})
                          .Quote({{0}, "2010/2014"})
                          .Quote({{0}, "2025-02"})
                          .Take();
  const json parts = Written(story)["hasPart"];
  EXPECT_FALSE(parts[0].contains("dateCreated"));
  EXPECT_FALSE(parts[1].contains("dateCreated"));
  EXPECT_EQ(parts[2]["dateCreated"], "2025-02");
}

TEST(WriteSchemaOrg, SeveralArticlesAreAGraph) {
  Story story = StoryMaker(1).Quote({{0}}).Quote({{0}}).Quote({{0}}).Take();
  story.articles.push_back(story.articles[0]);
  story.quotes[1].article = 1;
  story.quotes[2].article = kNone;
  const json graph = Written(story)["@graph"];
  ASSERT_EQ(graph.size(), 3U);
  EXPECT_EQ(graph[0]["hasPart"][0]["text"], "Words 0");
  EXPECT_EQ(graph[1]["hasPart"][0]["text"], "Words 1");
  EXPECT_EQ(graph[2]["@type"], "Quotation");
}

TEST(WriteSchemaOrg, NothingIsAnEmptyObject) {
  EXPECT_EQ(WriteSchemaOrg({}, SchemaOrgUse::kPage, nullptr), "{}\n");
}

TEST(WriteSchemaOrg, EveryQuoteOfTheSeedStory) {
  const Story story = ReadStory("seed");
  const json written = Written(story);
  ASSERT_EQ(written["hasPart"].size(), story.quotes.size());
  for (size_t i = 0; i < story.quotes.size(); ++i) {
    EXPECT_EQ(written["hasPart"][i]["text"], story.quotes[i].text);
  }
}

}  // namespace
}  // namespace saywhen
