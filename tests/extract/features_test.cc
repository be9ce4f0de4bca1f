#include "extract/features.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine_support.h"

namespace saywhen {
namespace {

constexpr std::string_view kWeights =
    "[weights]\n"
    "cue\n"
    "\t\t-64\n"
    "cue.word\n"
    "said\t\t128\n"
    "ölçtü\t\t32\n"
    "cue.word+after\n"
    "said\tthat\t96\n";

TEST(LinearModel, WeightsAreFoundByTheirNames) {
  const LanguagePack pack = PackOf(kWeights);
  const LinearModel model(pack);
  EXPECT_EQ(model.size(), 4U);
  const struct {
    const char* kind;
    const char* a;
    const char* b;
    float weight;
  } kCases[] = {{"cue", "", "", -1},
                {"cue.word", "said", "", 2},
                {"cue.word", "ölçtü", "", 0.5F},
                {"cue.word+after", "said", "that", 1.5F},
                {"cue.word+after", "that", "said", 0},
                {"cue.word", "told", "", 0},
                {"cue.stem", "said", "", 0}};
  for (const auto& each : kCases) {
    const auto part = [](std::string_view name) { return name.empty() ? Part{} : Sign(name); };
    EXPECT_EQ(model.Weight(LinearModel::Key(each.kind, part(each.a), part(each.b))), each.weight)
        << each.kind << " " << each.a << " " << each.b;
  }
}

TEST(LinearModel, AWordOfATextHasTheWeightOfItsSmallLetters) {
  const LanguagePack pack = PackOf(kWeights);
  const LinearModel model(pack);
  const Part word{HashWord("Ölçtü"), "Ölçtü"};
  EXPECT_EQ(model.Weight(LinearModel::Key("cue.word", word, {})), 0.5F);
}

TEST(LinearModel, WithoutWeightsEverythingWeighsNothing) {
  const LinearModel model;
  EXPECT_EQ(model.Weight(LinearModel::Key("cue", {}, {})), 0);
  EXPECT_EQ(model.size(), 0U);
}

TEST(LinearModel, TheOrderOfPartsCounts) {
  EXPECT_NE(LinearModel::Key("k", Sign("a"), Sign("b")),
            LinearModel::Key("k", Sign("b"), Sign("a")));
  EXPECT_NE(LinearModel::Key("k", Sign("a"), {}), LinearModel::Key("k", {}, Sign("a")));
}

TEST(Features, TheSumIsOfAllThatAreTold) {
  const LanguagePack pack = PackOf(kWeights);
  const LinearModel model(pack);
  Features features(model);
  EXPECT_EQ(features.sum(), 0);
  features.Add("cue");
  features.Add("cue.word", Sign("said"));
  features.Add("cue.word+after", Sign("said"), Sign("that"));
  features.Add("cue.word+after", Sign("said"), Sign("nothing"));
  EXPECT_EQ(features.sum(), 2.5F);
  features.Reset();
  EXPECT_EQ(features.sum(), 0);
}

TEST(Features, AListenerHearsEachOne) {
  std::vector<std::string> heard;
  Features features([&heard](const FeatureTemplate& kind, Part a, Part b) {
    heard.push_back(std::string(kind.name) + "(" + std::string(a.text) + "," + std::string(b.text) +
                    ")");
  });
  features.Add("cue");
  features.Add("cue.word+after", Sign("said"), Sign("that"));
  EXPECT_EQ(Joined(heard, " "), "cue(,) cue.word+after(said,that)");
  EXPECT_EQ(features.sum(), 0);
}

TEST(Bucket, IsAsCoarseAsTheCountIsLarge) {
  const struct {
    uint32_t count;
    const char* name;
  } kCases[] = {{0, "0"},   {1, "1"},   {5, "5"},   {6, "5"},          {7, "7"},
                {9, "7"},   {10, "10"}, {14, "10"}, {15, "15"},        {24, "15"},
                {25, "25"}, {39, "25"}, {40, "40"}, {0xFFFFFFFF, "40"}};
  for (const auto& each : kCases) EXPECT_EQ(Bucket(each.count).text, each.name) << each.count;
}

TEST(Probability, IsTheLogisticFunction) {
  EXPECT_FLOAT_EQ(Probability(0), 0.5F);
  EXPECT_NEAR(Probability(2), 0.8808F, 1e-4F);
  EXPECT_NEAR(Probability(2) + Probability(-2), 1, 1e-6F);
  EXPECT_EQ(Probability(1000), 1);
  EXPECT_EQ(Probability(-1000), 0);
}

}  // namespace
}  // namespace saywhen
