#include <gtest/gtest.h>

#include "formats/export.h"
#include "formats/losses.h"
#include "formats/schema_org.h"
#include "import_test_support.h"

namespace saywhen {
namespace {

ReadImport Read(std::string_view json) { return ReadImport(json, Format::kSchemaOrg); }

TEST(ReadSchemaOrg, AnArticleWithItsQuotations) {
  const ReadImport read = Read(R"({
    "@context": "https://schema.org", "@type": ["NewsArticle", "Article"],
    "headline": "Bridge", "mainEntityOfPage": {"@id": "https://a.example/1"},
    "inLanguage": {"@type": "Language", "alternateName": "pt"},
    "datePublished": "2031-04-07T09:00:00+0100", "author": [{"@type": "Person", "name": "Ines"}, "Rui"],
    "publisher": {"@type": "Organization", "name": "Times", "url": "https://a.example", "logo": "x"},
    "articleBody": "<p>She said <q>Yes</q>.</p>",
    "hasPart": {"@type": "Quotation", "text": "No, never.", "dateCreated": "2031-04-06",
      "spokenByCharacter": {"@type": "Person", "givenName": "Ana", "familyName": "Prado",
        "alternateName": "A. P.", "jobTitle": "harbour master", "worksFor": {"name": "Harbour Board"},
        "sameAs": "https://people.example/prado", "image": {"url": "https://i.example/p.jpg"}},
      "keywords": "bridge, harbour", "temporalCoverage": "2030/2031",
      "locationCreated": {"@type": "Place", "name": "Porto Novo"}, "inLanguage": "en"}})");
  ASSERT_TRUE(read.ok());
  const Article& article = read.story().articles.at(0);
  EXPECT_EQ(article.url, "https://a.example/1");
  EXPECT_EQ(article.language, "pt");
  EXPECT_EQ(article.published->edtf, "2031-04-07T09:00:00+01:00");
  EXPECT_EQ(article.authors.size(), 2U);
  EXPECT_EQ(article.publisher.url, "https://a.example");
  EXPECT_EQ(article.text, "She said “Yes”.");
  ASSERT_EQ(read.story().quotes.size(), 2U);
  EXPECT_EQ(read.story().quotes[0].text, "Yes") << "what the text marks";
  const Quote& quote = read.story().quotes[1];
  EXPECT_EQ(quote.said->when.edtf, "2031-04-06");
  EXPECT_EQ(quote.tags, (std::vector<std::string>{"bridge", "harbour"}));
  EXPECT_EQ(quote.about.at(0).when.edtf, "2030/2031");
  EXPECT_EQ(quote.place, "Porto Novo");
  EXPECT_EQ(quote.more->language, "en");
  const Speaker& speaker = read.story().speakers.at(quote.speakers.at(0));
  EXPECT_EQ(speaker.name, "Ana Prado");
  EXPECT_EQ(speaker.aliases, std::vector<std::string>{"A. P."});
  EXPECT_EQ(speaker.role, "harbour master");
  EXPECT_EQ(speaker.affiliation, "Harbour Board");
  EXPECT_EQ(speaker.image, "https://i.example/p.jpg");
  EXPECT_EQ(Messages(read.diagnostics),
            "\"logo\" of a publisher has no place in a story; left out\n");
}

TEST(ReadSchemaOrg, NodesByTheirIdAndInCircles) {
  const ReadImport read = Read(R"({"@context": "https://schema.org", "@graph": [
    {"@type": "WebPage", "@id": "#page", "mainEntity": {"@id": "#article"}},
    {"@type": "NewsArticle", "@id": "#article", "headline": "A", "mainEntityOfPage": {"@id": "#page"},
     "citation": [{"@id": "#q1"}, {"@id": "#q2"}]},
    {"@type": "Quotation", "@id": "#q1", "text": "One", "creator": {"@id": "_:ana"}, "isPartOf": {"@id": "#article"}},
    {"@type": "http://schema.org/Quotation", "@id": "#q2", "text": "Two", "creator": {"@id": "_:ana"}},
    {"@id": "_:ana", "@type": "Person", "name": "Ana"},
    {"@type": "BreadcrumbList", "itemListElement": []}]})");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.story().articles.size(), 1U);
  ASSERT_EQ(read.story().quotes.size(), 2U);
  EXPECT_EQ(read.story().speakers.size(), 1U);
  EXPECT_EQ(Messages(read.diagnostics), "\"BreadcrumbList\" has no place in a story; left out\n");
}

