// HTML's tokens by lexbor.
#pragma once

#include "formats/html_tokenizer.h"

namespace saywhen {

// Lives for ever and has no state.
const HtmlTokenizer& NativeHtmlTokenizer();

}  // namespace saywhen
