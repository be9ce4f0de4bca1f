// Stories made in a few lines, for tests of what is done with them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/edtf.h"
#include "model/story.h"

namespace saywhen {

inline TimeInterval Edtf(std::string_view text) {
  const Result<TimeInterval> parsed = ParseEdtf(text);
  if (parsed.ok()) return parsed.value();
  ADD_FAILURE() << "Not EDTF: " << text;
  return {};
}

inline StoryTime TimeOf(std::string_view edtf) { return {Edtf(edtf), {}, {}}; }

// What a test says of a quote; `said` empty: the story does not say when.
struct QuoteSketch {
  std::vector<Index> speakers;
  std::string_view said = {};
  std::vector<std::string_view> about = {};
  std::string_view place = {};
};

// One article in English without a date; speakers and quotes are named by their numbers.
class StoryMaker {
 public:
  explicit StoryMaker(Index speakers = 1) {
    story_.language = "en";
    story_.title = "A story";
    story_.articles.emplace_back();
    story_.articles.back().id = "a0";
    story_.articles.back().language = "en";
    for (Index i = 0; i < speakers; ++i) {
      Speaker speaker;
      speaker.id = "s" + std::to_string(i);
      speaker.name = "Speaker " + std::to_string(i);
      story_.speakers.push_back(std::move(speaker));
    }
  }

  StoryMaker& Published(std::string_view edtf) {
    story_.articles.back().published = Edtf(edtf);
    return *this;
  }

  StoryMaker& Quote(const QuoteSketch& sketch) {
    saywhen::Quote quote;
    quote.id = std::to_string(story_.quotes.size());
    quote.article = 0;
    quote.text = "Words " + quote.id;
    quote.speakers = sketch.speakers;
    quote.place = sketch.place;
    if (!sketch.said.empty()) quote.said = TimeOf(sketch.said);
    for (const std::string_view about : sketch.about) quote.about.push_back(TimeOf(about));
    story_.quotes.push_back(std::move(quote));
    return *this;
  }

  StoryMaker& Event(std::string_view title, std::string_view when) {
    saywhen::Event event;
    event.id = std::to_string(story_.events.size());
    event.title = title;
    if (!when.empty()) event.when = TimeOf(when);
    story_.events.push_back(std::move(event));
    return *this;
  }

  const Story& story() const { return story_; }
  Story Take() { return std::move(story_); }

 private:
  Story story_;
};

// 0, 1, 2, … of all of its quotes.
inline std::vector<Index> AllQuotes(const Story& story) {
  std::vector<Index> all(story.quotes.size());
  for (Index i = 0; i < all.size(); ++i) all[i] = i;
  return all;
}

}  // namespace saywhen
