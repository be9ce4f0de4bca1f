#include "formats/web_annotation.h"

#include <gtest/gtest.h>

#include "formats/export.h"
#include "import_test_support.h"

namespace saywhen {
namespace {

ReadImport Sample() {
  return ReadImport(ReadTestFile("tests/data/formats/web-annotation/page.json"));
}

SharedText Words(const Story& story, const Quote& quote, size_t span) {
  return story.articles.at(quote.article).text.Part(quote.spans.at(span));
}

TEST(ReadWebAnnotation, WordsPlacesAndBodies) {
  const ReadImport read = Sample();
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.result.value().format, Format::kWebAnnotation);
  const Story& story = read.story();
  ASSERT_EQ(story.quotes.size(), 4U);
  const Quote& first = story.quotes[0];
  EXPECT_EQ(first.id, "https://notes.example/1");
  EXPECT_EQ(first.text, "Not before it is safe");
  EXPECT_EQ(Words(story, first, 0), first.text) << "a wave counts as one";
  EXPECT_EQ(first.selector->prefix, "said: “");
  EXPECT_EQ(first.tags, std::vector<std::string>{"bridge"});
  EXPECT_EQ(first.more->note, "Repeated <b>twice</b> later.");
  const Speaker& speaker = story.speakers.at(first.speakers.at(0));
  EXPECT_EQ(speaker.name, "Ana Prado") << "not the reader who annotated";
  EXPECT_EQ(speaker.same_as, std::vector<std::string>{"https://people.example/prado"});
  EXPECT_EQ(story.articles.at(0).url, "https://times.example/bridge");
  EXPECT_EQ(story.articles.at(0).language, "en");
}

TEST(ReadWebAnnotation, SeveralTargetsAreTheParts) {
  const ReadImport read = Sample();
  ASSERT_TRUE(read.ok());
  const Quote& second = read.story().quotes.at(1);
  EXPECT_EQ(second.text, "Not before it is safe never");
  EXPECT_EQ(second.more->note, "Short.");
}

TEST(ReadWebAnnotation, OtherWaysToSelectWords) {
  const ReadImport read = Sample();
  ASSERT_TRUE(read.ok());
  const Quote& fragment = read.story().quotes.at(2);
  EXPECT_EQ(fragment.text, "It was safe");
  EXPECT_EQ(fragment.selector->prefix, "he said");
  EXPECT_EQ(read.story().articles.at(fragment.article).url, "https://other.example/a");
  EXPECT_EQ(read.story().quotes.at(3).text, "Refined");
}

TEST(ReadWebAnnotation, SaysWhatIsWrongAndWhatIsLeftOut) {
  EXPECT_EQ(Messages(Sample().diagnostics),
            "an annotation of a quote selects its words; this one is left out\n"
            "\"creator\" of an annotation has no place in a story; left out\n"
            "\"created\" of an annotation has no place in a story; left out\n"
            "a body that is elsewhere has no place in a story; left out\n"
            "a selector of the kind \"CssSelector\" has no place in a story; left out\n");
}

TEST(ReadWebAnnotation, APositionThatIsNotTheWordsIsNotBelieved) {
  const ReadImport read(
      R"({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target":
    {"source": {"id": "x:1", "value": "No. Yes. Yes."}, "selector": [{"type": "TextQuoteSelector", "exact": "Yes"},
      {"type": "TextPositionSelector", "start": 0, "end": 3}]}})");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.story().quotes.at(0).spans.at(0), (TextSpan{4, 7})) << "looked for";
  EXPECT_EQ(read.problems(), "warning span-mismatch  1:1\n");
}

constexpr std::string_view kHeldStory = R"({"version": 1, "title": "The bridge",
  "articles": [{"id": "a1", "url": "https://times.example/1", "headline": "One", "language": "en",
     "text": "🌊 She said: “Never again,” and: “نعم”.\r\n\r\nNobody answered her e\u0301."}],
  "speakers": [{"id": "s1", "name": "Ana Prado", "sameAs": ["https://people.example/prado"]},
               {"id": "s2", "name": "Board", "kind": "organisation"}],
  "quotes": [{"id": "q1", "article": "a1", "text": "Never again", "span": [13, 24], "speakers": ["s1", "s2"],
     "selector": {"exact": "Never again", "prefix": "said: “", "suffix": ",”"},
     "said": {"edtf": "2031-04-06T10:00:00Z"}, "tags": ["sea", "bridge"], "note": "Twice."},
    {"id": "q2", "article": "a1", "text": "Never again نعم", "span": [[13, 24], [33, 36]]}]})";

