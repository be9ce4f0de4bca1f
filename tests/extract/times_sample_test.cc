// A small sample in the manner of annotated news, to measure finding and values as time taggers are
// measured (TempEval-3: strict and relaxed spans, values of those found). Sentences are ours; they
// were annotated by the TimeML guidelines before the rules were written; then seven annotations
// that were against the guidelines (prepositions, "still", two dates to come) were corrected.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "times_fixture.h"

namespace saywhen {
namespace {

// Expressions stand as [words|value] in the text. Published on Friday, 22 March 2013.
constexpr std::string_view kSample[] = {
    "The company said [Thursday|2013-03-21] that it would close its plant in Ohio.",
    "Police arrested three men on [Tuesday night|2013-03-19TNI] after a chase.",
    "The agreement was signed on [March 4, 2009|2009-03-04], in Geneva.",
    "Net income in [the fourth quarter|2012-Q4] rose 12 percent from [a year earlier|2011-Q4].",
    "He has lived in Oslo for [two decades|P2DE] and [now|PRESENT_REF] runs a bakery.",
    "The court will rule [next week|2013-W13], a clerk said [today|2013-03-22].",
    "Rebels took the town in [late February|2013-02].",
    "She was elected in [2008|2008] and re-elected [four years later|2012].",
    "The ministry [recently|PAST_REF] cut its forecast for [this year|2013].",
    "[Last month|2013-02], 400 people were hurt in clashes near the border.",
    "The strike has lasted [more than three weeks|P3W].",
    "The [five-year|P5Y] plan foresees 2,000 new homes.",
    "Unemployment was 7.9 percent in [January|2013-01], up from 7.8 percent in "
    "[December|2012-12].",
    "Talks resume on [Monday|2013-03-25], and diplomats will meet [later this month|2013-03].",
    "In [the 1990s|199] the river flooded [every spring|XXXX-SP].",
    "The bomb went off at [8:30 a.m.|2013-03-22T08:30] outside a market.",
    "The bank publishes its figures [daily|P1D].",
    "[Two years ago|2011], the firm nearly went bankrupt.",
    "The reactor has been shut since [March 2011|2011-03].",
    "Ministers hope for a deal in [the coming days|FUTURE_REF].",
    "He served as governor from [1999|1999] to [2003|2003].",
    "The fire broke out [early Saturday|2013-03-16] and burned for [six hours|PT6H].",
    "It was the coldest winter in [50 years|P50Y].",
    "[Previously|PAST_REF] the tax had been 19 percent.",
    "The law takes effect on [July 1|2013-07-01], officials announced.",
    "Exports fell in [the first half of 2012|2012-H1].",
    "The pair met [yesterday morning|2013-03-21TMO] in Doha.",
    "About 1,500 fans waited outside; the gates opened at [noon|2013-03-22T12:00].",
    "The group [currently|PRESENT_REF] employs 3100 workers.",
    "Over [the past three years|P3Y] the price has doubled.",
    "Sales are expected to rise in [the second half of the year|2013-H2].",
    "That changed on [Sept. 11, 2001|2001-09-11].",
    "The trial is scheduled to begin on [April 15|2013-04-15].",
    "The storm may reach the coast [tonight|2013-03-22TNI].",
    "It marches on: second place, then third, in [a matter of days|PXD].",
    "[Last summer|2012-SU], may I remind you, nobody believed it.",
    "The singer, who died in [1977|1977], sold 20 million records.",
    "The committee meets [every Wednesday|XXXX-WXX-3] and on [the first Monday of each "
    "month|XXXX-XX].",
    "The village was founded in [the 14th century|13].",
    "Shares closed at 2014 rupees, 16 more than [a week ago|2013-W11].",
    "The senator spoke for [13 hours|PT13H] on [Wednesday|2013-03-20].",
    "Prosecutors first charged him in [November 2010|2010-11].",
    "[Three days later|2013-03-25] the ship sank.",
    "The [2012|2012] election was close.",
    "A spokesman said on [Friday|2013-03-22] that the deadline was [midnight|2013-03-22T00:00].",
    "Production could start within [two years|P2Y].",
    "The drought of [recent years|PAST_REF] has hit farmers.",
    "The court gave her [30 days|P30D] to appeal.",
    "The economy shrank [last year|2012] for the first time since [2009|2009].",
    "The [19-month|P19M] siege ended [this week|2013-W12].",
    "At [the time|PAST_REF] he was 24 years old.",
    "The treaty of [1992|1992] is still in force.",
    "They return on [Dec. 26|2013-12-26], [Christmas Day|2013-12-25] being a holiday.",
    "Visitors fell by a quarter in [the three months|P3M] to [June|2012-06].",
    "In [the future|FUTURE_REF] such checks would be made [once a year|P1Y].",
    "The meeting began at [10 a.m. on Thursday|2013-03-21T10:00].",
    "Oil cost $147 a barrel in [mid-2008|2008].",
    "Fall in line, march to the sea, and spring back up, the coach told them.",
    "The channel reaches 1984 households; 2000 people watch it.",
    "The minister said on [20 March 2013|2013-03-20] that [the day before|2013-03-19] he had "
    "known nothing.",
};
constexpr std::string_view kPublished = "2013-03-22";

struct Wanted {
  TextSpan span;
  std::string value;
};

std::string ReadMarks(std::string_view marked, std::vector<Wanted>* wanted) {
  std::string text;
  for (size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] != '[') {
      text.push_back(marked[i]);
      continue;
    }
    const size_t bar = marked.find('|', i);
    const size_t close = marked.find(']', bar);
    const uint32_t begin = static_cast<uint32_t>(text.size());
    text.append(marked.substr(i + 1, bar - i - 1));
    wanted->push_back({{begin, static_cast<uint32_t>(text.size())},
                       std::string(marked.substr(bar + 1, close - bar - 1))});
    i = close;
  }
  return text;
}

