#include "base/direction.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

constexpr Direction kLtr = Direction::kLtr;
constexpr Direction kRtl = Direction::kRtl;

TEST(FirstStrong, Table) {
  struct Case {
    const char* name;
    const char* text;
    Direction expected;
  };
  const Case cases[] = {
      {"empty", "", kLtr},
      {"digits and punctuation only", "12, 34 (…) — ٪", kLtr},
      {"latin", "said", kLtr},
      {"latin after quotation mark", "“Yes”", kLtr},
      {"turkish", "ığdır", kLtr},
      {"greek", "Ελλάδα", kLtr},
      {"cyrillic", "Киев", kLtr},
      {"armenian", "Հայ", kLtr},
      {"hebrew", "שלום", kRtl},
      {"arabic", "قال", kRtl},
      {"arabic after digits", "12 قال", kRtl},
      {"arabic-indic digits are weak", "١٢ abc", kLtr},
      {"arabic comma is weak", "، abc", kLtr},
      {"syriac", "ܐܒ", kRtl},
      {"thaana", "ދިވެހި", kRtl},
      {"nko", "ߒߞߏ", kRtl},
      {"presentation form", "ﷲ", kRtl},
      {"adlam, beyond the first plane", "𞤀𞤣", kRtl},
      {"chinese", "他说", kLtr},
      {"japanese bracket first", "「はい", kLtr},
      {"korean", "말했다", kLtr},
      {"devanagari", "हिन्दी", kLtr},
      {"thai", "ไทย", kLtr},
      {"emoji is neutral", "🎉 قال", kRtl},
      {"emoji alone", "🎉", kLtr},
      {"latin in arabic", "قال NATO", kRtl},
      {"arabic in latin", "NATO قال", kLtr},
      {"left-to-right mark", "\u200E قال", kLtr},
      {"right-to-left mark", "\u200F abc", kRtl},
      {"isolate is skipped", "\u2067قال\u2069 abc", kLtr},
      {"nested isolates are skipped", "\u2066a\u2067قال\u2069b\u2069 قال", kRtl},
      {"isolate without an end", "\u2068abc", kLtr},
      {"stray pop isolate", "\u2069قال", kRtl},
      {"malformed bytes are neutral", "\xFF\xC3 قال", kRtl},
      {"line without a strong character", "123\n\nقال", kRtl},
      {"astral latin letter", "𝐀 قال", kLtr},
      {"astral digit", "𝟎 قال", kRtl},
  };
  for (const Case& c : cases) EXPECT_EQ(FirstStrong(c.text), c.expected) << c.name;
}

TEST(FirstStrong, Fallback) {
  EXPECT_EQ(FirstStrong("123", kRtl), kRtl);
  EXPECT_EQ(FirstStrong("a", kRtl), kLtr);
}

}  // namespace
}  // namespace saywhen
