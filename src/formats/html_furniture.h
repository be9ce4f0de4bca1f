// Which elements of a page are not its article: menus, comments, forms, consent banners.
#pragma once

#include <span>
#include <string_view>

#include "formats/html_text.h"
#include "formats/html_tokenizer.h"

namespace saywhen {

// By the element's tag (aside, footer, form, header, nav), its role, what hides it, and the words
// of its class and id ("related-posts", "cookieBanner"). Never <html>, <body>, <main>, <article>.
bool IsPageFurniture(std::string_view tag, std::span<const HtmlAttribute> attributes);

// Whether a class says that the element shows words of the text once more ("pullquote").
bool IsPullQuote(std::span<const HtmlAttribute> attributes);

// The text without the stretches that are marked as furniture; those are left in that hold nearly
// all of it, as where a whole page is one form. No mark of the result is furniture; nor is what was
// passed over, but where something was left in.
HtmlText WithoutFurniture(HtmlText html);

}  // namespace saywhen
