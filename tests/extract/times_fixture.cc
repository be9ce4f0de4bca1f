#include "times_fixture.h"

#include <gtest/gtest.h>

#include "extract/embedded_packs.h"
#include "extract/language_pack.h"
#include "model/calendar.h"
#include "model/edtf.h"

namespace saywhen {

TimeLexicon LexiconOf(std::string_view language) {
  for (const PackText& each : EmbeddedPacks()) {
    if (language != each.code) continue;
    const Result<LanguagePack> pack = LanguagePack::Parse(each.text);
    EXPECT_TRUE(pack.ok()) << language;
    if (!pack.ok()) break;
    Result<TimeLexicon> lexicon = TimeLexicon::Make(pack.value());
    EXPECT_TRUE(lexicon.ok()) << language << " line " << lexicon.error().line << ": "
                              << lexicon.error().message;
    if (lexicon.ok()) return std::move(lexicon).value();
  }
  ADD_FAILURE() << "no times of " << language;
  return std::move(TimeLexicon::Make(LanguagePack())).value();
}

const TimeLexicon& EnglishTimes() {
  static const TimeLexicon lexicon = LexiconOf("en");
  return lexicon;
}

const TimeLexicon& GermanTimes() {
  static const TimeLexicon lexicon = LexiconOf("de");
  return lexicon;
}

const TimeLexicon& TurkishTimes() {
  static const TimeLexicon lexicon = LexiconOf("tr");
  return lexicon;
}

TimeAnchor AnchorAt(std::string_view published) {
  const Result<TimeInterval> read = ParseEdtf(published);
  EXPECT_TRUE(read.ok()) << published;
  if (!read.ok()) return {};
  return {read.value().earliest, read.value().precision > Precision::kDay, {}};
}

std::vector<TimeExpression> TimesIn(std::string_view text, const TimeLexicon& lexicon) {
  std::vector<TimeExpression> found;
  FindTimes(text, lexicon, &found);
  return found;
}

namespace {

std::string Joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out.append(" | ");
    out.append(part);
  }
  return out;
}

}  // namespace

std::string WordsOf(std::string_view text, const TimeLexicon& lexicon) {
  std::vector<std::string> words;
  for (const TimeExpression& each : TimesIn(text, lexicon)) {
    words.emplace_back(text.substr(each.span.begin, each.span.size()));
  }
  return Joined(words);
}

std::string EdtfIn(std::string_view text, const TimeLexicon& lexicon, const TimeAnchor& anchor,
                   Direction direction) {
  std::vector<std::string> values;
  for (const TimeExpression& each : TimesIn(text, lexicon)) {
    const auto interval = Resolve(each, lexicon, anchor, direction);
    values.push_back(interval ? interval->edtf : "-");
  }
  return Joined(values);
}

std::string TimexIn(std::string_view text, const TimeLexicon& lexicon, const TimeAnchor& anchor,
                    Direction direction) {
  std::vector<std::string> values;
  for (const TimeExpression& each : TimesIn(text, lexicon)) {
    for (const TimeExpression& end : EndsOf(each)) {
      values.push_back(TimexValue(end, lexicon, anchor, direction));
    }
  }
  return Joined(values);
}

}  // namespace saywhen
