// How many quotes of the project's own annotated articles are found: exactly as many as stands
// here. A change that finds more or fewer says so by changing a line; scripts/eval prints them as
// shares.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/embedded_packs.h"
#include "extract/extract.h"
#include "extract/gold_files.h"
#include "extract/quote_score.h"
#include "extract/times/time_finder.h"
#include "extract/times/time_resolver.h"
#include "model/edtf.h"

namespace saywhen {
namespace {

struct Counts {
  const char* language;
  const char* type;
  size_t gold;
  size_t predicted;
  size_t exact;
  size_t near;
  size_t source_right;
  size_t cue_right;
  size_t name_right;
};

constexpr Counts kExpected[] = {
    {"de", "all", 56, 45, 21, 21, 27, 27, 17},      {"de", "direct", 26, 29, 11, 11, 13, 13, 8},
    {"de", "indirect", 24, 14, 9, 9, 10, 10, 6},    {"de", "mixed", 6, 2, 1, 1, 4, 4, 3},
    {"en", "all", 130, 139, 101, 101, 95, 94, 72},  {"en", "direct", 53, 49, 45, 45, 42, 37, 33},
    {"en", "indirect", 52, 64, 37, 37, 36, 38, 26}, {"en", "mixed", 25, 26, 19, 19, 17, 19, 13},
    {"tr", "all", 61, 42, 31, 33, 34, 36, 28},      {"tr", "direct", 28, 23, 17, 17, 14, 16, 14},
    {"tr", "indirect", 27, 15, 12, 14, 15, 15, 11}, {"tr", "mixed", 6, 4, 2, 2, 5, 5, 3},
};

std::string Line(const std::string& language, const std::string& type, const TypeScore& score) {
  std::string line = "{\"" + language + "\", \"" + type + "\"";
  for (const size_t count : {score.gold, score.predicted, score.exact, score.near,
                             score.source_right, score.cue_right, score.name_right}) {
    line += ", " + std::to_string(count);
  }
  return line + "},";
}

TEST(OwnArticles, AsManyQuotesAreFoundAsEver) {
  const Result<Extractor> extractor = Extractor::Make(EmbeddedPacks());
  ASSERT_TRUE(extractor.ok()) << extractor.error().message;
  const Result<std::vector<GoldArticle>> gold =
      ReadGold(std::string(SAYWHEN_SOURCE_DIR) + "/tests/data/extract");
  ASSERT_TRUE(gold.ok()) << gold.error().message;

  std::map<std::string, QuoteScores> scores;
  for (const GoldArticle& each : gold.value()) {
    ExtractInput input;
    input.text = each.text;
    input.language = each.language;
    input.published = each.published;
    input.keep_text = true;
    const Result<Extraction> extraction = extractor.value().Extract(input);
    ASSERT_TRUE(extraction.ok()) << extraction.error().message;
    ScoreArticle(each, extraction.value().story, &scores[each.language]);
  }
  std::string found;
  for (auto& [language, of] : scores) {
    for (auto& [type, score] : of.types) found += Line(language, type, score) + "\n";
  }
  std::string expected;
  for (const Counts& each : kExpected) {
    TypeScore score;
    score.gold = each.gold;
    score.predicted = each.predicted;
    score.exact = each.exact;
    score.near = each.near;
    score.source_right = each.source_right;
    score.cue_right = each.cue_right;
    score.name_right = each.name_right;
    expected += Line(each.language, each.type, score) + "\n";
  }
  EXPECT_EQ(found, expected);
}

struct TimeCounts {
  size_t gold = 0;
  size_t predicted = 0;
  size_t relaxed = 0;  // overlaps one
  size_t strict = 0;   // is one
  size_t value = 0;    // overlaps one and means the same time
};

// All time expressions of the text that have a place on the calendar, not only those of quotes.
TimeCounts CountTimes(const GoldArticle& article, const TimeLexicon& lexicon) {
  TimeCounts counts;
  counts.gold = article.times.size();
  const Result<TimeInterval> published = ParseEdtf(article.published);
  if (!published.ok()) return counts;
  std::vector<TimeExpression> found;
  FindTimes(article.text, lexicon, &found);
  for (const TimeExpression& each : found) {
    const TimeAnchor anchor{published.value().earliest, false, std::nullopt};
    const std::optional<TimeInterval> when =
        Resolve(each, lexicon, anchor, GuessDirection(article.text, each.span, lexicon));
    if (!when) continue;
    ++counts.predicted;
    for (const GoldTime& gold : article.times) {
      if (each.span.begin >= gold.span.end || gold.span.begin >= each.span.end) continue;
      ++counts.relaxed;
      if (each.span == gold.span) ++counts.strict;
      if (when->earliest == gold.when.earliest && when->latest == gold.when.latest) ++counts.value;
      break;
    }
  }
  return counts;
}

TEST(OwnArticles, AsManyTimesAreFoundAsEver) {
  const Result<std::vector<GoldArticle>> gold =
      ReadGold(std::string(SAYWHEN_SOURCE_DIR) + "/tests/data/extract");
  ASSERT_TRUE(gold.ok()) << gold.error().message;
  std::string found;
  for (const PackText& pack : EmbeddedPacks()) {
    const Result<LanguagePack> read = LanguagePack::Parse(pack.text);
    const Result<TimeLexicon> lexicon = TimeLexicon::Make(read.value());
    ASSERT_TRUE(lexicon.ok()) << lexicon.error().message;
    TimeCounts all;
    for (const GoldArticle& each : gold.value()) {
      if (each.language != pack.code) continue;
      const TimeCounts counts = CountTimes(each, lexicon.value());
      all.gold += counts.gold;
      all.predicted += counts.predicted;
      all.relaxed += counts.relaxed;
      all.strict += counts.strict;
      all.value += counts.value;
    }
    found += std::string(pack.code) + ": gold " + std::to_string(all.gold) + ", predicted " +
             std::to_string(all.predicted) + ", relaxed " + std::to_string(all.relaxed) +
             ", strict " + std::to_string(all.strict) + ", value " + std::to_string(all.value) +
             "\n";
  }
  EXPECT_EQ(found,
            "de: gold 40, predicted 46, relaxed 40, strict 31, value 29\n"
            "en: gold 98, predicted 101, relaxed 90, strict 73, value 78\n"
            "tr: gold 42, predicted 30, relaxed 30, strict 24, value 27\n");
}

}  // namespace
}  // namespace saywhen
