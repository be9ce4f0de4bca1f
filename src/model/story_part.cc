#include "model/story_part.h"

#include <vector>

namespace saywhen {
namespace {

// Of each index whether it is wanted (0) or not (kNone).
void Want(Index index, std::vector<Index>* map) {
  if (index < map->size()) (*map)[index] = 0;
}

// Copies what is wanted, and puts where it went into the map.
template <typename Items>
void Copy(const Items& from, std::vector<Index>* map, Items* to) {
  for (Index i = 0; i < from.size(); ++i) {
    if ((*map)[i] == kNone) continue;
    (*map)[i] = static_cast<Index>(to->size());
    to->push_back(from[i]);
  }
}

}  // namespace

IndexMap PartOf(const Story& story, std::span<const Index> quotes) {
  IndexMap map;
  map.articles.assign(story.articles.size(), kNone);
  map.speakers.assign(story.speakers.size(), kNone);
  map.quotes.assign(story.quotes.size(), kNone);
  for (Index quote : quotes) {
    // Ends in rings, too.
    for (; quote < story.quotes.size() && map.quotes[quote] == kNone;
         quote = story.quotes[quote].within) {
      Want(quote, &map.quotes);
      const Quote& wanted = story.quotes[quote];
      Want(wanted.article, &map.articles);
      for (const std::vector<Index>* list :
           {&wanted.speakers, &wanted.more->addressees, &wanted.more->mentions}) {
        for (const Index speaker : *list) Want(speaker, &map.speakers);
      }
    }
  }
  return map;
}

bool IsInPart(const IndexMap& part, const Event& event) {
  return event.article == kNone || MappedIndex(part.articles, event.article) != kNone;
}

Story Selected(const Story& story, std::span<const Index> quotes) {
  IndexMap map = PartOf(story, quotes);
  Story part;
  part.title = story.title;
  part.language = story.language;
  part.extra = story.extra;
  Copy(story.articles, &map.articles, &part.articles);
  Copy(story.speakers, &map.speakers, &part.speakers);
  Copy(story.quotes, &map.quotes, &part.quotes);
  for (Quote& quote : part.quotes) Renumber(map, &quote);
  for (const Event& event : story.events) {
    if (!IsInPart(map, event)) continue;
    part.events.push_back(event);
    Renumber(map, &part.events.back());
  }
  return part;
}

}  // namespace saywhen
