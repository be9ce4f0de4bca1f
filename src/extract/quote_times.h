// The three times of a quote: when it was said, what it is about, and, for both, when the article
// was published.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/attribution.h"
#include "extract/document.h"
#include "extract/times/time_finder.h"
#include "extract/times/time_lexicon.h"
#include "extract/times/time_resolver.h"
#include "model/story.h"

namespace saywhen {

struct QuoteTimes {
  std::optional<StoryTime> said;
  std::vector<StoryTime> about;
};

// By attribution. Said: the time expression of the cue's sentence that no content holds, the
// nearest to the cue; else the one that the sentence before in the paragraph was given, as
// inferred; else the publication's day. About: those inside the content; relative ones count from
// when it was said. `published` may be empty: then relative expressions have no place on the
// calendar.
std::vector<QuoteTimes> FindQuoteTimes(const Document& document, const TimeLexicon& lexicon,
                                       const std::vector<Attribution>& attributions,
                                       const std::optional<TimeInterval>& published);

// The date in a short text, "13 February 2025 18:05"; nothing when it is none with a day.
std::optional<TimeInterval> DateIn(std::string_view text, const TimeLexicon& lexicon);

}  // namespace saywhen
