#include "explore/voices.h"

#include <algorithm>

#include "base/sort.h"

namespace saywhen {
namespace {

// Where the whole of a time lies in one bin: which; else bins.size().
size_t BinOf(const TimeInterval* when, std::span<const TimeExtent> bins) {
  if (when == nullptr || when->earliest == kDistantPast || when->latest == kDistantFuture) {
    return bins.size();
  }
  const TimeExtent extent = KnownExtent(*when);
  const auto after =
      std::upper_bound(bins.begin(), bins.end(), extent.begin,
                       [](CivilMs time, const TimeExtent& bin) { return time < bin.begin; });
  if (after == bins.begin() || extent.end > (after - 1)->end) return bins.size();
  return static_cast<size_t>(after - 1 - bins.begin());
}

void Count(uint32_t words, Voice* voice) {
  ++voice->quotes;
  voice->words += words;
}

}  // namespace

VoiceShare ShareOfVoice(const Story& story, const Spoken& spoken, std::span<const Index> quotes,
                        std::span<const TimeExtent> bins) {
  // The last of all is the unknown speaker.
  const size_t unknown = story.speakers.size();
  const size_t width = unknown + 1;
  std::vector<Voice> totals(width);
  std::vector<Voice> cells(bins.size() * width);
  VoiceShare share;
  for (const Index index : quotes) {
    if (index >= story.quotes.size()) continue;
    const Quote& quote = story.quotes[index];
    const uint32_t words = spoken.Words(index);
    const size_t bin = BinOf(WhenSaid(story, quote), bins);
    const auto count = [&](size_t speaker) {
      Count(words, &totals[speaker]);
      if (bin < bins.size()) Count(words, &cells[bin * width + speaker]);
    };
    Count(words, &share.all);
    bool known = false;
    for (const Index speaker : quote.speakers) {
      if (speaker >= unknown) continue;
      count(speaker);
      known = true;
    }
    if (!known) count(unknown);
  }

  // Most words first, then most quotes.
  std::vector<uint64_t> keys(width);
  for (size_t i = 0; i < width; ++i)
    keys[i] = ~(uint64_t{totals[i].words} << 32 | totals[i].quotes);
  std::vector<Index> order = CountUp(width);
  std::erase_if(order, [&](Index speaker) { return totals[speaker].quotes == 0; });
  SortBy(keys, &order);
  for (const Index speaker : order) {
    share.speakers.push_back(speaker == unknown ? kNone : speaker);
    share.totals.push_back(totals[speaker]);
  }
  share.cells.reserve(bins.size() * order.size());
  for (size_t bin = 0; bin < bins.size(); ++bin) {
    Voice& sum = share.sums.emplace_back();
    for (const Index speaker : order) {
      const Voice& cell = cells[bin * width + speaker];
      share.cells.push_back(cell);
      sum.quotes += cell.quotes;
      sum.words += cell.words;
    }
  }
  return share;
}

}  // namespace saywhen
