#include "explore/query.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "support/make_story.h"
#include "support/seed.h"

namespace saywhen {
namespace {

// A query in one line: terms as field:word+word, a minus before, a star after a prefix.
std::string Told(const Query& query) {
  static constexpr std::string_view kNames[] = {"", "speaker:", "tag:", "place:", "type:"};
  std::string told;
  for (const QueryTerm& term : query.terms) {
    if (!told.empty()) told += ' ';
    if (term.negated) told += '-';
    told += kNames[static_cast<size_t>(term.field)];
    if (term.field == QueryField::kType) told += std::to_string(term.types);
    // A blank stands after each word, and a plus is told between them.
    std::string words = term.words.substr(0, term.words.empty() ? 0 : term.words.size() - 1);
    std::replace(words.begin(), words.end(), ' ', '+');
    told += words;
    if (term.prefix && term.field != QueryField::kType) told += '*';
  }
  return told;
}

struct QueryCase {
  std::string_view name;
  std::string_view text;
  std::string_view told;
};

class QueryTable : public testing::TestWithParam<QueryCase> {};

TEST_P(QueryTable, IsRead) { EXPECT_EQ(Told(ParseQuery(GetParam().text, "en")), GetParam().told); }

INSTANTIATE_TEST_SUITE_P(
    ParseQuery, QueryTable,
    testing::Values(QueryCase{"Nothing", "  ", ""},
                    QueryCase{"Words", "Peace  agreement", "peace* agreement*"},
                    QueryCase{"IdeographicSpace", "和平　协议", "和+平* 协+议*"},
                    QueryCase{"Phrase", "\"Peace Agreement\" now", "peace+agreement now*"},
                    QueryCase{"CurlyQuotes", "“peace agreement”", "peace+agreement"},
                    QueryCase{"GermanQuotes", "„peace agreement“", "peace+agreement"},
                    QueryCase{"Guillemets", "«peace agreement»", "peace+agreement"},
                    QueryCase{"CornerBrackets", "「和平」", "和+平"},
                    QueryCase{"PhraseNotYetClosed", "\"peace agr", "peace+agr*"},
                    QueryCase{"OneWordInQuotesIsWhole", "\"peace\"", "peace"},
                    QueryCase{"JoinedWords", "self-made 10:30", "self+made* 10+30*"},
                    QueryCase{"Speaker", "speaker:Rutte", "speaker:rutte*"},
                    QueryCase{"SpeakerPhrase", "speaker:\"Mark Rutte\"", "speaker:mark+rutte"},
                    QueryCase{"FieldInCapitals", "PLACE:Brussels", "place:brussels*"},
                    QueryCase{"FullWidthColon", "tag：和平", "tag:和+平*"},
                    QueryCase{"Tag", "tag:nato -tag:\"peace talks\"", "tag:nato* -tag:peace+talks"},
                    QueryCase{"Minus", "-war -\"cold war\"", "-war* -cold+war"},
                    QueryCase{"MinusAlone", "- a-b -", "a+b*"},
                    QueryCase{"TypeDirect", "type:direct", "type:1"},
                    QueryCase{"TypeReported", "type:reported", "type:2"},
                    QueryCase{"TypeIndirect", "type:Indirect", "type:2"},
                    QueryCase{"TypeMixed", "-type:mixed", "-type:4"},
                    QueryCase{"TypeBegun", "type:d", "type:1"},
                    QueryCase{"TypeUnknown", "type:loud", "type+loud*"},
                    QueryCase{"FieldUnknown", "colour:red", "colour+red*"},
                    QueryCase{"FieldWithoutValue", "speaker: tag:\"\" type:", ""},
                    QueryCase{"WrongDateBeforeTheEnd", "before:lunch x", "before+lunch* x*"},
                    QueryCase{"WrongDateAtTheEnd", "x before:20-", "x*"},
                    QueryCase{"OnlyPunctuation", "… !", ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ParseQuery, BeforeIsBeforeTheStart) {
  const Query query = ParseQuery("before:2014", "en");
  EXPECT_EQ(query.before, Edtf("2014").earliest);
  EXPECT_FALSE(query.after);
  EXPECT_FALSE(query.empty());
}

TEST(ParseQuery, AfterIsAfterTheEnd) {
  EXPECT_EQ(ParseQuery("after:2014-02/2014-05", "en").after, Edtf("2014-05").latest);
}

TEST(ParseQuery, MinusTurnsADateRound) {
  EXPECT_EQ(ParseQuery("-before:2014", "en").after, Edtf("2014").earliest);
  EXPECT_EQ(ParseQuery("-after:2014", "en").before, Edtf("2014").latest);
}

TEST(ParseQuery, OfSeveralDatesTheNarrowestHold) {
  const Query query = ParseQuery("after:2010 before:2020 before:2015 after:2012", "en");
  EXPECT_EQ(query.after, Edtf("2012").latest);
  EXPECT_EQ(query.before, Edtf("2015").earliest);
}

TEST(ParseQuery, TurkishKeepsDotlessI) {
  const Query query = ParseQuery("IŞIK type:direct", "tr");
  EXPECT_TRUE(query.dotless_i);
  EXPECT_EQ(Told(query), "ısık* type:1");
}

TEST(ParseQuery, FieldNamesAreEnglishInTurkishToo) {
  EXPECT_EQ(Told(ParseQuery("TYPE:INDIRECT", "tr")), "type:2");
}

TEST(ParseQuery, ReadsSoManyTerms) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "a ";
  EXPECT_EQ(ParseQuery(text, "en").terms.size(), kMostTerms);
}

TEST(ParseQuery, ReadsSoManyBytes) {
  const Query query = ParseQuery(std::string(3000, 'a'), "en");
  size_t bytes = 0;
  for (const QueryTerm& term : query.terms) {
    bytes += static_cast<size_t>(std::count(term.words.begin(), term.words.end(), 'a'));
  }
  EXPECT_EQ(bytes, kMostQueryBytes);
}

TEST(ParseQuery, AnyBytesAreAQuery) {
  SAYWHEN_TRACE_SEED();
  std::mt19937 random(Seed());
  static constexpr std::string_view kPieces[] = {"-",     "\"",   "speaker:", "before:", "20",
                                                 "type:", " ",    "«",        "\xE2",    "港",
                                                 "\xFF",  "tag:", "／",       "after:",  "x"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto pieces = random() % 30; pieces > 0; --pieces) {
      text += kPieces[random() % std::size(kPieces)];
    }
    const Query query = ParseQuery(text, round % 2 == 0 ? "tr" : "en");
    ASSERT_LE(query.terms.size(), kMostTerms);
    for (const QueryTerm& term : query.terms) {
      ASSERT_EQ(term.words.empty(), term.field == QueryField::kType) << text;
    }
  }
}

}  // namespace
}  // namespace saywhen
