#include "formats/ninjs.h"

#include <gtest/gtest.h>

#include "import_test_support.h"

namespace saywhen {
namespace {

ReadImport Sample(const std::string& name) {
  return ReadImport(ReadTestFile("tests/data/formats/ninjs/" + name));
}

TEST(Ninjs, OfTheFirstGeneration) {
  const ReadImport read = Sample("1-text.json");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.result.value().format, Format::kNinjs);
  const Story& story = read.story();
  ASSERT_EQ(story.articles.size(), 2U);
  const Article& article = story.articles[0];
  EXPECT_EQ(article.id, "https://agency.example/items/2031-04-07/harbour");
  EXPECT_EQ(article.url, article.id);
  EXPECT_EQ(article.headline, "Council delays the harbour bridge");
  EXPECT_EQ(article.published->edtf, "2031-04-07T08:15:00Z");
  EXPECT_EQ(article.modified->edtf, "2031-04-07T10:37:00Z");
  EXPECT_EQ(article.authors.at(0).name, "Ines Duarte");
  EXPECT_EQ(article.publisher.name, "Example Agency");
  EXPECT_EQ(article.dateline, "Porto Novo");
  EXPECT_EQ(
      article.text,
      "The bridge will not open this year.\n\nWe will open it when it is safe, and not a day "
      "before.\n\n— Ana Prado, harbour master\n\nResidents were told on Sunday & again today.");
  ASSERT_EQ(story.quotes.size(), 1U);
  const Quote& quote = story.quotes[0];
  EXPECT_EQ(quote.text, "We will open it when it is safe, and not a day before.");
  EXPECT_EQ(quote.more->url, "https://council.example/minutes");
  EXPECT_EQ(quote.spans.size(), 1U);
  const Speaker& speaker = story.speakers.at(quote.speakers.at(0));
  EXPECT_EQ(speaker.name, "Ana Prado");
  EXPECT_EQ(speaker.role, "harbour master");
  EXPECT_EQ(speaker.same_as, std::vector<std::string>{"https://people.example/prado"});
}

TEST(Ninjs, NamesWhatIsLeftOut) {
  EXPECT_EQ(Messages(Sample("1-text.json").diagnostics),
            "another form of a text has no place in a story; left out (2 times)\n"
            "\"rel\" of a person has no place in a story; left out\n"
            "\"scheme\" of a person has no place in a story; left out\n"
            "an associated picture has no place in a story; left out\n"
            "\"pubstatus\" of a news item has no place in a story; left out\n"
            "\"urgency\" of a news item has no place in a story; left out\n"
            "\"place\" of a news item has no place in a story; left out\n"
            "\"subject\" of a news item has no place in a story; left out\n");
}

TEST(Ninjs, OfTheSecondGeneration) {
  const ReadImport read = Sample("2-text.json");
  ASSERT_TRUE(read.ok());
  const Article& article = read.story().articles.at(0);
  EXPECT_EQ(article.headline, "Câmara adia a ponte do porto");
  EXPECT_EQ(article.text,
            "A ponte não abre este ano.\n\nA capitã disse: “Abrimos quando for segura”.");
  EXPECT_EQ(article.publisher.name, "Example Agency");
  EXPECT_EQ(article.published->edtf, "2031-04-07T08:15:00+01:00");
  EXPECT_FALSE(article.modified);
  EXPECT_EQ(read.story().quotes.at(0).text, "Abrimos quando for segura");
}

TEST(Ninjs, OfTheThirdGenerationWithEvents) {
  const ReadImport read = Sample("3-text-and-event.json");
  ASSERT_TRUE(read.ok());
  const Story& story = read.story();
  ASSERT_EQ(story.quotes.size(), 1U);
  EXPECT_EQ(story.quotes[0].text, "It is safe.");
  EXPECT_EQ(story.speakers.at(0).name, "Marco Ilves");
  ASSERT_EQ(story.events.size(), 2U);
  const Event& opening = story.events[0];
  EXPECT_EQ(opening.title, "Opening of the harbour bridge");
  EXPECT_EQ(opening.description, "With a procession (https://council.example/opening).");
  EXPECT_EQ(opening.when->when.edtf, "2032-05?/2032-06-01?") << "expected, and cut short";
  EXPECT_EQ(opening.place, "Porto Novo");
  EXPECT_EQ(story.events[1].when->when.edtf, "2031-09-01");
}

// As the IPTC's own examples have it: no version, no headline.
TEST(Ninjs, AnEventOfTitleAndDatesAlone) {
  const ReadImport read(R"([
    {"standard": {"name": "ninjs", "version": "3.3"}, "uri": "urn:1", "type": "event", "title": "A",
     "eventDetails": {"dates": {"expectedStartDate": "2032"}}},
    {"uri": "urn:2", "title": "B", "eventdetails": {"dates": {"expectedstartdate": "2032-05"}}},
    {"uri": "urn:3", "title": "C", "eventDetails": {"dates": {"startDate": "2032-05-01T10:30+02:00"}}},
    {"uri": "urn:4", "title": "D", "eventDetails": {"dates": {"endDate": "2032-05-01"}}}])");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.result.value().format, Format::kNinjs);
  std::string all;
  for (const Event& each : read.story().events) all += each.title + each.when->when.edtf + " ";
  EXPECT_EQ(all, "A2032? B2032-05? C2032-05-01T10:30+02:00 D/2032-05-01 ");
}

TEST(Ninjs, TextBeforeTheMarkupOfAgencies) {
  const ReadImport read(R"({"uri": "urn:1", "type": "text", "headlines": [{"value": "H"}],
    "bodies": [
      {"role": "nitf", "contentType": "text/vnd.IPTC.NITF",
       "value": "<nitf><head><title>T</title></head><body><q>Yes</q></body></nitf>"},
      {"role": "text", "contentType": "text/plain", "value": "She said yes."}],
    "associations": [{"type": "event", "title": "E"}]})");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.story().articles.at(0).text, "She said yes.");
}

TEST(Ninjs, SaysWhereAFieldIsOfAnotherType) {
  const ReadImport read(
      "{\"uri\": \"urn:1\", \"versioncreated\": \"yesterday\",\n \"headline\": [1], \"body_html\": "
      "\"<q>Yes</q>\"}");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.problems(),
            "error wrong-type /headline 2:14\nerror bad-date /versioncreated 1:36\n");
}

}  // namespace
}  // namespace saywhen
