#include <gtest/gtest.h>

#include <string>

#include "learn/annotated_article.h"

namespace saywhen {
namespace {

std::string Words(const AnnotatedArticle& article, const std::vector<TextSpan>& spans) {
  std::string words;
  for (const TextSpan span : spans) {
    if (!words.empty()) words += " … ";
    words += article.text.substr(span.begin, span.size());
  }
  return words;
}

TEST(ReadAnnotatedArticle, SpansCountCodePointsAndBecomeBytes) {
  const Result<AnnotatedArticle> read = ReadAnnotatedArticle(
      R"({"id":"a","language":"en","published":"2024-03-13","text":"“Açık,” Ada Holm said, “evet.”",)"
      R"("attributions":[{"type":"direct","content":[[1,5],[24,29]],"source":[[8,16]],)"
      R"("cue":[[17,21]]}]})");
  ASSERT_TRUE(read.ok());
  const AnnotatedArticle& article = read.value();
  EXPECT_EQ(article.id, "a");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.published, "2024-03-13");
  ASSERT_EQ(article.attributions.size(), 1U);
  EXPECT_EQ(article.attributions[0].type, "direct");
  EXPECT_EQ(Words(article, article.attributions[0].content), "Açık … evet.");
  EXPECT_EQ(Words(article, article.attributions[0].source), "Ada Holm");
  EXPECT_EQ(Words(article, article.attributions[0].cue), "said");
}

TEST(ReadAnnotatedArticle, FieldsMayBeMissing) {
  const Result<AnnotatedArticle> read =
      ReadAnnotatedArticle(R"({"text":"It came.","attributions":[{"content":[[0,2],[3],7]}]})");
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read.value().attributions.size(), 1U);
  EXPECT_EQ(read.value().attributions[0].content, (std::vector<TextSpan>{{0, 2}}));
  EXPECT_TRUE(read.value().attributions[0].source.empty());
}

TEST(ReadAnnotatedArticle, SpansPastTheTextEndWithIt) {
  const Result<AnnotatedArticle> read =
      ReadAnnotatedArticle(R"({"text":"It came.","attributions":[{"content":[[3,900]]}]})");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().attributions[0].content, (std::vector<TextSpan>{{3, 8}}));
}

TEST(ReadAnnotatedArticle, SaysWhatIsWrong) {
  const struct {
    const char* line;
    const char* code;
  } kCases[] = {{"", "bad-json"},
                {"It came.", "bad-json"},
                {"{}", "bad-annotation"},
                {R"({"text":""})", "bad-annotation"}};
  for (const auto& each : kCases) {
    const Result<AnnotatedArticle> read = ReadAnnotatedArticle(each.line);
    ASSERT_FALSE(read.ok()) << each.line;
    EXPECT_EQ(read.error().code, each.code) << each.line;
  }
}

}  // namespace
}  // namespace saywhen
