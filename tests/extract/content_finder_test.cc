#include "extract/content_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "engine_support.h"

namespace saywhen {
namespace {

Content ContentBy(const Document& document, std::string_view cue, std::string_view code = "en") {
  const Language& language = LanguageOf(code);
  const uint32_t token = TokenNamed(document, cue);
  const CueLexicon::Entry* const entry = language.cues.Find(document.tokens[token].hash);
  EXPECT_NE(entry, nullptr) << cue;
  if (entry == nullptr) return {};
  return FindContent(document, {token, *entry}, language.model);
}

// Its parts, joined by " … ".
std::string ContentOfCue(std::string_view text, std::string_view cue,
                         std::string_view code = "en") {
  const Document document = Read(text, code);
  std::vector<std::string> parts;
  for (const TokenRange part : ContentBy(document, cue, code).parts) {
    parts.push_back(TextOf(document, part));
  }
  return Joined(parts, " … ");
}

struct Said {
  const char* text;
  const char* cue;
  const char* content;
  const char* code = "en";
};

void Check(const std::vector<Said>& cases) {
  for (const Said& each : cases) {
    EXPECT_EQ(ContentOfCue(each.text, each.cue, each.code), each.content) << each.text;
  }
}

TEST(FindContent, AQuotationBeforeItsCue) {
  Check({{"“The ferry will open in May,” Ada Holm said.", "said", "The ferry will open in May"},
         {"“The ferry will open in May,” said Ada Holm.", "said", "The ferry will open in May"},
         {"„Die Fähre öffnet im Mai“, sagte Ada Holm.", "sagte", "Die Fähre öffnet im Mai", "de"},
         {"“Feribot mayısta açılacak. Herkes havlu getirsin.” dedi.", "dedi",
          "Feribot mayısta açılacak. Herkes havlu getirsin", "tr"}});
}

TEST(FindContent, AQuotationBehindItsCue) {
  Check({{"Ada Holm said, “The ferry will open in May.”", "said", "The ferry will open in May"},
         {"Ada Holm said: “The ferry will open in May.”", "said", "The ferry will open in May"},
         {"Ada Holm sagte: „Die Fähre öffnet im Mai.“", "sagte", "Die Fähre öffnet im Mai", "de"}});
}

TEST(FindContent, AQuotationOfManySentences) {
  Check({{"Ada Holm said, “The ferry will open in May. It is sound. Bring a towel.”", "said",
          "The ferry will open in May. It is sound. Bring a towel"}});
}

TEST(FindContent, ASplitQuotationHasTwoParts) {
  Check({{"“The ferry,” Ada Holm said, “will open in May.”", "said",
          "The ferry … will open in May"}});
}

TEST(FindContent, AReportedClause) {
  Check({{"Ada Holm said that the ferry would open in May.", "said",
          "that the ferry would open in May"},
         {"Ada Holm said the ferry would open in May.", "said", "the ferry would open in May"},
         {"The ferry will open in May, Ada Holm said.", "said", "The ferry will open in May"}});
}

TEST(FindContent, NoCandidateGivesNoPart) { Check({{"Said.", "Said", ""}}); }

TEST(FindContent, TheProbabilityIsAShare) {
  const Document document = Read("“The ferry will open in May,” Ada Holm said.");
  const Content content = ContentBy(document, "said");
  EXPECT_GT(content.probability, 0.5F);
  EXPECT_LE(content.probability, 1.0F);
}

TEST(FindContent, WithoutWeightsItIsStillAContent) {
  const Document document = Read("“The ferry will open in May,” Ada Holm said.");
  const uint32_t said = TokenNamed(document, "said");
  const LinearModel none;
  const Content content =
      FindContent(document, {said, *LanguageOf("en").cues.Find(document.tokens[said].hash)}, none);
  ASSERT_FALSE(content.parts.empty());
  for (const TokenRange part : content.parts) {
    EXPECT_FALSE(part.holds(said));
    EXPECT_FALSE(part.empty());
  }
}

TEST(ContentCandidates, AreWordsThatAreNotTheCue) {
  const Document document = Read("She came. “It will open,” Ada Holm said, “in May.” He left.");
  const uint32_t said = TokenNamed(document, "said");
  const ContentQuery query{said, *LanguageOf("en").cues.Find(document.tokens[said].hash)};
  std::vector<ContentAnchor> anchors;
  AnchorCandidates(document, query, &anchors);
  ASSERT_FALSE(anchors.empty());
  for (const ContentAnchor anchor : anchors) {
    EXPECT_TRUE(document.tokens[anchor.token].word);
    EXPECT_EQ(anchor.before, anchor.token < said);
    EXPECT_NE(anchor.token, said);
  }
  const uint32_t open = TokenNamed(document, "open");
  EXPECT_TRUE(std::any_of(anchors.begin(), anchors.end(), [open](ContentAnchor each) {
    return each.before && each.token == open;
  }));
  EXPECT_EQ(MoreCandidate(document, query, open), TokenNamed(document, "in"));
}

}  // namespace
}  // namespace saywhen
