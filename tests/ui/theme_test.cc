#include "ui/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace saywhen {
namespace {

// WCAG 2.2, by the letter of the standard and apart from the code that it checks.
double Luminance(Color color) {
  const auto linear = [color](int shift) {
    const double c = static_cast<double>(color >> shift & 0xFF) / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

double Ratio(Color a, Color b) {
  const auto [darker, lighter] = std::minmax({Luminance(a), Luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

class EveryTheme : public testing::TestWithParam<ThemeName> {
 protected:
  const Theme& theme_ = GetTheme(GetParam());
};

INSTANTIATE_TEST_SUITE_P(Theme, EveryTheme, testing::Values(ThemeName::kLight, ThemeName::kDark),
                         [](const testing::TestParamInfo<ThemeName>& theme) {
                           return theme.param == ThemeName::kLight ? "Light" : "Dark";
                         });

TEST_P(EveryTheme, TextCanBeReadOnEveryGround) {
  for (const Color ground : {theme_.background, theme_.panel, theme_.hover, theme_.selected}) {
    EXPECT_GE(Ratio(theme_.text, ground), 4.5);
    EXPECT_GE(Ratio(theme_.quiet, ground), 4.5);
  }
}

TEST_P(EveryTheme, MarksCanBeSeen) {
  for (const Color speaker : theme_.speakers) {
    EXPECT_GE(Ratio(speaker, theme_.background), 4.5);  // as it is: SpeakerColor() changes none
    EXPECT_GE(Ratio(speaker, theme_.panel), 3);
  }
  EXPECT_GE(Ratio(theme_.unknown_speaker, theme_.background), 3);
}

TEST_P(EveryTheme, InitialsCanBeReadOnTheirDisc) {
  for (const Color speaker : theme_.speakers) EXPECT_GE(Ratio(theme_.on_speaker, speaker), 4.5);
  EXPECT_GE(Ratio(theme_.on_speaker, theme_.unknown_speaker), 4.5);
}

TEST_P(EveryTheme, SpeakersHaveColoursOfTheirOwn) {
  for (size_t a = 0; a < std::size(theme_.speakers); ++a) {
    for (size_t b = a + 1; b < std::size(theme_.speakers); ++b) {
      EXPECT_NE(theme_.speakers[a], theme_.speakers[b]);
    }
  }
}

TEST(ParseColor, ReadsHexOrGivesTheOther) {
  constexpr Color kOther = 0x12345678;
  const struct {
    const char* hex;
    Color expected;
  } kCases[] = {
      {"#000000", 0xFF000000},
      {"#ffffff", 0xFFFFFFFF},
      {"#0b7285", 0xFF85720B},
      {"#9C36B5", 0xFFB5369C},
      {"", kOther},
      {"#fff", kOther},
      {"0b7285", kOther},
      {"#0b728g", kOther},
      {"#0b72855", kOther},
      {"red", kOther},
  };
  for (const auto& test : kCases)
    EXPECT_EQ(ParseColor(test.hex, kOther), test.expected) << test.hex;
}

TEST(Color, KeepsItsChannels) {
  EXPECT_EQ(Rgb(0x112233), 0xFF332211U);
  EXPECT_EQ(WithAlpha(Rgb(0x112233), 0), 0x00332211U);
  EXPECT_EQ(WithAlpha(Rgb(0x112233), 1), 0xFF332211U);
  EXPECT_EQ(WithAlpha(Rgb(0x112233), 0.5F), 0x80332211U);
}

TEST(Contrast, IsThatOfTheStandard) {
  EXPECT_NEAR(Contrast(Rgb(0), Rgb(0xFFFFFF)), 21, 0.01);
  EXPECT_NEAR(Contrast(Rgb(0x777777), Rgb(0x777777)), 1, 0.001);
  for (const uint32_t rgb : {0x2B66F0U, 0xD9950FU, 0x101216U, 0x0A0A0AU}) {
    EXPECT_NEAR(Contrast(Rgb(rgb), Rgb(0xFFFFFF)), Ratio(Rgb(rgb), Rgb(0xFFFFFF)), 0.01);
    EXPECT_EQ(Contrast(Rgb(rgb), Rgb(0xFFFFFF)), Contrast(Rgb(0xFFFFFF), Rgb(rgb)));
  }
}

TEST(EnsureContrast, MovesAColourOnlyAsFarAsNeeded) {
  constexpr Color kWhite = Rgb(0xFFFFFF);
  constexpr Color kInk = Rgb(0x14171C);
  EXPECT_EQ(EnsureContrast(Rgb(0x2B66F0), kWhite, kInk, 4.5F), Rgb(0x2B66F0));
  for (const uint32_t pale : {0xFFFF00U, 0xFFFFFFU, 0xFFC0CBU}) {
    const Color ensured = EnsureContrast(Rgb(pale), kWhite, kInk, 4.5F);
    EXPECT_GE(Ratio(ensured, kWhite), 4.49) << pale;
    EXPECT_LT(Ratio(ensured, kWhite), 7) << pale;
  }
}

}  // namespace
}  // namespace saywhen
