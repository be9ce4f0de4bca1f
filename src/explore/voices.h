// Share of voice: who has how many of the words, and when.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "explore/spoken.h"
#include "model/story.h"
#include "model/time_extent.h"

namespace saywhen {

struct Voice {
  uint32_t quotes = 0;
  uint32_t words = 0;
  friend bool operator==(const Voice&, const Voice&) = default;
};

struct VoiceShare {
  // Those who say any of the quotes, most words first; kNone stands for the unknown speaker.
  std::vector<Index> speakers;
  std::vector<Voice> totals;  // as `speakers`
  // Of quotes that were surely said within one bin. Those of coarser or unknown time are in the
  // totals only.
  std::vector<Voice> cells;  // bin by bin, each as `speakers`
  std::vector<Voice> sums;   // of each bin's cells
  // Each quote once: what several say together counts for each of them, so that the totals may add
  // up to more.
  Voice all;

  const Voice& Of(size_t bin, size_t place) const { return cells[bin * speakers.size() + place]; }
};

// `bins` in their order, without overlaps; gaps are allowed. A quote and one within it count both.
VoiceShare ShareOfVoice(const Story& story, const Spoken& spoken, std::span<const Index> quotes,
                        std::span<const TimeExtent> bins);

}  // namespace saywhen
