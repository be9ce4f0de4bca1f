// Needs the fonts that scripts/setup installs: Noto (core, CJK, colour emoji) and DejaVu.
#include "platform/native/pango_typesetter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

#include "memory_atlas.h"

namespace saywhen {
namespace {

constexpr std::string_view kEnglish = "The commitment of Ukraine to NATO is an irreversible path.";
constexpr std::string_view kArabic = "قال الأمين العام إن الحلف سيواصل دعمه";
constexpr std::string_view kChinese = "北约秘书长说联盟将继续支持乌克兰直到和平到来";
constexpr std::string_view kTurkish = "İstanbul'da ışık ığdır, şöyle dedi: “Çok güçlü.”";
constexpr std::string_view kHebrew = "שלום עולם";
constexpr std::string_view kMixed = "قال NATO 32 عضوا";
constexpr std::string_view kEmoji = "Yes 👍🏽 done 🇺🇦";

TextRun RunOf(std::string_view text, std::string_view language = "en",
              Direction direction = Direction::kLtr, float size = 15) {
  return {text, {Face::kText, size, false}, language, direction};
}

class PangoTypesetterTest : public testing::Test {
 protected:
  MemoryAtlas atlas_;
  PangoTypesetter typesetter_{atlas_};
};

struct Sample {
  const char* name;
  std::string_view text;
  std::string_view language;
  Direction direction;
};

const Sample kSamples[] = {
    {"empty", "", "en", Direction::kLtr},
    {"one space", " ", "en", Direction::kLtr},
    {"only spaces", "      ", "en", Direction::kLtr},
    {"English", kEnglish, "en", Direction::kLtr},
    {"trailing spaces", "word   ", "en", Direction::kLtr},
    {"no language", kEnglish, "", Direction::kLtr},
    {"Arabic", kArabic, "ar", Direction::kRtl},
    {"Chinese", kChinese, "zh", Direction::kLtr},
    {"Turkish", kTurkish, "tr", Direction::kLtr},
    {"mixed, right to left", kMixed, "ar", Direction::kRtl},
    {"mixed, left to right", kMixed, "en", Direction::kLtr},
    {"emoji", kEmoji, "en", Direction::kLtr},
    {"long word", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "de",
     Direction::kLtr},
    {"line feed and tab", "one\ntwo\tthree", "en", Direction::kLtr},
    {"combining marks", "a\u0301\u0302\u0303 e\u0301", "en", Direction::kLtr},
    {"soft hyphen", "ir\u00ADre\u00ADvers\u00ADible path", "en", Direction::kLtr},
};

TEST_F(PangoTypesetterTest, EveryByteStandsOnOneLineThatFits) {
  for (const Sample& sample : kSamples) {
    for (float width : {0.0F, 1.0F, 40.0F, 90.5F, 300.0F, 1e6F}) {
      SCOPED_TRACE(testing::Message() << sample.name << " at " << width);
      std::vector<TextLine> lines;
      typesetter_.Break(RunOf(sample.text, sample.language, sample.direction), width, &lines);
      ASSERT_FALSE(lines.empty());
      uint32_t next = 0;
      for (const TextLine& line : lines) {
        EXPECT_EQ(line.bytes.begin, next);
        EXPECT_TRUE(line.bytes.end > line.bytes.begin || sample.text.empty());
        EXPECT_GE(line.width, 0);
        // Below a letter's width a line must be wider than asked for.
        if (width >= 40) {
          EXPECT_LE(line.width, width + 0.01);
        }
        next = line.bytes.end;
      }
      EXPECT_EQ(next, sample.text.size());
    }
  }
}

TEST_F(PangoTypesetterTest, LinesAreAsWideAsTheyMeasureAlone) {
  for (const Sample& sample : kSamples) {
    SCOPED_TRACE(sample.name);
    std::vector<TextLine> lines;
    typesetter_.Break(RunOf(sample.text, sample.language, sample.direction), 90, &lines);
    for (const TextLine& line : lines) {
      std::string text(sample.text.substr(line.bytes.begin, line.bytes.size()));
      while (text.ends_with(' ') || text.ends_with('\t')) text.pop_back();
      // A word broken anywhere may end a line inside a ligature or a kerned pair.
      EXPECT_NEAR(line.width, typesetter_.Width(RunOf(text, sample.language, sample.direction)),
                  1.0);
    }
  }
}

TEST_F(PangoTypesetterTest, WidthOfALineLeavesOutTheSpaceAtItsEnd) {
  for (std::string_view spaces : {" ", "   ", "\u2009", "\u3000", "\t"}) {
    std::vector<TextLine> lines;
    const std::string text = "word" + std::string(spaces);
    typesetter_.Break(RunOf(text), 1000, &lines);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NEAR(lines[0].width, typesetter_.Width(RunOf("word")), 0.01);
  }
}

TEST_F(PangoTypesetterTest, ArabicIsShapedAsAWhole) {
  const std::string_view word = "الحلف";
  float letters = 0;
  for (size_t i = 0; i < word.size(); i += 2) {
    letters += typesetter_.Width(RunOf(word.substr(i, 2), "ar", Direction::kRtl));
  }
  // Letters that stand alone are wider by far than letters that are joined.
  EXPECT_GT(letters, typesetter_.Width(RunOf(word, "ar", Direction::kRtl)) * 1.1F);
}

TEST_F(PangoTypesetterTest, RightToLeftExtentsBeginAtTheRight) {
  const TextRun run = RunOf(kHebrew, "he", Direction::kRtl);
  const float width = typesetter_.Width(run);
  std::vector<Extent> extents;
  typesetter_.Extents(run, {0, 8}, &extents);  // the first word
  ASSERT_EQ(extents.size(), 1U);
  EXPECT_NEAR(extents[0].right, width, 0.01);
  EXPECT_GT(extents[0].left, width * 0.3F);
}

TEST_F(PangoTypesetterTest, ASpanAcrossDirectionsHasSeveralStretches) {
  const TextRun run = RunOf("abc אבג def", "en");
  std::vector<Extent> extents;
  typesetter_.Extents(run, {1, 6}, &extents);  // "bc א": the alef stands right of "בג"
  ASSERT_EQ(extents.size(), 2U);
  EXPECT_LT(extents[0].right, extents[1].left);
}

TEST_F(PangoTypesetterTest, ExtentsOfTheWholeRunAreItsWidth) {
  for (const Sample& sample : kSamples) {
    SCOPED_TRACE(sample.name);
    const TextRun run = RunOf(sample.text, sample.language, sample.direction);
    std::vector<Extent> extents;
    typesetter_.Extents(run, {0, static_cast<uint32_t>(sample.text.size())}, &extents);
    if (sample.text.empty()) {
      EXPECT_TRUE(extents.empty());
      continue;
    }
    ASSERT_EQ(extents.size(), 1U);
    EXPECT_NEAR(extents[0].left, 0, 0.01);
    EXPECT_NEAR(extents[0].right, typesetter_.Width(run), 0.01);
  }
}

TEST_F(PangoTypesetterTest, ExtentsOfASpanPastTheEndAreClamped) {
  std::vector<Extent> extents;
  typesetter_.Extents(RunOf("word"), {2, 400}, &extents);
  ASSERT_EQ(extents.size(), 1U);
  EXPECT_NEAR(extents[0].right, typesetter_.Width(RunOf("word")), 0.01);
  typesetter_.Extents(RunOf("word"), {40, 400}, &extents);
  EXPECT_TRUE(extents.empty());
}

TEST_F(PangoTypesetterTest, ChineseBreaksBetweenIdeographsAndNotBeforeAFullStop) {
  std::vector<TextLine> lines;
  typesetter_.Break(RunOf("秘书长说联盟将继续。", "zh", Direction::kLtr, 20), 181, &lines);
  ASSERT_EQ(lines.size(), 2U);
  // Nine ideographs of 20 px fit, but the full stop may not begin a line.
  EXPECT_EQ(lines[0].bytes.size(), 8 * 3U);
}

TEST_F(PangoTypesetterTest, EnglishBreaksAtSpaces) {
  std::vector<TextLine> lines;
  typesetter_.Break(RunOf("said that"), 45, &lines);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].bytes, (TextSpan{0, 5}));
}

