#include "extract/predictions.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "extract/gold_files.h"

namespace saywhen {
namespace {

// A file of its own, gone with the test.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& text)
      : path_(testing::TempDir() + testing::UnitTest::GetInstance()->current_test_info()->name()) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~ScratchFile() { std::remove(path_.c_str()); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST(Predict, ReadsAStoryALine) {
  const ScratchFile file(
      R"({"version":1,"articles":[{"id":"a","text":"Ä “Yes,” she said."}],)"
      R"("quotes":[{"article":"a","type":"direct","text":"Yes","span":[3,6]}]})"
      "\n\n"
      R"({"version":1,"id":"b","articles":[{"id":"x","text":"Nothing."}],"quotes":[]})"
      "\n"
      R"({"id":"c","error":"no text"})"
      "\n");
  std::vector<std::string> problems;
  const Result<std::vector<PredictedArticle>> read = Predict(file.path(), &problems);
  ASSERT_TRUE(read.ok()) << read.error().message;
  ASSERT_EQ(read.value().size(), 3U);
  EXPECT_EQ(read.value()[0].id, "a");
  EXPECT_EQ(read.value()[0].story.quotes[0].spans, (std::vector<TextSpan>{{6, 9}}));
  EXPECT_EQ(read.value()[1].id, "b");
  EXPECT_TRUE(read.value()[1].story.quotes.empty());
  EXPECT_EQ(read.value()[2].id, "c");
}

TEST(Predict, SaysWhichLineIsNoStory) {
  const ScratchFile file("{\"id\":\"a\"}\n[1]\n");
  std::vector<std::string> problems;
  const Result<std::vector<PredictedArticle>> read = Predict(file.path(), &problems);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().line, 2U);
}

TEST(ReadGold, ReadsResearchDataInCodePoints) {
  const ScratchFile file(
      R"({"id":"a","language":"en","published":"2024-03-12","text":"Ä says no.",)"
      R"("attributions":[{"type":"indirect","source":[[0,1]],"cue":[[2,6]],"content":[[7,9]]}]})"
      "\n");
  const Result<std::vector<GoldArticle>> gold = ReadGold(file.path());
  ASSERT_TRUE(gold.ok()) << gold.error().message;
  ASSERT_EQ(gold.value().size(), 1U);
  const GoldArticle& article = gold.value()[0];
  EXPECT_EQ(ShownSpans(article.text, article.attributions[0].source), "Ä");
  EXPECT_EQ(ShownSpans(article.text, article.attributions[0].cue), "says");
  EXPECT_EQ(ShownSpans(article.text, article.attributions[0].content), "no");
  EXPECT_FALSE(article.annotates_times);
  EXPECT_EQ(
      ExtractInputs(gold.value()),
      "{\"id\":\"a\",\"text\":\"Ä says no.\",\"published\":\"2024-03-12\",\"language\":\"en\"}"
      "\n");
}

TEST(ReadGold, RefusesWhatIsNone) {
  EXPECT_EQ(ReadGold("/nowhere").error().code, "io");
  const ScratchFile empty("{\"id\":\"a\",\"text\":\"\",\"attributions\":[]}\n");
  EXPECT_EQ(ReadGold(empty.path()).error().code, "bad-annotation");
  const ScratchFile twice("{\"id\":\"a\",\"text\":\"b\"}\n{\"id\":\"a\",\"text\":\"c\"}\n");
  EXPECT_EQ(ReadGold(twice.path()).error().code, "gold");
}

}  // namespace
}  // namespace saywhen
