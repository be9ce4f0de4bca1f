#include "learn/log_linear.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/engine_support.h"

namespace saywhen {
namespace {

// Of three words the one that ends a sentence is right, whatever the word.
LogLinear Taught(const LearnOptions& options = {}) {
  static constexpr std::string_view kWords[] = {"ferry", "pier", "boat"};
  LogLinear model;
  for (uint32_t i = 0; i < 60; ++i) {
    const uint32_t right = i % 3;
    for (uint32_t k = 0; k < 3; ++k) {
      Features features = model.Candidate(k == right);
      features.Add("word", Sign(kWords[(i / 3 + k) % 3]));
      features.Add("place", Sign(k == right ? "last" : "middle"));
    }
    model.Done();
  }
  model.Learn(options);
  return model;
}

float WeightIn(const std::string& written, const FeatureTemplate& kind, std::string_view a) {
  const std::string text = "[weights]\n" + written;
  const LanguagePack pack = PackOf(text);
  return LinearModel(pack).Weight(LinearModel::Key(kind, Sign(a), {}));
}

TEST(LogLinear, LearnsWhatTellsTheRightOneApart) {
  const std::string written = Taught().Write();
  EXPECT_GT(WeightIn(written, "place", "last"), 0.5F) << written;
  EXPECT_LT(WeightIn(written, "place", "middle"), 0) << written;
}

TEST(LogLinear, WhatSaysNothingWeighsLittle) {
  const std::string written = Taught().Write();
  for (const char* word : {"ferry", "pier", "boat"}) {
    EXPECT_NEAR(WeightIn(written, "word", word), 0, 0.3F) << written;
  }
}

TEST(LogLinear, TheSameExamplesGiveTheSameWeights) {
  EXPECT_EQ(Taught().Write(), Taught().Write());
}

TEST(LogLinear, CountsItsExamples) { EXPECT_EQ(Taught().examples(), 60U); }

TEST(LogLinear, ARareFeatureIsLeftOut) {
  LearnOptions options;
  options.least_count = 61;
  EXPECT_EQ(Taught(options).Write(), "");
}

TEST(LogLinear, ASmallWeightIsLeftOut) {
  LearnOptions options;
  options.least_weight = 100;
  EXPECT_EQ(Taught(options).Write(), "");
}

TEST(LogLinear, ALargerPenaltyGivesSmallerWeights) {
  LearnOptions options;
  options.penalty = 6e-3F;
  EXPECT_LT(WeightIn(Taught(options).Write(), "place", "last"),
            WeightIn(Taught().Write(), "place", "last"));
}

TEST(LogLinear, AWordIsWrittenInSmallLettersAndReadBackByItsHash) {
  LogLinear model;
  for (int i = 0; i < 40; ++i) {
    Features right = model.Candidate(true);
    right.Add("word", Part{HashWord("Ölçtü’de"), "Ölçtü’de"});
    Features wrong = model.Candidate(false);
    wrong.Add("word", Part{HashWord("Ferry"), "Ferry"});
    model.Done();
  }
  model.Learn({});
  const std::string text = "[weights]\n" + model.Write();
  EXPECT_NE(text.find("ölçtü'de\t"), std::string::npos) << text;
  const LanguagePack pack = PackOf(text);
  const LinearModel read(pack);
  EXPECT_GT(read.Weight(LinearModel::Key("word", {HashWord("ölçtü'DE"), ""}, {})), 0.5F);
  EXPECT_LT(read.Weight(LinearModel::Key("word", {HashWord("ferry"), ""}, {})), -0.5F);
}

TEST(LogLinear, WithoutExamplesThereAreNoWeights) {
  LogLinear model;
  model.Learn({});
  EXPECT_EQ(model.Write(), "");
  EXPECT_EQ(model.examples(), 0U);
}

}  // namespace
}  // namespace saywhen
