#include "extract/content_finder.h"

#include <algorithm>
#include <cmath>

#include "extract/content_places.h"

namespace saywhen {
namespace {

// How far a content's nearest word is from its cue at the most, in tokens, and how long a search
// for its other end goes on.
constexpr uint32_t kAnchorReach = 40;
// Nearer than that every word may begin or end it; farther away only one beside a mark.
constexpr uint32_t kNearAfter = 10;
constexpr uint32_t kNearBefore = 4;
constexpr uint32_t kNearBeforeVerb = 12;  // of a language whose verbs stand last
constexpr uint32_t kEndReach = 90;
// How sure it is that a quotation right behind its cue is what is said.
constexpr float kLedIn = 0.95F;

// Whether a content may end before a token of the tag.
bool MayFollow(Tag tag) {
  switch (tag) {
    case Tag::kWord:
    case Tag::kWordS:
    case Tag::kCapital:
    case Tag::kAllCaps:
    case Tag::kNumber:
    case Tag::kGenitive:
    case Tag::kOther:
      return false;
    default:
      return true;
  }
}

// The anchor that is the first word of a quotation right behind the cue ("said, “"), or past the
// end.
size_t LedIn(const Document& document, const ContentQuery& query,
             const std::vector<ContentAnchor>& anchors) {
  uint32_t at = query.cue + 1;
  const auto tag = [&](uint32_t token) {
    return token < document.tokens.size() ? document.tokens[token].tag : Tag::kOther;
  };
  if (tag(at) == Tag::kComma || tag(at) == Tag::kColon) ++at;
  if (tag(at) != Tag::kOpenQuote) return anchors.size();
  const uint32_t word = FirstWord(document, at, static_cast<uint32_t>(document.tokens.size()));
  return static_cast<size_t>(std::find_if(anchors.begin(), anchors.end(),
                                          [word](const ContentAnchor& each) {
                                            return !each.before && each.token == word;
                                          }) -
                             anchors.begin());
}

// Index of the best candidate and its share.
struct Choice {
  size_t index = 0;
  float probability = 0;
};

Choice Softmax(const std::vector<float>& scores) {
  const auto best = std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (const float score : scores) sum += std::exp(score - *best);
  return {static_cast<size_t>(best - scores.begin()), 1 / sum};
}

}  // namespace

void AnchorCandidates(const Document& document, const ContentQuery& query,
                      std::vector<ContentAnchor>* candidates) {
  candidates->clear();
  const TokenRange sentence = SentenceOf(document, query.cue);
  const uint32_t first =
      query.cue - sentence.begin > kAnchorReach ? query.cue - kAnchorReach : sentence.begin;
  const uint32_t near_before = document.lexicon->verb_final() ? kNearBeforeVerb : kNearBefore;
  for (uint32_t at = first; at < query.cue; ++at) {
    if (!document.tokens[at].word) continue;
    const bool near = query.cue - at <= near_before;
    if (near || !document.tokens[at + 1].word) candidates->push_back({at, true});
  }
  const TokenRange paragraph = ParagraphOf(document, query.cue);
  uint32_t last = std::min(sentence.end, query.cue + kAnchorReach);
  // "He went on:" and the words in the next paragraph.
  if (sentence.end == paragraph.end && document.tokens[sentence.end - 1].tag == Tag::kColon &&
      paragraph.end < document.tokens.size()) {
    last = std::min(last + 2, paragraph.end + 2);
    last = std::min(last, static_cast<uint32_t>(document.tokens.size()));
  }
  for (uint32_t at = query.cue + 1; at < last; ++at) {
    if (!document.tokens[at].word) continue;
    const Token& previous = document.tokens[at - 1];
    const bool near = at - query.cue <= kNearAfter;
    if (near || !previous.word || previous.tag == Tag::kThat) candidates->push_back({at, false});
  }
}

void EndCandidates(const Document& document, const ContentQuery& query, uint32_t begin,
                   std::vector<uint32_t>* candidates) {
  candidates->clear();
  TokenRange reach = {begin, SentenceOf(document, begin).end};
  reach.end = std::min(reach.end, begin + kEndReach);
  const uint32_t quotation = QuotationApart(document, begin, query.cue);
  for (uint32_t at = reach.begin; at < reach.end; ++at) {
    if (!document.tokens[at].word) continue;
    // Within a phrase nothing ends.
    const bool near = at - begin < 4;
    const bool ends = near || at + 1 >= reach.end || MayFollow(document.tokens[at + 1].tag);
    if (ends) candidates->push_back(at);
  }
  if (quotation == kNoToken) return;
  // Beyond the sentence a quotation ends with a sentence or with itself.
  const TokenRange quoted = document.quotations[quotation].tokens;
  for (uint32_t at = reach.end; at < quoted.end; ++at) {
    const bool ends = at + 1 == quoted.end || document.tokens[at + 1].sentence;
    if (!ends) continue;
    const uint32_t word = LastWord(document, at, begin);
    if (word != kNoToken && (candidates->empty() || candidates->back() < word)) {
      candidates->push_back(word);
    }
  }
}

void BeginCandidates(const Document& document, const ContentQuery& query, uint32_t end,
                     std::vector<uint32_t>* candidates) {
  candidates->clear();
  const TokenRange paragraph = ParagraphOf(document, end);
  const TokenRange sentence = SentenceOf(document, end);
  const uint32_t quotation = QuotationApart(document, end, query.cue);
  if (quotation != kNoToken) {
    const TokenRange quoted = document.quotations[quotation].tokens;
    for (uint32_t at = std::max(quoted.begin, paragraph.begin); at < sentence.begin; ++at) {
      if (at != quoted.begin && !document.tokens[at].sentence) continue;
      const uint32_t word = FirstWord(document, at, end + 1);
      if (word != kNoToken && word < sentence.begin &&
          (candidates->empty() || candidates->back() < word)) {
        candidates->push_back(word);
      }
    }
  }
  const uint32_t first = end - sentence.begin > kEndReach ? end - kEndReach : sentence.begin;
  for (uint32_t at = first; at <= end; ++at) {
    if (document.tokens[at].word) candidates->push_back(at);
  }
}

uint32_t MoreCandidate(const Document& document, const ContentQuery& query, uint32_t end) {
  const TokenRange sentence = SentenceOf(document, query.cue);
  const TokenRange paragraph = ParagraphOf(document, query.cue);
  const bool quoted = QuotationApart(document, end, query.cue) != kNoToken;
  uint32_t comma = kNoToken;
  for (uint32_t at = query.cue + 1; at < paragraph.end && at < query.cue + kAnchorReach; ++at) {
    const Token& token = document.tokens[at];
    if (token.tag == Tag::kOpenQuote && (at <= sentence.end || token.sentence)) {
      // In the sentence, or at the very beginning of the next.
      if (at > sentence.end) return kNoToken;
      return FirstWord(document, at, paragraph.end);
    }
    if (at > sentence.end) break;
    if (token.tag == Tag::kComma && comma == kNoToken && at + 1 < sentence.end) {
      comma = FirstWord(document, at, sentence.end);
    }
  }
  return quoted ? kNoToken : comma;
}

Content FindContent(const Document& document, const ContentQuery& query, const LinearModel& model) {
  Content content;
  Features features(model);
  std::vector<float> scores;
  std::vector<ContentAnchor> anchors;
  AnchorCandidates(document, query, &anchors);
  if (anchors.empty()) return content;
  features.Reset();
  SideFeatures(document, query, true, &features);
  const float before = features.sum();
  features.Reset();
  SideFeatures(document, query, false, &features);
  const float after = features.sum();
  for (const ContentAnchor& each : anchors) {
    features.Reset();
    AnchorFeatures(document, query, each, &features);
    scores.push_back(features.sum() + (each.before ? before : after));
  }
  Choice anchor = Softmax(scores);
  // “When asked …, Rutte said, “…””: what stands before is no content when a quotation follows.
  const ContentAnchor& chosen = anchors[anchor.index];
  if (chosen.before && QuotationApart(document, chosen.token, query.cue) == kNoToken) {
    const size_t led_in = LedIn(document, query, anchors);
    if (led_in < anchors.size()) anchor = {led_in, kLedIn};
  }
  content.probability = anchor.probability;
  const uint32_t token = anchors[anchor.index].token;
  std::vector<uint32_t> words;
  const auto choose = [&](auto&& add) {
    scores.clear();
    for (const uint32_t each : words) {
      features.Reset();
      add(each);
      scores.push_back(features.sum());
    }
    const Choice choice = Softmax(scores);
    content.probability *= choice.probability;
    return words[choice.index];
  };
  if (!anchors[anchor.index].before) {
    EndCandidates(document, query, token, &words);
    const uint32_t end =
        choose([&](uint32_t each) { EndFeatures(document, query, token, false, each, &features); });
    content.parts.push_back({token, end + 1});
    return content;
  }
  BeginCandidates(document, query, token, &words);
  const uint32_t begin =
      choose([&](uint32_t each) { BeginFeatures(document, query, token, each, &features); });
  content.parts.push_back({begin, token + 1});
  const uint32_t more = MoreCandidate(document, query, token);
  if (more == kNoToken) return content;
  features.Reset();
  MoreFeatures(document, query, token, more, &features);
  const float goes_on = Probability(features.sum());
  content.probability *= std::max(goes_on, 1 - goes_on);
  if (goes_on <= 0.5F) return content;
  EndCandidates(document, query, more, &words);
  const uint32_t end =
      choose([&](uint32_t each) { EndFeatures(document, query, more, true, each, &features); });
  content.parts.push_back({more, end + 1});
  return content;
}

}  // namespace saywhen
