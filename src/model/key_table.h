#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/story.h"

namespace saywhen {

// Different texts, each with a number: 0, 1, 2, … as they are first added.
class KeyTable {
 public:
  uint32_t Add(std::string_view key) {
    if (2 * keys_.size() >= slots_.size()) Grow();
    uint32_t& slot = slots_[SlotOf(key)];
    if (slot == kNone) {
      slot = static_cast<uint32_t>(keys_.size());
      keys_.emplace_back(key);
    }
    return slot;
  }
  // Or kNone.
  uint32_t Find(std::string_view key) const { return slots_.empty() ? kNone : slots_[SlotOf(key)]; }
  size_t size() const { return keys_.size(); }

 private:
  size_t SlotOf(std::string_view key) const {
    uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != kNone && keys_[slots_[slot]] != key) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
  }
  void Grow() {
    slots_.assign(std::max<size_t>(16, 2 * slots_.size()), kNone);
    for (uint32_t i = 0; i < keys_.size(); ++i) slots_[SlotOf(keys_[i])] = i;
  }

  std::vector<std::string> keys_;
  std::vector<uint32_t> slots_;
};

}  // namespace saywhen