TEST_F(PangoTypesetterTest, InkBoxHoldsAllInkAndNoMore) {
  for (const Sample& sample : kSamples) {
    for (float scale : {1.0F, 1.25F, 2.0F, 3.0F}) {
      SCOPED_TRACE(testing::Message() << sample.name << " at " << scale);
      const TextRun run = RunOf(sample.text, sample.language, sample.direction);
      const RunInk ink = typesetter_.Ink(run, scale);
      if (ink.width == 0) continue;
      const RunInk wide = {ink.left - 4, ink.top - 4, ink.width + 8, ink.height + 8};
      Typesetter::Placement placement;
      placement.width = wide.width;
      atlas_.patches.clear();
      typesetter_.Rasterise(run, scale, wide, placement, 0xFFFFFFFF);
      ASSERT_EQ(atlas_.patches.size(), 1U);
      const MemoryAtlas::Patch& patch = atlas_.patches[0];
      for (int i : {0, 1, 2, 3}) {
        EXPECT_FALSE(RowHasInk(patch, i)) << "above " << i;
        EXPECT_FALSE(RowHasInk(patch, patch.height - 1 - i)) << "below " << i;
        EXPECT_FALSE(ColumnHasInk(patch, i)) << "left " << i;
        EXPECT_FALSE(ColumnHasInk(patch, patch.width - 1 - i)) << "right " << i;
      }
      bool tight = (RowHasInk(patch, 4) || RowHasInk(patch, 5)) &&
                   (ColumnHasInk(patch, 4) || ColumnHasInk(patch, 5));
      EXPECT_TRUE(tight);
    }
  }
}

TEST_F(PangoTypesetterTest, EmptyRunsLeaveNoInk) {
  EXPECT_EQ(typesetter_.Ink(RunOf(""), 2).width, 0);
  EXPECT_EQ(typesetter_.Ink(RunOf("   "), 2).width, 0);
}

