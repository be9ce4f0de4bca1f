#include "explore/similar.h"

#include <algorithm>
#include <cstdint>

#include "base/sort.h"

namespace saywhen {
namespace {

constexpr size_t kRun = 3;
constexpr size_t kLeastWords = 5;
constexpr float kLeastShare = 0.6F;
// Bounds of the search: what is read of the rarest words' postings, and how many quotes are looked
// at word by word.
constexpr size_t kMostPostingBytes = 40'000;
constexpr size_t kMostCandidates = 600;

// The different runs of three words, each as a number (of which two are the same by accident once
// in some milliards), in order.
void FindRuns(const std::vector<uint32_t>& words, std::vector<uint64_t>* runs) {
  runs->clear();
  for (size_t i = 0; i + kRun <= words.size(); ++i) {
    uint64_t run = 0;
    for (size_t k = 0; k < kRun; ++k) run = (run + words[i + k] + 1) * 0x9E3779B97F4A7C15ULL;
    runs->push_back(run);
  }
  SortUnique(runs);
}

float ShareOf(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t common = 0;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) {
      ++common, ++i, ++k;
    } else if (a[i] < b[k]) {
      ++i;
    } else {
      ++k;
    }
  }
  return static_cast<float>(common) / static_cast<float>(std::min(a.size(), b.size()));
}

bool MayBeOf(const std::vector<Index>& speakers, const std::vector<Index>& others) {
  if (speakers.empty() || others.empty()) return true;
  return std::find_first_of(speakers.begin(), speakers.end(), others.begin(), others.end()) !=
         speakers.end();
}

}  // namespace

std::vector<Index> OtherVersions(const Story& story, const SearchIndex& index, Index quote) {
  if (!index.done() || quote >= story.quotes.size()) return {};
  std::vector<uint32_t> words;
  index.TextWords(quote, &words);
  if (words.size() < kLeastWords) return {};
  std::vector<uint64_t> runs;
  FindRuns(words, &runs);

  // Rarest words first.
  std::vector<uint64_t> by_spread;
  by_spread.reserve(words.size());
  for (const uint32_t word : words) {
    by_spread.push_back(static_cast<uint64_t>(index.Spread(word)) << 32 | word);
  }
  SortUnique(&by_spread);
  std::vector<uint8_t> shared(story.quotes.size(), 0);
  std::vector<Index> candidates;
  std::vector<Index> holders;
  size_t read = 0;
  for (const uint64_t entry : by_spread) {
    read += entry >> 32;
    if (read > kMostPostingBytes && !candidates.empty()) break;
    index.QuotesWith(static_cast<uint32_t>(entry), &holders);
    for (const Index other : holders) {
      if (shared[other] == 0) candidates.push_back(other);
      if (shared[other] < UINT8_MAX) ++shared[other];
    }
  }

  // Those that share most are looked at first; by counting, as there are many.
  std::vector<uint32_t> at(UINT8_MAX + 2U, 0);
  for (const Index other : candidates) ++at[UINT8_MAX - shared[other] + 1U];
  for (size_t i = 1; i < at.size(); ++i) at[i] += at[i - 1];
  std::vector<Index> in_turn(candidates.size());
  for (const Index other : candidates) in_turn[at[UINT8_MAX - shared[other]]++] = other;

  // The share that is missing, in parts of 2^30, above the index: sorts best first.
  std::vector<uint64_t> versions;
  std::vector<uint64_t> other_runs;
  size_t looked_at = 0;
  for (const Index other : in_turn) {
    if (looked_at == kMostCandidates) break;
    const Quote& candidate = story.quotes[other];
    if (candidate.article == story.quotes[quote].article ||
        !MayBeOf(candidate.speakers, story.quotes[quote].speakers)) {
      continue;
    }
    ++looked_at;
    index.TextWords(other, &words);
    if (words.size() < kLeastWords) continue;
    FindRuns(words, &other_runs);
    const float share = ShareOf(runs, other_runs);
    if (share < kLeastShare) continue;
    const auto missing = static_cast<uint64_t>((1 - share) * 0x40000000);
    versions.push_back(missing << 32 | other);
  }
  SortUnique(&versions);
  std::vector<Index> best;
  for (size_t i = 0; i < versions.size() && i < kMostVersions; ++i) {
    best.push_back(static_cast<Index>(versions[i]));
  }
  return best;
}

}  // namespace saywhen
