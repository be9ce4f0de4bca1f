#include "explore/fold.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "support/seed.h"

namespace saywhen {
namespace {

std::string Folded(std::string_view text, std::string_view language = "en") {
  FoldedText folded;
  Fold(text, language, &folded);
  return folded.text;
}

std::vector<std::string> Words(std::string_view text, std::string_view language = "en") {
  const std::string folded = FoldedWords(text, language);
  std::vector<std::string> words;
  for (TextSpan word; NextWord(folded, &word);) {
    words.push_back(folded.substr(word.begin, word.size()));
  }
  return words;
}

struct FoldCase {
  std::string_view name;
  std::string_view language;
  std::string_view text;
  std::string_view folded;
};

class FoldTable : public testing::TestWithParam<FoldCase> {};

TEST_P(FoldTable, Folds) {
  EXPECT_EQ(Folded(GetParam().text, GetParam().language), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(
    Fold, FoldTable,
    testing::Values(FoldCase{"Ascii", "en", "Mark RUTTE, 10:30", "mark rutte, 10:30"},
                    FoldCase{"Latin1", "fr", "ÀÉÎÕÜ çñÿ", "aeiou cny"},
                    FoldCase{"Digraphs", "de", "Straße ẞ Æsop œuvre Þór ĳs ǆ",
                             "strasse ss aesop oeuvre thor ijs dz"},
                    FoldCase{"StrokedLetters", "pl", "Łódź Øre Đorđe ħ ŧ", "lodz ore dorde h t"},
                    FoldCase{"ExtendedAdditional", "vi", "Nguyễn Ḥ Ỵ ạ", "nguyen h y a"},
                    FoldCase{"Azeri", "az", "Əliyev İlham Iğdır", "eliyev ilham ıgdır"},
                    FoldCase{"Turkish", "tr", "IŞIK İzmir ılık iki", "ısık izmir ılık iki"},
                    FoldCase{"TurkishWithRegion", "tr-TR", "I", "ı"},
                    FoldCase{"NotTurkish", "en", "IŞIK İzmir ılık", "isik izmir ilik"},
                    FoldCase{"LanguageThatOnlyBeginsSo", "trv", "I", "i"},
                    FoldCase{"Greek", "el", "Άνθρωπος ΛΌΓΟΣ ϊΰώ", "ανθρωποσ λογοσ ιυω"},
                    FoldCase{"PolytonicGreek", "el", "ἄνθρωπος Ὀδυσσεὺς ᾳ ὦ",
                             "ανθρωποσ οδυσσευσ α ω"},
                    FoldCase{"Russian", "ru", "ЁЛКА Йод", "елка йод"},
                    FoldCase{"Belarusian", "be", "Ёсць Ўсё", "ёсць ўсё"},
                    FoldCase{"Ukrainian", "uk", "ЇЖАК Ґанок Є І", "їжак ґанок є і"},
                    FoldCase{"CyrillicPairs", "kk", "ҚАЗАҚ Ӏ Ӂ Ө Ԝ", "қазақ ӏ ӂ ө ԝ"},
                    FoldCase{"Armenian", "hy", "ՀԱՅ", "հայ"},
                    FoldCase{"ArabicAlefs", "ar", "أحمد إلى آل ٱلله", "احمد الي ال الله"},
                    FoldCase{"ArabicTehMarbuta", "ar", "حكومة", "حكومه"},
                    FoldCase{"ArabicVowelsAndTatweel", "ar", "مُحَمَّد سـلام", "محمد سلام"},
                    FoldCase{"Persian", "fa", "کتاب فارسی", "كتاب فارسي"},
                    FoldCase{"Digits", "ar", "٢٠٢٥ ۲۰۲۵", "2025 2025"},
                    FoldCase{"HebrewPoints", "he", "שָׁלוֹם", "שלום"},
                    FoldCase{"CombiningAccents", "fr", "e\u0301te\u0301", "ete"},
                    FoldCase{"FullWidth", "ja", "ＡＢＣ１２３　ｘ", "abc123 x"},
                    FoldCase{"QuotationMarks", "en", "“a” ‘b’ «c» d’e", "\"a\" 'b' \"c\" d'e"},
                    FoldCase{"Dashes", "en", "a–b — c‑d −5", "a-b - c-d -5"},
                    FoldCase{"Ellipsis", "en", "well… yes", "well... yes"},
                    FoldCase{"Invisible", "en", "a\u200Bb\u200Fc\u00ADd\u2067e\uFEFFf", "abcdef"},
                    FoldCase{"Han", "zh", "港口重新开放", "港口重新开放"},
                    FoldCase{"MalformedByte", "en", "a\xFF", "a\uFFFD"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Fold, OriginsNameTheByteEachCameFrom) {
  FoldedText folded;
  Fold("é\u200Bß!", "de", &folded);
  EXPECT_EQ(folded.text, "ess!");
  EXPECT_EQ(folded.origins, (std::vector<uint32_t>{0, 5, 5, 7, 8}));
}

TEST(Fold, FoldingAgainChangesNothing) {
  for (const std::string_view language : {"en", "tr", "ru"}) {
    for (char32_t c = 1; c < 0x20000; ++c) {
      // From here to there nothing has a case.
      if (c == 0x3400) c = 0xFA00;
      std::string text;
      AppendCodePoint(&text, c);
      const std::string once = Folded(text, language);
      ASSERT_EQ(Folded(once, language), once) << language << " U+" << std::hex << uint32_t{c};
    }
  }
}

TEST(Fold, CapitalsFoldAsTheirSmallLettersDo) {
  const std::pair<std::string_view, std::string_view> pairs[] = {
      {"ÀÞŸŒĲŁŐŽƏƆƐŊǄ", "àþÿœĳłőžəɔɛŋǆ"},
      {"ΑΒΓΔΪΫΏΣ", "αβγδϊϋώσ"},
      {"ЀЏАЯѠҀҊҾӐԀԮ", "ѐџаяѡҁҋҿӑԁԯ"},
      {"ԱՖ", "աֆ"}};
  for (const auto& [capital, small] : pairs) EXPECT_EQ(Folded(capital), Folded(small));
}

TEST(Fold, AnyBytesAreFoldedToValidText) {
  SAYWHEN_TRACE_SEED();
  std::mt19937 random(Seed());
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 200, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    FoldedText folded;
    Fold(bytes, round % 2 == 0 ? "tr" : "ru", &folded);
    ASSERT_TRUE(IsValidUtf8(folded.text));
    ASSERT_EQ(folded.origins.size(), folded.text.size() + 1);
    ASSERT_TRUE(std::is_sorted(folded.origins.begin(), folded.origins.end()));
    ASSERT_EQ(folded.origins.back(), bytes.size());
  }
}

struct WordsCase {
  std::string_view name;
  std::string_view text;
  std::vector<std::string> words;
};

class WordsTable : public testing::TestWithParam<WordsCase> {};

TEST_P(WordsTable, Cuts) { EXPECT_EQ(Words(GetParam().text), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(
    NextWord, WordsTable,
    testing::Values(
        WordsCase{"Nothing", "", {}}, WordsCase{"OnlyPunctuation", " — … “”!", {}},
        WordsCase{"Sentence", "It’s self-made: 10,5%", {"it", "s", "self", "made", "10", "5"}},
        WordsCase{"Arabic", "قال، نعم؟", {"قال", "نعم"}},
        WordsCase{"Han", "港口,2026年", {"港", "口", "2026", "年"}},
        WordsCase{"Kana", "カメラです。", {"カ", "メ", "ラ", "で", "す"}},
        WordsCase{"Hangul", "한국 사람", {"한", "국", "사", "람"}},
        WordsCase{"Thai", "ไทย", {"ไ", "ท", "ย"}},
        WordsCase{"Devanagari", "नमस्ते दुनिया।", {"नमस्ते", "दुनिया"}},
        WordsCase{"LatinBesideHan", "iPhone手机", {"iphone", "手", "机"}},
        WordsCase{"Pictures", "yes😀no", {"yes", "no"}}, WordsCase{"RareHan", "𠀀𠀁", {"𠀀", "𠀁"}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(NextWord, GoesOnWithALongWordAsTheNext) {
  const std::vector<std::string> words = Words(std::string(150, 'a'));
  EXPECT_EQ(words, (std::vector<std::string>{std::string(64, 'a'), std::string(64, 'a'),
                                             std::string(22, 'a')}));
}

}  // namespace
}  // namespace saywhen
