// The one sort of what goes into the page: each of std::sort and std::stable_sort is two or three
// kilobytes of wasm for each type and comparison.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace saywhen {

// Sorts `order` by keys[i] of each i in it; among equal keys it stays as it is. Linear.
void SortBy(const std::vector<uint64_t>& keys, std::vector<uint32_t>* order);

// Sorts the values and leaves one of each.
void SortUnique(std::vector<uint64_t>* values);

// The numbers of the texts in the order of their bytes; those of equal ones as they were. It looks
// at no byte twice, so that no texts are slow for their number and length.
std::vector<uint32_t> SortedTexts(const std::vector<std::string_view>& texts);

// 0, 1, 2, …
std::vector<uint32_t> CountUp(size_t size);

// Keys that stand in the order of what they are of.
constexpr uint64_t SortKey(int64_t value) {
  return static_cast<uint64_t>(value) ^ uint64_t { 1 } << 63;
}
constexpr uint64_t SortKey(float value) {
  const auto bits = std::bit_cast<uint32_t>(value);
  return bits >> 31 != 0 ? ~bits : bits | uint32_t{1} << 31;
}
// Keys that stand the other way round: the largest first.
constexpr uint64_t Descending(uint64_t key) { return ~key; }

// Sorts items by key_of(item), a uint64_t; those of equal keys stay in their order.
template <typename Item, typename KeyOf>
void SortItems(std::vector<Item>* items, KeyOf key_of) {
  std::vector<uint64_t> keys;
  keys.reserve(items->size());
  for (const Item& item : *items) keys.push_back(key_of(item));
  std::vector<uint32_t> order = CountUp(items->size());
  SortBy(keys, &order);
  std::vector<Item> sorted;
  sorted.reserve(items->size());
  for (const uint32_t i : order) sorted.push_back(std::move((*items)[i]));
  items->swap(sorted);
}

// The value that stands in the middle of them, sorted; of an even number the upper one. Not empty.
int64_t MedianOf(std::vector<int64_t> values);

}  // namespace saywhen
