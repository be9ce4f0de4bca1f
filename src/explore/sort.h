// The one sort of this layer: std::sort is three kilobytes of wasm for each type and comparison.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace saywhen {

// Sorts `order` by keys[i] of each i in it; among equal keys it stays as it is. Linear.
void SortBy(const std::vector<uint64_t>& keys, std::vector<uint32_t>* order);

// Sorts the values and leaves one of each.
void SortUnique(std::vector<uint64_t>* values);

// 0, 1, 2, …
std::vector<uint32_t> CountUp(size_t size);

}  // namespace saywhen
