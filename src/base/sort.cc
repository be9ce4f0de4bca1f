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
