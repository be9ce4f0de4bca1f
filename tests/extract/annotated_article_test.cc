#include "extract/annotated_article.h"

#include <gtest/gtest.h>

#include <set>

#include "extract/gold_files.h"

namespace saywhen {
namespace {

constexpr char kHeader[] =
    "id: a\nlanguage: en\npublished: 2024-03-12\nstyle: wire\n"
    "speaker: Ada Holm = Mayor Holm\n";

GoldArticle Read(const std::string& body, const std::string& more = "") {
  Result<GoldArticle> article = ParseAnnotatedArticle(kHeader + more + "\n" + body, "a.txt");
  if (article.ok()) return std::move(article).value();
  ADD_FAILURE() << article.error().message;
  return {};
}

std::string Problem(const std::string& file) {
  const Result<GoldArticle> article = ParseAnnotatedArticle(file, "a.txt");
  return article.ok() ? "" : article.error().message;
}

bool HoldsMark(const std::string& text) {
  for (const char* mark : {"\"", "'", "“", "„", "«", "»", "‘"}) {
    if (text.find(mark) != std::string::npos) return true;
  }
  return false;
}

TEST(AnnotatedArticle, TextIsWithoutMarkupInParagraphs) {
  const GoldArticle article = Read(
      "One line\nand the next.\n\n\n{D1 “Yes,”} {S1 Ada Holm} {C1 said}.\n"
      "A \\{brace\\}, a \\| and a \\\\.\n");
  EXPECT_EQ(article.text,
            "One line and the next.\n\n“Yes,” Ada Holm said. A {brace}, a | and a \\.");
  EXPECT_EQ(article.id, "a");
  EXPECT_EQ(article.published, "2024-03-12");
}

TEST(AnnotatedArticle, PiecesOfOneNumberAreOneAttribution) {
  const GoldArticle article = Read("{D7 “Ä,”} {S7 Ada Holm} {C7 said}. {D7 “B.”}\n");
  ASSERT_EQ(article.attributions.size(), 1U);
  const GoldAttribution& it = article.attributions[0];
  EXPECT_EQ(it.type, "direct");
  EXPECT_EQ(it.content, (std::vector<TextSpan>{{0, 9}, {25, 33}}));
  EXPECT_EQ(ShownSpans(article.text, it.content), "“Ä,” … “B.”");
  EXPECT_EQ(ShownSpans(article.text, it.source), "Ada Holm");
  EXPECT_EQ(ShownSpans(article.text, it.cue), "said");
  EXPECT_EQ(it.speakers, std::vector<uint32_t>{0});
}

TEST(AnnotatedArticle, ASourceMayServeTwoAndAContentHoldAnother) {
  const GoldArticle article = Read(
      "{S1,2 Ada Holm| She} {C1 said} {I1 that {S3 the waiter} {C3 said} {I3 no}} and {C2 added} "
      "{M2 a “maybe”}.\n",
      "unnamed: waiter\n");
  ASSERT_EQ(article.attributions.size(), 3U);
  EXPECT_EQ(article.attributions[0].type, "indirect");
  EXPECT_EQ(ShownSpans(article.text, article.attributions[0].content), "that the waiter said no");
  EXPECT_EQ(ShownSpans(article.text, article.attributions[1].content), "no");
  EXPECT_EQ(article.attributions[1].speakers, std::vector<uint32_t>{1});
  EXPECT_EQ(article.speakers[1].names, (std::vector<std::string>{"waiter", "the waiter"}));
  EXPECT_EQ(article.attributions[2].source, article.attributions[0].source);
  EXPECT_EQ(article.attributions[2].type, "mixed");
}

TEST(AnnotatedArticle, ASpeakerIsFoundByAnyName) {
  const GoldArticle article = Read(
      "{D1 “A”} {C1 said} {S1 Mayor Holm}. {D2 Ada Holm| “B.”} {D3 ?| “C!”} {D4 Ada Holm + Tom| "
      "“D.”}\n",
      "speaker: Tom\n");
  ASSERT_EQ(article.attributions.size(), 4U);
  EXPECT_EQ(article.attributions[0].speakers, std::vector<uint32_t>{0});
  EXPECT_EQ(article.attributions[1].speakers, std::vector<uint32_t>{0});
  EXPECT_TRUE(article.attributions[2].speakers.empty());
  EXPECT_EQ(article.attributions[3].speakers, (std::vector<uint32_t>{0, 1}));
}

TEST(AnnotatedArticle, TimesHaveValuesAndMaySayWhenItWasSaid) {
  const GoldArticle article = Read(
      "{P1 Asked whether}, {S1 Ada Holm} {C1 said} on {T1 2024-03-11| Monday} {I1 that {T 2024-04| "
      "next\nmonth} is fine}.\n");
  ASSERT_EQ(article.times.size(), 2U);
  EXPECT_EQ(article.times[0].when.edtf, "2024-03-11");
  EXPECT_EQ(ShownSpans(article.text, {article.times[1].span}), "next month");
  ASSERT_TRUE(article.attributions[0].said.has_value());
  EXPECT_EQ(*article.attributions[0].said, 0U);
  EXPECT_EQ(ShownSpans(article.text, article.attributions[0].prompt), "Asked whether");
}

TEST(AnnotatedArticle, SaysWhereItIsBroken) {
  const std::string header = kHeader;
  const struct {
    std::string name;
    std::string file;
    std::string message;
  } cases[] = {
      {"no header", "id: a\n\nText.\n", "a.txt:1: the header has no \"language\""},
      {"header line", header + "colour: red\n\n", "a.txt:6: the header knows no \"colour\""},
      {"not closed", header + "\nOne.\n\n{D1 “A.”\n\nTwo.}\n",
       "a.txt:9: this bracket is not closed in its paragraph"},
      {"never closed", header + "\n{D1 “A.”", "a.txt:7: this bracket is not closed"},
      {"closed twice", header + "\nA.}\n", "a.txt:7: \"}\" closes nothing"},
      {"role", header + "\n{X1 A}\n",
       "a.txt:7: a bracket begins with S, C, D, I, M, P or T; in words: \"\\{\""},
      {"number", header + "\n{D “A”}\n", "a.txt:7: a number must follow the role"},
      {"empty", header + "\n{D1 }\n", "a.txt:7: a bracket without words"},
      {"two types", header + "\n{D1 Ada Holm| “A”} {I1 B}\n",
       "a.txt:7: attribution 1 is direct and indirect"},
      {"no content", header + "\n\n{S1 Ada Holm} {C1 said} so.\n",
       "a.txt:8: attribution 1 has no content"},
      {"nobody", header + "\nA.\n{D1 “A”} {S1 she} {C1 said}.\n",
       "a.txt:8: who says attribution 1? \"she\" holds none of the header's names: write {S1 Name| "
       "…}, or ? for nobody known"},
      {"unknown name", header + "\n{D1 Ada Home| “A”}\n",
       "a.txt:7: the header lists no \"Ada Home\""},
      {"no date", header + "\nOn {T 2024-13| Monday}.\n", "a.txt:7: \"2024-13\" is no EDTF"},
      {"unused name", header + "\nNothing.\n", "a.txt:1: nothing is said by \"Ada Holm\""},
      {"bytes", header + "\n\xff\n", "a.txt:7: not UTF-8"},
  };
  for (const auto& each : cases) {
    SCOPED_TRACE(each.name);
    EXPECT_EQ(Problem(each.file).substr(0, each.message.size()), each.message);
  }
}

TEST(OwnSet, ReadsAndIsVaried) {
  const Result<std::vector<GoldArticle>> gold =
      ReadGold(std::string(SAYWHEN_SOURCE_DIR) + "/tests/data/extract");
  ASSERT_TRUE(gold.ok()) << gold.error().message;
  EXPECT_GE(gold.value().size(), 20U);
  std::multiset<std::string> types;
  std::multiset<std::string> languages;
  for (const GoldArticle& article : gold.value()) {
    languages.insert(article.language);
    EXPECT_FALSE(article.times.empty()) << article.id;
    for (const GoldAttribution& each : article.attributions) {
      types.insert(each.type);
      // What is said is more than who says it, and no part of it.
      for (const TextSpan& source : each.source) {
        for (const TextSpan& content : each.content) {
          EXPECT_TRUE(source.end <= content.begin || content.end <= source.begin)
              << article.id << ": " << ShownSpans(article.text, each.content);
        }
      }
      if (each.type != "mixed") continue;
      const std::string content = ShownSpans(article.text, each.content);
      EXPECT_TRUE(HoldsMark(content)) << article.id << ": " << content;
    }
  }
  EXPECT_GE(languages.count("en"), 10U);
  EXPECT_GE(languages.count("de"), 5U);
  EXPECT_GE(languages.count("tr"), 5U);
  EXPECT_GE(types.count("direct"), 90U);
  EXPECT_GE(types.count("indirect"), 90U);
  EXPECT_GE(types.count("mixed"), 30U);
}

}  // namespace
}  // namespace saywhen
