// Which way a paragraph runs.
#pragma once

#include <cstdint>
#include <string_view>

namespace saywhen {

enum class Direction : uint8_t { kLtr, kRtl };

// The paragraph direction by its first strong character, as rules P2 and P3 of the Unicode
// Bidirectional Algorithm (UAX #9) say: characters between an isolate initiator and its match are
// skipped. Simplified: the whole text counts as one paragraph (a line without a strong character
// does not end the search), and nonspacing marks take the class of their neighbours, since a mark
// follows its base. `fallback` is the answer when no character is strong. Malformed bytes are
// neutral.
Direction FirstStrong(std::string_view utf8, Direction fallback = Direction::kLtr);

}  // namespace saywhen
