// What each paragraph of an article's text is.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "extract/article_text.h"
#include "extract/block_facts.h"

namespace saywhen {

// Sets the kind of every block of `text`. `headline`: its block's index, or none. A hint goes
// before what the block looks like. A line of capitals, or one in quotation marks whose words the
// body has too, is a heading or, where it ends like a sentence, a pull quote. A label like "Name:"
// makes a speaker's line when it stands twice, or where most of the text is such lines.
void FindParagraphKinds(std::string_view text, size_t headline, std::span<const BlockHint> hints,
                        std::span<BlockFacts> blocks);

}  // namespace saywhen
