// Contents: given a cue, which words are said. Four decisions, each a linear model over candidates
// that the text offers:
//
//   anchor  where the content is: the word after the cue that it begins with, or the word before
//           the cue that it ends with;
//   end     of a content after the cue, its last word;
//   begin   of one before the cue, its first word;
//   more    whether one before the cue goes on after it ("…," she said, "…").
//
// Candidates are words; marks around them come with them in the end. A decision's probability is
// its share among the candidates (softmax), which makes the whole's confidence.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/cue_finder.h"
#include "extract/document.h"
#include "extract/features.h"

namespace saywhen {

struct ContentAnchor {
  uint32_t token = kNoToken;
  bool before = false;
};

struct ContentQuery {
  uint32_t cue = kNoToken;
  CueLexicon::Entry entry;
};

// The candidates of each decision, in order, and what speaks for one of them.
void AnchorCandidates(const Document& document, const ContentQuery& query,
                      std::vector<ContentAnchor>* candidates);
void AnchorFeatures(const Document& document, const ContentQuery& query, ContentAnchor anchor,
                    Features* features);
// The same for all anchors on one side of the cue: it speaks for the side.
void SideFeatures(const Document& document, const ContentQuery& query, bool before,
                  Features* features);
// `more`: of the second part of a content that the cue interrupts.
void EndCandidates(const Document& document, const ContentQuery& query, uint32_t begin,
                   std::vector<uint32_t>* candidates);
void EndFeatures(const Document& document, const ContentQuery& query, uint32_t begin, bool more,
                 uint32_t end, Features* features);
void BeginCandidates(const Document& document, const ContentQuery& query, uint32_t end,
                     std::vector<uint32_t>* candidates);
void BeginFeatures(const Document& document, const ContentQuery& query, uint32_t end,
                   uint32_t begin, Features* features);
// The word that a content that stands before the cue could go on with after it, or kNoToken.
uint32_t MoreCandidate(const Document& document, const ContentQuery& query, uint32_t end);
void MoreFeatures(const Document& document, const ContentQuery& query, uint32_t end, uint32_t more,
                  Features* features);

struct Content {
  std::vector<TokenRange> parts;  // one or two, first to last word
  float probability = 0;
};

// The most probable content, with no part when there is no candidate.
Content FindContent(const Document& document, const ContentQuery& query, const LinearModel& model);

}  // namespace saywhen
