#include "explore/facets.h"

#include <algorithm>
#include <bit>

#include "base/sort.h"
#include "model/calendar.h"
#include "model/time_extent.h"

namespace saywhen {
namespace {

constexpr uint32_t kKindShift = 28;
constexpr uint32_t kValueMask = (1U << kKindShift) - 1;

constexpr size_t kNoNames = 3;

size_t NamesOf(FacetKind kind) {
  switch (kind) {
    case FacetKind::kAffiliation:
      return 0;
    case FacetKind::kPlace:
      return 1;
    case FacetKind::kTag:
      return 2;
    default:
      return kNoNames;
  }
}

// Months are counted from this year, so that none is below 1.
constexpr int64_t kYearZero = 1'000'000'000;

uint64_t MonthOf(CivilMs time) {
  const CivilTime civil = FromCivilMs(time);
  return static_cast<uint64_t>((civil.year + kYearZero) * 12 + civil.month - 1);
}

// The year and the month in which a quote was surely said, counted, or 0.
std::array<uint64_t, 2> PeriodsOf(const Story& story, const Quote& quote) {
  const TimeInterval* when = WhenSaid(story, quote);
  if (when == nullptr || when->earliest == kDistantPast || when->latest == kDistantFuture) {
    return {};
  }
  const TimeExtent extent = KnownExtent(*when);
  const uint64_t first = MonthOf(extent.begin);
  const uint64_t last = MonthOf(extent.end - 1);
  return {first / 12 == last / 12 ? first / 12 : 0, first == last ? first : 0};
}

uint32_t BandOf(float confidence) {
  if (confidence >= kSureFrom) return kSure;
  return confidence >= kLikelyFrom ? kLikely : kDoubtful;
}

}  // namespace

Facets::Facets(const Story& story) {
  const auto speakers = static_cast<uint32_t>(story.speakers.size());
  const auto articles = static_cast<uint32_t>(story.articles.size());
  std::vector<std::array<uint64_t, 2>> all_periods;
  all_periods.reserve(story.quotes.size());
  // There are few of them: most have been collected before.
  std::array<std::array<uint64_t, 256>, 2> collected = {};
  for (const Quote& quote : story.quotes) {
    all_periods.push_back(PeriodsOf(story, quote));
    for (size_t k = 0; k < 2; ++k) {
      const uint64_t period = all_periods.back()[k];
      uint64_t& last = collected[k][period % 256];
      if (period == 0 || period == last) continue;
      last = period;
      periods_[k].push_back(period);
    }
  }
  for (auto& periods : periods_) {
    SortUnique(&periods);
    periods.shrink_to_fit();
  }
  ends_.reserve(story.quotes.size());
  for (size_t i = 0; i < story.quotes.size(); ++i) {
    const Quote& quote = story.quotes[i];
    const size_t begin = values_.size();
    const auto add = [&](FacetKind kind, uint32_t value) {
      const uint32_t packed = static_cast<uint32_t>(kind) << kKindShift | value;
      if (std::find(values_.begin() + static_cast<ptrdiff_t>(begin), values_.end(), packed) ==
          values_.end()) {
        values_.push_back(packed);
      }
    };
    const auto add_name = [&](FacetKind kind, std::string_view name) {
      if (!name.empty()) add(kind, names_[NamesOf(kind)].Add(name));
    };
    for (const Index speaker : quote.speakers) {
      if (speaker >= speakers) continue;
      add(FacetKind::kSpeaker, speaker);
      add_name(FacetKind::kAffiliation, story.speakers[speaker].affiliation);
    }
    if (values_.size() == begin) add(FacetKind::kSpeaker, speakers);
    add(FacetKind::kType, static_cast<uint32_t>(quote.type));
    for (size_t k = 0; k < 2; ++k) {
      const uint64_t period = all_periods[i][k];
      if (period == 0) continue;
      const auto found = std::lower_bound(periods_[k].begin(), periods_[k].end(), period);
      add(k == 0 ? FacetKind::kYear : FacetKind::kMonth,
          static_cast<uint32_t>(found - periods_[k].begin()));
    }
    add_name(FacetKind::kPlace, quote.place);
    for (const std::string& tag : quote.tags) add_name(FacetKind::kTag, tag);
    if (quote.article < articles) add(FacetKind::kArticle, quote.article);
    add(FacetKind::kConfidence, BandOf(quote.confidence));
    ends_.push_back(static_cast<uint32_t>(values_.size()));
  }
  values_.shrink_to_fit();
  for (WordTable& names : names_) names.Close();
  const auto count = [](const auto& values) { return static_cast<uint32_t>(values.size()); };
  sizes_ = {speakers + 1,       count(names_[0]),   3,
            count(periods_[0]), count(periods_[1]), count(names_[1]),
            count(names_[2]),   articles,           3};
}

std::string_view Facets::Name(FacetValue value) const {
  const size_t names = NamesOf(value.kind);
  if (names == kNoNames || value.value >= size(value.kind)) return {};
  return names_[names][value.value];
}

CivilMs Facets::Start(FacetValue value) const {
  if (value.kind != FacetKind::kYear && value.kind != FacetKind::kMonth) return 0;
  if (value.value >= size(value.kind)) return 0;
  const uint64_t month =
      value.kind == FacetKind::kYear ? periods_[0][value.value] * 12 : periods_[1][value.value];
  return ToCivilMs({.year = static_cast<int64_t>(month / 12) - kYearZero,
                    .month = static_cast<int>(month % 12) + 1});
}

std::vector<uint32_t> Facets::ValuesOf(Index quote, FacetKind kind) const {
  std::vector<uint32_t> values;
  for (uint32_t i = quote == 0 ? 0 : ends_[quote - 1]; i < ends_[quote]; ++i) {
    if (values_[i] >> kKindShift == static_cast<uint32_t>(kind)) {
      values.push_back(values_[i] & kValueMask);
    }
  }
  return values;
}

void Facets::Apply(std::span<const FacetValue> chosen, const std::vector<uint8_t>* among,
                   std::vector<uint8_t>* shown, FacetCounts* counts) const {
  // All kinds' values in one row; a kind's begin at bases[kind].
  std::array<uint32_t, kFacetKinds + 1> bases = {};
  for (size_t kind = 0; kind < kFacetKinds; ++kind) bases[kind + 1] = bases[kind] + sizes_[kind];
  std::vector<uint32_t> row(bases[kFacetKinds], 0);
  std::vector<uint8_t> is_chosen(row.size(), 0);
  uint32_t needed = 0;
  for (const FacetValue& value : chosen) {
    needed |= 1U << static_cast<uint32_t>(value.kind);
    if (value.value < size(value.kind)) {
      is_chosen[bases[static_cast<size_t>(value.kind)] + value.value] = 1;
    }
  }
  counts->without = {};
  counts->shown = 0;
  shown->assign(ends_.size(), 0);
  uint32_t begin = 0;
  for (size_t i = 0; i < ends_.size(); begin = ends_[i], ++i) {
    if (among != nullptr && (*among)[i] == 0) continue;
    uint32_t missing = needed;
    for (uint32_t k = begin; missing != 0 && k < ends_[i]; ++k) {
      const uint32_t kind = values_[k] >> kKindShift;
      if (is_chosen[bases[kind] + (values_[k] & kValueMask)] != 0) missing &= ~(1U << kind);
    }
    // A quote that only one kind's choice shuts out counts among that kind's values.
    if (std::popcount(missing) > 1) continue;
    (*shown)[i] = missing == 0 ? 1 : 0;
    counts->shown += (*shown)[i];
    if (missing != 0) ++counts->without[static_cast<size_t>(std::countr_zero(missing))];
    for (uint32_t k = begin; k < ends_[i]; ++k) {
      const uint32_t kind = values_[k] >> kKindShift;
      if (missing == 0 || missing == 1U << kind) ++row[bases[kind] + (values_[k] & kValueMask)];
    }
  }
  for (size_t kind = 0; kind < kFacetKinds; ++kind) {
    counts->without[kind] += counts->shown;
    counts->of[kind].assign(row.begin() + bases[kind], row.begin() + bases[kind + 1]);
  }
}

size_t Facets::Bytes() const {
  size_t bytes = (values_.capacity() + ends_.capacity()) * sizeof(uint32_t);
  for (const WordTable& names : names_) bytes += names.Bytes();
  for (const auto& periods : periods_) bytes += periods.capacity() * sizeof(uint64_t);
  return bytes;
}

}  // namespace saywhen
