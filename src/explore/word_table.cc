#include "explore/word_table.h"

#include <algorithm>

#include "base/sort.h"

namespace saywhen {
namespace {

// Fowler, Noll and Vo's 1a, mixed once more: the slot is its lowest bits.
uint32_t HashOf(std::string_view word) {
  uint32_t hash = 2166136261U;
  for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  return hash ^ (hash >> 15);
}

}  // namespace

std::string_view WordTable::operator[](uint32_t number) const {
  const uint32_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(text_).substr(begin, ends_[number] - begin);
}

uint32_t WordTable::Add(std::string_view word) {
  if (slots_.size() * 3 <= ends_.size() * 4) Grow();
  const size_t mask = slots_.size() - 1;
  size_t slot = HashOf(word) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if ((*this)[slots_[slot] - 1] == word) return slots_[slot] - 1;
  }
  text_.append(word);
  ends_.push_back(static_cast<uint32_t>(text_.size()));
  slots_[slot] = static_cast<uint32_t>(ends_.size());
  return slots_[slot] - 1;
}

void WordTable::Grow() {
  slots_.assign(std::max<size_t>(slots_.size() * 2, 16), 0);
  const size_t mask = slots_.size() - 1;
  for (uint32_t number = 0; number < ends_.size(); ++number) {
    size_t slot = HashOf((*this)[number]) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = number + 1;
  }
}

std::vector<uint32_t> WordTable::Sorted() const {
  std::vector<std::string_view> words;
  words.reserve(size());
  for (uint32_t number = 0; number < size(); ++number) words.push_back((*this)[number]);
  return SortedTexts(words);
}

void WordTable::Close() { slots_ = {}; }

size_t WordTable::Bytes() const {
  return text_.capacity() + (ends_.capacity() + slots_.capacity()) * sizeof(uint32_t);
}

}  // namespace saywhen
