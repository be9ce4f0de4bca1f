#include "extract/attribution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine_support.h"

namespace saywhen {
namespace {

struct Case {
  const char* text;
  std::vector<std::string> attributions;
  const char* code = "en";
};

void Check(const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    EXPECT_EQ(Joined(AttributionsIn(each.text, each.code), "\n"), Joined(each.attributions, "\n"))
        << each.text;
  }
}

std::vector<std::string> RulesIn(std::string_view text) {
  std::vector<std::string> rules;
  const Document document = Read(text);
  for (const Attribution& each : FindAttributions(document, LanguageOf("en"))) {
    rules.emplace_back(each.rule);
  }
  return rules;
}

TEST(Attributions, SourceCueContent) {
  Check({{"Ada Holm said, “The ferry will open in May.”",
          {"direct: The ferry will open in May | Ada Holm | said"}},
         {"Ada Holm said that the ferry would open in May.",
          {"indirect: that the ferry would open in May | Ada Holm | said"}},
         {"Ada Holm sagte: „Die Fähre öffnet im Mai.“",
          {"direct: Die Fähre öffnet im Mai | Ada Holm | sagte"},
          "de"}});
}

TEST(Attributions, ContentSourceCue) {
  Check({{"“The ferry will open in May,” Ada Holm said.",
          {"direct: The ferry will open in May | Ada Holm | said"}},
         {"The ferry will open in May, she said.",
          {"indirect: The ferry will open in May | she | said"}},
         {"\"The ferry will open in May,\" Ada Holm said.",
          {"direct: The ferry will open in May | Ada Holm | said"}}});
}

TEST(Attributions, ContentCueSource) {
  Check({{"“The ferry will open in May,” said Ada Holm.",
          {"direct: The ferry will open in May | Ada Holm | said"}},
         {"„Die Fähre öffnet im Mai“, sagte Ada Holm.",
          {"direct: Die Fähre öffnet im Mai | Ada Holm | sagte"},
          "de"}});
}

TEST(Attributions, SplitQuotesAreOne) {
  Check({{"“The ferry,” Ada Holm said, “will open in May.”",
          {"direct: The ferry … will open in May | Ada Holm | said"}},
         {"“The ferry will open in May,” Ada Holm said. “Bring a towel.”",
          {"direct: The ferry will open in May … Bring a towel | Ada Holm | said"}}});
}

TEST(Attributions, PartlyQuotedIsMixed) {
  Check({{"Ada Holm said that the ferry was “perfectly sound” and would open.",
          {"mixed: that the ferry was “perfectly sound” and would open | Ada Holm | said"}}});
}

TEST(Attributions, TheOneWhoIsToldIsNotTheSource) {
  Check({{"Ada Holm told reporters that the ferry would open in May.",
          {"indirect: that the ferry would open in May | Ada Holm | told"}},
         {"“The ferry will open in May,” Ada Holm told reporters.",
          {"direct: The ferry will open in May | Ada Holm | told"}}});
}

TEST(Attributions, AccordingToIsOneCue) {
  Check({{"According to Ada Holm, the ferry will open in May.",
          {"indirect: the ferry will open in May | Ada Holm | According to"}},
         {"The ferry will open in May, according to Ada Holm.",
          {"indirect: The ferry will open in May | Ada Holm | according to"}}});
}

TEST(Attributions, HelpingVerbsBelongToTheCue) {
  Check({{"Ada Holm has said that the ferry will open in May.",
          {"indirect: that the ferry will open in May | Ada Holm | has said"}}});
}

TEST(Attributions, ASignatureNamesItsSource) {
  for (const char* dash : {"―", "—", "–"}) {
    Check({{(std::string("“Never trust a calm sea.” ") + dash + " Lena Fox").c_str(),
            {std::string("direct: Never trust a calm sea | Lena Fox | ") + dash}}});
  }
}

TEST(Attributions, AnswersOfAnInterview) {
  Check({{"Q: Do you sleep at sea?\n\nA: Like a stone. I dream of home.\n\nQ: And what is "
          "next?\n\nA: Go home.",
          {"direct: Like a stone. I dream of home. | A | :", "direct: Go home. | A | :"}},
         {"Lena Fox: We drill at night.\n\nTom Ray: We sleep at noon.\n\nLena Fox: I do not.",
          {"direct: We drill at night. | Lena Fox | :", "direct: We sleep at noon. | Tom Ray | :",
           "direct: I do not. | Lena Fox | :"}}});
}

TEST(Attributions, TwoRubricsAreNoInterview) {
  for (const std::string& each : AttributionsIn(
           "ANALYSIS: The pier is old.\n\nWATCH: The ferry comes in.\n\nThe crews slept.")) {
    EXPECT_EQ(each.find("The crews slept"), std::string::npos) << each;
  }
}

TEST(Attributions, EachFloatingParagraphGoesOn) {
  Check(
      {{"Ada Holm said, “It will open in May.”\n\n“Bring a towel for the deck.”\n\n“Bring a "
        "friend, "
        "too.”\n\n“See you there, everybody.”",
        {"direct: It will open in May | Ada Holm | said",
         "direct: Bring a towel for the deck | Ada Holm | said",
         "direct: Bring a friend, too | Ada Holm | said",
         "direct: See you there, everybody | Ada Holm | said"}}});
}

TEST(Attributions, AQuotationInAQuotation) {
  const std::vector<std::string> found = AttributionsIn(
      "“My mother told me, ‘You must be very proud of them,’ and I was,” Ada Holm said.");
  EXPECT_NE(std::find(found.begin(), found.end(),
                      "direct: You must be very proud of them | My mother | told"),
            found.end())
      << Joined(found, "\n");
}

TEST(Attributions, AColonLeadsInToTheNextParagraph) {
  const std::vector<std::string> found = AttributionsIn(
      "Ada Holm made the following comment:\n\n“The ferry is safe. Everybody may come.”");
  EXPECT_NE(std::find(found.begin(), found.end(),
                      "direct: The ferry is safe. Everybody may come | Ada Holm | made"),
            found.end())
      << Joined(found, "\n");
}

TEST(Attributions, SilenceIsNoQuote) {
  Check({{"The ministry declined to comment.", {}},
         {"The ministry did not respond to a request for comment.", {}}});
}

TEST(Attributions, AnAnswersFurtherParagraphsAreItsParts) {
  Check({{"Q: Do you sleep?\n\nA: Like a stone.\n\nOn calm days I nap.\n\nQ: And then?\n\nA: Home.",
          {"direct: Like a stone. … On calm days I nap. | A | :", "direct: Home. | A | :"}}});
}

TEST(Attributions, OneLabelAloneIsNoInterview) {
  EXPECT_EQ(RulesIn("Note: The harbour is closed on Monday."), std::vector<std::string>());
}

TEST(Attributions, AFloatingQuotationGoesOnFromTheParagraphBefore) {
  Check({{"“The ferry will open in May,” Ada Holm said.\n\n“Everybody should bring a towel.”",
          {"direct: The ferry will open in May | Ada Holm | said",
           "direct: Everybody should bring a towel | Ada Holm | said"}}});
}

TEST(Attributions, AQuotationOverParagraphsIsOne) {
  Check({{"Ada Holm said, “The ferry will open in May.\n\n“It is sound.\n\n“Bring a towel.”",
          {"direct: The ferry will open in May … It is sound … Bring a towel | Ada Holm | said"}}});
}

TEST(Attributions, TitlesOfWorksAreNoQuotes) {
  Check({{"Ada Holm wrote “A Short History of Water”.", {}},
         {"Ada Holm said “Face the Nation”.", {}},
         {"“The Old Grey Sea”, said Tom Ray.", {}}});
}

TEST(Attributions, ShortSentencesWithNamesAreNoTitles) {
  Check(
      {{"“It will open in May,” Ada Holm said.", {"direct: It will open in May | Ada Holm | said"}},
       {"“I love Kelmar,” Ada Holm said.", {"direct: I love Kelmar | Ada Holm | said"}},
       {"“Tom left Kelmar,” Ada Holm said.", {"direct: Tom left Kelmar | Ada Holm | said"}}});
}

TEST(Attributions, TermsInQuotationMarksAreNoQuotes) {
  Check({{"A “roll-on” ferry came to Kelmar.", {}}});
}

TEST(Attributions, TheQuestionStaysOutOfTheAnswer) {
  Check({{"Asked whether the ferry was safe, Ada Holm said, “It has never been safer.”",
          {"indirect: whether the ferry was safe |  | Asked",
           "direct: It has never been safer | Ada Holm | said"}}});
}

TEST(Attributions, NothingSaidGivesNone) {
  Check({{"", {}}, {"The ferry came at nine and left at ten.", {}}});
}

TEST(Attributions, AMixedContentHasBothMarksOfAPair) {
  Check({{"Ada Holm said it was “a disgrace.”", {"mixed: it was “a disgrace.” | Ada Holm | said"}},
         {"Ada Holm said it was “a disgrace”.", {"mixed: it was “a disgrace” | Ada Holm | said"}},
         {"Ada Holm said “sound” ferries would open in May.",
          {"mixed: “sound” ferries would open in May | Ada Holm | said"}},
         {"“He said, ‘The pier was closed,’” Ada Holm said.",
          {"direct: He said, ‘The pier was closed,’ | Ada Holm | said",
           "direct: The pier was closed | He | said"}}});
}

TEST(Attributions, WhatAsksAPromptIsNotWhoAnswers) {
  const std::vector<std::string> found = AttributionsIn(
      "Asked whether the ferry, the pier and the crews were safe, Ada Holm said, “They are safe.”");
  EXPECT_NE(std::find(found.begin(), found.end(), "direct: They are safe | Ada Holm | said"),
            found.end())
      << Joined(found, "\n");
}

TEST(Attributions, StandInTheOrderOfTheirContents) {
  const Document document = Read(
      "Tom Ray denied it. “The ferry will open,” Ada Holm said. She added that it was sound.\n\n"
      "“Bring a towel for the deck.”\n\nAccording to Tom Ray, nobody will come.");
  uint32_t before = 0;
  for (const Attribution& each : FindAttributions(document, LanguageOf("en"))) {
    EXPECT_GE(each.content.front().begin, before);
    before = each.content.front().begin;
  }
  EXPECT_GT(before, 0U);
}

TEST(Attributions, SayByWhichRuleTheyWereFound) {
  const struct {
    const char* text;
    std::vector<std::string> rules;
  } kCases[] = {
      {"“The ferry will open in May,” Ada Holm said.", {"cue"}},
      {"“Never trust a calm sea.” ― Lena Fox", {"signature"}},
      {"Q: Why?\n\nA: Because.\n\nQ: When?\n\nA: Now.", {"answer", "answer"}},
      {"“The ferry will open in May,” Ada Holm said.\n\n“Everybody should bring a towel.”",
       {"cue", "quotation goes on"}},
  };
  for (const auto& each : kCases) EXPECT_EQ(RulesIn(each.text), each.rules) << each.text;
}

TEST(Attributions, GermanQuotationsInAReportedSentenceAreQuotesOfTheirOwn) {
  const std::vector<std::string> found = AttributionsIn(
      "Ada Holm sagte, die Fähre sei „in bestem Zustand“ und werde bald fahren.", "de");
  EXPECT_NE(std::find(found.begin(), found.end(), "direct: in bestem Zustand | Ada Holm | sagte"),
            found.end());
}

TEST(Attributions, TurkishSaysLast) {
  Check({{"Ada Holm, “Feribot mayısta açılacak. Herkes havlu getirsin.” dedi.",
          {"direct: Feribot mayısta açılacak. Herkes havlu getirsin | Ada Holm | dedi"},
          "tr"},
         {"Ada Holm, feribotun mayısta açılacağını söyledi.",
          {"indirect: feribotun mayısta açılacağını | Ada Holm | söyledi"},
          "tr"}});
}

TEST(RawConfidence, IsTheProductOfWhatTheModelsSay) {
  Attribution one;
  one.cue_probability = 0.5F;
  one.content_probability = 0.5F;
  one.source.probability = 0.4F;
  EXPECT_FLOAT_EQ(RawConfidence(one), 0.25F) << "nobody is named: nothing to be wrong about";
  one.source.tokens = {0, 1};
  EXPECT_FLOAT_EQ(RawConfidence(one), 0.1F);
}

}  // namespace
}  // namespace saywhen
