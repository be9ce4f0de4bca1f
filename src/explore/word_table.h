// Different words, each with a number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace saywhen {

// All in one piece of memory: 12 to 20 bytes a word beside its text while it grows.
class WordTable {
 public:
  // The word's number: 0, 1, 2, … in the order in which words were first added.
  uint32_t Add(std::string_view word);

  size_t size() const { return ends_.size(); }
  // Valid until the next Add().
  std::string_view operator[](uint32_t number) const;

  // All numbers in the order of the words' bytes.
  std::vector<uint32_t> Sorted() const;

  // Gives back what only Add() needs; it may not be called again.
  void Close();

  size_t Bytes() const;

 private:
  void Grow();

  std::string text_;
  std::vector<uint32_t> ends_;
  // Open addressing: number + 1, or 0 where nothing is. A power of two, at most 3/4 full.
  std::vector<uint32_t> slots_;
};

}  // namespace saywhen
