#include "learn/gold.h"

#include <algorithm>

namespace saywhen {

std::vector<uint32_t> TokensIn(const Document& document, const std::vector<TextSpan>& spans) {
  std::vector<uint32_t> found;
  for (const TextSpan span : spans) {
    if (span.empty()) continue;
    auto at = std::lower_bound(
        document.tokens.begin(), document.tokens.end(), span.begin,
        [](const Token& token, uint32_t begin) { return token.span.end <= begin; });
    for (; at != document.tokens.end() && at->span.begin < span.end; ++at) {
      found.push_back(static_cast<uint32_t>(at - document.tokens.begin()));
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<TaughtAttribution> GoldOf(const Document& document, const AnnotatedArticle& article) {
  std::vector<TaughtAttribution> gold;
  for (const AnnotatedAttribution& each : article.attributions) {
    TaughtAttribution one;
    one.cue = TokensIn(document, each.cue);
    one.source = TokensIn(document, each.source);
    for (const uint32_t token : TokensIn(document, each.content)) {
      if (document.tokens[token].word) one.content.push_back(token);
    }
    gold.push_back(std::move(one));
  }
  return gold;
}

}  // namespace saywhen
