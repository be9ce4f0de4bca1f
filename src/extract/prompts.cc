#include "extract/prompts.h"

#include <algorithm>

namespace saywhen {
namespace {

// An answer's question: the paragraph before it that begins with "Q:".
TokenRange QuestionBefore(const Document& document, const SpeakerLexicon& labels, uint32_t answer) {
  const uint32_t paragraph = document.paragraph_of[answer];
  if (paragraph == 0) return {};
  TokenRange question = document.paragraphs[paragraph - 1];
  if ((labels.Of(document.tokens[question.begin].hash) & kQuestionLabel) == 0) return {};
  if (question.size() < 3 || document.tokens[question.begin + 1].tag != Tag::kColon) return {};
  question.begin += 2;
  return question;
}

}  // namespace

PromptLexicon::PromptLexicon(const LanguagePack& pack) {
  for (const PackEntry& entry : pack.Section("prompts")) {
    std::vector<uint32_t> phrase;
    std::string_view words = entry[0];
    while (!words.empty()) {
      const size_t end = std::min(words.find(' '), words.size());
      if (end > 0) phrase.push_back(HashWord(words.substr(0, end)));
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    if (!phrase.empty()) phrases_.push_back(std::move(phrase));
  }
}

bool PromptLexicon::StandsAt(const Document& document, uint32_t at) const {
  return std::any_of(phrases_.begin(), phrases_.end(), [&](const std::vector<uint32_t>& phrase) {
    if (at + phrase.size() > document.tokens.size()) return false;
    for (size_t i = 0; i < phrase.size(); ++i) {
      if (document.tokens[at + i].hash != phrase[i]) return false;
    }
    return true;
  });
}

TokenRange PromptOf(const Document& document, const PromptLexicon& lexicon,
                    const SpeakerLexicon& labels, const Attribution& attribution) {
  if (attribution.cue.empty()) return {};
  if (attribution.rule == "answer") {
    return QuestionBefore(document, labels, attribution.cue.begin);
  }
  const uint32_t begin = document.sentences[document.sentence_of[attribution.cue.begin]].begin;
  uint32_t end = std::min(attribution.cue.begin, attribution.content.front().begin);
  if (!attribution.source.tokens.empty()) end = std::min(end, attribution.source.tokens.begin);
  if (begin >= end || !lexicon.StandsAt(document, begin)) return {};
  while (end > begin && document.tokens[end - 1].tag != Tag::kComma) --end;
  // The last comma before the answer parts the two.
  if (end < begin + 3) return {};
  return {begin, end - 1};
}

}  // namespace saywhen
