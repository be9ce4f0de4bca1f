#include "explore/near_search.h"

#include <algorithm>

namespace saywhen {
namespace {

constexpr size_t kBits = 64;

// For each symbol of a pattern the bits of the places where it stands.
class PlaceBits {
 public:
  explicit PlaceBits(Symbols pattern) : blocks_((pattern.size() + kBits - 1) / kBits) {
    size_t size = 4;
    while (size < 2 * pattern.size()) size *= 2;
    slots_.resize(size);
    bits_.resize(blocks_);  // the row of all symbols that are not in the pattern
    for (size_t i = 0; i < pattern.size(); ++i) {
      Slot& slot = slots_[SlotOf(pattern[i])];
      if (slot.row == 0) {
        slot = {pattern[i], static_cast<uint32_t>(bits_.size())};
        bits_.resize(bits_.size() + blocks_);
      }
      bits_[slot.row + i / kBits] |= uint64_t{1} << (i % kBits);
    }
  }

  size_t blocks() const { return blocks_; }
  const uint64_t* Of(char32_t symbol) const { return &bits_[slots_[SlotOf(symbol)].row]; }

 private:
  struct Slot {
    char32_t symbol = 0;
    uint32_t row = 0;  // where its bits begin; 0: nobody's slot
  };

  size_t SlotOf(char32_t symbol) const {
    const size_t mask = slots_.size() - 1;
    size_t slot = (symbol * 0x9E3779B1U >> 12) & mask;
    while (slots_[slot].row != 0 && slots_[slot].symbol != symbol) slot = (slot + 1) & mask;
    return slot;
  }

  size_t blocks_;
  std::vector<Slot> slots_;
  std::vector<uint64_t> bits_;
};

// 64 rows of a column of the table of distances, as what each row has more or less than the row
// above it.
struct Block {
  uint64_t more = ~uint64_t{0};
  uint64_t less = 0;

  // Goes on to the next column, in which the pattern's rows `same` have the text's symbol and the
  // row above has `above` (-1, 0, 1) more than in this one; returns the same of the row of `last`.
  int Advance(uint64_t same, int above, uint64_t last) {
    const uint64_t vertical = same | less;
    if (above < 0) same |= 1;
    const uint64_t across = (((same & more) + more) ^ more) | same;
    uint64_t grown = less | ~(across | more);
    uint64_t shrunk = more & across;
    const int below = (grown & last) != 0 ? 1 : (shrunk & last) != 0 ? -1 : 0;
    grown = grown << 1 | uint64_t{above > 0};
    shrunk = shrunk << 1 | uint64_t{above < 0};
    more = shrunk | ~(vertical | grown);
    less = grown & vertical;
    return below;
  }
};

}  // namespace

std::vector<uint32_t> EditDistances(Symbols pattern, Symbols text, bool anchored) {
  const PlaceBits places(pattern);
  std::vector<Block> column(places.blocks());
  const uint64_t last = uint64_t{1} << ((pattern.size() - 1) % kBits);
  std::vector<uint32_t> distances(text.size());
  auto distance = static_cast<uint32_t>(pattern.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const uint64_t* same = places.Of(text[i]);
    int delta = anchored ? 1 : 0;
    for (size_t k = 0; k < column.size(); ++k) {
      const bool bottom = k + 1 == column.size();
      delta = column[k].Advance(same[k], delta, bottom ? last : uint64_t{1} << (kBits - 1));
    }
    distances[i] = distance += static_cast<uint32_t>(delta);
  }
  return distances;
}

std::vector<NearMatch> FindNear(Symbols pattern, Symbols text, uint32_t most) {
  std::vector<NearMatch> found;
  const std::vector<uint32_t> distances = EditDistances(pattern, text, false);
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (distances[i] > most) continue;
    NearMatch best = {0, i + 1, distances[i]};
    for (; i < text.size() && distances[i] <= most; ++i) {
      if (distances[i] < best.edits) best = {0, i + 1, distances[i]};
    }
    if (found.size() == kMostNearMatches) {
      const auto worst = std::max_element(
          found.begin(), found.end(),
          [](const NearMatch& a, const NearMatch& b) { return a.edits < b.edits; });
      if (worst->edits <= best.edits) continue;
      found.erase(worst);
    }
    found.push_back(best);
  }
  // Where each begins: the pattern and the text before its end, both read backwards.
  const std::vector<char32_t> backwards(pattern.rbegin(), pattern.rend());
  for (NearMatch& match : found) {
    Symbols before = text.first(match.end);
    before = before.last(std::min(before.size(), pattern.size() + match.edits));
    const std::vector<uint32_t> lengths =
        EditDistances(backwards, std::vector<char32_t>(before.rbegin(), before.rend()), true);
    uint32_t length = 0;
    while (lengths[length] != match.edits) ++length;
    match.begin = match.end - length - 1;
  }
  return found;
}

}  // namespace saywhen
