#include "base/sort.h"

#include <algorithm>

namespace saywhen {

void SortBy(const std::vector<uint64_t>& keys, std::vector<uint32_t>* order) {
  constexpr size_t kFew = 64;
  const size_t size = order->size();
  if (size <= kFew) {
    for (size_t i = 1; i < size; ++i) {
      const uint32_t moved = (*order)[i];
      size_t k = i;
      for (; k > 0 && keys[(*order)[k - 1]] > keys[moved]; --k) (*order)[k] = (*order)[k - 1];
      (*order)[k] = moved;
    }
    return;
  }
  // By their bytes, the lowest first.
  std::vector<uint32_t> sorted(size);
  for (unsigned shift = 0; shift < 64; shift += 8) {
    uint32_t at[257] = {};
    const auto byte_of = [&](uint32_t i) { return keys[i] >> shift & 0xFF; };
    for (const uint32_t i : *order) ++at[byte_of(i) + 1];
    if (at[byte_of(order->front()) + 1] == size) continue;
    for (size_t byte = 1; byte < 256; ++byte) at[byte + 1] += at[byte];
    for (const uint32_t i : *order) sorted[at[byte_of(i)]++] = i;
    order->swap(sorted);
  }
}

void SortUnique(std::vector<uint64_t>* values) {
  const std::vector<uint64_t> keys = *values;
  std::vector<uint32_t> order = CountUp(keys.size());
  SortBy(keys, &order);
  values->clear();
  for (const uint32_t i : order) {
    if (values->empty() || values->back() != keys[i]) values->push_back(keys[i]);
  }
}

std::vector<uint32_t> SortedTexts(const std::vector<std::string_view>& texts) {
  // So many bytes at a time, the last ones first; below them stands how many of them there are, so
  // that a text comes before those that go on with a byte 0.
  constexpr size_t kPiece = 7;
  std::vector<uint64_t> keys;
  keys.reserve(texts.size());
  for (const std::string_view text : texts) keys.push_back(Descending(text.size() / kPiece));
  std::vector<uint32_t> by_length = CountUp(texts.size());
  SortBy(keys, &by_length);
  std::vector<uint32_t> sorted;
  std::vector<uint32_t> longer;
  size_t taken = 0;
  for (size_t piece = texts.empty() ? 0 : texts[by_length[0]].size() / kPiece + 1; piece > 0;) {
    const size_t at = --piece * kPiece;
    // Those that end here stand before those that were sorted by what follows.
    longer.swap(sorted);
    sorted.clear();
    for (; taken < texts.size() && texts[by_length[taken]].size() >= at; ++taken) {
      sorted.push_back(by_length[taken]);
    }
    sorted.insert(sorted.end(), longer.begin(), longer.end());
    for (const uint32_t i : sorted) {
      const std::string_view bytes = texts[i].substr(at, kPiece);
      uint64_t key = 0;
      for (size_t k = 0; k < kPiece; ++k) {
        key = (key | (k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : 0)) << 8;
      }
      keys[i] = key | bytes.size();
    }
    SortBy(keys, &sorted);
  }
  return sorted;
}

int64_t MedianOf(std::vector<int64_t> values) {
  SortItems(&values, [](int64_t value) { return SortKey(value); });
  return values[values.size() / 2];
}

std::vector<uint32_t> CountUp(size_t size) {
  std::vector<uint32_t> numbers(size);
  for (uint32_t i = 0; i < size; ++i) numbers[i] = i;
  return numbers;
}

}  // namespace saywhen
