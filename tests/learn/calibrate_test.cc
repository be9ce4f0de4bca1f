#include "learn/calibrate.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/engine_support.h"

namespace saywhen {
namespace {

AnnotatedArticle Article() {
  AnnotatedArticle article;
  article.text = "“The ferry will open in May,” Ada Holm said.";
  const auto at = [&article](std::string_view words) {
    const auto begin = static_cast<uint32_t>(article.text.find(words));
    return TextSpan{begin, begin + static_cast<uint32_t>(words.size())};
  };
  article.attributions.push_back(
      {"direct", {at("Ada Holm")}, {at("said")}, {at("“The ferry will open in May,”")}});
  return article;
}

bool RightIn(const AnnotatedArticle& article) {
  std::vector<Judged> judged;
  Judge(article, LanguageOf("en"), &judged);
  EXPECT_EQ(judged.size(), 1U);
  return judged.size() == 1 && judged[0].right;
}

TEST(Judge, AQuoteWithItsWordsAndItsSourceIsRight) { EXPECT_TRUE(RightIn(Article())); }

TEST(Judge, OtherWordsAreWrong) {
  AnnotatedArticle article = Article();
  article.attributions[0].content[0].begin += 14;
  EXPECT_FALSE(RightIn(article));
}

TEST(Judge, AnotherSourceIsWrong) {
  AnnotatedArticle article = Article();
  article.attributions[0].source = article.attributions[0].content;
  EXPECT_FALSE(RightIn(article));
}

TEST(Judge, WithoutAMarkedSourceTheWordsCount) {
  AnnotatedArticle article = Article();
  article.attributions[0].source.clear();
  EXPECT_TRUE(RightIn(article));
}

TEST(Judge, WhatNobodyMarkedIsWrong) {
  AnnotatedArticle article = Article();
  article.attributions.clear();
  EXPECT_FALSE(RightIn(article));
}

// Of each tenth of raw the share that is right.
std::vector<Judged> Shares(const std::vector<int>& right_of_ten) {
  std::vector<Judged> judged;
  for (size_t i = 0; i < right_of_ten.size(); ++i) {
    for (int k = 0; k < 10; ++k) {
      judged.push_back({QuoteType::kDirect,
                        static_cast<float>(i) / 10 + 0.01F * static_cast<float>(9 - k),
                        k < right_of_ten[i]});
    }
  }
  return judged;
}

TEST(WriteCalibration, ReadsBackAsTheShareThatIsRight) {
  std::vector<Judged> judged;
  for (int i = 0; i < 100; ++i) {
    judged.push_back({QuoteType::kDirect, i < 50 ? 0.3F : 0.8F, i % 2 == 0 || i >= 75});
  }
  const std::string text = "[calibration]\n" + WriteCalibration(judged);
  const LanguagePack pack = PackOf(text);
  const Calibration made(pack);
  EXPECT_NEAR(made.Of(QuoteType::kDirect, 0.3F), 0.5F, 0.01F);
  EXPECT_NEAR(made.Of(QuoteType::kDirect, 0.8F), 0.75F, 0.02F);
}

TEST(WriteCalibration, MoreSureIsNeverLessRight) {
  const std::string text =
      "[calibration]\n" + WriteCalibration(Shares({1, 3, 2, 2, 5, 4, 9, 6, 8, 10}));
  const LanguagePack pack = PackOf(text);
  const Calibration made(pack);
  float before = 0;
  for (int i = 0; i <= 100; ++i) {
    const float here = made.Of(QuoteType::kDirect, static_cast<float>(i) / 100);
    EXPECT_GE(here, before) << i << "\n" << text;
    before = here;
  }
}

TEST(WriteCalibration, HasNoMoreThanADozenPointsAType) {
  std::vector<Judged> judged;
  for (int i = 0; i < 500; ++i) {
    const float raw = static_cast<float>(i) / 500;
    judged.push_back({QuoteType::kDirect, raw, (i * 7919) % 500 < i});
    judged.push_back({QuoteType::kIndirect, raw, (i * 104729) % 500 < i});
  }
  const std::string text = "[calibration]\n" + WriteCalibration(judged);
  const LanguagePack pack = PackOf(text);
  size_t direct = 0;
  size_t indirect = 0;
  for (const PackEntry& entry : pack.Section("calibration")) {
    if (entry[0] == "direct") ++direct;
    if (entry[0] == "indirect") ++indirect;
  }
  EXPECT_GE(direct, 2U);
  EXPECT_LE(direct, 12U);
  EXPECT_GE(indirect, 2U);
  EXPECT_LE(indirect, 12U);
}

TEST(WriteCalibration, ATypeWithoutQuotesHasNoEntry) {
  const std::string text = WriteCalibration({{QuoteType::kMixed, 0.5F, true}});
  EXPECT_NE(text.find("mixed\t500\t1000\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("direct"), std::string::npos) << text;
}

}  // namespace
}  // namespace saywhen
