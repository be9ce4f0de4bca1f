// Small lists as sets: what a reader has chosen, a handful of things in the order of choosing.
#pragma once

#include <algorithm>
#include <vector>

namespace saywhen {

template <typename Items, typename Item>
bool Holds(const Items& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

// Adds what is not there and removes what is; returns whether it is there now.
template <typename T>
bool Toggle(std::vector<T>* items, const T& item) {
  const auto at = std::find(items->begin(), items->end(), item);
  if (at != items->end()) {
    items->erase(at);
    return false;
  }
  items->push_back(item);
  return true;
}

}  // namespace saywhen
