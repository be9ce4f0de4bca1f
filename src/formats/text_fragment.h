// Links that open a page where a quote stands.
#pragma once

#include <string>

#include "model/story.h"

namespace saywhen {

// The article's address (else the quote's own) with a text directive for the quote's words, as
// "URL Fragment Text Directives" of the WICG has them: #:~:text=[prefix-,]start[,end][,-suffix].
// A quote that its attribution splits gets one directive a part, long words only their beginning
// and end. A fragment of the address is kept, a directive of its own replaced. Browsers that know
// no directives, or do not find the words, just open the page. Empty when neither address is
// http(s).
std::string PassageUrl(const Story& story, const Quote& quote);

}  // namespace saywhen
