#include "model/unify_speakers.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "people.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

struct Pair {
  const char* why;
  Speaker first;
  Speaker second;
  bool one;
};

TEST(UnifySpeakers, WhoIsOne) {
  const Speaker mark = Named("Mark Rutte");
  const Pair pairs[] = {
      {"same name", mark, mark, true},
      {"letter case", mark, Named("MARK  rutte"), true},
      {"other name", mark, Named("Mark Rutter"), false},
      {"accents", Named("José"), Named("Jose"), false},
      {"capitals of Latin", Named("ÇAĞRI ŞIK"), Named("Çağrı Şık"), true},
      {"capitals of Polish and Czech", Named("ŁUŹŽ"), Named("łuźž"), true},
      {"capitals of Greek", Named("ΝΙΚΟΣ"), Named("Νικος"), true},
      {"capitals of Cyrillic", Named("ЁЖ Ж"), Named("ёж ж"), true},
      {"name and alias", Alias(mark, "Rutte"), Named("rutte"), true},
      {"alias and name", Named("rutte"), Alias(mark, "Rutte"), true},
      {"aliases alone", Alias(mark, "the boss"), Alias(Named("Ada"), "the boss"), false},
      {"other kind", mark, Kind(mark, SpeakerKind::kDocument), false},
      {"one affiliation", mark, From(mark, "NATO"), true},
      {"same affiliation", From(mark, "NATO", "a"), From(mark, "NATO", "b"), true},
      {"other affiliation", From(mark, "NATO"), From(mark, "EU"), false},
      {"other affiliation, same role", From(mark, "NATO", "boss"), From(mark, "EU", "boss"), true},
      {"same address", At(mark, "https://a/1"), At(Named("M. R."), "https://a/1"), true},
      {"same but for the scheme", At(mark, "https://www.a/1/"), At(Named("M"), "http://a/1"), true},
      {"other address", At(mark, "https://a/1"), At(mark, "https://b/2"), false},
      {"one address", At(mark, "https://a/1"), mark, true},
  };
  for (const Pair& pair : pairs) {
    Story story = StoryOf({pair.first, pair.second});
    EXPECT_EQ(UnifySpeakers(&story, nullptr), pair.one ? 1U : 0U) << pair.why;
    EXPECT_EQ(story.speakers.size(), pair.one ? 1U : 2U) << pair.why;
  }
}

TEST(UnifySpeakers, TheFirstTakesTheOthersNamesAndWhatItLacks) {
  Speaker second = At(From(Named("mark rutte"), "NATO", "boss"), "https://a/1");
  second.aliases = {"Rutte", "Mark Rutte", "the boss"};
  second.image = "https://a/i.png";
  second.color = "#123456";
  Story story = StoryOf({Alias(Named("Mark Rutte"), "Rutte"), second});
  Diagnostics diagnostics;
  UnifySpeakers(&story, &diagnostics);
  EXPECT_EQ(Names(story), "Mark Rutte = Rutte = mark rutte = the boss");
  const Speaker& one = story.speakers[0];
  EXPECT_EQ(one.id, "s0");
  EXPECT_EQ(one.affiliation + one.role + one.image + one.color,
            "NATOboss" + second.image + "#123456");
  EXPECT_EQ(one.same_as, second.same_as);
  EXPECT_EQ(Problems(diagnostics), "");
}

TEST(UnifySpeakers, AllIndexesFollow) {
  Story story = StoryOf({Named("A"), Named("B"), Named("a"), Named("C")});
  story.quotes[0].speakers = {2, 0, 3};
  story.quotes[1].more.Own().addressees = {2, 1};
  story.quotes[2].more.Own().mentions = {3, 2};
  UnifySpeakers(&story, nullptr);
  EXPECT_EQ(Names(story), "A = a; B; C");
  EXPECT_EQ(story.quotes[0].speakers, (Indexes{0, 2}));
  EXPECT_EQ(story.quotes[1].more->addressees, (Indexes{0, 1}));
  EXPECT_EQ(story.quotes[2].more->mentions, (Indexes{2, 0}));
  EXPECT_EQ(story.quotes[3].speakers, (Indexes{2}));
  EXPECT_EQ(story.quotes[3].article, 0U);
}

TEST(UnifySpeakers, OverAThirdOne) {
  Story story = StoryOf({Named("A"), Named("B"), Alias(Named("a"), "b")});
  EXPECT_EQ(UnifySpeakers(&story, nullptr), 2U);
  EXPECT_EQ(story.quotes[2].speakers, (Indexes{0}));
}

TEST(UnifySpeakers, AddressesAreTakenBeforeNames) {
  // The second is the third by address, so that it cannot be the first by name.
  Story story = StoryOf({At(Named("A"), "https://a/1"), Named("A"), Named("B")});
  story.speakers[1].same_as = story.speakers[2].same_as = {"https://a/2"};
  EXPECT_EQ(UnifySpeakers(&story, nullptr), 1U);
  EXPECT_EQ(Names(story), "A; A = B");
}

TEST(UnifySpeakers, WhatDiffersIsReported) {
  Speaker first = At(From(Named("A"), "NATO", "boss"), "https://a/1");
  Speaker second = Kind(At(From(Named("B"), "EU", "chief"), "https://a/1"), SpeakerKind::kGroup);
  first.color = "#111111";
  second.color = "#222222";
  Story story = StoryOf({Named("C"), first, second});
  Diagnostics diagnostics;
  UnifySpeakers(&story, &diagnostics);
  EXPECT_EQ(Problems(diagnostics),
            "speaker-conflict /speakers/2/role\nspeaker-conflict /speakers/2/affiliation\n"
            "speaker-conflict /speakers/2/color\nspeaker-conflict /speakers/2/kind\n");
  EXPECT_EQ(diagnostics.kept()[0].message, "\"A\": \"boss\" is kept, \"chief\" is lost");
  EXPECT_EQ(story.speakers[1].role, "boss");
}

TEST(UnifySpeakers, ThousandsOfOneNameTakeNoTime) {
  std::vector<Speaker> speakers(5000, Named("A"));
  for (size_t i = 0; i < speakers.size(); ++i) {
    speakers[i].same_as.push_back("https://a/" + std::to_string(i));
  }
  Story story = StoryOf(std::move(speakers));
  EXPECT_EQ(UnifySpeakers(&story, nullptr), 0U);
}

}  // namespace
}  // namespace saywhen
