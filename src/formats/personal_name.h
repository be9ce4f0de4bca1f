// The parts of a person's name, as reference lists want them; only of names in Latin letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace saywhen {

// Where the family name begins: the last word, with the particles before it ("van den Berg"). 0,
// the whole name, where that is not safe: other scripts, "Jr." or "III" at the end, a small word
// that is no particle ("Council of Europe"), "The …".
size_t FamilyName(std::string_view name);
// "Jean-Paul A." gives "J.-P. A.".
std::string InitialsOf(std::string_view given);

}  // namespace saywhen
