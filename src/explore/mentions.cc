#include "explore/mentions.h"

#include <algorithm>

#include "base/sort.h"

namespace saywhen {
namespace {

// The `most` speakers of the largest counts, none without any; and the place of each, or kNone.
std::vector<Index> MostActive(const std::vector<uint32_t>& counts, size_t most,
                              std::vector<Index>* places) {
  std::vector<uint64_t> keys(counts.size());
  for (size_t i = 0; i < keys.size(); ++i) keys[i] = ~uint64_t{counts[i]};
  std::vector<Index> active = CountUp(counts.size());
  SortBy(keys, &active);
  size_t size = 0;
  while (size < std::min(most, active.size()) && counts[active[size]] > 0) ++size;
  active.resize(size);
  places->assign(counts.size(), kNone);
  for (Index i = 0; i < size; ++i) (*places)[active[i]] = i;
  return active;
}

}  // namespace

MentionMatrix WhoMentionsWhom(const Story& story, const Spoken& spoken,
                              std::span<const Index> quotes, size_t most) {
  const size_t speakers = story.speakers.size();
  // Each mention: by whom, of whom, in which quote.
  std::vector<Index> by;
  std::vector<Index> of;
  std::vector<Index> in;
  std::vector<uint32_t> count_by(speakers);
  std::vector<uint32_t> count_of(speakers);
  for (const Index index : quotes) {
    if (index >= story.quotes.size()) continue;
    for (const Index other : spoken.Mentioned(index)) {
      for (const Index speaker : story.quotes[index].speakers) {
        if (speaker >= speakers) continue;
        by.push_back(speaker);
        of.push_back(other);
        in.push_back(index);
        ++count_by[speaker];
        ++count_of[other];
      }
    }
  }

  MentionMatrix matrix;
  std::vector<Index> rows;
  std::vector<Index> columns;
  matrix.rows = MostActive(count_by, most, &rows);
  matrix.columns = MostActive(count_of, most, &columns);
  const size_t width = matrix.columns.size();
  matrix.ends.assign(matrix.rows.size() * width, 0);
  std::vector<uint64_t> cells(in.size());
  std::vector<uint32_t> shown;
  for (uint32_t i = 0; i < in.size(); ++i) {
    if (rows[by[i]] == kNone || columns[of[i]] == kNone) continue;
    cells[i] = rows[by[i]] * width + columns[of[i]];
    shown.push_back(i);
  }
  SortBy(cells, &shown);
  matrix.quotes.reserve(shown.size());
  for (const uint32_t i : shown) {
    matrix.quotes.push_back(in[i]);
    ++matrix.ends[static_cast<size_t>(cells[i])];
  }
  for (size_t i = 1; i < matrix.ends.size(); ++i) matrix.ends[i] += matrix.ends[i - 1];
  return matrix;
}

}  // namespace saywhen
