// An annotated article as the engine's decisions would have to go.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "learn/annotated_article.h"

namespace saywhen {

// Tokens that overlap one of the spans.
std::vector<uint32_t> TokensIn(const Document& document, const std::vector<TextSpan>& spans);

struct TaughtAttribution {
  std::vector<uint32_t> cue;  // tokens
  std::vector<uint32_t> source;
  std::vector<uint32_t> content;  // words only
};

std::vector<TaughtAttribution> GoldOf(const Document& document, const AnnotatedArticle& article);

}  // namespace saywhen
