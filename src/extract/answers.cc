#include "extract/answers.h"

#include <algorithm>
#include <map>
#include <utility>

namespace saywhen {
namespace {

// How sure it is that what stands behind a label is what its name says.
constexpr float kSure = 0.9F;

// The colon behind the one to four words with capitals that the paragraph begins with, or kNoToken.
uint32_t LabelOf(const Document& document, TokenRange paragraph) {
  constexpr uint32_t kLongest = 4;
  for (uint32_t at = paragraph.begin; at < paragraph.end && at - paragraph.begin <= kLongest;
       ++at) {
    const Token& token = document.tokens[at];
    if (token.tag == Tag::kColon) {
      const bool empty = at == paragraph.begin || at + 1 >= paragraph.end;
      return empty || document.tokens[at + 1].tag == Tag::kOpenQuote ? kNoToken : at;
    }
    if (!token.capital) return kNoToken;
  }
  return kNoToken;
}

}  // namespace

std::vector<Attribution> FindAnswers(const Document& document, const SpeakerLexicon& lexicon,
                                     std::vector<uint32_t>* colons) {
  std::vector<uint32_t> labels;  // by paragraph: the colon, or kNoToken
  std::map<uint32_t, size_t> counts;
  size_t most = 0;
  size_t last = 0;
  for (const TokenRange& paragraph : document.paragraphs) {
    labels.push_back(LabelOf(document, paragraph));
    if (labels.back() == kNoToken) continue;
    colons->push_back(labels.back());
    last = labels.size() - 1;
    most = std::max(most, ++counts[document.tokens[paragraph.begin].hash]);
  }
  std::vector<Attribution> answers;
  if (most < 2 || colons->size() * 3 < labels.size()) {
    colons->clear();
    return answers;
  }
  for (size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == kNoToken) continue;
    const TokenRange label{document.paragraphs[i].begin, labels[i]};
    if ((lexicon.Of(document.tokens[label.begin].hash) & kQuestionLabel) != 0) continue;
    Attribution one;
    one.cue = {labels[i], labels[i] + 1};
    one.source.tokens = label;
    one.content.push_back({labels[i] + 1, document.paragraphs[i].end});
    for (size_t next = i + 1; next < last && labels[next] == kNoToken; ++next) {
      one.content.push_back(document.paragraphs[next]);
    }
    one.source.probability = one.cue_probability = one.content_probability = kSure;
    one.type = QuoteType::kDirect;
    one.rule = "answer";
    answers.push_back(std::move(one));
  }
  return answers;
}

}  // namespace saywhen
