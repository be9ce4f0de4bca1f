#include "extract/calibration.h"

#include <gtest/gtest.h>

#include <string>

#include "engine_support.h"

namespace saywhen {
namespace {

Calibration Made(std::string_view text) { return Calibration(PackOf(text)); }

TEST(Calibration, WithoutEntriesWhatTheModelsSayStands) {
  const Calibration none;
  for (const float raw : {0.0F, 0.25F, 1.0F}) EXPECT_EQ(none.Of(QuoteType::kDirect, raw), raw);
  EXPECT_EQ(none.Of(QuoteType::kDirect, 1.5F), 1);
  EXPECT_EQ(none.Of(QuoteType::kDirect, -0.5F), 0);
}

TEST(Calibration, TheLineBetweenTwoEntriesHolds) {
  const Calibration made = Made("[calibration]\ndirect\t200\t400\ndirect\t600\t800\n");
  EXPECT_FLOAT_EQ(made.Of(QuoteType::kDirect, 0.2F), 0.4F);
  EXPECT_FLOAT_EQ(made.Of(QuoteType::kDirect, 0.3F), 0.5F);
  EXPECT_FLOAT_EQ(made.Of(QuoteType::kDirect, 0.6F), 0.8F);
}

TEST(Calibration, BeyondTheEntriesTheOutermostHolds) {
  const Calibration made = Made("[calibration]\ndirect\t200\t400\ndirect\t600\t800\n");
  EXPECT_FLOAT_EQ(made.Of(QuoteType::kDirect, 0.0F), 0.4F);
  EXPECT_FLOAT_EQ(made.Of(QuoteType::kDirect, 1.0F), 0.8F);
}

TEST(Calibration, EachTypeHasItsOwn) {
  const Calibration made =
      Made("[calibration]\ndirect\t500\t900\nmixed\t500\t700\nindirect\t500\t300\n");
  EXPECT_FLOAT_EQ(made.Of(QuoteType::kDirect, 0.5F), 0.9F);
  EXPECT_FLOAT_EQ(made.Of(QuoteType::kMixed, 0.5F), 0.7F);
  EXPECT_FLOAT_EQ(made.Of(QuoteType::kIndirect, 0.5F), 0.3F);
}

TEST(Calibration, TheOrderOfEntriesDoesNotCount) {
  const Calibration made = Made("[calibration]\ndirect\t600\t800\ndirect\t200\t400\n");
  EXPECT_FLOAT_EQ(made.Of(QuoteType::kDirect, 0.4F), 0.6F);
}

TEST(Calibration, TwoEntriesAtOnePlaceAreNoDivisionByZero) {
  const Calibration made = Made("[calibration]\ndirect\t500\t400\ndirect\t500\t800\n");
  const float at = made.Of(QuoteType::kDirect, 0.5F);
  EXPECT_TRUE(at == 0.4F || at == 0.8F) << at;
}

TEST(Calibration, ThePacksNeverGoDownNorLeaveZeroToOne) {
  for (const char* code : {"en", "de", "tr"}) {
    for (const QuoteType type : {QuoteType::kDirect, QuoteType::kMixed, QuoteType::kIndirect}) {
      float before = 0;
      for (int i = 0; i <= 100; ++i) {
        const float here = LanguageOf(code).calibration.Of(type, static_cast<float>(i) / 100);
        EXPECT_GE(here, before) << code << " " << TypeName(type) << " " << i;
        EXPECT_LE(here, 1) << code;
        before = here;
      }
    }
  }
}

}  // namespace
}  // namespace saywhen
