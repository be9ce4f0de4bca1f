// How speakers are told apart, and quotes' certainty with them.
#include "ui/speaker_marks.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>
#include <vector>

#include "support/make_story.h"
#include "view_fixture.h"

namespace saywhen {
namespace {

class Marks : public ViewFixture {
 protected:
  static constexpr Index kSpeakers = 24;

  Marks() {
    StoryMaker maker(kSpeakers);
    for (Index i = 0; i < kSpeakers; ++i) maker.Quote({{i}, "2025"});
    SetStory(&state_, maker.Take());
    canvas_.Begin(600, 0, 100, 1, false);
  }

  MarkInstance Mark(Index speaker, QuoteType type = QuoteType::kDirect) {
    Quote quote = state_.story.quotes[0];
    quote.type = type;
    return MarkOf(view_, quote, speaker, 0, 0);
  }
};

using Look = std::tuple<Color, float, float, float>;
Look LookOf(const MarkInstance& mark) {
  return {mark.line, mark.half_width, mark.half_height, mark.radius};
}

TEST_F(Marks, OfTwentyFourSpeakersDifferInColourOrShape) {
  std::set<Look> looks;
  for (Index i = 0; i < kSpeakers; ++i) looks.insert(LookOf(Mark(i)));
  EXPECT_EQ(looks.size(), kSpeakers);
}

TEST_F(Marks, OfTheFirstEightAreDiscs) {
  for (Index i = 0; i < 8; ++i) {
    const MarkInstance mark = Mark(i);
    EXPECT_EQ(mark.radius, mark.half_width) << i;
    EXPECT_EQ(mark.radius, mark.half_height) << i;
  }
  EXPECT_LT(Mark(8).radius, Mark(8).half_width);
}

TEST_F(Marks, SayHowSureTheWordsAreWhateverTheirShape) {
  for (const Index speaker : {0U, 8U, 16U}) {
    const MarkInstance direct = Mark(speaker);
    const MarkInstance reported = Mark(speaker, QuoteType::kIndirect);
    EXPECT_EQ(LookOf(direct), LookOf(reported)) << speaker;
    EXPECT_EQ(direct.fill, direct.line) << speaker;
    EXPECT_NE(reported.fill, reported.line) << speaker;
    EXPECT_EQ(Mark(speaker, QuoteType::kMixed).pattern, MarkFill::kHalf) << speaker;
  }
}

TEST_F(Marks, OfNobodyKnownAreDiscs) { EXPECT_EQ(Mark(kNone).radius, Mark(kNone).half_width); }

}  // namespace
}  // namespace saywhen
