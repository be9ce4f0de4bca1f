// Sources: given a cue and what is said, the words that name who says it.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/content_finder.h"
#include "extract/document.h"
#include "extract/features.h"

namespace saywhen {

struct SourceQuery {
  uint32_t cue = kNoToken;
  CueLexicon::Entry entry;
  const std::vector<TokenRange>* content = nullptr;
};

// What lies between a candidate and the cue, without the content.
struct SourcePath {
  uint32_t words = 0;
  uint32_t commas = 0;
  uint32_t verbs = 0;
  uint32_t names = 0;
  bool content = false;
  bool only_helpers = true;  // adverbs and helping verbs
};

struct SourceCandidate {
  uint32_t token = kNoToken;
  SourcePath path;
};

// The words that may be the source's, or a part of it; one without a token, always last,
// stands for none.
void SourceCandidates(const Document& document, const SourceQuery& query,
                      std::vector<SourceCandidate>* candidates);
void SourceFeatures(const Document& document, const SourceQuery& query,
                    const SourceCandidate& candidate, Features* features);

struct Source {
  TokenRange tokens;  // empty: nobody is named
  float probability = 0;
  // The next best, with its probability; empty when there is none.
  TokenRange second;
  float second_probability = 0;
};

Source FindSource(const Document& document, const SourceQuery& query, const LinearModel& model);

// The whole of a noun phrase around one of its words: "the mayor", "Mark Rutte", "she".
TokenRange MentionAround(const Document& document, uint32_t token, TokenRange within);

}  // namespace saywhen
