#include "extract/document.h"

#include <algorithm>

namespace saywhen {
namespace {

// After a quotation that ends with a question or an exclamation: whether it is said next who asks
// or exclaims (“Why?” Ada Holm asked.), so that the sentence goes on.
bool AttributionFollows(const Document& document, uint32_t at, TokenRange paragraph) {
  const std::vector<Token>& tokens = document.tokens;
  if (at < paragraph.begin + 2 || tokens[at - 1].tag != Tag::kCloseQuote) return false;
  if (tokens[at - 2].tag != Tag::kStop || document.Text(at - 2) == ".") return false;
  constexpr uint32_t kReach = 6;
  bool cue = false;
  uint32_t i = at;
  for (; i < std::min(paragraph.end, at + kReach) && tokens[i].tag != Tag::kStop; ++i) {
    if (document.lexicon->IsStrongCue(tokens[i].hash)) return true;
    if (document.lexicon->IsFairCue(tokens[i].hash)) cue = true;
  }
  // “Why?” Ray demanded.
  constexpr uint32_t kShort = 3;
  return cue && i - at <= kShort && i < paragraph.end && tokens[i].tag == Tag::kStop;
}

// Past an agency's dateline at the beginning of the paragraph, "KELMAR, March 3 (AP) —"; the
// paragraph's beginning where there is none.
uint32_t PastDateline(const Document& document, TokenRange paragraph) {
  constexpr uint32_t kLongest = 12;
  const std::vector<Token>& tokens = document.tokens;
  if (tokens[paragraph.begin].tag != Tag::kAllCaps) return paragraph.begin;
  for (uint32_t at = paragraph.begin + 1; at + 1 < paragraph.end && at < paragraph.begin + kLongest;
       ++at) {
    if (tokens[at].tag == Tag::kDash && !tokens[at].glued) return at + 1;
    const bool place = tokens[at].capital || tokens[at].tag == Tag::kNumber || !tokens[at].word;
    if (!place || tokens[at].tag == Tag::kStop || tokens[at].tag == Tag::kOpenQuote) break;
  }
  return paragraph.begin;
}

// In tokens. What goes on longer is a list or no text; each of its words would look at all others.
constexpr uint32_t kLongestSentence = 500;

// A sentence ends at a full stop, unless what follows begins in small letters; marks that close
// belong to it. The stops of abbreviations and ordinals are parts of words already.
void FindSentences(Document* document) {
  std::vector<Token>& tokens = document->tokens;
  for (const TokenRange& paragraph : document->paragraphs) {
    bool stopped = true;
    uint32_t begin = paragraph.begin;
    for (uint32_t at = paragraph.begin; at < paragraph.end; ++at) {
      Token& token = tokens[at];
      const bool closes = token.tag == Tag::kCloseQuote || token.tag == Tag::kCloseBracket;
      if (stopped && !closes && token.tag != Tag::kStop) {
        const bool begins = token.capital || token.tag == Tag::kOpenQuote ||
                            token.tag == Tag::kNumber || !token.word;
        if (begins && token.tag != Tag::kComma && !AttributionFollows(*document, at, paragraph)) {
          token.sentence = true;
        }
        stopped = false;
      }
      if (token.tag == Tag::kStop) stopped = true;
      if (at - begin >= kLongestSentence) token.sentence = true;
      if (token.sentence) begin = at;
    }
    tokens[paragraph.begin].sentence = true;
    tokens[PastDateline(*document, paragraph)].sentence = true;
  }
}

}  // namespace

uint32_t Document::OutermostQuotation(uint32_t token) const {
  uint32_t at = quotation_of[token];
  while (at != kNoToken && quotations[at].outer != kNoToken) at = quotations[at].outer;
  return at;
}

Document ReadDocument(std::string_view text, const Lexicon& lexicon) {
  Document document;
  document.text = text;
  document.lexicon = &lexicon;
  document.tokens = Tokenize(text, lexicon);
  const auto count = static_cast<uint32_t>(document.tokens.size());
  document.paragraph_of.resize(count);
  document.sentence_of.resize(count);
  for (uint32_t at = 0; at < count; ++at) {
    if (document.tokens[at].paragraph) document.paragraphs.push_back({at, at});
    document.paragraphs.back().end = at + 1;
    document.paragraph_of[at] = static_cast<uint32_t>(document.paragraphs.size() - 1);
  }
  FindQuotations(&document);
  FindSentences(&document);
  for (uint32_t at = 0; at < count; ++at) {
    if (document.tokens[at].sentence) document.sentences.push_back({at, at});
    document.sentences.back().end = at + 1;
    document.sentence_of[at] = static_cast<uint32_t>(document.sentences.size() - 1);
  }
  return document;
}

}  // namespace saywhen
