#include "ui/transcript.h"

#include <gtest/gtest.h>

#include "support/english_locale.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

std::vector<TranscriptQuote> Transcript(Story story, size_t first = 0, size_t most = 10) {
  AppState state;
  SetStory(&state, std::move(story));
  EnglishLocale locale;
  return TranscriptOf(state, first, most, &locale, EnglishStrings());
}

TEST(Transcript, WhoSaidWhatAndWhen) {
  Story story = StoryMaker(2).Quote({{0, 1}, "2025-02-13"}).Take();
  story.quotes[0].more.Own().url = "https://example.org/a#q";
  const TranscriptQuote quote = Transcript(std::move(story)).at(0);
  EXPECT_EQ(quote.id, "0");
  EXPECT_EQ(quote.text, "“Words 0”");
  EXPECT_EQ(quote.language, "en");
  EXPECT_EQ(quote.cite, "https://example.org/a#q");
  EXPECT_EQ(quote.speakers, (std::vector<std::string>{"Speaker 0", "Speaker 1"}));
  EXPECT_EQ(quote.said, "2025-02-13");
  EXPECT_EQ(quote.when, "13 February 2025");
}

TEST(Transcript, WhatIsMissing) {
  Story story = StoryMaker(0).Quote({}).Take();
  story.articles[0].url = "https://example.org/a";
  const TranscriptQuote quote = Transcript(std::move(story)).at(0);
  EXPECT_EQ(quote.cite, "https://example.org/a") << "its article's";
  EXPECT_EQ(quote.speakers, std::vector<std::string>{"Unknown speaker"});
  EXPECT_EQ(quote.said, "");
  EXPECT_EQ(quote.when, "");
}

TEST(Transcript, NamesShowWhatIsInvisibleInThem) {
  Story story = StoryMaker(1).Quote({{0}}).Take();
  story.speakers[0].name = "Mark\u200B \u202EettuR";
  EXPECT_EQ(Transcript(std::move(story)).at(0).speakers[0], "Mark[U+200B] [U+202E]ettuR");
}

TEST(Transcript, SoManyAtOnceAsAreAskedFor) {
  StoryMaker maker(1);
  for (size_t i = 0; i < 12; ++i) maker.Quote({{0}});
  const Story story = maker.Take();
  EXPECT_EQ(Transcript(story, 0, 7).size(), 7U);
  const std::vector<TranscriptQuote> rest = Transcript(story, 7, 7);
  ASSERT_EQ(rest.size(), 5U);
  EXPECT_EQ(rest[0].id, "7");
  EXPECT_TRUE(Transcript(story, 99999).empty());
}

}  // namespace
}  // namespace saywhen
