#include "formats/timelinejs.h"

#include <gtest/gtest.h>

#include "formats/export.h"
#include "import_test_support.h"

namespace saywhen {
namespace {

ReadImport Sample(const std::string& name) {
  return ReadImport(ReadTestFile("tests/data/formats/" + name));
}

// "title | when | description", one an event.
std::string Events(const Story& story) {
  std::string all;
  for (const Event& event : story.events) {
    all += event.title + " | " + (event.when ? event.when->when.edtf : "") + " | " +
           event.description + "\n";
  }
  return all;
}

TEST(ReadTimelineJs, OfVersion3) {
  const ReadImport read = Sample("timelinejs/3.json");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.result.value().format, Format::kTimelineJs);
  const Story& story = read.story();
  EXPECT_EQ(story.title, "The bridge");
  EXPECT_EQ(Events(story),
            "Delayed & late | 2031-04-07 | See the minutes (https://council.example/7).\n"
            "The first bridge | -0043-03-15/-0042 | \n"
            "No such year |  | \n"
            "Only a text. | 2031 | And more.\n"
            "Without a date |  | \n"
            "The years of building | 2030/2032 | \n");
  const Event& delayed = story.events[0];
  EXPECT_EQ(delayed.id, "delay");
  EXPECT_EQ(delayed.when->words->text, "a Monday");
  EXPECT_EQ(delayed.media.url, "https://i.example/1.jpg");
  EXPECT_EQ(delayed.media.caption, "The pier");
  EXPECT_EQ(delayed.media.credit, "I. Duarte");
  EXPECT_EQ(delayed.media.alt, "A pier");
  EXPECT_EQ(story.articles.at(delayed.article).headline, "Council") << "its group";
}

TEST(ReadTimelineJs, ABlockquoteIsAQuote) {
  const ReadImport read = Sample("timelinejs/3.json");
  ASSERT_TRUE(read.ok());
  const Story& story = read.story();
  ASSERT_EQ(story.quotes.size(), 1U);
  const Quote& quote = story.quotes[0];
  EXPECT_EQ(quote.id, "said");
  EXPECT_EQ(quote.text, "Not before it is safe.");
  EXPECT_EQ(quote.more->url, "https://council.example/8");
  EXPECT_EQ(quote.said->when.edtf, "2031-04-08T20:30");
  EXPECT_EQ(story.articles.at(quote.article).headline, "Harbour");
  EXPECT_EQ(story.speakers.at(quote.speakers.at(0)).name, "Ana Prado");
  EXPECT_EQ(story.speakers.at(0).role, "harbour master");
}

TEST(ReadTimelineJs, SaysWhatIsWrongAndWhatIsLeftOut) {
  const ReadImport read = Sample("timelinejs/3.json");
  EXPECT_EQ(
      Messages(read.diagnostics),
      "\"0\" is no year\n"
      "the date has no such month; it is read without\n"
      "expected an http or https address, found \"<iframe src='https://v.example/'></ifram…\"\n"
      "\"text\" of a title slide's text has no place in a story; left out\n"
      "\"media\" of a title slide has no place in a story; left out\n"
      "\"thumbnail\" of a medium has no place in a story; left out\n"
      "\"background\" of a slide has no place in a story; left out\n");
}

TEST(ReadTimelineJs, ADayWithoutAMonthIsTold) {
  const ReadImport read(R"({"events": [
    {"start_date": {"year": 2031, "hour": 5}, "text": {"headline": "A"}},
    {"start_date": {"year": 2031, "month": 4, "time": "5:00"}, "text": {"headline": "B"}},
    {"start_date": {"year": 2031, "month": "", "day": 7}, "text": {"headline": "C"}}]})");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(Messages(read.diagnostics),
            "the date has no month; what is finer is left out\n"
            "the date has no day; what is finer is left out\n"
            "the date has no month; what is finer is left out\n");
  EXPECT_EQ(read.story().events.at(1).when->when.edtf, "2031-04");
}

TEST(ReadTimelineJs, CosmologicalYearsArePlainNumbers) {
  EXPECT_EQ(Events(Sample("timelinejs/cosmological.json").story()),
            "Big Bang | Y-13800000000 | \nA plain number | -0044/0000 | \n");
}

TEST(ReadTimelineJs, OfVersion2) {
  const ReadImport read = Sample("timelinejs/2.json");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.story().title, "The bridge");
  EXPECT_EQ(Events(read.story()),
            "Delayed | 2031-04-07T20:30/2031-04-08 | Again.\nOpen | 2031-12-10 | \n"
            "Building | 2030/2032 | \n");
  EXPECT_EQ(read.story().events[0].media.url, "https://i.example/1.jpg");
  EXPECT_EQ(read.story().articles.at(0).headline, "Council");
}

