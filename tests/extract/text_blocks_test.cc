#include "extract/text_blocks.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

using namespace std::string_view_literals;

TEST(TextBlocks, AreWhatStandsBetweenEmptyLines) {
  struct Case {
    std::string_view raw;
    std::string_view text;
  };
  for (const Case& test : {
           Case{"", ""},
           Case{"\n \n\t\n", ""},
           Case{"One.\n\nTwo.", "One.\n\nTwo."},
           Case{"One.\r\n\r\nTwo.\r\n", "One.\n\nTwo."},
           Case{"One.\r\rTwo.", "One.\n\nTwo."},
           Case{"One.\nTwo.\nThree.", "One.\n\nTwo.\n\nThree."},
           Case{"One.\n \u00A0 \n\n\nTwo.", "One.\n\nTwo."},
           Case{"One.\u2028Two.\u2029Three.", "One.\n\nTwo.\n\nThree."},
           Case{"One.\fTwo.\vThree.\u0085Four.", "One.\n\nTwo.\n\nThree.\n\nFour."},
           Case{"  One \t two\u00A0three\u3000\u2009four  ", "One two three four"},
           Case{"One\0 two\x01\x02\x7Fthree"sv, "One twothree"},
           Case{"\uFEFFOne\u200B two\u00ADthree", "One twothree"},
           Case{"One \u200B two", "One two"},
           Case{"e\u0301\u0327 \u200Djoined \u200Ebidi", "e\u0301\u0327 \u200Djoined \u200Ebidi"},
       }) {
    EXPECT_EQ(FindTextBlocks(test.raw).text, test.text) << test.raw;
  }
}

TEST(TextBlocks, KnowWhereTheyStood) {
  const std::string_view raw = " One.\r\n\r\n\tTwo \u00A0 and\u00A0more. \n";
  const TextBlocks found = FindTextBlocks(raw);
  ASSERT_EQ(found.blocks.size(), 2U);
  EXPECT_EQ(raw.substr(found.blocks[0].raw.begin, found.blocks[0].raw.size()), "One.");
  EXPECT_EQ(raw.substr(found.blocks[1].raw.begin, found.blocks[1].raw.size()),
            "Two \u00A0 and\u00A0more.");
  EXPECT_EQ(found.text.substr(found.blocks[1].span.begin), "Two and more.");
}

TEST(TextBlocks, OfHardWrappedTextAreItsParagraphs) {
  constexpr std::string_view kWrapped =
      "The harbour bridge will not open before the summer, the council said\n"
      "on Monday, because the steel of its northern arch has to be tested a\n"
      "second time. “Nobody crosses it until we know,” said Ana Prado, whose\n"
      "office paid for the tests.\n"
      "\n"
      "A SECOND TEST\n"
      "Engineers had warned in the spring that the first one was made in the\n"
      "wrong weather. They asked for three more weeks and for better weather\n"
      "than that, since the wind had been too weak to say anything of a long-\n"
      "term plan.\n"
      "  An indented line begins a paragraph too, as it does in many books of\n"
      "the old kind.\n";
  EXPECT_EQ(FindTextBlocks(kWrapped).text,
            "The harbour bridge will not open before the summer, the council said on Monday, "
            "because the steel of its northern arch has to be tested a second time. “Nobody "
            "crosses it until we know,” said Ana Prado, whose office paid for the tests.\n\n"
            "A SECOND TEST\n\n"
            "Engineers had warned in the spring that the first one was made in the wrong weather. "
            "They asked for three more weeks and for better weather than that, since the wind had "
            "been too weak to say anything of a long-term plan.\n\n"
            "An indented line begins a paragraph too, as it does in many books of the old kind.");
}

TEST(TextBlocks, JoinALineWithinASentence) {
  struct Case {
    std::string_view raw;
    std::string_view text;
  };
  for (const Case& test : {
           Case{"It will open in\nthe summer.", "It will open in the summer."},
           Case{"It will open,\nthe mayor said.", "It will open, the mayor said."},
           Case{"It will open.\nthe mayor said.", "It will open.\n\nthe mayor said."},
           Case{"It will open\nSaid the mayor", "It will open\n\nSaid the mayor"},
           Case{"We need\n- steel\n- time", "We need\n\n- steel\n\n- time"},
           Case{"the long-\nterm plan", "the long-term plan"},
       }) {
    EXPECT_EQ(FindTextBlocks(test.raw).text, test.text) << test.raw;
  }
}

TEST(TextBlocks, BeginWithListMarks) {
  for (const std::string_view line : {"• one", "- one", "1. one", "12) one", "(3) one", "a) one"}) {
    EXPECT_TRUE(BeginsWithListMark(line)) << line;
  }
  for (const std::string_view line :
       {"", "-one", "— one", "1.5 one", "2025. one", "a. one", "(one) two", "1"}) {
    EXPECT_FALSE(BeginsWithListMark(line)) << line;
  }
}

}  // namespace
}  // namespace saywhen
