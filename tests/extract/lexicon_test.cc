#include "extract/lexicon.h"

#include <gtest/gtest.h>

#include "engine_support.h"
#include "extract/token.h"

namespace saywhen {
namespace {

Tag TagIn(const Lexicon& lexicon, std::string_view word) {
  const uint32_t tag = lexicon.TagOf(HashWord(word));
  return tag == 0 ? Tag::kOther : static_cast<Tag>(tag - 1);
}

TEST(HashWord, CaseAndTheFormOfApostrophesDoNotCount) {
  const struct {
    const char* one;
    const char* other;
    bool same;
  } kCases[] = {{"said", "SAID", true},      {"Ölçü", "ölçü", true},   {"don’t", "don't", true},
                {"Да", "да", true},          {"İzmir", "izmir", true}, {"said", "sad", false},
                {"ışık", "isik", false},     {"", " ", false},         {"cafe", "café", false},
                {"straße", "strasse", false}};
  for (const auto& each : kCases) {
    EXPECT_EQ(HashWord(each.one) == HashWord(each.other), each.same) << each.one;
  }
}

TEST(HashWord, IsNeverZero) {
  EXPECT_NE(HashWord(""), 0U);
  EXPECT_NE(HashWord("a"), 0U);
}

TEST(WordMap, AnEmptyOneHasNothing) {
  const WordMap map;
  EXPECT_EQ(map.Get(HashWord("said")), 0U);
  EXPECT_EQ(map.size(), 0U);
}

TEST(WordMap, TheLastValueHolds) {
  WordMap map;
  map.Set(7, 1);
  map.Set(7, 2);
  EXPECT_EQ(map.Get(7), 2U);
  EXPECT_EQ(map.size(), 1U);
}

TEST(WordMap, ManyWordsWithTheSameLowBitsKeepTheirValues) {
  WordMap map;
  for (uint32_t i = 1; i <= 5000; ++i) map.Set(i << 16, i);
  EXPECT_EQ(map.size(), 5000U);
  for (uint32_t i = 1; i <= 5000; ++i) ASSERT_EQ(map.Get(i << 16), i);
  EXPECT_EQ(map.Get(5001U << 16), 0U);
}

TEST(WordMap, ReservingKeepsWhatIsThere) {
  WordMap map;
  map.Set(7, 1);
  map.Reserve(1000);
  EXPECT_EQ(map.Get(7), 1U);
  EXPECT_EQ(map.size(), 1U);
}

TEST(Lexicon, WordsHaveTheTagOfTheirLine) {
  const LanguagePack pack = PackOf("[words]\nsubj\the she\tthey\nbogus\tfoo\nadv\t now  then \n");
  const Lexicon lexicon(pack);
  EXPECT_EQ(TagIn(lexicon, "he"), Tag::kSubject);
  EXPECT_EQ(TagIn(lexicon, "THEY"), Tag::kSubject);
  EXPECT_EQ(TagIn(lexicon, "then"), Tag::kAdverb);
  EXPECT_EQ(lexicon.TagOf(HashWord("foo")), 0U) << "a tag without a name is passed over";
}

TEST(Lexicon, AbbreviationsAreInIt) {
  const LanguagePack pack = PackOf("[abbreviations]\nmr\nz.b\n");
  const Lexicon lexicon(pack);
  EXPECT_TRUE(lexicon.IsAbbreviation(HashWord("Mr")));
  EXPECT_TRUE(lexicon.IsAbbreviation(HashWord("z.B")));
  EXPECT_FALSE(lexicon.IsAbbreviation(HashWord("boat")));
}

TEST(Lexicon, ACueMoreOftenThanNotIsStrong) {
  const LanguagePack pack = PackOf("[cues]\nsaid\t97\nput\t12\nodd\n");
  const Lexicon lexicon(pack);
  EXPECT_TRUE(lexicon.IsStrongCue(HashWord("said")));
  EXPECT_FALSE(lexicon.IsStrongCue(HashWord("put")));
  EXPECT_FALSE(lexicon.IsStrongCue(HashWord("odd")));
}

TEST(Lexicon, SettingsAreOffUnlessThePackHasThem) {
  const LanguagePack none = PackOf("");
  const Lexicon off(none);
  EXPECT_FALSE(off.ordinal_stop() || off.apostrophe_suffix() || off.capital_nouns() ||
               off.quotations_apart());
  const LanguagePack all = PackOf(
      "[tokens]\nordinal-stop\napostrophe-suffix\ncapital-nouns\nquotations-apart\n"
      "suffix\ting\ting\nsuffix\tx\tbogus\nsuffix\n");
  const Lexicon on(all);
  EXPECT_TRUE(on.ordinal_stop() && on.apostrophe_suffix() && on.capital_nouns() &&
              on.quotations_apart());
  ASSERT_EQ(on.suffixes().size(), 1U);
  EXPECT_EQ(on.suffixes()[0].ending, "ing");
}

TEST(Lexicon, EveryLanguageKnowsItsVerbOfSaying) {
  EXPECT_TRUE(LanguageOf("en").lexicon.IsStrongCue(HashWord("said")));
  EXPECT_TRUE(LanguageOf("de").lexicon.IsStrongCue(HashWord("sagte")));
  EXPECT_TRUE(LanguageOf("tr").lexicon.IsStrongCue(HashWord("dedi")));
}

}  // namespace
}  // namespace saywhen
