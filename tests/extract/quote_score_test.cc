#include "extract/quote_score.h"

#include <gtest/gtest.h>

#include <string_view>

#include "extract/score_report.h"
#include "model/edtf.h"

namespace saywhen {
namespace {

// Where the words stand first in the text.
TextSpan SpanOf(std::string_view text, std::string_view words) {
  const size_t at = text.find(words);
  EXPECT_NE(at, std::string_view::npos) << words;
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

TimeInterval Time(const char* edtf) { return ParseEdtf(edtf).value(); }

// Two attributions: "Yes, we can go," Holm said yesterday. / she denied that the pool leaks
GoldArticle TwoSayings() {
  GoldArticle article;
  article.text = "“Yes, we can go,” Ada Holm said yesterday. She denied that the pool leaks.";
  article.speakers = {{{"Ada Holm", "Mayor Holm"}}};
  article.annotates_speakers = article.annotates_times = true;
  article.times = {{SpanOf(article.text, "yesterday"), Time("2024-03-11")}};
  GoldAttribution direct;
  direct.type = "direct";
  direct.content = {SpanOf(article.text, "“Yes, we can go,”")};
  direct.source = {SpanOf(article.text, "Ada Holm")};
  direct.cue = {SpanOf(article.text, "said")};
  direct.speakers = {0};
  direct.said = 0;
  GoldAttribution indirect;
  indirect.type = "indirect";
  indirect.content = {SpanOf(article.text, "that the pool leaks")};
  indirect.source = {SpanOf(article.text, "She")};
  indirect.cue = {SpanOf(article.text, "denied")};
  indirect.speakers = {0};
  article.attributions = {direct, indirect};
  return article;
}

Quote Predicted(const GoldArticle& article, QuoteType type, std::string_view content,
                std::string_view mention, std::string_view cue) {
  Quote quote;
  quote.type = type;
  quote.spans = {SpanOf(article.text, content)};
  if (!mention.empty()) quote.mention.Own().span = SpanOf(article.text, mention);
  if (!cue.empty()) quote.cue.Own().span = SpanOf(article.text, cue);
  quote.speakers = {0};
  return quote;
}

Story StoryBy(const char* name) {
  Story story;
  story.speakers.resize(1);
  story.speakers[0].name = name;
  return story;
}

TEST(QuoteScore, MarksBlanksAndPunctuationAtTheEndsDoNotCount) {
  const GoldArticle article = TwoSayings();
  Story story = StoryBy("Ada Holm");
  story.quotes = {
      Predicted(article, QuoteType::kDirect, "Yes, we can go", "Holm", "said yesterday")};
  QuoteScores scores;
  ScoreArticle(article, story, &scores);
  const TypeScore& direct = scores.types["direct"];
  EXPECT_EQ(direct.gold, 1U);
  EXPECT_EQ(direct.predicted, 1U);
  EXPECT_EQ(direct.exact, 1U);
  EXPECT_EQ(direct.near, 1U);
  EXPECT_EQ(direct.sourced, 1U);
  EXPECT_EQ(direct.source_right, 1U);
  EXPECT_EQ(direct.cue_right, 1U);
  EXPECT_EQ(direct.name_right, 1U);
  EXPECT_EQ(direct.inside, 1U);
  const TypeScore& all = scores.types["all"];
  EXPECT_EQ(all.gold, 2U);
  EXPECT_EQ(all.exact, 1U);
  EXPECT_DOUBLE_EQ(F1(all.exact, all.predicted, all.gold), 2.0 / 3);
}

// Gold is 16 characters that count ("thatthepoolleaks"), "pool leaks" 9 of them: 0.5625; "the pool
// leaks" 12: 0.75; "denied that the pool leaks" 22 with all 16 in it: 0.7273.
TEST(QuoteScore, OverlapDecidesWhatIsFoundAndNear) {
  const GoldArticle article = TwoSayings();
  const struct {
    const char* content;
    bool found;
    bool near;
    bool inside;
  } cases[] = {{"leaks", false, false, true},
               {"pool leaks", true, false, true},
               {"the pool leaks", true, false, true},
               {"hat the pool leaks", true, true, true},
               {"denied that the pool leaks", true, false, true},
               {"Ada Holm said yesterday. She denied that", false, false, false}};
  for (const auto& each : cases) {
    SCOPED_TRACE(each.content);
    Story story = StoryBy("Ada Holm");
    story.quotes = {Predicted(article, QuoteType::kDirect, each.content, "She", "")};
    QuoteScores scores;
    ScoreArticle(article, story, &scores);
    // The gold's type counts, whatever the predicted's is.
    const TypeScore& indirect = scores.types["indirect"];
    EXPECT_EQ(indirect.sourced_found, each.found ? 1U : 0U);
    EXPECT_EQ(indirect.source_right, each.found ? 1U : 0U);
    EXPECT_EQ(indirect.near, each.near ? 1U : 0U);
    EXPECT_EQ(indirect.exact, 0U);
    EXPECT_EQ(indirect.cue_right, 0U);
    EXPECT_EQ(scores.types["direct"].inside, each.inside ? 1U : 0U);
    EXPECT_EQ(scores.types["direct"].predicted, 1U);
  }
}

TEST(QuoteScore, OnePredictedIsPairedWithOneGoldTheBestFirst) {
  const GoldArticle article = TwoSayings();
  Story story = StoryBy("Ada Holm");
  story.quotes = {Predicted(article, QuoteType::kIndirect, "the pool leaks", "Ada Holm", ""),
                  Predicted(article, QuoteType::kIndirect, "that the pool leaks", "She", "denied")};
  QuoteScores scores;
  ScoreArticle(article, story, &scores);
  EXPECT_EQ(scores.types["indirect"].exact, 1U);
  EXPECT_EQ(scores.types["indirect"].source_right, 1U);
  EXPECT_EQ(scores.types["all"].near, 1U);
  EXPECT_EQ(scores.types["all"].predicted, 2U);
}

TEST(QuoteScore, ANameIsRightInAnyFormThatTheGoldKnows) {
  const GoldArticle article = TwoSayings();
  const struct {
    const char* name;
    bool right;
  } cases[] = {{"Ada Holm", true},     {"ada holm", true}, {"The Mayor Holm", true},
               {"Ada Holm, 52", true}, {"Holm", false},    {"Mayor Ada Holm", false}};
  for (const auto& each : cases) {
    SCOPED_TRACE(each.name);
    Story story = StoryBy(each.name);
    story.quotes = {Predicted(article, QuoteType::kDirect, "Yes, we can go", "", "")};
    QuoteScores scores;
    ScoreArticle(article, story, &scores);
    EXPECT_EQ(scores.types["direct"].name_right, each.right ? 1U : 0U);
    EXPECT_EQ(scores.types["direct"].named_found, 1U);
    EXPECT_EQ(scores.types["all"].named, 2U);
    story.quotes[0].speakers = {};
    QuoteScores without;
    ScoreArticle(article, story, &without);
    EXPECT_EQ(without.types["direct"].name_right, 0U);
  }
}

TEST(QuoteScore, TimesAreRelaxedStrictAndOfOneValue) {
  GoldArticle article = TwoSayings();
  article.times.push_back({SpanOf(article.text, "the pool"), Time("199X")});
  Story story = StoryBy("Ada Holm");
  story.quotes = {Predicted(article, QuoteType::kDirect, "Yes, we can go", "Holm", "said")};
  story.quotes[0].said =
      StoryTime{Time("2024-03-11"), Basis::kStated,
                Passage{"said yesterday", SpanOf(article.text, "said yesterday"), ""}};
  story.quotes[0].about = {
      StoryTime{Time("1990/1999"), std::nullopt,
                Passage{"the pool", SpanOf(article.text, "the pool"), ""}},
      StoryTime{Time("2001"), std::nullopt, Passage{"we", SpanOf(article.text, "we"), ""}}};
  QuoteScores scores;
  ScoreArticle(article, story, &scores);
  EXPECT_EQ(scores.times.gold, 2U);
  EXPECT_EQ(scores.times.predicted, 3U);
  EXPECT_EQ(scores.times.relaxed, 2U);
  EXPECT_EQ(scores.times.strict, 1U);
  EXPECT_EQ(scores.times.value, 2U);
  EXPECT_EQ(scores.about.gold, 1U);
  EXPECT_EQ(scores.about.predicted, 2U);
  EXPECT_EQ(scores.about.strict, 1U);
  EXPECT_EQ(scores.said_found, 1U);
  EXPECT_EQ(scores.said_right, 1U);
}

TEST(QuoteScore, ConfidenceIsSetAgainstHowOftenItIsRight) {
  const GoldArticle article = TwoSayings();
  Story story = StoryBy("Ada Holm");
  story.quotes = {Predicted(article, QuoteType::kDirect, "Yes, we can go", "Holm", ""),
                  Predicted(article, QuoteType::kIndirect, "that the pool leaks", "Ada", ""),
                  Predicted(article, QuoteType::kIndirect, "yesterday", "", "")};
  story.quotes[0].confidence = 1.0F;
  story.quotes[1].confidence = 0.95F;
  story.quotes[2].confidence = 0.25F;
  QuoteScores scores;
  ScoreArticle(article, story, &scores);
  EXPECT_EQ(scores.bins[9].count, 2U);
  EXPECT_EQ(scores.bins[9].right, 1U);
  EXPECT_NEAR(scores.bins[9].confidence, 1.95, 1e-6);
  EXPECT_EQ(scores.bins[2].count, 1U);
  EXPECT_EQ(scores.bins[2].right, 0U);
}

TEST(ScoreReport, SaysNullWhereThereIsNothingToDivideBy) {
  QuoteScores scores;
  scores.types["direct"].gold = 3;
  scores.types["direct"].predicted = 1;
  scores.types["direct"].exact = 1;
  const std::string json = ScoreJson(scores);
  EXPECT_NE(json.find("\"exact_recall\":0.3333,\"exact_F1\":0.5000"), std::string::npos) << json;
  EXPECT_NE(json.find("\"speaker\":null"), std::string::npos) << json;
  EXPECT_NE(ScoreTable(scores, true).find("direct exact recall"), std::string::npos);
}

}  // namespace
}  // namespace saywhen