TEST(ReadSchemaOrg, ALiveBlogsUpdatesAreEvents) {
  const ReadImport read = Read(R"({"@type": "LiveBlogPosting", "headline": "Storm, live",
    "liveBlogUpdate": [
      {"@type": "BlogPosting", "headline": "Harbour closed", "datePublished": "2031-04-07T09:00Z",
       "articleBody": "<p>All of it. <a href='https://h.example/'>Notice</a></p><blockquote>Stay home<cite>Ana Prado, harbour master</cite></blockquote>"},
      {"@type": "BlogPosting", "articleBody": "Second line of trees falls.\n\nMore follows.", "datePublished": "2031-04-07T10:00Z",
       "hasPart": {"@type": "Quotation", "text": "It is bad.", "creator": "Rui"}},
      {"@type": "BlogPosting", "datePublished": "2031-04-07T11:00Z"}]})");
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read.story().events.size(), 2U);
  EXPECT_EQ(read.story().events[0].title, "Harbour closed");
  EXPECT_EQ(read.story().events[0].when->when.edtf, "2031-04-07T09:00Z");
  EXPECT_EQ(read.story().events[0].when->basis, Basis::kPublished);
  EXPECT_NE(read.story().events[0].description.find("Notice (https://h.example/)"),
            std::string::npos);
  EXPECT_EQ(read.story().events[1].title, "Second line of trees falls.");
  EXPECT_EQ(read.story().events[1].description, "More follows.");
  ASSERT_EQ(read.story().quotes.size(), 2U);
  EXPECT_EQ(read.story().quotes[0].text, "Stay home");
  EXPECT_EQ(read.story().quotes[0].said->when.edtf, "2031-04-07T09:00Z");
  EXPECT_EQ(read.story().quotes[1].said->when.edtf, "2031-04-07T10:00Z");
  EXPECT_EQ(Problems(read.diagnostics), "error missing-field /liveBlogUpdate/2 7:7\n");
}

TEST(ReadSchemaOrg, ClaimsAndTheirReviews) {
  const ReadImport read = Read(R"([{"@type": "ClaimReview", "url": "https://facts.example/1",
    "datePublished": "2031-04-09", "author": {"@type": "Organization", "name": "Facts"},
    "claimReviewed": "The bridge was safe.", "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "alternateName": "False"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Rui"}, "datePublished": "2031-04-01",
      "appearance": {"@type": "CreativeWork", "url": "https://b.example/speech"}}},
    {"@type": "Claim", "text": "It fell.", "creator": {"@type": "Organization", "name": "Board"}}])");
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read.story().quotes.size(), 2U);
  const Quote& claim = read.story().quotes[0];
  EXPECT_EQ(claim.text, "The bridge was safe.");
  EXPECT_EQ(claim.type, QuoteType::kIndirect);
  EXPECT_EQ(claim.said->when.edtf, "2031-04-01");
  EXPECT_EQ(claim.more->note, "False");
  EXPECT_EQ(claim.more->url, "https://b.example/speech");
  EXPECT_EQ(read.story().articles.at(claim.article).publisher.name, "Facts");
  EXPECT_EQ(read.story().quotes[1].type, QuoteType::kIndirect);
  const Speaker& board = read.story().speakers.at(read.story().quotes[1].speakers.at(0));
  EXPECT_EQ(board.kind, SpeakerKind::kOrganisation);
}

TEST(ReadSchemaOrg, SeveralScriptsOfOnePageAreOne) {
  const std::string_view scripts[] = {
      R"({"@type": "Quotation", "text": "One", "creator": {"@id": "#ana"}})",
      R"({"@id": "#ana", "@type": "Person", "name": "Ana"})"};
  const std::string page = std::string(scripts[0]) + "\n" + std::string(scripts[1]);
  Diagnostics diagnostics;
  Reporter reporter(page, &diagnostics);
  const Result<JsonTree> trees[] = {
      JsonTree::Parse(scripts[0], &reporter),
      JsonTree::Parse(scripts[1], &reporter, {}, scripts[0].size() + 1)};
  const JsonValue roots[] = {trees[0].value().root(), trees[1].value().root()};
  StoryImport import(&reporter, &NativeHtmlTokenizer());
  ReadSchemaOrg(roots, &import);
  const Result<Story> story = std::move(import).Finish();
  ASSERT_TRUE(story.ok());
  EXPECT_EQ(story.value().speakers.at(story.value().quotes.at(0).speakers.at(0)).name, "Ana");
}

// A story of all that schema.org holds.
constexpr std::string_view kHeldStory = R"({"version": 1,
  "articles": [{"id": "a1", "url": "https://a.example/1", "headline": "One", "language": "en",
    "publisher": {"name": "Times", "url": "https://a.example"}, "authors": [{"name": "Ines"}],
    "published": "2031-04-07T09:00:00Z", "modified": "2031-04-08", "dateline": "Porto Novo",
    "text": "She said: Never again.\n\nNobody answered."},
   {"id": "a2", "headline": "Two"}],
  "speakers": [{"id": "ana", "name": "Ana Prado", "role": "harbour master", "affiliation": "Board",
    "aliases": ["Prado"], "sameAs": ["https://people.example/prado"], "image": "https://i.example/p.jpg"},
   {"id": "board", "name": "Harbour Board", "affiliation": "City", "kind": "organisation"},
   {"id": "law", "name": "Harbour Act", "kind": "document"}],
  "quotes": [{"id": "q1", "article": "a1", "text": "Never again.", "span": [10, 22], "speakers": ["ana", "board"],
    "said": {"edtf": "2031-04-06"}, "about": [{"edtf": "2030"}, {"edtf": "2028/2029"}, {"edtf": "2031/.."}],
    "place": "Porto Novo", "mentions": ["law"], "tags": ["bridge", "sea, and land"], "url": "https://a.example/1#q", "language": "en"},
   {"id": "q2", "article": "a2", "type": "indirect", "text": "It will open.", "speakers": ["law"]}],
  "events": [{"id": "e1", "title": "Storm", "when": {"edtf": "2031-01-02/2031-01-04"}, "description": "Wind.",
    "place": "Coast", "article": "a1", "url": "https://a.example/storm"},
   {"id": "e2", "title": "Vote", "article": "a2", "when": {"edtf": "2031-02"}}]})";

