// What holds of every story that was read, whatever the bytes were.
#pragma once

#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "formats/story_json.h"

namespace saywhen {
inline void Check(bool holds) {
  if (!holds) std::abort();
}

inline void CheckSpan(const Story& story, Index article, TextSpan span) {
  if (span.empty()) return;
  Check(article < story.articles.size());
  const std::string_view text = story.articles[article].text;
  Check(span.end <= text.size());
  Check(IsValidUtf8(text.substr(span.begin, span.size())));
}

inline void CheckStory(const Story& story) {
  for (const Quote& quote : story.quotes) {
    Check(!quote.id.empty() && !quote.text.empty());
    Check(quote.within == kNone || quote.within < story.quotes.size());
    Check(quote.confidence >= 0 && quote.confidence <= 1);
    for (const TextSpan span : quote.spans) CheckSpan(story, quote.article, span);
    CheckSpan(story, quote.article, quote.mention->span);
    CheckSpan(story, quote.article, quote.cue->span);
    for (const Index speaker : quote.speakers) Check(speaker < story.speakers.size());
    for (const StoryTime& time : quote.about) {
      Check(time.when.earliest <= time.when.latest);
      CheckSpan(story, quote.article, time.words.span);
    }
  }
  for (const Event& event : story.events) CheckSpan(story, event.article, event.span);
}

// Written to something that reads without complaint and writes the same.
inline void CheckWritten(const Story& story) {
  const std::string written = WriteStory(story);
  Diagnostics none;
  const Result<Story> again = ParseStory(written, &none);
  Check(again.ok() && none.kept().empty());
  Check(WriteStory(again.value()) == written);
}

}  // namespace saywhen
