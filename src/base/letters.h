// Letters, as far as programs need to tell them without a table of all of Unicode: Latin, Greek and
// Cyrillic have two cases; other scripts' letters have none.
#pragma once

namespace saywhen {

// The small letter of a capital one, else the same. İ becomes i, and I too: what Turkish tells
// apart is for the caller to know.
char32_t LowerCase(char32_t c);

// A capital letter of Latin, Greek or Cyrillic.
bool IsUpperCase(char32_t c);

// Any character that words are made of: letters, their accents, ideographs; no digits, no marks of
// punctuation, no symbols.
bool IsLetter(char32_t c);

}  // namespace saywhen
