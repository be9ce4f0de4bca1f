// What the quotes can be narrowed down by, and how many each choice would leave.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "explore/word_table.h"
#include "model/story.h"

namespace saywhen {

enum class FacetKind : uint8_t {
  kSpeaker,
  kAffiliation,
  kType,
  kYear,
  kMonth,
  kPlace,
  kTag,
  kArticle,
  kConfidence,
};
constexpr size_t kFacetKinds = 9;

// The values of kConfidence, best first.
enum ConfidenceBand : uint8_t { kSure, kLikely, kDoubtful };
constexpr float kSureFrom = 0.9F;
constexpr float kLikelyFrom = 0.7F;

// `value` counts the values of its kind. kSpeaker: the speaker's index, and last of all the
// speaker who is unknown. kArticle: the article's index. kType: QuoteType. kConfidence:
// ConfidenceBand. kYear, kMonth: the years and months in which something was said, in their order.
// The others: the different names, in the order in which the quotes first have them.
struct FacetValue {
  FacetKind kind = FacetKind::kSpeaker;
  uint32_t value = 0;
  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

struct FacetCounts {
  // How many quotes have each value of each kind, of those that all other kinds' choices leave: so
  // many would be shown if this value were the choice of its kind.
  std::array<std::vector<uint32_t>, kFacetKinds> of;
  // How many quotes would be shown without the choice in a kind.
  std::array<uint32_t, kFacetKinds> without = {};
  uint32_t shown = 0;

  uint32_t Of(FacetValue value) const { return of[static_cast<size_t>(value.kind)][value.value]; }
};

// Which quote has which values. A quote may have several values of a kind (speakers, tags), or
// none: it has a year, or a month, only when it was surely said within that one.
class Facets {
 public:
  // Reads all of the story, which may go afterwards.
  explicit Facets(const Story& story);

  size_t size(FacetKind kind) const { return sizes_[static_cast<size_t>(kind)]; }
  // Of an affiliation, place or tag; else empty.
  std::string_view Name(FacetValue value) const;
  // When a year or month begins; else 0.
  CivilMs Start(FacetValue value) const;
  // The values of one kind that a quote has.
  std::vector<uint32_t> ValuesOf(Index quote, FacetKind kind) const;

  // Shown is each quote that has one of the chosen values in every kind in which any is chosen, and
  // that `among` has a 1 for (null: all); `shown` gets a 1 or 0 for each quote. Choices that do not
  // exist leave nothing.
  void Apply(std::span<const FacetValue> chosen, const std::vector<uint8_t>* among,
             std::vector<uint8_t>* shown, FacetCounts* counts) const;

  size_t Bytes() const;

 private:
  std::array<uint32_t, kFacetKinds> sizes_ = {};
  // The names of kAffiliation, kPlace and kTag; the values of kYear and kMonth, counted.
  std::array<WordTable, 3> names_;
  std::array<std::vector<uint64_t>, 2> periods_;
  // All values of all quotes: the kind in the highest bits, each once a quote; and where those of
  // each quote end.
  std::vector<uint32_t> values_;
  std::vector<uint32_t> ends_;
};

}  // namespace saywhen
