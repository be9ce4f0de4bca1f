// Characters that change how a text looks without being seen.
#pragma once

#include <string>
#include <string_view>

namespace saywhen {

// A name as it may be shown: the twelve direction controls of Unicode (UAX #9) and what has no
// shape at all are written out ("[U+202E]"), so that no name looks like another's or turns what
// stands beside it; at its ends they are left out, where they do nothing. The joiners within a
// word, which scripts need, stay.
std::string WithInvisibleShown(std::string_view name);

}  // namespace saywhen
