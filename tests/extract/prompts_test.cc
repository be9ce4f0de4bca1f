#include "extract/prompts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine_support.h"

namespace saywhen {
namespace {

// The prompts of a text's attributions, empty ones left out.
std::string Prompts(std::string_view text, std::string_view code = "en") {
  const Language& language = LanguageOf(code);
  const Document document = Read(text, code);
  std::vector<std::string> prompts;
  for (const Attribution& each : FindAttributions(document, language)) {
    const TokenRange prompt = PromptOf(document, language.prompts, language.speakers, each);
    if (!prompt.empty()) prompts.push_back(TextOf(document, prompt));
  }
  return Joined(prompts, " / ");
}

struct Prompted {
  const char* text;
  const char* prompts;
  const char* code = "en";
};

void Check(const std::vector<Prompted>& cases) {
  for (const Prompted& each : cases) {
    EXPECT_EQ(Prompts(each.text, each.code), each.prompts) << each.text;
  }
}

TEST(Prompts, WhatSomebodyIsAsked) {
  Check({{"Asked whether the ferry was safe, Ada Holm said, “It has never been safer.”",
          "Asked whether the ferry was safe"},
         {"When asked if it was late, Ada Holm said, “It has never been later.”",
          "When asked if it was late"},
         {"Pressed on the costs, Ada Holm said, “We will publish all of them.”",
          "Pressed on the costs"},
         {"In response to a question about the crews, Ada Holm said, “They are at sea.”",
          "In response to a question about the crews"},
         {"Auf die Frage, ob die Fähre sicher sei, sagte Ada Holm: „Sie war nie sicherer.“",
          "Auf die Frage, ob die Fähre sicher sei", "de"}});
}

TEST(Prompts, AQuestionWithCommasIsWhole) {
  const Language& language = LanguageOf("en");
  const Document document =
      Read("Asked whether ferry, pier and crews were safe, Ada Holm said, “They are.”");
  const uint32_t ada = TokenNamed(document, "Ada");
  Attribution one;
  one.source.tokens = {ada, ada + 2};
  one.cue = {ada + 2, ada + 3};
  one.content = {{TokenNamed(document, "They"), TokenNamed(document, "are") + 1}};
  EXPECT_EQ(TextOf(document, PromptOf(document, language.prompts, language.speakers, one)),
            "Asked whether ferry, pier and crews were safe");
}

TEST(Prompts, OtherSentencesHaveNone) {
  Check({{"On Tuesday, Ada Holm said, “It has never been safer.”", ""},
         {"“It has never been safer,” Ada Holm said when asked.", ""}});
}

TEST(Prompts, OfAnAnswerTheQuestionBeforeIt) {
  Check({{"Q: Do you sleep at sea?\n\nA: Like a stone.\n\nQ: And then?\n\nA: Home.",
          "Do you sleep at sea? / And then?"}});
}

TEST(Prompts, AnAnswerBehindAnotherHasNone) {
  Check({{"Q: Do you sleep?\n\nA: Like a stone.\n\nA: A small one.", "Do you sleep?"}});
}

TEST(Prompts, WithoutACueThereIsNone) {
  const Language& language = LanguageOf("en");
  const Document document = Read("Asked about it, “yes”.");
  Attribution one;
  one.content = {{4, 6}};
  EXPECT_TRUE(PromptOf(document, language.prompts, language.speakers, one).empty());
}

TEST(PromptLexicon, PhrasesStandAtTheirFirstWord) {
  const LanguagePack pack = PackOf("[prompts]\nwhen asked\n\nasked\n");
  const PromptLexicon lexicon(pack);
  const Document document = Read("Later, when ASKED again");
  EXPECT_FALSE(lexicon.StandsAt(document, 0));
  EXPECT_TRUE(lexicon.StandsAt(document, TokenNamed(document, "when")));
  EXPECT_TRUE(lexicon.StandsAt(document, TokenNamed(document, "ASKED")));
  EXPECT_FALSE(lexicon.StandsAt(document, TokenNamed(document, "again"))) << "the text ends";
}

}  // namespace
}  // namespace saywhen