TEST(SchemaOrg, HoldsWhatItSaysItHolds) {
  const ReadImport story(kHeldStory);
  ASSERT_TRUE(story.ok());
  ASSERT_EQ(story.problems(), "");
  Diagnostics losses;
  const std::string text = WriteSchemaOrg(story.story(), SchemaOrgUse::kFile, &losses);
  EXPECT_EQ(Messages(losses), "");
  const ReadImport back = Read(text);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.problems(), "");
  EXPECT_EQ(WriteStory(back.story()), WriteStory(story.story()));
}

TEST(SchemaOrg, SaysWhatItCannotHold) {
  const ReadImport story(R"({"version": 1, "title": "T", "language": "en", "x": 1,
    "articles": [{"id": "a", "published": "2031~", "text": "She said: Never again."}],
    "speakers": [{"id": "s", "name": "Ana", "kind": "group", "role": "singers", "color": "#102030"},
                 {"id": "d", "name": "Act", "kind": "document", "affiliation": "State"}],
    "quotes": [{"id": "q", "text": "Never again.", "type": "mixed", "span": [10, 22], "speakers": ["s", "d"],
      "selector": {"exact": "Never again."}, "mention": {"text": "She", "span": [0, 3]}, "cue": {"text": "said"},
      "said": {"edtf": "2031?", "basis": "inferred"}, "about": [{"edtf": "203X"}], "prompt": "Well?",
      "addressees": ["s"], "confidence": 0.5, "note": "N"},
     {"id": "r", "text": "again", "within": "q"}],
    "events": [{"id": "e", "title": "E", "when": {"edtf": "2031/.."}, "article": "a", "span": [0, 3], "media": {"url": "https://m.example/"}}]})");
  ASSERT_TRUE(story.ok());
  Diagnostics losses;
  WriteSchemaOrg(story.story(), SchemaOrgUse::kFile, &losses);
  EXPECT_EQ(Messages(losses),
            "\"title\" of the story is lost in schema.org\n"
            "\"language\" of the story is lost in schema.org\n"
            "\"color\" of a speaker is lost in schema.org\n"
            "\"selector\" of a quote is lost in schema.org\n"
            "\"mention\" of a quote is lost in schema.org\n"
            "\"cue\" of a quote is lost in schema.org\n"
            "\"basis\" of when a quote was said is lost in schema.org\n"
            "\"prompt\" of a quote is lost in schema.org\n"
            "\"addressees\" of a quote is lost in schema.org\n"
            "\"confidence\" of a quote is lost in schema.org\n"
            "\"note\" of a quote is lost in schema.org\n"
            "\"within\" of a quote is lost in schema.org\n"
            "\"span\" of an event is lost in schema.org\n"
            "\"media\" of an event is lost in schema.org\n"
            "\"x\" of the story is lost in schema.org\n"
            "\"2031~\" is a date that schema.org cannot hold\n"
            "that a quote is mixed cannot be said in schema.org\n"
            "that a document speaks too cannot be said in schema.org\n"
            "a group is an organisation in schema.org\n"
            "only a person has a role in schema.org\n"
            "a document has no affiliation in schema.org\n"
            "\"2031?\" is a date that schema.org cannot hold\n"
            "\"203X\" is a date that schema.org cannot hold\n"
            "\"2031/..\" is a date that schema.org cannot hold\n");
  EXPECT_EQ(losses.kept().back().pointer, "/events/0/when");
}

// Of schema.org only persons and organisations speak and create claims.
TEST(SchemaOrg, ADocumentIsCited) {
  const ReadImport story(
      R"({"version": 1, "speakers": [{"id": "s1", "name": "Act", "kind": "document"}],
    "quotes": [{"id": "q1", "text": "Ships wait.", "speakers": ["s1"]},
               {"id": "q2", "text": "it is law", "type": "indirect", "speakers": ["s1"]}]})");
  ASSERT_TRUE(story.ok());
  const std::string text = ExportStory(story.story(), Format::kSchemaOrg, nullptr);
  EXPECT_EQ(text.find("spokenByCharacter"), std::string::npos) << text;
  EXPECT_EQ(text.find("creator"), std::string::npos) << text;
  const ReadImport back(text, Format::kSchemaOrg);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.problems(), "");
  EXPECT_EQ(WriteStory(back.story()), WriteStory(story.story()));
}

}  // namespace
}  // namespace saywhen
