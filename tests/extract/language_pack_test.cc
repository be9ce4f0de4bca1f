#include "extract/language_pack.h"

#include <gtest/gtest.h>

#include "extract/embedded_packs.h"

namespace saywhen {
namespace {

TEST(LanguagePack, HasSectionsOfLinesOfFields) {
  const Result<LanguagePack> pack =
      LanguagePack::Parse("# all\n[cues]\nsaid\tsay\t3\n\ntold\ttell\r\n[marks]\n“\t”");
  ASSERT_TRUE(pack.ok());
  const auto cues = pack.value().Section("cues");
  ASSERT_EQ(cues.size(), 2U);
  EXPECT_EQ(cues[0][1], "say");
  EXPECT_EQ(cues[1][1], "tell");
  EXPECT_EQ(cues[1][2], "");
  EXPECT_EQ(cues[1].line, 5U);
  EXPECT_EQ(pack.value().Section("marks")[0][1], "”");
  EXPECT_TRUE(pack.value().Section("none").empty());
}

TEST(LanguagePack, SectionsOfOneNameAreOne) {
  const Result<LanguagePack> pack = LanguagePack::Parse("[a]\n1\n[b]\n2\n[a]\n3\n");
  ASSERT_TRUE(pack.ok());
  EXPECT_EQ(pack.value().Section("a").size(), 2U);
}

TEST(LanguagePack, SaysWhereItIsBroken) {
  const Result<LanguagePack> early = LanguagePack::Parse("\nsaid\n");
  ASSERT_FALSE(early.ok());
  EXPECT_EQ(early.error().code, "pack-section");
  EXPECT_EQ(early.error().line, 2U);
  const Result<LanguagePack> bytes = LanguagePack::Parse("[a]\n\xff\n");
  ASSERT_FALSE(bytes.ok());
  EXPECT_EQ(bytes.error().code, "pack-utf8");
}

TEST(LanguagePack, EveryLanguageIsCompiledInAndReads) {
  ASSERT_FALSE(EmbeddedPacks().empty());
  for (const PackText& each : EmbeddedPacks()) {
    const Result<LanguagePack> pack = LanguagePack::Parse(each.text);
    ASSERT_TRUE(pack.ok()) << each.code << " line " << pack.error().line;
    EXPECT_FALSE(pack.value().Section("language").empty()) << each.code;
  }
}

}  // namespace
}  // namespace saywhen
