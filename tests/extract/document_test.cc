#include "extract/document.h"

#include <gtest/gtest.h>

#include <string>

#include "engine_support.h"

namespace saywhen {
namespace {

std::string Sentences(std::string_view text, std::string_view code = "en") {
  const Document document = Read(text, code);
  std::vector<std::string> sentences;
  for (const TokenRange each : document.sentences) sentences.push_back(TextOf(document, each));
  return Joined(sentences, " / ");
}

struct Parted {
  const char* text;
  const char* sentences;
  const char* code = "en";
};

void Check(const std::vector<Parted>& cases) {
  for (const Parted& each : cases) EXPECT_EQ(Sentences(each.text, each.code), each.sentences);
}

TEST(Document, OfNothingIsEmpty) {
  const Document document = Read("");
  EXPECT_TRUE(document.tokens.empty());
  EXPECT_TRUE(document.sentences.empty());
  EXPECT_TRUE(document.paragraphs.empty());
}

TEST(Document, ASentenceEndsAtItsStop) {
  Check({{"The ferry came. It left! Why? Nobody knew…",
          "The ferry came. / It left! / Why? / "
          "Nobody knew…"},
         {"Sie kam. Sie ging.", "Sie kam. / Sie ging.", "de"},
         {"Gemi geldi. Sonra gitti.", "Gemi geldi. / Sonra gitti.", "tr"}});
}

TEST(Document, AQuestionsCueNeedNotBeCommonInAShortSentence) {
  Check({{"“Why?” Ray demanded. It rained.", "“Why?” Ray demanded. / It rained."}});
}

TEST(Document, AnAgencysDatelineEnds) {
  Check({{"KELMAR (AP) — The ferry came.", "KELMAR (AP) — / The ferry came."},
         {"KELMAR, March 3 – “It came,” she said.", "KELMAR, March 3 – / “It came,” she said."},
         {"KELMAR was quiet – until it came.", "KELMAR was quiet – until it came."}});
}

TEST(Document, AbbreviationsEndNone) {
  Check({{"Mr. Ray met Dr. Holm in the U.S. on Friday.",
          "Mr. Ray met Dr. Holm in the U.S. on Friday."},
         {"Tom J. Ray left at 9 a.m. on Friday.", "Tom J. Ray left at 9 a.m. on Friday."},
         {"Dr. Holm kam z.B. heute.", "Dr. Holm kam z.B. heute.", "de"},
         {"Prof. Deniz Ak geldi.", "Prof. Deniz Ak geldi.", "tr"}});
}

TEST(Document, OrdinalsEndNone) {
  Check(
      {{"Am 3. Mai kam sie. Am 4. Mai ging sie.", "Am 3. Mai kam sie. / Am 4. Mai ging sie.", "de"},
       {"Gemi 3. İskeleye geldi. Sonra gitti.", "Gemi 3. İskeleye geldi. / Sonra gitti.", "tr"}});
}

TEST(Document, BeforeASmallLetterNoneEnds) {
  Check({{"“Why?” asked the mayor.", "“Why?” asked the mayor."},
         {"The firm Yay! has boats.", "The firm Yay! has boats."},
         {"„Warum?“, fragte sie.", "„Warum?“, fragte sie.", "de"}});
}

TEST(Document, AQuestionAndWhoAsksItAreOneSentence) {
  Check({{"“Why?” Ada Holm asked. She left.", "“Why?” Ada Holm asked. / She left."},
         {"“Never!” Tom Ray said. He left.", "“Never!” Tom Ray said. / He left."}});
}

TEST(Document, AQuestionAndAnotherSentenceAreTwo) {
  Check({{"“Why?” Nobody knew it at that time.", "“Why?” / Nobody knew it at that time."}});
}

TEST(Document, AQuotationsStopEndsTheSentenceBehindItsMark) {
  Check({{"“The ferry came.” She left.", "“The ferry came.” / She left."},
         {"(The ferry came.) She left.", "(The ferry came.) / She left."},
         {"She said, “It came.” “It left.”", "She said, “It came.” / “It left.”"}});
}

TEST(Document, EveryLineIsAParagraphAndEndsItsSentence) {
  const Document document = Read("The ferry\nIt left. It came\n\nNow");
  ASSERT_EQ(document.paragraphs.size(), 3U);
  EXPECT_EQ(TextOf(document, document.paragraphs[1]), "It left. It came");
  ASSERT_EQ(document.sentences.size(), 4U);
  EXPECT_EQ(TextOf(document, document.sentences[0]), "The ferry");
  const uint32_t came = TokenNamed(document, "came");
  EXPECT_EQ(document.paragraph_of[came], 1U);
  EXPECT_EQ(document.sentence_of[came], 2U);
}

TEST(Document, NoSentenceIsOfMoreThanFiveHundredTokens) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "word ";
  const Document document = Read(text);
  EXPECT_EQ(document.sentences.size(), 4U);
  for (const TokenRange each : document.sentences) EXPECT_LE(each.size(), 500U);
}

TEST(Document, ASpanGoesFromTheFirstToTheLastToken) {
  const Document document = Read("  “Ja,” she said.");
  EXPECT_EQ(document.Span({0, 4}), (TextSpan{2, 2 + 3 + 2 + 1 + 3}));
}

}  // namespace
}  // namespace saywhen
