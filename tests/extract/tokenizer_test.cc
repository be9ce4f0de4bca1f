#include <gtest/gtest.h>

#include <string>

#include "engine_support.h"
#include "extract/token.h"

namespace saywhen {
namespace {

// "The|ferry|came|."
std::string Tokens(std::string_view text, std::string_view code = "en") {
  std::vector<std::string> tokens;
  for (const Token& each : Tokenize(text, LanguageOf(code).lexicon)) {
    tokens.emplace_back(text.substr(each.span.begin, each.span.size()));
  }
  return Joined(tokens, "|");
}

// The names of the tags, in the packs' words.
std::string Tags(std::string_view text, std::string_view code = "en") {
  std::vector<std::string> tags;
  for (const Token& each : Tokenize(text, LanguageOf(code).lexicon)) {
    tags.emplace_back(kTagNames[static_cast<size_t>(each.tag)]);
  }
  return Joined(tags, " ");
}

struct Split {
  const char* text;
  const char* tokens;
  const char* code = "en";
};

void Check(const std::vector<Split>& cases) {
  for (const Split& each : cases) EXPECT_EQ(Tokens(each.text, each.code), each.tokens);
}

TEST(Tokenizer, NothingHasNoTokens) { Check({{"", ""}, {" \n\t\u00A0\u200B", ""}}); }

TEST(Tokenizer, MarksArePartedFromWords) {
  Check({{"The ferry, at last, came.", "The|ferry|,|at|last|,|came|."},
         {"(Yes; no: maybe)", "(|Yes|;|no|:|maybe|)"},
         {"[W]e came", "[|W|]|e|came"}});
}

TEST(Tokenizer, StopsInARowAreOneToken) {
  Check({{"What?!", "What|?!"}, {"Well...", "Well|..."}, {"Well…", "Well|…"}});
}

TEST(Tokenizer, WordsKeepInnerHyphensAndApostrophes) {
  Check({{"twenty-five crews don't sail", "twenty-five|crews|don't|sail"},
         {"We don’t mind O’Neill", "We|don’t|mind|O’Neill"},
         {"co\u2010pilot, co\u2011pilot", "co\u2010pilot|,|co\u2011pilot"}});
}

TEST(Tokenizer, AHyphenAtAWordsEndIsAMark) { Check({{"pre- and post-war", "pre|-|and|post-war"}}); }

TEST(Tokenizer, GenitiveIsATokenOfItsOwn) {
  Check({{"the mayor's boat", "the|mayor|'s|boat"},
         {"the mayor’s boat", "the|mayor|’s|boat"},
         {"NATO’S boat", "NATO|’S|boat"},
         {"the crews’ boats", "the|crews|’|boats"}});
}

TEST(Tokenizer, TurkishSuffixesBehindAnApostropheAreTokens) {
  Check({{"Ankara’da kaldı", "Ankara|’da|kaldı", "tr"},
         {"NATO'nun gemisi", "NATO|'nun|gemisi", "tr"},
         {"2014’te başladı", "2014|’te|başladı", "tr"}});
}

TEST(Tokenizer, AbbreviationsKeepTheirStop) {
  Check({{"Mr. Ray and Dr. Holm", "Mr.|Ray|and|Dr.|Holm"},
         {"in the U.S. today", "in|the|U.S.|today"},
         {"Tom J. Ray", "Tom|J.|Ray"},
         {"at 9 a.m. today", "at|9|a.m.|today"},
         {"z.B. heute, d.h. jetzt", "z.B.|heute|,|d.h.|jetzt", "de"},
         {"Av. Deniz Ak", "Av.|Deniz|Ak", "tr"}});
}

TEST(Tokenizer, AnAbbreviationMayBeginTheText) {
  Check({{"a.m. or p.m.", "a.m.|or|p.m."}, {"d.h. jetzt", "d.h.|jetzt", "de"}});
}

TEST(Tokenizer, OtherWordsLeaveTheirStop) {
  Check({{"The ferry came. It left.", "The|ferry|came|.|It|left|."}});
}

TEST(Tokenizer, NumbersKeepTheirSeparators) {
  Check({{"1,500 of 2.5 at 9:30", "1,500|of|2.5|at|9:30"},
         {"2010–2014 and 3/4", "2010–2014|and|3/4"},
         {"in 2014.", "in|2014|."},
         {"the 3rd, 1990s", "the|3rd|,|1990s"},
         {"$5 and 7%", "$|5|and|7|%"}});
}

TEST(Tokenizer, OrdinalsKeepTheirStopWhereTheLanguageHasThem) {
  Check({{"am 3. Mai", "am|3.|Mai", "de"},
         {"am 13. Mai", "am|13.|Mai", "de"},
         {"3. köprü", "3.|köprü", "tr"},
         {"in May 3. Then", "in|May|3|.|Then"}});
}

TEST(Tokenizer, AYearWithItsStopIsNoOrdinal) {
  Check({{"Es war 2014. Danach kam", "Es|war|2014|.|Danach|kam", "de"}});
}

TEST(Tokenizer, DashesAreOneToken) {
  Check({{"No -- never – not — once - ever", "No|--|never|–|not|—|once|-|ever"}});
}

TEST(Tokenizer, PairedApostrophesAreOneMark) {
  Check({{"''Yes,'' he said", "''|Yes|,|''|he|said"}, {"``Yes''", "``|Yes|''"}});
}

TEST(Tokenizer, LettersOfAnyScriptMakeWords) {
  Check({{"Ölçü café naïve", "Ölçü|café|naïve"},
         {"Да, конечно", "Да|,|конечно"},
         {"e\u0301te\u0301", "e\u0301te\u0301"}});
}

TEST(Tokenizer, TagsComeFromThePackThenFromTheLooks) {
  const struct {
    const char* text;
    const char* tags;
    const char* code = "en";
  } kCases[] = {
      {"she will not come to the old ferry", "subj mod not w to det w w"},
      {"walked walking slowly boats", "ed ing ly s"},
      {"Holm NATO 12 Tuesday March", "Cap CAPS num day month"},
      {"Mayor Mr. said that because", "title title w that sub"},
      {"US officials told us", "CAPS s w obj"},
      {"sagte freundlich Boote", "ed ly Cap", "de"},
      {"dedi gemiler diye", "ed s that", "tr"},
  };
  for (const auto& each : kCases) EXPECT_EQ(Tags(each.text, each.code), each.tags) << each.text;
}

TEST(Tokenizer, AWordIsKnownByItsHashInAnyCase) {
  const auto tokens = Tokenize("Ferry FERRY ferry don’t don't", LanguageOf("en").lexicon);
  EXPECT_EQ(tokens[0].hash, tokens[2].hash);
  EXPECT_EQ(tokens[1].hash, tokens[2].hash);
  EXPECT_EQ(tokens[3].hash, tokens[4].hash);
  EXPECT_EQ(tokens[0].hash, HashWord("ferry"));
}

TEST(Tokenizer, GluedTokensHaveNoSpaceBeforeThem) {
  const auto tokens = Tokenize("Yes, no", LanguageOf("en").lexicon);
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_FALSE(tokens[0].glued);
  EXPECT_TRUE(tokens[1].glued);
  EXPECT_FALSE(tokens[2].glued);
}

TEST(Tokenizer, EveryLineIsAParagraph) {
  const auto tokens = Tokenize("One two\nthree\n\nfour", LanguageOf("en").lexicon);
  std::string begins;
  for (const Token& each : tokens) begins += each.paragraph ? '1' : '0';
  EXPECT_EQ(begins, "1011");
}

}  // namespace
}  // namespace saywhen
