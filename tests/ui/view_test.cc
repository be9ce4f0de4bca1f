// What views say and draw of a quote, apart from where.
#include "ui/view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/make_story.h"
#include "support/read_story.h"
#include "timeline/lanes.h"

namespace saywhen {
namespace {

TEST(Initials, AreTheFirstLettersOfTheFirstAndLastWord) {
  const struct {
    const char* name;
    const char* expected;
  } kCases[] = {
      {"Mark Rutte", "MR"}, {"Donald J. Trump", "DT"}, {"Sting", "S"},        {"Işıl Tığlı", "IT"},
      {"林澜清", "林"},     {"İsmail Şahinalp", "İŞ"}, {"Mark Rutte ", "MR"}, {"", "?"},
      {"   ", "?"},
  };
  for (const auto& test : kCases) EXPECT_EQ(Initials(test.name), test.expected) << test.name;
}

// Something may stand between the two, so that they do not join to a syllable.
TEST(Initials, OfArabicNamesAreTheirLettersToo) {
  const std::string initials = Initials("نادرة العطّار");
  EXPECT_TRUE(initials.starts_with("ن")) << initials;
  EXPECT_TRUE(initials.ends_with("ا")) << initials;
}

TEST(LanguageOf, IsTheQuotesElseTheArticlesElseTheStorys) {
  Story story = StoryMaker().Quote({{0}}).Take();
  story.language = "en";
  story.articles[0].language = "tr";
  story.quotes[0].more.Own().language = "ar";
  EXPECT_EQ(LanguageOf(story, story.quotes[0]), "ar");
  story.quotes[0].more.Own().language.clear();
  EXPECT_EQ(LanguageOf(story, story.quotes[0]), "tr");
  story.articles[0].language.clear();
  EXPECT_EQ(LanguageOf(story, story.quotes[0]), "en");
  story.quotes[0].article = kNone;
  EXPECT_EQ(LanguageOf(story, story.quotes[0]), "en");
}

TEST(ShownText, HasTheLanguagesMarksAroundWordsThatWereSaid) {
  Story story = StoryMaker().Quote({{0}}).Take();
  Quote& quote = story.quotes[0];
  quote.text = "first\nsecond";
  EXPECT_EQ(ShownText(story, quote), "“first second”");
  quote.more.Own().language = "de";
  EXPECT_EQ(ShownText(story, quote), "„first second“");
  quote.type = QuoteType::kIndirect;
  EXPECT_EQ(ShownText(story, quote), "first second");
}

TEST(SpanInShownText, IsWhereTheWordsStand) {
  Story story = StoryMaker().Quote({{0}, "2025", {"2014"}}).Take();
  Quote& quote = story.quotes[0];
  quote.text = "What happened in 2014.";
  EXPECT_TRUE(SpanInShownText(story, quote, quote.about[0]).empty());
  quote.about[0].words.Own().text = "in 2014";
  const TextSpan span = SpanInShownText(story, quote, quote.about[0]);
  EXPECT_EQ(ShownText(story, quote).substr(span.begin, span.size()), "in 2014");
  quote.about[0].words.Own().text = "yesterday";
  EXPECT_TRUE(SpanInShownText(story, quote, quote.about[0]).empty());
}

TEST(NodeId, HoldsBoth) { EXPECT_EQ(NodeId("quote", "q1"), "quote-q1"); }

class NoLabels final : public LaneLabels {
 public:
  std::string TimeLabel(const StoryTime&) override { return {}; }
  float LabelWidth(std::string_view) override { return 0; }
};

// The axis as wide as it is on a desk and on a tablet.
TEST(Stories, EveryQuoteOfKnownTimeHasAMarkWhenAllIsInView) {
  for (const char* name : {"seed", "harbour"}) {
    for (const float width : {440.0F, 900.0F}) {
      SCOPED_TRACE(testing::Message() << name << " on " << width);
      AppState state;
      SetStory(&state, ReadStory(name));
      const TimeAxis axis(state.stretches, {}, 200, width);
      NoLabels labels;
      const LaneLayout layout = LayOutLanes(state.story, state.lanes, kNone, axis, {}, &labels);
      for (const Index quote : state.quotes) {
        if (WhenSaid(state.story, state.story.quotes[quote]) == nullptr) continue;
        // In a lane with too many for marks, columns stand for them.
        const bool counted = std::any_of(
            layout.columns.begin(), layout.columns.end(), [&](const DensityColumn& column) {
              const auto& lane = layout.lanes[column.lane].plan->quotes;
              return std::find(lane.begin(), lane.end(), quote) != lane.end();
            });
        EXPECT_TRUE(counted ||
                    std::any_of(layout.marks.begin(), layout.marks.end(),
                                [quote](const QuoteMark& mark) { return mark.quote == quote; }))
            << state.story.quotes[quote].id;
      }
    }
  }
}

TEST(Stories, TheSeedsTimesAreThreeStretches) {
  AppState state;
  SetStory(&state, ReadStory("seed"));
  EXPECT_EQ(state.stretches.size(), 3U);
}

}  // namespace
}  // namespace saywhen