double F1(int hits, int found, int wanted) { return 2.0 * hits / (found + wanted); }

TEST(TimesSample, IsFoundAndValuedAsAnnotated) {
  const TimeLexicon& lexicon = EnglishTimes();

  int wanted_count = 0;
  int found_count = 0;
  int strict = 0;
  int relaxed = 0;
  int valued = 0;
  std::string misses;
  for (const std::string_view marked : kSample) {
    std::vector<Wanted> wanted;
    const std::string text = ReadMarks(marked, &wanted);
    // "Two weeks later" is later than what the text told of last.
    TimeAnchor anchor = AnchorAt(kPublished);
    struct Valued {
      TextSpan span;
      std::string value;
    };
    std::vector<Valued> found;
    for (const TimeExpression& each : TimesIn(text, lexicon)) {
      const Direction direction = GuessDirection(text, each.span, lexicon);
      for (const TimeExpression& end : EndsOf(each)) {
        found.push_back({end.span, TimexValue(end, lexicon, anchor, direction)});
      }
      const auto interval = Resolve(each, lexicon, anchor, direction);
      if (interval && each.kind == TimeKind::kDate) anchor.reference = interval->earliest;
    }
    wanted_count += static_cast<int>(wanted.size());
    found_count += static_cast<int>(found.size());
    for (const Wanted& want : wanted) {
      const auto hit = std::find_if(found.begin(), found.end(), [&](const Valued& each) {
        return each.span.begin < want.span.end && want.span.begin < each.span.end;
      });
      const std::string words = text.substr(want.span.begin, want.span.size());
      if (hit == found.end()) {
        misses += "missed: " + words + "\n";
        continue;
      }
      ++relaxed;
      const std::string& value = hit->value;
      strict += hit->span == want.span ? 1 : 0;
      valued += value == want.value ? 1 : 0;
      if (hit->span != want.span || value != want.value) {
        misses += "other: " + words + " " + want.value + " -> " +
                  text.substr(hit->span.begin, hit->span.size()) + " " + value + "\n";
      }
    }
    for (const Valued& each : found) {
      if (std::none_of(wanted.begin(), wanted.end(), [&](const Wanted& want) {
            return each.span.begin < want.span.end && want.span.begin < each.span.end;
          })) {
        misses += "extra: " + text.substr(each.span.begin, each.span.size()) + "\n";
      }
    }
  }
  const double relaxed_f1 = F1(relaxed, found_count, wanted_count);
  const double strict_f1 = F1(strict, found_count, wanted_count);
  const double value_f1 = F1(valued, found_count, wanted_count);
  RecordProperty("relaxed", std::to_string(relaxed_f1));
  RecordProperty("strict", std::to_string(strict_f1));
  RecordProperty("value", std::to_string(value_f1));
  EXPECT_GE(relaxed_f1, 0.95) << misses;
  EXPECT_GE(strict_f1, 0.93) << misses;
  EXPECT_GE(value_f1, 0.88) << misses;
}

}  // namespace
}  // namespace saywhen
