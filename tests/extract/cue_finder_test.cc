#include "extract/cue_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine_support.h"

namespace saywhen {
namespace {

// Of the word, where it may be a cue; -1 where it never is.
float ProbabilityOf(std::string_view text, std::string_view word, std::string_view code = "en") {
  const Document document = Read(text, code);
  const Language& language = LanguageOf(code);
  for (const Cue& cue : FindCues(document, language.cues, language.model)) {
    if (document.Text(cue.token) == word) return cue.probability;
  }
  return -1;
}

TEST(CueStem, FormsOfOneVerbAreOne) {
  const struct {
    const char* word;
    const char* stem;
  } kCases[] = {{"argues", "argu"}, {"argued", "argu"}, {"arguing", "argu"}, {"argue", "argu"},
                {"denied", "den"},  {"denies", "den"},  {"deny", "den"},     {"told", "told"},
                {"red", "red"},     {"", ""},           {"s", "s"},          {"ing", "ing"}};
  for (const auto& each : kCases) {
    EXPECT_EQ(CueStem(each.word), each.stem) << each.word;
  }
}

TEST(CueLexicon, HasTheWordsOfItsSection) {
  const LanguagePack pack = PackOf("[cues]\nsaid\t97\nsaid\t3\nölçtü\t50\n");
  const CueLexicon lexicon(pack);
  ASSERT_NE(lexicon.Find(HashWord("SAID")), nullptr);
  EXPECT_EQ(lexicon.Find(HashWord("said"))->word.text, "said");
  EXPECT_EQ(lexicon.Find(HashWord("told")), nullptr);
  ASSERT_NE(lexicon.Find(HashWord("ölçtü")), nullptr);
  EXPECT_EQ(lexicon.Find(HashWord("ölçtü"))->ending.text, "çtü") << "three letters, not bytes";
}

TEST(FindCues, AWordOutsideTheLexiconNeverIsOne) {
  EXPECT_EQ(ProbabilityOf("“Yes,” the boat zigzagged.", "zigzagged"), -1);
}

TEST(FindCues, SayingIsLikely) {
  const struct {
    const char* text;
    const char* word;
    const char* code = "en";
  } kCases[] = {
      {"“The ferry will open in May,” Ada Holm said.", "said"},
      {"Ada Holm said that the ferry would open in May.", "said"},
      {"Ada Holm told reporters that the ferry would open.", "told"},
      {"According to Ada Holm, the ferry will open in May.", "According"},
      {"The mayor denied that the crews had been cut.", "denied"},
      {"„Die Fähre öffnet im Mai“, sagte Ada Holm.", "sagte", "de"},
      {"“Feribot mayısta açılacak” dedi.", "dedi", "tr"},
  };
  for (const auto& each : kCases) {
    EXPECT_GT(ProbabilityOf(each.text, each.word, each.code), 0.5F) << each.text;
  }
}

TEST(FindCues, TheSameWordWithAnotherSenseIsUnlikely) {
  const struct {
    const char* text;
    const char* word;
  } kCases[] = {
      {"The report was on the table beside the lamp.", "report"},
      {"The ship was added to the fleet.", "added"},
      {"The claim was paid in May.", "claim"},
  };
  for (const auto& each : kCases) {
    EXPECT_LT(ProbabilityOf(each.text, each.word), 0.4F) << each.text;
  }
}

TEST(FindCues, AreInOrderAndWithinZeroToOne) {
  const Document document =
      Read("She said he argued that the report claimed it. “No,” they replied.");
  const Language& language = LanguageOf("en");
  const std::vector<Cue> cues = FindCues(document, language.cues, language.model);
  ASSERT_GE(cues.size(), 4U);
  uint32_t before = 0;
  for (const Cue& cue : cues) {
    EXPECT_TRUE(cue.token > before || &cue == &cues.front());
    EXPECT_TRUE(cue.probability >= 0 && cue.probability <= 1);
    before = cue.token;
  }
}

TEST(CueFeatures, NameTheWordItsNeighboursAndTheMarksAround) {
  const Document document = Read("“It came,” Ada Holm said.");
  const uint32_t said = TokenNamed(document, "said");
  const CueLexicon& lexicon = LanguageOf("en").cues;
  std::vector<std::string> heard;
  Features features([&heard](const FeatureTemplate& kind, Part a, Part b) {
    heard.push_back(std::string(kind.name) + " " + std::string(a.text) + " " + std::string(b.text));
  });
  CueFeatures(document, said, *lexicon.Find(document.tokens[said].hash), &features);
  for (const char* each :
       {"cue  ", "cue.word said ", "cue.word+after said .", "cue.quoted out w",
        "cue.quote-before 3 w", "cue.quote-after <none> w", "cue.subject Cap w"}) {
    EXPECT_NE(std::find(heard.begin(), heard.end(), each), heard.end()) << each << "\n"
                                                                        << Joined(heard, "\n");
  }
}

}  // namespace
}  // namespace saywhen
