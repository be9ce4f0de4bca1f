// The whole way, from what was scraped to a story file.
#include "extract/extract.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "engine_support.h"
#include "formats/story_json.h"
#include "model/edtf.h"

namespace saywhen {
namespace {

const Extractor& Engine() {
  static const Extractor* const kEngine = [] {
    Result<Extractor> made = Extractor::Make(EmbeddedPacks());
    EXPECT_TRUE(made.ok()) << made.error().message;
    return new Extractor(std::move(made).value());
  }();
  return *kEngine;
}

Extraction Extracted(const ExtractInput& input) {
  Result<Extraction> done = Engine().Extract(input);
  EXPECT_TRUE(done.ok());
  return done.ok() ? std::move(done).value() : Extraction();
}

Extraction Extracted(std::string_view text) {
  ExtractInput input;
  input.text = text;
  return Extracted(input);
}

std::vector<std::string> Texts(const Story& story, QuoteType type) {
  std::vector<std::string> texts;
  for (const Quote& quote : story.quotes) {
    if (quote.type == type) texts.emplace_back(quote.text);
  }
  return texts;
}

const Quote* QuoteWith(const Story& story, std::string_view words) {
  for (const Quote& quote : story.quotes) {
    if (quote.text.view().find(words) != std::string::npos) return &quote;
  }
  return nullptr;
}

bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Scraped with its page: a tag, the headline twice, a related headline, headings in capitals that
// repeat what is said, and a comment form. Its shape is that of the story that we ship.
constexpr std::string_view kPage =
    "#Harbour\n\n"
    "Harbour Commissioner Dorn: No promise of a second ferry to Kelmar this year\n\n"
    "Harbour Commissioner Dorn: No promise of a second ferry to Kelmar this year\n\n"
    "Harbour Commissioner Ilka Dorn made a statement about the ferries expected between Kelmar and "
    "Orrin. Dorn stated, “There has never been a promise of a second ferry to Kelmar within this "
    "year’s plan.”\n\n"
    "Ilka Dorn, the harbour commissioner, made remarks after the meeting of the island council "
    "held on Tuesday.\n\n"
    "“KELMAR WILL BE PART OF THE PLAN UNDER ANY CIRCUMSTANCES”\n\n"
    "Responding to a question about whether the plan could be made without Kelmar, Dorn said, “We "
    "agree that Kelmar must be in the best possible position. Kelmar will be part of the plan "
    "under any circumstances. As Tom Ray said yesterday, we do not want to relive the winter of "
    "2014.”\n\n"
    "“WILL KELMAR PAY FOR THE PIER?”\n\n"
    "When asked whether Kelmar would pay for the pier, Dorn said, “I do not entirely agree with "
    "you because the pier belongs to all of us. It is crucial that the islands stand united.”\n\n"
    "“THE SEA, A TOUGH NEGOTIATOR”\n\n"
    "When asked whether she believed the sea would be calm, Dorn said, “Of course, we cannot know "
    "exactly what the sea has in mind. I had many quarrels with it from 2010 to 2014. It is a "
    "tough negotiator.”\n\n"
    "“WE WANT TO END THIS WAIT”\n\n"
    "“We have not seen the new boats because they have not been built,” Dorn said. “We want to end "
    "this wait.”\n\n"
    "“Nobody will sail before every lifeboat has been tested,” she told reporters.\n\n"
    "Piet Harmsen, who leads the Federation of Seafarers, said: “We counted eleven people doing "
    "the work of twenty.”\n\n"
    "“That is how small omissions begin,” he added.\n\n"
    "Dorn stressed that different ways could be considered. She stated, “However, there has never "
    "been a promise of a second ferry.”\n\n"
    "Related: Lighthouse keeper wins the regatta\n\n"
    "Leave a comment\n\n"
    "Your email address will not be published. Required fields are marked *\n\n"
    "Name *\n\nEmail *\n\nPost Comment\n";

Extraction Page() {
  ExtractInput input;
  input.text = kPage;
  input.published = "2024-03-13";
  return Extracted(input);
}

TEST(Extract, WhatIsNoTextOfTheArticleIsDropped) {
  const Extraction done = Page();
  const std::string text(done.story.articles[0].text);
  for (const char* furniture : {"#Harbour", "Leave a comment", "email address", "regatta",
                                "Post Comment", "Required fields"}) {
    EXPECT_FALSE(Has(text, furniture)) << furniture;
    EXPECT_TRUE(std::any_of(done.dropped.begin(), done.dropped.end(),
                            [furniture](const Dropped& each) { return Has(each.text, furniture); }))
        << furniture;
  }
  EXPECT_TRUE(Has(text, "Harbour Commissioner Ilka Dorn made a statement"));
  EXPECT_EQ(done.story.articles[0].headline,
            "Harbour Commissioner Dorn: No promise of a second ferry to Kelmar this year");
}

TEST(Extract, EveryDirectQuoteIsFoundOnce) {
  const std::vector<std::string> expected = {
      "There has never been a promise of a second ferry to Kelmar within this year’s plan.",
      "We agree that Kelmar must be in the best possible position. Kelmar will be part of the plan "
      "under any circumstances. As Tom Ray said yesterday, we do not want to relive the winter of "
      "2014.",
      "I do not entirely agree with you because the pier belongs to all of us. It is crucial that "
      "the islands stand united.",
      "Of course, we cannot know exactly what the sea has in mind. I had many quarrels with it "
      "from "
      "2010 to 2014. It is a tough negotiator.",
      "We have not seen the new boats because they have not been built, We want to end this wait.",
      "Nobody will sail before every lifeboat has been tested",
      "We counted eleven people doing the work of twenty.",
      "That is how small omissions begin",
      "However, there has never been a promise of a second ferry."};
  EXPECT_EQ(Joined(Texts(Page().story, QuoteType::kDirect), "\n"), Joined(expected, "\n"));
}

TEST(Extract, EachQuoteHasItsSpeaker) {
  const Extraction done = Page();
  const struct {
    const char* words;
    const char* speaker;
  } kCases[] = {{"There has never been a promise of a second ferry to", "Ilka Dorn"},
                {"cannot know exactly", "Ilka Dorn"},
                {"Nobody will sail", "Ilka Dorn"},
                {"eleven people", "Piet Harmsen"},
                {"small omissions", "Piet Harmsen"},
                {"However, there", "Ilka Dorn"}};
  for (const auto& each : kCases) {
    const Quote* const quote = QuoteWith(done.story, each.words);
    ASSERT_NE(quote, nullptr) << each.words;
    ASSERT_EQ(quote->speakers.size(), 1U) << each.words;
    EXPECT_EQ(done.story.speakers[quote->speakers[0]].name, each.speaker) << each.words;
  }
}

TEST(Extract, TheQuestionIsThePromptAndNoQuote) {
  const Extraction done = Page();
  const Quote* const quote = QuoteWith(done.story, "cannot know exactly");
  ASSERT_NE(quote, nullptr);
  EXPECT_EQ(quote->more->prompt, "When asked whether she believed the sea would be calm");
  EXPECT_EQ(QuoteWith(done.story, "believed the sea would be calm"), nullptr);
}

TEST(Extract, AHeadingInQuotationMarksIsNoQuote) {
  const Extraction done = Page();
  EXPECT_EQ(QuoteWith(done.story, "KELMAR"), nullptr);
  EXPECT_EQ(QuoteWith(done.story, "END THIS WAIT"), nullptr);
}

TEST(Extract, AQuoteInAnotherNamesIt) {
  const Extraction done = Extracted(
      "Ada Holm said that Tom Ray had told reporters that the pier was closed. She left.");
  const Story& story = done.story;
  for (const Quote& quote : story.quotes) {
    if (quote.within == kNone) continue;
    const Quote& around = story.quotes[quote.within];
    EXPECT_LE(around.spans.front().begin, quote.spans.front().begin);
    EXPECT_GE(around.spans.back().end, quote.spans.back().end);
  }
  const Quote* const inner = QuoteWith(story, "that the pier was closed");
  ASSERT_NE(inner, nullptr);
  ASSERT_EQ(story.quotes.size(), 2U);
  EXPECT_EQ(story.quotes[0].within, kNone);
  EXPECT_EQ(story.quotes[1].within, 0U);
}

TEST(Extract, ARepeatedHeadingIsToldWithTheQuoteItRepeats) {
  const Extraction done = Extracted(
      "“We will open the ferry in May,” Holm says\n\n"
      "The mayor of Kelmar met the island council about the ferry on Tuesday, and many people "
      "came to listen.\n\n"
      "“We will open the ferry in May,” Ada Holm said after the meeting of the council. “Bring a "
      "towel for the deck.”\n");
  const std::vector<std::string> direct = Texts(done.story, QuoteType::kDirect);
  ASSERT_EQ(direct.size(), 1U) << Joined(direct, "\n");
  EXPECT_TRUE(Has(direct[0], "Bring a towel"));
  EXPECT_TRUE(Has(done.story.quotes[0].more->extra, "\"repeated\":[["));
}

TEST(Extract, SpansAreTheirWordsInTheText) {
  const Extraction done = Page();
  const std::string text(done.story.articles[0].text);
  for (const Quote& quote : done.story.quotes) {
    std::string words;
    for (const TextSpan span : quote.spans) {
      if (!words.empty()) words += ' ';
      words += text.substr(span.begin, span.size());
    }
    EXPECT_EQ(words, quote.text);
    const TextSpan first = quote.spans.front();
    EXPECT_EQ(quote.selector->exact, text.substr(first.begin, first.size()));
    EXPECT_TRUE(Has(text, quote.selector->prefix + quote.selector->exact + quote.selector->suffix));
    if (!quote.cue->span.empty()) {
      EXPECT_EQ(text.substr(quote.cue->span.begin, quote.cue->span.size()), quote.cue->text);
    }
    if (!quote.mention->span.empty()) {
      EXPECT_EQ(text.substr(quote.mention->span.begin, quote.mention->span.size()),
                quote.mention->text);
    }
  }
}

TEST(Extract, ConfidenceIsBetweenZeroAndOne) {
  for (const Quote& quote : Page().story.quotes) {
    EXPECT_GT(quote.confidence, 0) << quote.text.view();
    EXPECT_LE(quote.confidence, 1) << quote.text.view();
  }
}

TEST(Extract, EachQuoteSaysHowItWasFound) {
  const Extraction done = Page();
  ASSERT_EQ(done.explanations.size(), done.story.quotes.size());
  for (size_t i = 0; i < done.explanations.size(); ++i) {
    const std::string& extra = done.story.quotes[i].more->extra;
    EXPECT_TRUE(Has(extra, "\"found\":{\"rule\":\"" + std::string(done.explanations[i].rule)))
        << extra;
    EXPECT_TRUE(Has(extra, "\"cue\":") && Has(extra, "\"content\":") && Has(extra, "\"source\":") &&
                Has(extra, "\"speaker\":"));
  }
}

TEST(Extract, ExplainTellsPeopleTheSame) {
  const std::string told = Explain(Extracted("“The ferry will open in May,” Ada Holm said."));
  for (const char* part : {"q1  “The ferry will open in May”", "said by Ada Holm",
                           "found by cue “said”", "all in all"}) {
    EXPECT_TRUE(Has(told, part)) << told;
  }
}

TEST(Extract, TheStoryIsReadBackWithoutADiagnostic) {
  const Extraction done = Page();
  Diagnostics diagnostics;
  const std::string json = WriteStory(done.story);
  const Result<Story> story = ParseStory(json, &diagnostics);
  ASSERT_TRUE(story.ok());
  for (const Diagnostic& each : diagnostics.kept()) ADD_FAILURE() << each.message;
  EXPECT_EQ(story.value().quotes.size(), done.story.quotes.size());
  EXPECT_EQ(WriteStory(story.value()), json);
}

TEST(Extract, KeptTextIsAsItWas) {
  ExtractInput input;
  input.text = kPage;
  input.keep_text = true;
  const Extraction done = Extracted(input);
  EXPECT_EQ(done.story.articles[0].text, kPage);
  EXPECT_TRUE(done.dropped.empty());
  EXPECT_EQ(Texts(done.story, QuoteType::kDirect), Texts(Page().story, QuoteType::kDirect));
}

TEST(Extract, NothingIsLookedForInKeptFurniture) {
  ExtractInput input;
  input.text =
      "“The ferry will open in May,” Ada Holm said after the meeting of the island council.\n\n"
      "Tom Ray said that the ships were sound and that the crews had rested.\n\n"
      "Leave a comment\n\n“This is a scandal,” Zork Blift said.\n";
  input.keep_text = true;
  const Extraction done = Extracted(input);
  EXPECT_EQ(QuoteWith(done.story, "scandal"), nullptr);
  EXPECT_NE(QuoteWith(done.story, "will open"), nullptr);
}

TEST(Extract, TheLanguageIsDetected) {
  const struct {
    const char* text;
    const char* language;
    const char* said;
  } kCases[] = {
      {"“The ferry will open in May and it will be safe for all of us,” Ada Holm said, and then "
       "she left the room with the others.",
       "en", "The ferry will open in May"},
      {"„Die Fähre öffnet im Mai, und sie wird für uns alle sicher sein“, sagte Ada Holm, und dann "
       "verließ sie den Raum mit den anderen.",
       "de", "Die Fähre öffnet im Mai"},
      {"Ada Holm, “Feribot mayısta açılacak. Hepimiz için çok güvenli olacak.” dedi ve sonra "
       "diğerleri ile birlikte odadan çıktı.",
       "tr", "Feribot mayısta açılacak"}};
  for (const auto& each : kCases) {
    const Extraction done = Extracted(each.text);
    EXPECT_EQ(done.language, each.language);
    EXPECT_EQ(done.story.language, each.language);
    EXPECT_TRUE(done.language_known);
    EXPECT_NE(QuoteWith(done.story, each.said), nullptr) << each.text;
  }
}

TEST(Extract, AGivenLanguageCountsWithItsRegion) {
  ExtractInput input;
  input.text = "“Yes,” Ada Holm said.";
  input.language = "en-GB";
  const Extraction done = Extracted(input);
  EXPECT_EQ(done.language, "en");
  EXPECT_TRUE(done.language_known);
  EXPECT_EQ(done.story.articles[0].language, "en-GB");
}

TEST(Extract, AnUnknownLanguageUsesTheFirstPackAndSaysSo) {
  ExtractInput input;
  input.text = "“Sim,” disse Ada Holm.";
  input.language = "pt";
  const Extraction done = Extracted(input);
  EXPECT_FALSE(done.language_known);
  EXPECT_EQ(done.language, EmbeddedPacks()[0].code);
  EXPECT_EQ(done.story.articles[0].language, "pt");
}

TEST(Extract, TheTextSaysWhenWhereAndByWhom) {
  const Extraction done = Extracted(
      "The ferry comes back\n\n"
      "By Lena Fox\n\n"
      "Published: 13 March 2024\n\n"
      "Updated: 15 March 2024\n\n"
      "KELMAR (AP) — “It will open in May,” Ada Holm, the mayor of Kelmar, said on Tuesday. She "
      "asked all of the guests to bring a towel.\n\n"
      "Tom Ray, who has run the ferry since 2010, said that the ships were sound.\n");
  const Article& article = done.story.articles[0];
  ASSERT_TRUE(article.published.has_value());
  EXPECT_EQ(PrintEdtf(*article.published), "2024-03-13");
  ASSERT_TRUE(article.modified.has_value());
  EXPECT_EQ(PrintEdtf(*article.modified), "2024-03-15");
  EXPECT_EQ(article.dateline, "KELMAR");
  ASSERT_EQ(article.authors.size(), 1U);
  EXPECT_EQ(article.authors[0].name, "Lena Fox");
  const Quote* const quote = QuoteWith(done.story, "It will open");
  ASSERT_NE(quote, nullptr);
  ASSERT_TRUE(quote->said.has_value());
  EXPECT_EQ(PrintEdtf(quote->said->when), "2024-03-12") << "Tuesday before it was published";
}

TEST(Extract, WhatIsGivenWinsOverTheText) {
  const std::vector<std::string> authors = {"Zork Blift"};
  ExtractInput input;
  input.text = "By Lena Fox\n\nPublished: 13 March 2024\n\n“Yes, it will open,” Ada Holm said.\n";
  input.id = "a7";
  input.url = "https://example.org/ferry";
  input.headline = "A headline";
  input.published = "2024-04-01";
  input.publisher = "The Kelmar Post";
  input.authors = authors;
  const Article article = Extracted(input).story.articles[0];
  EXPECT_EQ(article.id, "a7");
  EXPECT_EQ(article.url, "https://example.org/ferry");
  EXPECT_EQ(article.headline, "A headline");
  EXPECT_EQ(PrintEdtf(*article.published), "2024-04-01");
  EXPECT_EQ(article.publisher.name, "The Kelmar Post");
  ASSERT_EQ(article.authors.size(), 1U);
  EXPECT_EQ(article.authors[0].name, "Zork Blift");
}

TEST(Extract, NothingSaidGivesAStoryWithoutQuotes) {
  for (const std::string_view text : {"", " \n\n ", "The ferry came at nine and left at ten."}) {
    const Extraction done = Extracted(text);
    EXPECT_TRUE(done.story.quotes.empty()) << text;
    EXPECT_EQ(done.story.articles.size(), 1U);
  }
}

TEST(Extract, APullQuoteThatTheMarkupTellsOfIsARepetition) {
  const std::string text =
      "“We will open the ferry in May,” Ada Holm said after the meeting of the council.\n\n"
      "“We will open the ferry in May”\n\n"
      "Tom Ray, who has run the ferry since 2010, said that the ships were sound.\n";
  const auto begin = static_cast<uint32_t>(text.find("“We", 10));
  const auto end = static_cast<uint32_t>(text.find("”\n\nTom") + 3);
  const std::vector<BlockHint> hints = {{{begin, end}, ParagraphKind::kPullQuote}};
  ExtractInput input;
  input.text = text;
  input.hints = hints;
  EXPECT_EQ(Texts(Extracted(input).story, QuoteType::kDirect),
            std::vector<std::string>{"We will open the ferry in May"});
}

TEST(Extractor, NoPackIsAnError) {
  const Result<Extractor> made = Extractor::Make({});
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().code, "no-pack");
}

TEST(Extractor, ABrokenPackIsItsError) {
  const PackText pack{"en", "no section"};
  const Result<Extractor> made = Extractor::Make({&pack, 1});
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().code, "pack-section");
}

TEST(Extractor, APackWithoutAnythingFindsNothingAndDoesNotFail) {
  const PackText pack{"xx", ""};
  const Result<Extractor> made = Extractor::Make({&pack, 1});
  ASSERT_TRUE(made.ok());
  ExtractInput input;
  input.text = "“The ferry will open in May,” Ada Holm said.";
  EXPECT_TRUE(made.value().Extract(input).ok());
}

}  // namespace
}  // namespace saywhen
