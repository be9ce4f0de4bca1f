#include "learn/gold.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/engine_support.h"

namespace saywhen {
namespace {

std::string Words(const Document& document, const std::vector<uint32_t>& tokens) {
  std::vector<std::string> words;
  for (const uint32_t at : tokens) words.emplace_back(document.Text(at));
  return Joined(words, "|");
}

TEST(TokensIn, ThoseThatOverlapInOrderAndOnce) {
  const Document document = Read("It will open in May.");
  EXPECT_EQ(Words(document, TokensIn(document, {{3, 12}})), "will|open");
  EXPECT_EQ(Words(document, TokensIn(document, {{16, 17}, {4, 9}, {0, 4}})), "It|will|open|May");
  EXPECT_EQ(Words(document, TokensIn(document, {{2, 3}, {5, 5}, {90, 99}})), "");
}

TEST(GoldOf, AContentIsItsWordsWithoutMarks) {
  AnnotatedArticle article;
  article.text = "“It will open,” Ada Holm said.";
  const auto at = [&article](std::string_view words) {
    const auto begin = static_cast<uint32_t>(article.text.find(words));
    return TextSpan{begin, begin + static_cast<uint32_t>(words.size())};
  };
  article.attributions.push_back(
      {"direct", {at("Ada Holm")}, {at("said")}, {at("“It will open,”")}});
  const Document document = Read(article.text);
  const std::vector<TaughtAttribution> gold = GoldOf(document, article);
  ASSERT_EQ(gold.size(), 1U);
  EXPECT_EQ(Words(document, gold[0].content), "It|will|open");
  EXPECT_EQ(Words(document, gold[0].source), "Ada|Holm");
  EXPECT_EQ(Words(document, gold[0].cue), "said");
}

}  // namespace
}  // namespace saywhen