TEST(ReadTimelineJs, OfItsSpreadsheet) {
  const ReadImport read = Sample("timeline-csv/template.csv");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.result.value().format, Format::kTimelineCsv);
  EXPECT_EQ(read.story().title, "The bridge");
  EXPECT_EQ(Events(read.story()),
            "Delayed | 2031-04-07T20:30 | Again, and \"late\"\nOld bridge | 0000/0012 | \n"
            "Building | 2030/2032 | \n");
  EXPECT_EQ(read.story().quotes.at(0).text, "Yes");
  EXPECT_EQ(read.story().events[0].media.alt, "A pier");
  EXPECT_EQ(read.problems(), "note dropped  2:21\nnote dropped  3:128\n")
      << "text of the title, background";
}

TEST(ReadTimelineJs, YearsBeforeOurs) {
  struct Case {
    std::string_view year;
    std::string_view edtf;
  };
  for (const Case& test :
       {Case{"1", "0001"}, Case{"-1", "0000"}, Case{"-2", "-0001"}, Case{"\"-44\"", "-0043"},
        Case{"-10001", "Y-10000"}, Case{"\" 2014.0 \"", "2014"}, Case{"12345", "Y12345"}}) {
    const ReadImport read("{\"events\": [{\"start_date\": {\"year\": " + std::string(test.year) +
                          "}, \"text\": {\"headline\": \"x\"}}], \"eras\": []}");
    ASSERT_TRUE(read.ok()) << test.year;
    EXPECT_EQ(read.story().events.at(0).when->when.edtf, test.edtf) << test.year;
    const ReadImport back(ExportStory(read.story(), Format::kTimelineJs, nullptr));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(back.story().events.at(0).when->when.edtf, test.edtf) << test.year;
  }
}

constexpr std::string_view kHeldStory = R"({"version": 1, "title": "A <title> & more",
  "articles": [{"id": "a1", "headline": "Council"}, {"id": "a2", "headline": "Harbour"}],
  "speakers": [{"id": "s1", "name": "Ana Prado", "role": "harbour master"}, {"id": "s2", "name": "Rui & \"Co\""}],
  "quotes": [{"id": "q1", "article": "a1", "text": "Never <again>.\n\nNever,\nI said.", "speakers": ["s1", "s2"],
      "said": {"edtf": "2031-04-06T20:30:15", "text": "last Sunday"}, "url": "https://a.example/?a&b"},
     {"id": "q2", "article": "a2", "text": "Nobody’s words", "said": {"edtf": "-0043-03"}}],
  "events": [{"id": "e1", "title": "Storm", "when": {"edtf": "2031-01-02/2031-01-04"}, "description": "One.\n\nTwo.",
      "article": "a1", "media": {"url": "https://i.example/1.jpg", "alt": "Sea", "caption": "The & sea", "credit": "ID"}},
     {"id": "e2", "title": "Old", "when": {"edtf": "0000"}}]})";

TEST(TimelineJs, HoldsWhatItSaysItHolds) {
  const ReadImport story(kHeldStory);
  ASSERT_TRUE(story.ok());
  ASSERT_EQ(story.problems(), "");
  Diagnostics losses;
  const std::string text = ExportStory(story.story(), Format::kTimelineJs, &losses);
  EXPECT_EQ(Messages(losses),
            "\"id\" of an article is lost in TimelineJS (2 times)\n"
            "\"id\" of a speaker is lost in TimelineJS (2 times)\n");
  const ReadImport back(text);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.problems(), "");
  EXPECT_EQ(WriteStory(back.story()), WriteStory(story.story()));
}

