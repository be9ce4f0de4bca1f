#include <gtest/gtest.h>

#include <string>

#include "engine_support.h"

namespace saywhen {
namespace {

// Quotations by beginning, with their marks; ">" for each one around it, "+" in front of one that
// goes on from a paragraph before, "…" behind one that is not closed.
std::string Quotations(std::string_view text, std::string_view code = "en") {
  const Document document = Read(text, code);
  std::vector<std::string> shown;
  for (const Quotation& each : document.quotations) {
    std::string one;
    for (uint32_t outer = each.outer; outer != kNoToken; outer = document.quotations[outer].outer) {
      one += '>';
    }
    if (each.continues != kNoToken) one += '+';
    one += TextOf(document, each.tokens);
    if (!each.closed) one += " …";
    shown.push_back(one);
  }
  return Joined(shown, " / ");
}

struct Quoted {
  const char* text;
  const char* quotations;
  const char* code = "en";
};

void Check(const std::vector<Quoted>& cases) {
  for (const Quoted& each : cases) EXPECT_EQ(Quotations(each.text, each.code), each.quotations);
}

TEST(Quotations, EveryPairOfGlyphs) {
  const struct {
    const char* open;
    const char* close;
  } kPairs[] = {{"“", "”"}, {"\"", "\""}, {"‘", "’"},   {"'", "'"},   {"„", "“"},   {"„", "”"},
                {"‚", "‘"}, {"«", "»"},   {"»", "«"},   {"‹", "›"},   {"›", "‹"},   {"”", "”"},
                {"‟", "”"}, {"``", "''"}, {"「", "」"}, {"『", "』"}, {"''", "''"}, {"`", "'"}};
  for (const auto& pair : kPairs) {
    const std::string quoted = std::string(pair.open) + "The ferry came," + pair.close;
    EXPECT_EQ(Quotations(quoted + " Ada Holm said."), quoted);
    EXPECT_EQ(Quotations("Ada Holm said: " + quoted), quoted);
    EXPECT_EQ(Quotations("(" + quoted + ")"), quoted);
    EXPECT_EQ(Quotations(quoted + " she said, " + quoted), quoted + " / " + quoted);
  }
}

TEST(Quotations, MixedGlyphsClosePerWidth) {
  Check({{"“The ferry came,\" she said.", "“The ferry came,\""},
         {"\"The ferry came,” she said.", "\"The ferry came,”"},
         {"„The ferry came,\" she said.", "„The ferry came,\""},
         {"''The ferry came,” she said.", "''The ferry came,”"},
         {"‘The ferry came,' she said.", "‘The ferry came,'"}});
}

TEST(Quotations, ASingleMarkDoesNotCloseADoubleOne) {
  Check({{"“The crews’ ferry came,” she said.", "“The crews’ ferry came,”"}});
}

TEST(Quotations, ApostrophesAreNone) {
  Check({{"It's the crews' ferry, and the '90s boat isn't ours.", ""},
         {"Rock 'n' roll in '24", "'n'"},
         {"’Tis the mayor’s crew, in ’24 too", ""},
         {"Ankara’da NATO'nun gemisi", "", "tr"}});
}

TEST(Quotations, ApostrophesWithinSingleMarks) {
  Check({{"‘It isn’t the mayor’s boat,’ she said.", "‘It isn’t the mayor’s boat,’"},
         {"'It isn't the mayor's boat,' she said.", "'It isn't the mayor's boat,'"}});
}

TEST(Quotations, QuotesInQuotes) {
  Check({{"“He told me ‘no’ twice,” she said.", "“He told me ‘no’ twice,” / >‘no’"},
         {"‘He told me “no” twice,’ she said.", "‘He told me “no” twice,’ / >“no”"},
         {"“He told me ‘she said “no” first’ then,” she said.",
          "“He told me ‘she said “no” first’ then,” / >‘she said “no” first’ / >>“no”"},
         {"“‘No’ is what he said,” she said.", "“‘No’ is what he said,” / >‘No’"},
         {"“He said ‘no’” came the call.", "“He said ‘no’” / >‘no’"},
         {"\"He said 'no'\" came the call.", "\"He said 'no'\" / >'no'"}});
}

TEST(Quotations, GermanMarks) {
  Check({{"„Sie kommt“, sagte Ada Holm, „und bleibt.“", "„Sie kommt“ / „und bleibt.“", "de"},
         {"»Sie kommt«, sagte Ada Holm.", "»Sie kommt«", "de"},
         {"«Sie kommt», sagte Ada Holm.", "«Sie kommt»", "de"},
         {"„Er sagte ‚nein‘ zu mir“, sagte sie.", "„Er sagte ‚nein‘ zu mir“ / >‚nein‘", "de"},
         {"»Er sagte ›nein‹ zu mir«, sagte sie.", "»Er sagte ›nein‹ zu mir« / >›nein‹", "de"},
         {"„Sie kommt\", sagte sie.", "„Sie kommt\"", "de"}});
}

TEST(Quotations, AMarkRepeatedAtEachParagraphGoesOn) {
  Check({{"“The ferry came.\n“It left.\n“It came back,” she said.",
          "“The ferry came. … / +“It left. … / +“It came back,”"},
         {"\"The ferry came.\n\"It left,\" she said.", "\"The ferry came. … / +\"It left,\""},
         {"„Sie kam.\n„Sie ging“, sagte sie.", "„Sie kam. … / +„Sie ging“", "de"}});
}

TEST(Quotations, AfterAClosedOneTheNextParagraphIsNew) {
  Check({{"“The ferry came.”\n“It left,” she said.", "“The ferry came.” / “It left,”"}});
}

TEST(Quotations, AMarkWithinAParagraphGoesOnFromNone) {
  Check({{"“The ferry came.\nThen “no,” she said.", "“The ferry came. … / “no,”"}});
}

TEST(Quotations, NeverClosedEndsWithItsParagraph) {
  Check({{"She said, “The ferry came.\nIt left.", "“The ferry came. …"},
         {"She said, ‘The ferry came.\nIt left.", ""}});
}

TEST(Quotations, NeverOpenedIsNone) { Check({{"The ferry came,” she said.", ""}}); }

TEST(Quotations, BesideBracketsAndDashes) {
  Check({{"She left (“for good”) at nine.", "“for good”"},
         {"She left—“for good”—at nine.", "“for good”"},
         {"She left -- \"for good\" -- at nine.", "\"for good\""}});
}

TEST(Quotations, DeeperThanEightArePassedOver) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "„a ";
  const Document document = Read(text);
  EXPECT_EQ(document.quotations.size(), 8U);
}

TEST(Quotations, EachTokenNamesTheInnermostAroundIt) {
  const Document document = Read("He said “she said ‘no’ twice” now.");
  EXPECT_EQ(document.quotation_of[TokenNamed(document, "He")], kNoToken);
  EXPECT_EQ(document.quotation_of[TokenNamed(document, "she")], 0U);
  EXPECT_EQ(document.quotation_of[TokenNamed(document, "no")], 1U);
  EXPECT_EQ(document.quotation_of[TokenNamed(document, "’")], 1U);
  EXPECT_EQ(document.quotation_of[TokenNamed(document, "twice")], 0U);
  EXPECT_EQ(document.OutermostQuotation(TokenNamed(document, "no")), 0U);
  EXPECT_EQ(document.OutermostQuotation(TokenNamed(document, "now")), kNoToken);
}

TEST(Quotations, MarksAreTaggedByTheirSide) {
  const Document document = Read("“No,” the crews’ mayor said.");
  EXPECT_EQ(document.tokens[0].tag, Tag::kOpenQuote);
  EXPECT_EQ(document.tokens[TokenNamed(document, "”")].tag, Tag::kCloseQuote);
  EXPECT_EQ(document.tokens[TokenNamed(document, "’")].tag, Tag::kOther);
}

}  // namespace
}  // namespace saywhen
