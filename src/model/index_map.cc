#include "model/index_map.h"

#include <algorithm>

namespace saywhen {
namespace {

void RenumberList(const std::vector<Index>& map, std::vector<Index>* list) {
  auto end = list->begin();
  for (const Index old : *list) {
    const Index index = MappedIndex(map, old);
    if (index != kNone && std::find(list->begin(), end, index) == end) *end++ = index;
  }
  list->erase(end, list->end());
}

}  // namespace

Index MappedIndex(const std::vector<Index>& map, Index index) {
  return index < map.size() ? map[index] : kNone;
}

void Renumber(const IndexMap& map, Quote* quote) {
  quote->article = MappedIndex(map.articles, quote->article);
  quote->within = MappedIndex(map.quotes, quote->within);
  RenumberSpeakers(map.speakers, quote);
}

void Renumber(const IndexMap& map, Event* event) {
  event->article = MappedIndex(map.articles, event->article);
}

void RenumberSpeakers(const std::vector<Index>& map, Quote* quote) {
  RenumberList(map, &quote->speakers);
  if (QuoteMore* more = quote->more.Get()) {
    RenumberList(map, &more->addressees);
    RenumberList(map, &more->mentions);
  }
}

}  // namespace saywhen
