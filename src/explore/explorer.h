// The reader's whole question (words, filters, order) and its answer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "explore/facets.h"
#include "explore/order.h"
#include "explore/query.h"
#include "explore/search_index.h"
#include "model/story.h"

namespace saywhen {

struct Question {
  Query query;
  std::vector<FacetValue> chosen;  // any within a kind, all between kinds
  Order order = Order::kArticle;
};

struct Answer {
  std::vector<Index> quotes;  // in the order asked for
  FacetCounts counts;
  size_t found = 0;  // by the query alone
};

// The one thing to give up so that most quotes are shown.
struct Drop {
  enum What : uint8_t { kNothing, kFilter, kDates, kWords, kQuery };
  What what = kNothing;                  // kNothing: no single one helps
  FacetKind kind = FacetKind::kSpeaker;  // of kFilter: all that is chosen of it
  size_t quotes = 0;                     // shown then
};

// Holds what answers have in common: the index, the last search, the orders asked for so far.
class Explorer {
 public:
  // Keeps the story, which must not change.
  explicit Explorer(const Story* story);
  // The same story has moved here.
  void Keep(const Story* story);

  // Goes on with the search index by so many quotes; says whether it is done. Ask() does what is
  // left of it when it is the first to search, so this is to have it done before.
  bool Prepare(size_t most_quotes) { return index_.Build(most_quotes); }

  void Ask(const Question& question, Answer* answer);

  // What to give up of a question, best when its answer is empty: all that is chosen of one kind,
  // the query's dates, its words, or all of it.
  Drop NearestDrop(const Question& question);

  // All quotes.
  const std::vector<Index>& article_order() const { return orders_[0]; }
  const Facets& facets() const { return facets_; }
  const SearchIndex& index() const { return index_; }

 private:
  // What a query finds, as Facets::Apply() takes it: null when it is empty.
  const std::vector<uint8_t>* Search(const Query& query);
  const std::vector<Index>& Ordered(Order order);
  void OrderByScore(std::vector<Index>* quotes);

  const Story* story_;
  Facets facets_;
  SearchIndex index_;
  // Empty until asked for, but that of the articles.
  std::array<std::vector<Index>, kOrders> orders_;

  // The last search; nothing while query_ is empty.
  Query query_;
  std::vector<Match> matches_;
  std::vector<uint8_t> found_;
  std::vector<uint8_t> shown_;
};

}  // namespace saywhen
