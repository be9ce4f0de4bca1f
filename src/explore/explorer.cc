#include "explore/explorer.h"

#include <bit>
#include <limits>

#include "base/sort.h"

namespace saywhen {

Explorer::Explorer(const Story* story) : story_(story), facets_(*story), index_(story) {
  orders_[0] = InArticleOrder(*story);
}

void Explorer::Keep(const Story* story) {
  story_ = story;
  index_.Keep(story);
}

const std::vector<uint8_t>* Explorer::Search(const Query& query) {
  if (query.empty()) return nullptr;
  if (query_ == query) return &found_;
  index_.Build(std::numeric_limits<size_t>::max());
  index_.Search(query, &matches_);
  found_.assign(story_->quotes.size(), 0);
  for (const Match& match : matches_) found_[match.quote] = 1;
  query_ = query;
  return &found_;
}

const std::vector<Index>& Explorer::Ordered(Order order) {
  // Relevance orders anew each time, from the order of the articles.
  if (order == Order::kArticle || order == Order::kRelevance) return article_order();
  std::vector<Index>& ordered = orders_[static_cast<size_t>(order)];
  if (ordered.empty()) ordered = InOrder(*story_, order, article_order());
  return ordered;
}

void Explorer::OrderByScore(std::vector<Index>* quotes) {
  // Scores are not below 0, and of such numbers the bits stand in the same order.
  std::vector<uint64_t> keys(story_->quotes.size());
  for (const Match& match : matches_) keys[match.quote] = ~std::bit_cast<uint32_t>(match.score);
  SortBy(keys, quotes);
}

void Explorer::Ask(const Question& question, Answer* answer) {
  const std::vector<uint8_t>* among = Search(question.query);
  answer->found = among == nullptr ? story_->quotes.size() : matches_.size();
  facets_.Apply(question.chosen, among, &shown_, &answer->counts);
  answer->quotes.resize(answer->counts.shown);
  auto next = answer->quotes.begin();
  for (const Index quote : Ordered(question.order)) {
    if (shown_[quote] != 0) *next++ = quote;
  }
  if (question.order == Order::kRelevance && among != nullptr) OrderByScore(&answer->quotes);
}

Drop Explorer::NearestDrop(const Question& question) {
  Drop nearest;
  FacetCounts counts;
  const auto offer = [&](Drop::What what, FacetKind kind, size_t quotes) {
    if (quotes > nearest.quotes) nearest = {what, kind, quotes};
  };
  const auto apply = [&](const Query& query) {
    facets_.Apply(question.chosen, Search(query), &shown_, &counts);
  };
  const Query& query = question.query;
  const bool has_dates = query.before || query.after;
  apply(query);
  for (const FacetValue& value : question.chosen) {
    offer(Drop::kFilter, value.kind, counts.without[static_cast<size_t>(value.kind)]);
  }
  if (has_dates && !query.terms.empty()) {
    Query part = query;
    part.before.reset();
    part.after.reset();
    apply(part);
    offer(Drop::kDates, {}, counts.shown);
    part = query;
    part.terms.clear();
    apply(part);
    offer(Drop::kWords, {}, counts.shown);
    // Both together, only when neither is enough.
    if (nearest.quotes > 0) return nearest;
  }
  if (!query.empty()) {
    apply({});
    offer(query.terms.empty() ? Drop::kDates
          : has_dates         ? Drop::kQuery
                              : Drop::kWords,
          {}, counts.shown);
  }
  return nearest;
}

}  // namespace saywhen
