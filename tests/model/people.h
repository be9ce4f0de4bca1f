// Speakers in a few words, and what came of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "model/story.h"
#include "support/make_story.h"

namespace saywhen {

// "code pointer", one a line.
inline std::string Problems(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& d : diagnostics.kept()) all += d.code + " " + d.pointer + "\n";
  return all;
}

inline std::string Names(const Story& story) {
  std::string names;
  for (const Speaker& speaker : story.speakers) {
    names += (names.empty() ? "" : "; ") + speaker.name;
    for (const std::string& alias : speaker.aliases) names += " = " + alias;
  }
  return names;
}

// Each with its words: "q1 We stay; q2 We go".
inline std::string Quotes(const Story& story) {
  std::string quotes;
  for (const Quote& quote : story.quotes) {
    quotes += (quotes.empty() ? "" : "; ") + quote.id + " ";
    quotes += quote.text;
  }
  return quotes;
}

using Indexes = std::vector<Index>;

// Each speaker says one quote.
inline Story StoryOf(std::vector<Speaker> speakers) {
  StoryMaker maker(static_cast<Index>(speakers.size()));
  for (Index i = 0; i < speakers.size(); ++i) {
    maker.Quote({{i}});
    speakers[i].id = "s" + std::to_string(i);
  }
  Story story = maker.Take();
  story.speakers = std::move(speakers);
  return story;
}

inline Speaker Named(const std::string& name) {
  Speaker speaker;
  speaker.name = name;
  return speaker;
}

inline Speaker Alias(Speaker speaker, const std::string& alias) {
  speaker.aliases.push_back(alias);
  return speaker;
}

inline Speaker From(Speaker speaker, const std::string& affiliation, const std::string& role = "") {
  speaker.affiliation = affiliation;
  speaker.role = role;
  return speaker;
}

inline Speaker At(Speaker speaker, const std::string& url) {
  speaker.same_as.push_back(url);
  return speaker;
}

inline Speaker Kind(Speaker speaker, SpeakerKind kind) {
  speaker.kind = kind;
  return speaker;
}

}  // namespace saywhen
