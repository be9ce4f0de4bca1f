#include "extract/content_marks.h"

namespace saywhen {

QuoteType TypeOf(const Document& document, uint32_t cue, const std::vector<TokenRange>& parts) {
  uint32_t inside = 0;
  uint32_t words = 0;
  for (const TokenRange& part : parts) {
    for (uint32_t at = part.begin; at < part.end; ++at) {
      if (!document.tokens[at].word) continue;
      ++words;
      bool apart = false;
      for (uint32_t q = document.quotation_of[at]; q != kNoToken;
           q = document.quotations[q].outer) {
        if (cue == kNoToken || !document.quotations[q].tokens.holds(cue)) apart = true;
      }
      if (apart) ++inside;
    }
  }
  if (inside == 0) return QuoteType::kIndirect;
  return inside == words ? QuoteType::kDirect : QuoteType::kMixed;
}

TokenRange Inside(const Document& document, const Quotation& quotation) {
  TokenRange inside = quotation.tokens;
  while (!inside.empty() && !document.tokens[inside.begin].word) ++inside.begin;
  while (!inside.empty() && !document.tokens[inside.end - 1].word) --inside.end;
  return inside;
}

TokenRange WithMarks(const Document& document, TokenRange part) {
  const auto tag = [&](uint32_t at) { return document.tokens[at].tag; };
  const TokenRange paragraph = document.paragraphs[document.paragraph_of[part.begin]];
  TokenRange whole = part;
  while (whole.begin > paragraph.begin) {
    const uint32_t before = whole.begin - 1;
    const bool sign = tag(before) == Tag::kOther && document.tokens[whole.begin].glued;
    const bool quoted = document.quotation_of[before] != kNoToken &&
                        document.quotation_of[before] == document.quotation_of[part.begin] &&
                        (tag(before) == Tag::kStop || tag(before) == Tag::kOpenBracket);
    if (!sign && !quoted) break;
    --whole.begin;
  }
  int brackets = 0;
  for (uint32_t at = whole.begin; at < whole.end; ++at) {
    if (tag(at) == Tag::kOpenBracket) ++brackets;
    if (tag(at) == Tag::kCloseBracket) --brackets;
  }
  if (brackets < 0 && whole.begin > paragraph.begin && tag(whole.begin - 1) == Tag::kOpenBracket) {
    --whole.begin;
  }
  while (whole.end < document.tokens.size() && document.tokens[whole.end].glued) {
    if (tag(whole.end) == Tag::kCloseBracket && brackets > 0) {
      --brackets;
    } else if (tag(whole.end) != Tag::kOther && tag(whole.end) != Tag::kGenitive) {
      break;
    }
    ++whole.end;
  }
  return whole;
}

bool IsTitle(const Document& document, const std::vector<TokenRange>& content) {
  constexpr uint32_t kLongest = 8;
  if (document.lexicon->capital_nouns() || content.size() != 1) return false;
  const TokenRange words = content.front();
  if (words.size() < 2 || words.size() > kLongest) return false;
  uint32_t capitals = 0;
  uint32_t small = 0;
  for (uint32_t at = words.begin; at < words.end; ++at) {
    const Token& token = document.tokens[at];
    if (token.tag == Tag::kStop || token.tag == Tag::kAllCaps) return false;
    if (!token.word) continue;
    if (token.capital) {
      ++capitals;
      continue;
    }
    // Its small words have no more letters than "with", and are no verbs: “I love Kelmar” is said.
    const bool verb = token.tag == Tag::kBe || token.tag == Tag::kHave || token.tag == Tag::kDo ||
                      token.tag == Tag::kModal ||
                      (token.tag == Tag::kWord && token.span.size() > 3);
    if (verb || token.tag == Tag::kSubject || token.span.size() > 4) return false;
    ++small;
  }
  // “It will open in May” is none.
  if (capitals < 2 || capitals < small) return false;
  return words.end >= document.tokens.size() || document.tokens[words.end].tag != Tag::kStop;
}

bool IsSilence(const Document& document, const std::vector<TokenRange>& content) {
  uint32_t phrase = 0;
  for (const TokenRange& part : content) {
    for (uint32_t at = part.begin; at < part.end; ++at) {
      if (document.tokens[at].word) phrase = HashPhrase(phrase, document.tokens[at].hash);
    }
  }
  return document.lexicon->IsSilence(phrase);
}

}  // namespace saywhen
