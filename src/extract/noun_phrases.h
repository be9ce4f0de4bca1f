// Nouns that describe a speaker, and what belongs to them.
#pragma once

#include <cstdint>

#include "extract/document.h"

namespace saywhen {

// Whether the noun is a plural, by its ending, where the language's plural has one.
bool IsPlural(const Document& document, uint32_t noun);

// The phrase with what belongs to its noun: "a spokesman for the port".
TokenRange WithComplement(const Document& document, TokenRange source);

}  // namespace saywhen
