#include "extract/speakers.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "engine_support.h"

namespace saywhen {
namespace {

struct Who {
  Document document;
  std::vector<Attribution> attributions;
  Speakers speakers;
};

Who WhoSays(std::string_view text, std::string_view code = "en") {
  Who who;
  who.document = Read(text, code);
  who.attributions = FindAttributions(who.document, LanguageOf(code));
  who.speakers = FindSpeakers(who.document, LanguageOf(code), who.attributions);
  EXPECT_EQ(who.speakers.of.size(), who.attributions.size());
  return who;
}

// By attribution the names of who says it, joined by "+"; "?" for nobody.
std::string Said(std::string_view text, std::string_view code = "en") {
  const Who who = WhoSays(text, code);
  std::vector<std::string> all;
  for (const SpeakerOf& each : who.speakers.of) {
    std::vector<std::string> names;
    for (const Index index : each.speakers) names.push_back(who.speakers.speakers[index].name);
    all.push_back(names.empty() ? "?" : Joined(names, "+"));
  }
  return Joined(all, "; ");
}

struct Case {
  const char* text;
  const char* said;
  const char* code = "en";
};

void Check(const std::vector<Case>& cases) {
  for (const Case& each : cases) EXPECT_EQ(Said(each.text, each.code), each.said) << each.text;
}

// The only speaker.
Speaker Only(std::string_view text, std::string_view code = "en") {
  const Who who = WhoSays(text, code);
  EXPECT_EQ(who.speakers.speakers.size(), 1U) << text;
  return who.speakers.speakers.empty() ? Speaker() : who.speakers.speakers[0];
}

TEST(Speakers, ASurnameIsThePersonWithIt) {
  Check(
      {{"“The ferry will open,” Ada Holm said. “Bring towels,” Holm added.", "Ada Holm; Ada Holm"},
       {"“Die Fähre öffnet“, sagte Anna Holm. „Bringt Handtücher mit“, sagte Holm.",
        "Anna Holm; Anna Holm", "de"}});
}

TEST(Speakers, TheFullNameMayComeLater) {
  const Speaker speaker =
      Only("“The ferry will open,” Holm said.\n\n“Bring towels,” Ada Holm said.");
  EXPECT_EQ(speaker.name, "Ada Holm");
  EXPECT_EQ(speaker.aliases, std::vector<std::string>{"Holm"});
}

TEST(Speakers, TwoWithOneSurnameAreTwo) {
  Check({{"“The ferry will open,” Ada Holm said. “It will not,” Tom Holm said.",
          "Ada Holm; Tom Holm"}});
}

TEST(Speakers, ATitleMeansWhoHadItLast) {
  Check({{"Mayor Ada Holm came to Kelmar. “The ferry will open,” the mayor said.", "Ada Holm"},
         {"Ada Holm, the mayor of Kelmar, came. “The ferry will open,” the mayor said.",
          "Ada Holm"}});
}

TEST(Speakers, TheRoleIsKept) {
  EXPECT_EQ(Only("“It will open,” Ada Holm, the mayor of Kelmar, said.").role, "mayor of Kelmar");
  EXPECT_EQ(Only("“It will open,” said NATO Secretary General Mark Rutte.").role,
            "NATO Secretary General");
  EXPECT_EQ(Only("“It will open,” said Mr. Ray.").role, "") << "a courtesy is no role";
}

TEST(Speakers, APronounMeansAPersonOfItsGender) {
  Check({{"Ada Holm met Tom Ray in Kelmar. “The ferry will open,” she said.", "Ada Holm"},
         {"Ada Holm met Tom Ray in Kelmar. “The ferry will open,” he said.", "Tom Ray"},
         {"Anna Holm traf Thomas Ray. „Die Fähre öffnet“, sagte er.", "Thomas Ray", "de"}});
}

TEST(Speakers, APronounMeansTheLastToHaveSpoken) {
  Check(
      {{"“The ferry will open,” Ada Holm said. “Bring towels,” she added.", "Ada Holm; Ada Holm"}});
}

TEST(Speakers, APronounWithoutAnyoneMeansNobody) {
  Check({{"“The ferry will open,” she said.", "?"},
         {"Tom Ray came. “The ferry will open,” she said.", "?"}});
}

TEST(Speakers, IInAQuoteIsWhoSaysIt) {
  const Document document = Read("“Tom came and I said no,” Ada Holm replied.");
  const auto at = [&document](std::string_view word) { return TokenNamed(document, word); };
  Attribution inner;
  inner.source.tokens = {at("I"), at("I") + 1};
  inner.cue = {at("said"), at("said") + 1};
  inner.content = {{at("no"), at("no") + 1}};
  Attribution outer;
  outer.type = QuoteType::kDirect;
  outer.source.tokens = {at("Ada"), at("Ada") + 2};
  outer.cue = {at("replied"), at("replied") + 1};
  outer.content = {{at("Tom"), at("no") + 1}};
  const Speakers found = FindSpeakers(document, LanguageOf("en"), {outer, inner});
  ASSERT_EQ(found.speakers.size(), 1U);
  EXPECT_EQ(found.speakers[0].name, "Ada Holm");
  EXPECT_EQ(found.of[1].speakers, found.of[0].speakers);
}

TEST(Speakers, WhoIsWhoeverStandsBeforeIt) {
  Check({{"The ferry belongs to Ada Holm, who said that it would open in May.", "Ada Holm"}});
}

TEST(Speakers, HaveTheKindOfTheirNoun) {
  const struct {
    const char* text;
    SpeakerKind kind;
    const char* name;
    const char* code = "en";
  } kCases[] = {
      {"Ada Holm said that it was late.", SpeakerKind::kPerson, "Ada Holm"},
      {"Residents said that the ferry was late.", SpeakerKind::kGroup, "Residents"},
      {"The residents said that the ferry was late.", SpeakerKind::kGroup, "residents"},
      {"The company said that the ferry was late.", SpeakerKind::kOrganisation, "company"},
      {"The report said that the ferry was late.", SpeakerKind::kDocument, "report"},
      {"A witness said that the ferry was late.", SpeakerKind::kPerson, "witness"},
      {"NATO said that the ferry was late.", SpeakerKind::kOrganisation, "NATO"},
      {"The Kelmar Police said that the ferry was late.", SpeakerKind::kOrganisation,
       "Kelmar Police"},
  };
  for (const auto& each : kCases) {
    const Speaker speaker = Only(each.text, each.code);
    EXPECT_EQ(speaker.kind, each.kind) << each.text;
    EXPECT_EQ(speaker.name, each.name) << each.text;
  }
}

TEST(Speakers, ADescriptionHasItsComplement) {
  EXPECT_EQ(Only("“It is late,” said a spokesman for the port.").name, "spokesman for the port");
}

TEST(Speakers, ANameBehindADescriptionIsWhoItIs) {
  Check({{"“The ferry is safe,” said his wife, Carol Blift.", "Carol Blift"},
         {"The governor, Elena Ruiz, said that the ferry was safe.", "Elena Ruiz"}});
}

TEST(Speakers, ADatelineIsNobody) {
  Check({{"NEW YORK (AP) — “The ferry is safe,” she said.", "?"}});
}

TEST(Speakers, AgesAreAdjectives) {
  Check({{"A 19-year-old man said that the ferry was safe.", "19-year-old man"}});
}

TEST(Speakers, TwoJoinedByAndSayItTogether) {
  Check({{"Ada Holm and Tom Ray said that the ferry was safe.", "Ada Holm+Tom Ray"},
         {"“The ferry is safe,” said Ada Holm and Tom Ray.", "Ada Holm+Tom Ray"},
         {"Anna Holm und Thomas Ray sagten, die Fähre sei sicher.", "Anna Holm+Thomas Ray", "de"}});
}

TEST(Speakers, OneOfTwoWhoDoesSomethingElseSaysNothing) {
  Check({{"“The ferry is safe,” said Ada Holm and Tom Ray left.", "Ada Holm"}});
}

TEST(Speakers, AnswersOfAnInterviewAreTheFirstPersonsNamed) {
  Check(
      {{"The glaciologist Lena Fox met Tom Ray at sea.\n\nQ: Do you sleep?\n\nA: Like a "
        "stone.\n\nQ: And then?\n\nA: Home.",
        "Lena Fox; Lena Fox"}});
}

TEST(Speakers, ALabelWithANameIsThatPerson) {
  Check({{"Lena Fox: We drill at night.\n\nTom Ray: We sleep at noon.\n\nFox: And why?",
          "Lena Fox; Tom Ray; Lena Fox"}});
}

TEST(Speakers, AnAcronymMeansTheOrganisation) {
  Check({{"The Kelmar Harbour Union (KHU) met. The KHU said that the ferry was safe.",
          "Kelmar Harbour Union"}});
}

TEST(Speakers, OnlyThoseWhoSaySomethingAreListedInTheOrderOfTheirWords) {
  const Who who =
      WhoSays("Lena Fox slept. “The ferry will open,” Tom Ray said. “It will,” Ada Holm replied.");
  std::vector<std::string> names;
  for (const Speaker& each : who.speakers.speakers) names.push_back(each.name);
  EXPECT_EQ(Joined(names, "; "), "Tom Ray; Ada Holm");
}

TEST(Speakers, IdsAreUniqueSlugsOfTheNames) {
  const Who who = WhoSays(
      "“The ferry will open,” Ada Ölçü said.\n\n“It will not,” said ADA ÖLÇÜ of Kelmar.\n\n“Why?” "
      "Tom J. O’Ray asked.");
  std::set<std::string> ids;
  for (const Speaker& each : who.speakers.speakers) {
    EXPECT_TRUE(ids.insert(each.id).second) << each.id;
  }
  EXPECT_TRUE(ids.contains("ada-ölçü"));
}

TEST(Speakers, TheMentionIsTheWholePhrase) {
  const Who who = WhoSays("Ada Holm and Tom Ray said that the ferry was safe.");
  ASSERT_EQ(who.speakers.of.size(), 1U);
  EXPECT_EQ(TextOf(who.document, who.speakers.of[0].mention), "Ada Holm and Tom Ray");
}

TEST(Speakers, ProbabilitiesAreWithinZeroToOne) {
  const Who who = WhoSays(
      "Ada Holm met Lena Fox. “The ferry will open,” she said. “It will,” the mayor said. “No,” "
      "they said.");
  for (const SpeakerOf& each : who.speakers.of) {
    EXPECT_GE(each.probability, 0);
    EXPECT_LE(each.probability, 1);
  }
}

TEST(Speakers, TurkishSuffixesDoNotPartAPerson) {
  Check(
      {{"Mehmet Kaya, “Feribot mayısta açılacak. Herkes gelsin.” dedi. Kaya, “Havlu getirin. "
        "Gecikmeyin.” dedi.",
        "Mehmet Kaya; Mehmet Kaya", "tr"}});
}

}  // namespace
}  // namespace saywhen
