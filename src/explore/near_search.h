// Words found again where a text changed some of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace saywhen {

// Texts are any symbols, one each; edits are insertions, deletions and substitutions of one.
using Symbols = std::span<const char32_t>;

// Symbols of a longer pattern are not looked for: the table of a pattern grows with its square.
constexpr size_t kLongestPattern = 8192;

// For each symbol of `text` the edits between the whole pattern and the best stretch of text that
// ends with that symbol; `anchored`: and that begins with the text. The pattern holds 1 to
// kLongestPattern symbols. By G. Myers' bit vectors ("A fast bit-vector algorithm for approximate
// string matching based on dynamic programming", JACM 46(3), 1999) in blocks of 64 symbols.
std::vector<uint32_t> EditDistances(Symbols pattern, Symbols text, bool anchored);

// How often EditDistances() does its innermost step.
constexpr size_t EditSteps(size_t pattern, size_t text) { return (pattern + 63) / 64 * text; }

struct NearMatch {
  uint32_t begin = 0;  // in symbols of the text
  uint32_t end = 0;
  uint32_t edits = 0;
};

// The places in the text that are within `most` edits (fewer than the pattern has symbols) of the
// pattern, in order: of places that overlap for the most part only the best, and of equally good
// ones the shortest. At most kMostNearMatches, those with the fewest edits.
std::vector<NearMatch> FindNear(Symbols pattern, Symbols text, uint32_t most);
constexpr size_t kMostNearMatches = 100;

}  // namespace saywhen
