#include "ui/text_engine.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/fixed_typesetter.h"

namespace saywhen {
namespace {

TextRun RunOf(std::string_view text, float size = 20) {
  return {text, {Face::kText, size, false}, "en", Direction::kLtr};
}

class TextEngineTest : public testing::Test {
 protected:
  // A copy: what Rasterise() gives is valid only until the next call.
  std::vector<TextPiece> Draw(const TextRun& run, float scale = 1, uint32_t color = 0) {
    const auto pieces = engine_.Rasterise(run, scale, color);
    return {pieces.begin(), pieces.end()};
  }
  // A run `width` x `height` pixels large, different for each `name`; one code point is half an em.
  std::vector<TextPiece> DrawLarge(char name, int height, int half_ems = 1) {
    const std::string text(static_cast<size_t>(half_ems), name);
    return Draw(RunOf(text, static_cast<float>(height)));
  }

  FixedTypesetter typesetter_;
  TextEngine engine_{&typesetter_};
};

TEST_F(TextEngineTest, MeasuresARunOnce) {
  EXPECT_EQ(engine_.Width(RunOf("abcd")), 40);
  EXPECT_EQ(engine_.Width(RunOf("abcd")), 40);
  EXPECT_EQ(typesetter_.widths, 1);
  engine_.Width(RunOf("abcd", 21));
  EXPECT_EQ(typesetter_.widths, 2);
}

TEST_F(TextEngineTest, BreaksARunOnceForAWidth) {
  EXPECT_EQ(engine_.Break(RunOf("ab cd"), 30).size(), 2U);
  EXPECT_EQ(engine_.Break(RunOf("ab cd"), 30).size(), 2U);
  EXPECT_EQ(typesetter_.breaks, 1);
  EXPECT_EQ(engine_.Break(RunOf("ab cd"), 300).size(), 1U);
  EXPECT_EQ(typesetter_.breaks, 2);
}

TEST_F(TextEngineTest, RasterisesARunOnce) {
  const auto first = Draw(RunOf("abcd"));
  engine_.BeginFrame();
  const auto again = Draw(RunOf("abcd"));
  EXPECT_EQ(engine_.rasterised(), 1U);
  ASSERT_EQ(first.size(), 1U);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(first[0].x, again[0].x);
  EXPECT_EQ(first[0].y, again[0].y);
}

TEST_F(TextEngineTest, WhateverMakesItLookDifferentIsAnotherRun) {
  const TextRun run = RunOf("abcd");
  TextRun bold = run;
  bold.style.bold = true;
  TextRun face = run;
  face.style.face = Face::kInterface;
  TextRun language = run;
  language.language = "tr";
  TextRun direction = run;
  direction.direction = Direction::kRtl;
  uint64_t expected = 0;
  for (const TextRun& each : {run, bold, face, language, direction, RunOf("abcd", 21)}) {
    Draw(each);
    EXPECT_EQ(engine_.rasterised(), ++expected);
  }
  Draw(run, 2);
  EXPECT_EQ(engine_.rasterised(), ++expected);
}

TEST_F(TextEngineTest, ColourMattersToEmojiOnly) {
  Draw(RunOf("abcd"), 1, 0xFF0000FF);
  Draw(RunOf("abcd"), 1, 0xFF00FF00);
  EXPECT_EQ(engine_.rasterised(), 1U);
  Draw(RunOf("🙂"), 1, 0xFF0000FF);
  Draw(RunOf("🙂"), 1, 0xFF00FF00);
  EXPECT_EQ(engine_.rasterised(), 3U);
  EXPECT_EQ(typesetter_.rasterised.back().color, 0xFF00FF00);
}

TEST_F(TextEngineTest, EmojiGoToColourPages) {
  EXPECT_FALSE(Draw(RunOf("abcd"))[0].page.color);
  EXPECT_TRUE(Draw(RunOf("go 🚢"))[0].page.color);
  EXPECT_EQ(engine_.pages(), 2U);
}

TEST_F(TextEngineTest, WhatLeavesNoInkHasNoPieces) {
  EXPECT_TRUE(Draw(RunOf("   ")).empty());
  EXPECT_TRUE(Draw(RunOf("")).empty());
  EXPECT_EQ(engine_.rasterised(), 0U);
}

TEST_F(TextEngineTest, ALongRunIsCutIntoPiecesThatJoin) {
  const auto pieces = Draw(RunOf(std::string(500, 'a')));  // 5000 pixels
  ASSERT_GT(pieces.size(), 2U);
  int right = 0;
  for (size_t i = 0; i < pieces.size(); ++i) {
    EXPECT_EQ(pieces[i].left, right);
    EXPECT_EQ(typesetter_.rasterised[i].placement.column, right);
    EXPECT_EQ(typesetter_.rasterised[i].placement.width, pieces[i].width);
    right += pieces[i].width;
  }
  EXPECT_EQ(right, 5000);
}

TEST_F(TextEngineTest, PiecesLieInTheirPageAndNotOnEachOther) {
  std::vector<TextPiece> pieces;
  for (int i = 0; i < 400; ++i) {
    const std::string text(static_cast<size_t>(1 + i * 7 % 90), 'a');
    const auto more = Draw(RunOf(text, static_cast<float>(10 + i % 37)));
    pieces.insert(pieces.end(), more.begin(), more.end());
  }
  EXPECT_EQ(engine_.rasterised(), pieces.size());
  for (size_t a = 0; a < pieces.size(); ++a) {
    const TextPiece& one = pieces[a];
    EXPECT_GE(one.x, 0);
    EXPECT_GE(one.y, 0);
    EXPECT_LE(one.x + one.width, AtlasPage::kSize);
    EXPECT_LE(one.y + one.height, AtlasPage::kSize);
    for (size_t b = a + 1; b < pieces.size(); ++b) {
      const TextPiece& other = pieces[b];
      if (one.page.id != other.page.id) continue;
      // At least a clear pixel between, so that no neighbour shows at a fractional place.
      EXPECT_TRUE(one.x + one.width < other.x || other.x + other.width < one.x ||
                  one.y + one.height < other.y || other.y + other.height < one.y);
    }
  }
}

TEST_F(TextEngineTest, WhatIsHigherThanAPageIsCut) {
  const auto pieces = DrawLarge('a', 3000);
  ASSERT_FALSE(pieces.empty());
  for (const TextPiece& piece : pieces) EXPECT_LE(piece.y + piece.height, AtlasPage::kSize);
}

// Two of these fill a page.
TEST_F(TextEngineTest, ThePageUsedLeastRecentlyIsEmptied) {
  const std::string names = "abcdefgh";
  for (const char name : names) {
    engine_.BeginFrame();
    DrawLarge(name, 2000);
  }
  EXPECT_EQ(engine_.pages(), 4U);
  engine_.BeginFrame();
  DrawLarge('a', 2000);  // keeps the first page in use
  engine_.BeginFrame();
  DrawLarge('x', 2000);  // empties the second: c and d
  EXPECT_EQ(engine_.pages(), 4U);
  EXPECT_EQ(engine_.rasterised(), 9U);
  for (const char name : {'a', 'b', 'e', 'f', 'g', 'h', 'x'}) DrawLarge(name, 2000);
  EXPECT_EQ(engine_.rasterised(), 9U);
  DrawLarge('c', 2000);
  EXPECT_EQ(engine_.rasterised(), 10U);
}

TEST_F(TextEngineTest, WhatAFrameDrawsStaysUntilItsEnd) {
  engine_.BeginFrame();
  for (char name = 'a'; name <= 't'; ++name) DrawLarge(name, 2000);
  EXPECT_EQ(engine_.rasterised(), 20U);
  for (char name = 'a'; name <= 't'; ++name) DrawLarge(name, 2000);
  EXPECT_EQ(engine_.rasterised(), 20U);
}

// Four pages, of which only the least recent one has room for the long run's first piece.
TEST_F(TextEngineTest, ARunsLaterPieceLeavesItsFirstInPlace) {
  DrawLarge('a', 2000);
  for (const char name : {'b', 'c', 'd', 'e', 'f', 'g'}) {
    engine_.BeginFrame();
    DrawLarge(name, 2040);
  }
  ASSERT_EQ(engine_.pages(), 4U);
  engine_.BeginFrame();
  ASSERT_EQ(DrawLarge('x', 2000, 2).size(), 2U);
  const uint64_t rasterised = engine_.rasterised();
  DrawLarge('x', 2000, 2);
  EXPECT_EQ(engine_.rasterised(), rasterised);
}

TEST_F(TextEngineTest, ClearForgetsEverything) {
  engine_.Width(RunOf("abcd"));
  engine_.Break(RunOf("abcd"), 100);
  Draw(RunOf("abcd"));
  engine_.Clear();
  engine_.Width(RunOf("abcd"));
  engine_.Break(RunOf("abcd"), 100);
  Draw(RunOf("abcd"));
  EXPECT_EQ(typesetter_.widths, 2);
  EXPECT_EQ(typesetter_.breaks, 2);
  EXPECT_EQ(engine_.rasterised(), 2U);
  EXPECT_EQ(engine_.pages(), 1U);
}

TEST_F(TextEngineTest, PagesAreNumberedFromTheFirst) {
  TextEngine other(&typesetter_, 7);
  EXPECT_EQ(other.Rasterise(RunOf("abcd"), 1, 0)[0].page.id, 7U);
  EXPECT_EQ(other.Rasterise(RunOf("🙂"), 1, 0)[0].page.id, 8U);
}

TEST_F(TextEngineTest, ManyMeasuresAreForgottenSomeTime) {
  for (int i = 0; i < 10000; ++i) {
    if (i % 100 == 0) engine_.BeginFrame();
    engine_.Width(RunOf(std::to_string(i)));
    engine_.Break(RunOf(std::to_string(i)), 100);
  }
  EXPECT_EQ(engine_.Width(RunOf("7")), 10);
  EXPECT_EQ(engine_.Break(RunOf("7"), 100).size(), 1U);
}

TEST(HasEmoji, KnowsWhatIsDrawnInItsOwnColours) {
  const struct {
    const char* text;
    bool expected;
  } kCases[] = {
      {"", false},
      {"plain words", false},
      {"İstanbul’da", false},
      {"北约秘书长", false},
      {"قال", false},
      {"1 + 2 = 3 © ™", false},
      {"→ • – “”", false},
      {"🙂", true},
      {"a 🚢 b", true},
      {"🇺🇦", true},
      {"👍🏽", true},
      {"1️⃣", true},
      {"❤️", true},
      {"⭐", true},
      {"⌚", true},
      {"☕", true},
      {"🥹", true},
      {"⛴️", true},
  };
  for (const auto& test : kCases) EXPECT_EQ(HasEmoji(test.text), test.expected) << test.text;
}

}  // namespace
}  // namespace saywhen