TEST(WebAnnotation, HoldsWhatItSaysItHolds) {
  const ReadImport story(kHeldStory);
  ASSERT_TRUE(story.ok());
  ASSERT_EQ(story.problems(), "");
  Diagnostics losses;
  const std::string text = ExportStory(story.story(), Format::kWebAnnotation, &losses);
  EXPECT_EQ(Messages(losses),
            "\"id\" of an article is lost in Web Annotation\n"
            "\"id\" of a speaker is lost in Web Annotation (2 times)\n");
  EXPECT_NE(text.find("\"start\": 13,"), std::string::npos) << "code points";
  const ReadImport back(text);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.problems(), "");
  // Ids that are lost are those that are given anew.
  EXPECT_EQ(WriteStory(back.story()), WriteStory(story.story()));
}

// Annotations, collections and sources are named by IRIs, not by blank nodes, and a target has one
// source: https://www.w3.org/TR/annotation-model/.
TEST(WebAnnotation, EverythingIsNamedByAnIri) {
  const ReadImport story(R"({"version": 1, "speakers": [{"id": "1", "name": "Ana"}],
    "articles": [{"id": "1", "headline": "One"}, {"id": "2", "headline": "Two"}],
    "quotes": [{"id": "1", "article": "1", "text": "Yes", "speakers": ["1"]},
      {"id": "a b%/“c”", "text": "No", "said": {"edtf": "2031"}},
      {"id": "urn:x:1", "text": "Never"}, {"id": "no: iri", "text": "Ever"}]})");
  ASSERT_TRUE(story.ok());
  const std::string text = ExportStory(story.story(), Format::kWebAnnotation, nullptr);
  EXPECT_EQ(text.find("_:"), std::string::npos);
  for (const std::string_view id :
       {"#story", "#page", "#quotes/1", "#articles/1", "#speakers/1", "#quotes/a%20b%25/“c”",
        "#quotes/a%20b%25/“c”/said", "urn:x:1", "#quotes/no:%20iri"}) {
    EXPECT_NE(text.find("\"id\": \"" + std::string(id) + "\""), std::string::npos) << id;
  }
  EXPECT_NE(text.find("\"source\": \"#story\""), std::string::npos) << "of no article";
  const ReadImport back(text);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.problems(), "");
  EXPECT_EQ(back.story().articles.size(), 1U) << "the other has no quote";
  EXPECT_EQ(back.story().articles.at(0).id, "1");
  EXPECT_EQ(back.story().speakers.at(0).id, "1");
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(back.story().quotes.at(i).id, story.story().quotes.at(i).id);
  }
}

TEST(WebAnnotation, SaysWhatItCannotHold) {
  const ReadImport story(R"({"version": 1, "articles": [{"id": "a", "dateline": "Rome"}],
    "speakers": [{"id": "s", "name": "Choir", "kind": "group", "role": "r", "sameAs": ["https://a.example/", "https://b.example/"]}],
    "quotes": [{"id": "q", "text": "Never", "type": "mixed", "speakers": ["s"], "said": {"edtf": "2031~"}, "prompt": "p"}],
    "events": [{"id": "e", "title": "E"}]})");
  ASSERT_TRUE(story.ok());
  Diagnostics losses;
  ExportStory(story.story(), Format::kWebAnnotation, &losses);
  EXPECT_EQ(Messages(losses),
            "\"id\" of an article is lost in Web Annotation\n"
            "\"dateline\" of an article is lost in Web Annotation\n"
            "\"id\" of a speaker is lost in Web Annotation\n"
            "\"role\" of a speaker is lost in Web Annotation\n"
            "\"prompt\" of a quote is lost in Web Annotation\n"
            "\"events\" of the story is lost in Web Annotation\n"
            "how words are reported cannot be said in Web Annotation\n"
            "\"2031~\" is a date that schema.org cannot hold\n"
            "who is no person is an organisation in Web Annotation\n"
            "of several addresses one is kept in Web Annotation\n");
}

}  // namespace
}  // namespace saywhen
