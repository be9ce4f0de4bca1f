// What the tests of times share: the lexicons of the compiled-in packs, and expressions as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/times/time_finder.h"
#include "extract/times/time_lexicon.h"
#include "extract/times/time_resolver.h"

namespace saywhen {

// The lexicon of the pack with this code; fails the test when it does not read.
TimeLexicon LexiconOf(std::string_view language);
// One of these a process: making a lexicon takes a while.
const TimeLexicon& EnglishTimes();
const TimeLexicon& GermanTimes();
const TimeLexicon& TurkishTimes();

// The day's anchor: "2013-03-22", or with a time of day.
TimeAnchor AnchorAt(std::string_view published);
std::vector<TimeExpression> TimesIn(std::string_view text, const TimeLexicon& lexicon);
// The words of all expressions, parted by " | ".
std::string WordsOf(std::string_view text, const TimeLexicon& lexicon);
// The EDTF values of all expressions, "-" of those without, parted by " | ".
std::string EdtfIn(std::string_view text, const TimeLexicon& lexicon, const TimeAnchor& anchor,
                   Direction direction);
// The same with TIMEX3 values, both ends of a range.
std::string TimexIn(std::string_view text, const TimeLexicon& lexicon, const TimeAnchor& anchor,
                    Direction direction);

}  // namespace saywhen
