// Small stories of which every part that can be searched is told in one line a quote.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/make_story.h"

namespace saywhen {

struct ToldQuote {
  std::string_view text = {};
  std::vector<Index> speakers = {};
  std::string_view said = {};
  std::string_view place = {};
  std::vector<std::string> tags = {};
  Index article = 0;
  QuoteType type = QuoteType::kDirect;
  float confidence = 1;
  std::string_view language = {};
  std::string_view prompt = {};
};

struct ToldSpeaker {
  std::string_view name;
  std::string_view affiliation = {};
  std::vector<std::string> aliases = {};
};

inline Story Tell(const std::vector<ToldSpeaker>& speakers, const std::vector<ToldQuote>& quotes,
                  const std::vector<std::string_view>& headlines = {"", ""}) {
  Story story;
  story.language = "en";
  for (const std::string_view headline : headlines) {
    story.articles.emplace_back();
    story.articles.back().headline = headline;
  }
  for (const ToldSpeaker& told : speakers) {
    Speaker speaker;
    speaker.name = told.name;
    speaker.affiliation = told.affiliation;
    speaker.aliases = told.aliases;
    story.speakers.push_back(std::move(speaker));
  }
  for (const ToldQuote& told : quotes) {
    Quote quote;
    quote.text = told.text;
    quote.speakers = told.speakers;
    if (!told.said.empty()) quote.said = TimeOf(told.said);
    quote.place = told.place;
    quote.tags = told.tags;
    quote.article = told.article;
    quote.type = told.type;
    quote.confidence = told.confidence;
    quote.more.Own().language = told.language;
    quote.more.Own().prompt = told.prompt;
    story.quotes.push_back(std::move(quote));
  }
  return story;
}

}  // namespace saywhen