TEST_F(PangoTypesetterTest, InkGrowsWithTheScale) {
  const RunInk one = typesetter_.Ink(RunOf(kEnglish), 1);
  const RunInk four = typesetter_.Ink(RunOf(kEnglish), 4);
  EXPECT_NEAR(four.width, one.width * 4, 8);
  EXPECT_NEAR(four.height, one.height * 4, 8);
}

TEST_F(PangoTypesetterTest, TurkishDotsAreInk) {
  auto top = [this](std::string_view letter) {
    return typesetter_.Ink(RunOf(letter, "tr", Direction::kLtr, 40), 1).top;
  };
  EXPECT_LT(top("İ"), top("I") - 4);
  EXPECT_LT(top("i"), top("ı") - 4);
  EXPECT_LT(top("ğ"), top("g") - 4);
}

TEST_F(PangoTypesetterTest, PiecesJoinToTheWhole) {
  const TextRun run = RunOf(kEnglish);
  const RunInk ink = typesetter_.Ink(run, 2);
  Typesetter::Placement placement;
  placement.width = ink.width;
  typesetter_.Rasterise(run, 2, ink, placement, 0xFFFFFFFF);
  const int half = ink.width / 2;
  placement.width = half;
  typesetter_.Rasterise(run, 2, ink, placement, 0xFFFFFFFF);
  placement.column = half;
  placement.width = ink.width - half;
  typesetter_.Rasterise(run, 2, ink, placement, 0xFFFFFFFF);
  ASSERT_EQ(atlas_.patches.size(), 3U);
  auto at = [this](size_t patch, int x, int y) {
    const MemoryAtlas::Patch& from = atlas_.patches[patch];
    return from.pixels[static_cast<size_t>(y * from.width + x)];
  };
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      const int joined = x < half ? at(1, x, y) : at(2, x - half, y);
      ASSERT_NEAR(at(0, x, y), joined, 1) << x << ", " << y;
    }
  }
}

TEST_F(PangoTypesetterTest, EmojiKeepTheirColors) {
  const TextRun run = RunOf("👍🏽");
  const RunInk ink = typesetter_.Ink(run, 2);
  ASSERT_GT(ink.width, 10);
  Typesetter::Placement placement;
  placement.page = {3, true};
  placement.x = 7;
  placement.y = 9;
  placement.width = ink.width;
  typesetter_.Rasterise(run, 2, ink, placement, 0xFFFF0000);
  ASSERT_EQ(atlas_.patches.size(), 1U);
  const MemoryAtlas::Patch& patch = atlas_.patches[0];
  EXPECT_EQ(patch.page.id, 3U);
  EXPECT_EQ(patch.x, 7);
  EXPECT_EQ(patch.y, 9);
  ASSERT_EQ(patch.pixels.size(), static_cast<size_t>(ink.width) * ink.height * 4);
  int skin = 0;
  for (size_t i = 0; i < patch.pixels.size(); i += 4) {
    const uint8_t* pixel = &patch.pixels[i];
    EXPECT_LE(std::max({pixel[0], pixel[1], pixel[2]}), pixel[3]) << "not premultiplied";
    if (pixel[0] > pixel[2] + 40) ++skin;  // more red than blue
  }
  EXPECT_GT(skin, 100);
}

TEST_F(PangoTypesetterTest, WordsBesideEmojiTakeTheTextColor) {
  const TextRun run = RunOf("WWWW 👍🏽");
  const RunInk ink = typesetter_.Ink(run, 2);
  Typesetter::Placement placement;
  placement.page = {0, true};
  placement.width = ink.width / 3;
  typesetter_.Rasterise(run, 2, ink, placement, 0xFF0000FF);  // red
  const MemoryAtlas::Patch& patch = atlas_.patches.at(0);
  int red = 0;
  for (size_t i = 0; i < patch.pixels.size(); i += 4) {
    EXPECT_EQ(patch.pixels[i + 1], 0);
    EXPECT_EQ(patch.pixels[i + 2], 0);
    EXPECT_EQ(patch.pixels[i], patch.pixels[i + 3]);
    if (patch.pixels[i] > 200) ++red;
  }
  EXPECT_GT(red, 50);
}

TEST_F(PangoTypesetterTest, MetricsGrowWithTheSizeAlone) {
  for (Face face : {Face::kInterface, Face::kText}) {
    const FontMetrics small = typesetter_.Metrics({face, 10, false});
    const FontMetrics large = typesetter_.Metrics({face, 30, false});
    EXPECT_GT(small.ascent, 6);
    EXPECT_GT(small.descent, 1);
    EXPECT_NEAR(large.ascent, small.ascent * 3, 0.05);
    EXPECT_NEAR(large.descent, small.descent * 3, 0.05);
  }
}

TEST_F(PangoTypesetterTest, BoldIsWider) {
  TextRun run = RunOf(kEnglish);
  const float regular = typesetter_.Width(run);
  run.style.bold = true;
  EXPECT_GT(typesetter_.Width(run), regular * 1.02F);
}

}  // namespace
}  // namespace saywhen