TEST(TimelineJs, SaysWhatItCannotHold) {
  const ReadImport story(
      R"({"version": 1, "articles": [{"id": "a", "text": "She said: Never, yesterday."}],
    "speakers": [{"id": "s", "name": "Ana"}],
    "quotes": [{"id": "q1", "text": "Never", "speakers": ["s"], "type": "mixed", "cue": {"text": "said"},
       "said": {"edtf": "2031?", "basis": "stated", "text": "yesterday", "span": [17, 26]}},
      {"id": "q2", "text": "No", "type": "indirect", "said": {"edtf": "2031-02-03T10:00Z"}},
      {"id": "q3", "text": "Undated"}],
    "events": [{"id": "e1", "title": "Open", "when": {"edtf": "2031/.."}}, {"id": "e2", "title": "Undated"}]})");
  ASSERT_TRUE(story.ok());
  Diagnostics losses;
  const std::string text = ExportStory(story.story(), Format::kTimelineJs, &losses);
  EXPECT_EQ(Messages(losses),
            "\"id\" of an article is lost in TimelineJS\n"
            "\"text\" of an article is lost in TimelineJS\n"
            "\"id\" of a speaker is lost in TimelineJS\n"
            "\"cue\" of a quote is lost in TimelineJS\n"
            "\"basis\" of when a quote was said is lost in TimelineJS\n"
            "\"span\" of when a quote was said is lost in TimelineJS\n"
            "that a quote is mixed cannot be said in TimelineJS\n"
            "\"text\" of a time in an article is lost in TimelineJS\n"
            "\"2031?\" is a date that TimelineJS holds in part only\n"
            "words that are only reported are an event in TimelineJS\n"
            "\"2031-02-03T10:00Z\" is a date that TimelineJS holds in part only\n"
            "without a date that is known there is no slide; left out\n"
            "\"2031/..\" is a date that TimelineJS holds in part only\n"
            "without a date that is known there is no slide; left out\n");
  const ReadImport back(text);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.story().quotes.size(), 1U);
  EXPECT_EQ(Events(back.story()), "No | 2031-02-03T10:00 | \nOpen | 2031 | \n");
}

TEST(WriteTimelineJs, ShowsEdtfOnlyWhereTheDateAloneWouldMislead) {
  for (const auto& [edtf, shown] : {std::pair<std::string_view, bool>{"2031-04-07", false},
                                    {"2031-04-07T10:30:00+03:00", false},
                                    {"2031-04-07/2031-04-08", false},
                                    {"2031~", true},
                                    {"203X", true},
                                    {"2031-23", true},
                                    {"2031/..", true}}) {
    const ReadImport story(R"({"version": 1, "quotes": [{"text": "Yes", "said": {"edtf": ")" +
                           std::string(edtf) + "\"}}]}");
    ASSERT_TRUE(story.ok());
    const std::string text = ExportStory(story.story(), Format::kTimelineJs, nullptr);
    EXPECT_EQ(text.find("display_date") != std::string::npos, shown) << edtf;
  }
}

// CivilMs ends 292 million years from now.
TEST(WriteTimelineJs, YearsOfAnySize) {
  for (const auto& [edtf, years] :
       {std::pair<std::string_view, std::string_view>{"Y-13800000000", "-13800000000"},
        {"Y-138E8", "-13800000000"},
        {"Y-13800000000/Y-4500000000", "-13800000000 -4500000000"},
        {"Y-4500000000/2031", "-4500000000 2031"},
        {"2031/Y7000000000", "2031 7000000000"},
        {"../Y-4500000000", "-4500000000"},
        {"Y-4500000000/..", "-4500000000"}}) {
    const ReadImport story(R"({"version": 1, "events": [{"title": "E", "when": {"edtf": ")" +
                           std::string(edtf) + "\"}}]}");
    ASSERT_TRUE(story.ok());
    const std::string text = ExportStory(story.story(), Format::kTimelineJs, nullptr);
    EXPECT_NE(text.find("cosmological"), std::string::npos);
    std::string found;
    for (size_t at = text.find("\"year\": "); at != std::string::npos;
         at = text.find("\"year\": ", at + 1)) {
      found +=
          (found.empty() ? "" : " ") + text.substr(at + 8, text.find_first_of(",\n", at) - at - 8);
    }
    EXPECT_EQ(found, years) << edtf;
  }
}

TEST(WriteTimelineJs, YearsThatJavaScriptKnowsAreNotCosmological) {
  const ReadImport story(
      R"({"version": 1, "events": [{"title": "E", "when": {"edtf": "Y-15000"}}]})");
  const std::string text = ExportStory(story.story(), Format::kTimelineJs, nullptr);
  EXPECT_EQ(text.find("cosmological"), std::string::npos);
  EXPECT_NE(text.find("\"year\": -15001"), std::string::npos) << text;
}

TEST(WriteTimelineJs, ATimeWithSecondsIsShownWithItsDay) {
  for (const auto& [edtf, format] : {std::pair<std::string_view, bool>{"2031-04-07T10:30:15", true},
                                     {"2031-04-07T10:30:00", false},
                                     {"2031-04-07T10:30", false}}) {
    const ReadImport story(R"({"version": 1, "events": [{"title": "E", "when": {"edtf": ")" +
                           std::string(edtf) + "\"}}]}");
    const std::string text = ExportStory(story.story(), Format::kTimelineJs, nullptr);
    EXPECT_EQ(text.find("\"format\": \"full_long\"") != std::string::npos, format) << edtf;
  }
}

}  // namespace
}  // namespace saywhen
