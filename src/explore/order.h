// The orders in which quotes can be listed.
#pragma once

#include <cstdint>
#include <vector>

#include "model/story.h"

namespace saywhen {

enum class Order : uint8_t {
  kArticle,    // as the articles tell them
  kSaid,       // earliest first, unknown times last
  kAbout,      // by the earliest time that they are about, those about none last
  kSpeaker,    // by the first speaker's name, unknown speakers last
  kLength,     // longest first
  kRelevance,  // the search's best first; without a search as kArticle
};
constexpr size_t kOrders = 6;

// All quotes as the articles tell them: by article, then by place in it; but as the file has them
// when the place of any is unknown.
std::vector<Index> InArticleOrder(const Story& story);

// All quotes in an order; among equals, in that of `article_order`. kRelevance: as `article_order`.
std::vector<Index> InOrder(const Story& story, Order order, std::vector<Index> article_order);

}  // namespace saywhen
