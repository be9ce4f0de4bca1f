// Every word near the cue is a candidate, and the sum of the candidates' shares that lie in one
// noun phrase is the phrase's probability: which of its words was hit does not matter.
#include "extract/source_finder.h"

#include <algorithm>
#include <cmath>

#include "extract/context.h"

namespace saywhen {
namespace {

// How far a source is looked for, in words that are no content.
constexpr uint32_t kReach = 30;
// Farther away only names, pronouns and determiners are looked at.
constexpr uint32_t kNear = 8;

const TokenRange* ContentAt(const SourceQuery& query, uint32_t token) {
  for (const TokenRange& part : *query.content) {
    if (part.holds(token)) return &part;
  }
  return nullptr;
}

int64_t FirstOf(const SourceQuery& query) { return query.content->front().begin; }

// Side and distance in one.
Part WhereOf(bool left, uint32_t gap) {
  if (left) return gap < 1 ? Sign("l0") : gap < 2 ? Sign("l1") : gap < 4 ? Sign("l2") : Sign("l4");
  return gap < 1 ? Sign("r0") : gap < 2 ? Sign("r1") : gap < 4 ? Sign("r2") : Sign("r4");
}

bool MayName(Tag tag) {
  switch (tag) {
    case Tag::kWord:
    case Tag::kWordS:
    case Tag::kWordEd:
    case Tag::kWordIng:
    case Tag::kCapital:
    case Tag::kAllCaps:
    case Tag::kNumber:
    case Tag::kSubject:
    case Tag::kObject:
    case Tag::kPossessive:
    case Tag::kTitle:
    case Tag::kQuestion:
    case Tag::kDeterminer:
      return true;
    default:
      return false;
  }
}

// The sentences of the cue and of the content's beginning: a source stands before a quotation of
// several sentences and its cue behind, or the other way round.
TokenRange Reach(const Document& document, const SourceQuery& query) {
  const TokenRange sentence = document.sentences[document.sentence_of[query.cue]];
  if (query.content->empty()) return sentence;
  const uint32_t first = query.content->front().begin;
  if (first >= query.cue) return sentence;
  return {document.sentences[document.sentence_of[first]].begin, sentence.end};
}

void Step(const Document& document, uint32_t at, SourcePath* path) {
  ++path->words;
  switch (document.tokens[at].tag) {
    case Tag::kComma:
      ++path->commas;
      path->only_helpers = false;
      break;
    case Tag::kBe:
    case Tag::kHave:
    case Tag::kModal:
    case Tag::kDo:
      ++path->verbs;
      break;
    case Tag::kAdverb:
    case Tag::kWordLy:
    case Tag::kNot:
      break;
    case Tag::kCapital:
    case Tag::kAllCaps:
    case Tag::kSubject:
      ++path->names;
      path->only_helpers = false;
      break;
    case Tag::kWordEd:
      ++path->verbs;
      path->only_helpers = false;
      break;
    default:
      path->only_helpers = false;
      break;
  }
}

bool IsNamePart(const Token& token) {
  return token.tag == Tag::kCapital || token.tag == Tag::kAllCaps || token.tag == Tag::kTitle;
}

// Calls visit(token, path) for each token from the cue outwards, to the left or the right, that is
// no content, as long as it is within reach.
template <typename Visit>
void Walk(const Document& document, const SourceQuery& query, bool left, const Visit& visit) {
  const TokenRange reach = Reach(document, query);
  SourcePath path;
  uint32_t at = query.cue;
  while (path.words < kReach) {
    if (left ? at == reach.begin : at + 1 >= reach.end) return;
    at = left ? at - 1 : at + 1;
    const TokenRange* content = ContentAt(query, at);
    if (content != nullptr) {
      path.content = true;
      at = left ? content->begin : content->end - 1;
      continue;
    }
    visit(at, path);
    Step(document, at, &path);
  }
}

}  // namespace

void SourceCandidates(const Document& document, const SourceQuery& query,
                      std::vector<SourceCandidate>* candidates) {
  candidates->clear();
  for (const bool left : {true, false}) {
    Walk(document, query, left, [&](uint32_t at, const SourcePath& path) {
      const Tag tag = document.tokens[at].tag;
      if (!MayName(tag)) return;
      const bool name = tag == Tag::kCapital || tag == Tag::kAllCaps || tag == Tag::kSubject ||
                        tag == Tag::kTitle || tag == Tag::kDeterminer;
      if (path.words > kNear && !name) return;
      candidates->push_back({at, path});
    });
  }
  candidates->push_back({});
}

void SourceFeatures(const Document& document, const SourceQuery& query,
                    const SourceCandidate& candidate, Features* features) {
  const TokenRange reach = Reach(document, query);
  const Context context(document, reach);
  const Part stem = query.entry.stem;
  const int64_t cue = query.cue;
  const bool before = !query.content->empty() && query.content->front().begin < query.cue;
  const Part order = before ? Sign("qc") : Sign("cq");
  const uint32_t token = candidate.token;
  if (token == kNoToken) {
    features->Add("source.none");
    features->Add("source.none+stem", stem);
    features->Add("source.none+word", query.entry.word);
    features->Add("source.none+before", context.TagPart(cue - 1), order);
    features->Add("source.none+before2", context.Word(cue - 1), context.TagPart(cue - 2));
    features->Add("source.none+after", context.Word(cue + 1), order);
    features->Add("source.none+start", Bucket(query.cue - reach.begin), order);
    if (before) features->Add("source.none+content", context.TagPart(FirstOf(query) - 2));
    return;
  }
  const int64_t at = token;
  const bool left = token < query.cue;
  const Part side = left ? Sign("left") : Sign("right");
  const SourcePath& path = candidate.path;
  const Part distance = Bucket(path.words);
  const Part where = WhereOf(left, path.words);
  const Part tag = context.TagPart(at);
  features->Add("source.side", side, order);
  features->Add("source.distance", side, distance);
  features->Add("source.where+order", where, order);
  features->Add("source.where+tag", where, tag);
  features->Add("source.tag", tag, order);
  features->Add("source.word", context.Word(at));
  features->Add("source.word+side", side, context.Word(at));
  features->Add("source.tag+prev", tag, context.TagPart(at - 1));
  features->Add("source.tag+next", tag, context.TagPart(at + 1));
  features->Add("source.prev", side, context.Word(at - 1));
  features->Add("source.next", side, context.Word(at + 1));
  features->Add("source.stem+where", stem, where);
  features->Add("source.word+where", query.entry.word, where);
  features->Add("source.cue-prev+where", context.Word(cue - 1), where);
  features->Add("source.cue-next+where", context.Word(cue + 1), where);
  features->Add("source.cue-tags+where", context.TagPart(cue - 2), where);
  features->Add("source.commas", side, Bucket(path.commas));
  features->Add("source.verbs", side, Bucket(path.verbs));
  features->Add("source.names", side, Bucket(path.names));
  features->Add("source.names+tag", tag, Bucket(path.names));
  features->Add("source.content", side, Sign(path.content ? "yes" : "no"));
  features->Add("source.helpers", side, Sign(path.only_helpers ? "yes" : "no"));
  features->Add("source.helpers+tag", tag, Sign(path.only_helpers ? "yes" : "no"));
  features->Add("source.path", Bucket(path.commas), Bucket(path.verbs));
  const bool quoted = document.quotation_of[token] != kNoToken &&
                      document.quotation_of[token] != document.quotation_of[query.cue];
  features->Add("source.quoted", Sign(quoted ? "yes" : "no"), side);
  features->Add("source.start", Bucket(token - reach.begin), side);
  const bool after_content = !query.content->empty() && token > query.content->front().end;
  features->Add("source.after-content", Sign(after_content ? "yes" : "no"), side);
}

TokenRange MentionAround(const Document& document, uint32_t token, TokenRange within) {
  const auto tag = [&](uint32_t at) { return document.tokens[at].tag; };
  TokenRange mention{token, token + 1};
  const Tag own = tag(token);
  if (own == Tag::kSubject || own == Tag::kObject || own == Tag::kQuestion) return mention;
  // To the right a name's further parts, or the noun that a determiner or adjective belongs to.
  while (mention.end < within.end) {
    const Token& next = document.tokens[mention.end];
    const Token& last = document.tokens[mention.end - 1];
    const bool name_goes_on = IsNamePart(next) && IsNamePart(last);
    // "the fire chief": up to the verb or mark that ends the phrase.
    const bool small = last.tag == Tag::kDeterminer || last.tag == Tag::kPossessive ||
                       last.tag == Tag::kNumber || last.tag == Tag::kTitle ||
                       last.tag == Tag::kWord || last.tag == Tag::kWordEd;
    const bool noun_comes =
        small && (next.tag == Tag::kWord || next.tag == Tag::kWordS || IsNamePart(next) ||
                  (next.tag == Tag::kWordEd && last.tag == Tag::kDeterminer));
    const bool verb = document.lexicon->IsStrongCue(next.hash);
    if (verb || (!name_goes_on && !noun_comes)) break;
    ++mention.end;
  }
  // To the left all that stands before a noun in its phrase.
  while (mention.begin > within.begin) {
    const Token& previous = document.tokens[mention.begin - 1];
    if (tag(mention.begin) == Tag::kDeterminer || tag(mention.begin) == Tag::kPossessive) break;
    const bool takes =
        previous.word && (IsNamePart(previous) || previous.tag == Tag::kDeterminer ||
                          previous.tag == Tag::kPossessive || previous.tag == Tag::kNumber ||
                          previous.tag == Tag::kWord);
    const bool genitive = previous.tag == Tag::kGenitive && mention.begin >= within.begin + 2;
    if (!takes && !genitive) break;
    --mention.begin;
  }
  return mention;
}

// "a report" of "a report by the council": the phrase that the mention only belongs to.
TokenRange HeadOf(const Document& document, TokenRange mention, TokenRange within) {
  constexpr int kDeepest = 2;
  for (int i = 0; i < kDeepest && mention.begin >= within.begin + 2; ++i) {
    const Token& noun = document.tokens[mention.begin - 2];
    const bool belongs = document.lexicon->IsComplement(document.tokens[mention.begin - 1].hash);
    const bool is_noun = noun.tag == Tag::kWord || noun.tag == Tag::kWordS ||
                         noun.tag == Tag::kTitle || noun.tag == Tag::kCapital;
    if (!belongs || !is_noun) break;
    mention = MentionAround(document, mention.begin - 2, within);
  }
  return mention;
}

Source FindSource(const Document& document, const SourceQuery& query, const LinearModel& model) {
  std::vector<SourceCandidate> candidates;
  SourceCandidates(document, query, &candidates);
  Features features(model);
  std::vector<float> scores;
  for (const SourceCandidate& each : candidates) {
    features.Reset();
    SourceFeatures(document, query, each, &features);
    scores.push_back(features.sum());
  }
  const auto top = std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (float& score : scores) sum += score = std::exp(score - *top);
  const TokenRange reach = Reach(document, query);
  // The phrase that holds the best candidate not passed over yet, with the share of all its words.
  const auto take = [&](TokenRange* tokens, float* probability) {
    const auto best =
        static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    if (scores[best] <= 0) return;
    if (candidates[best].token == kNoToken) {
      *tokens = {};
      *probability = scores[best] / sum;
      scores[best] = 0;
      return;
    }
    TokenRange within = reach;
    // It does not reach into the content or over the cue.
    for (const TokenRange& part : *query.content) {
      if (part.begin > candidates[best].token) within.end = std::min(within.end, part.begin);
      if (part.end <= candidates[best].token) within.begin = std::max(within.begin, part.end);
    }
    if (candidates[best].token < query.cue) within.end = std::min(within.end, query.cue);
    if (candidates[best].token > query.cue) {
      within.begin = std::max(within.begin, query.cue + 1);
    }
    *tokens = HeadOf(document, MentionAround(document, candidates[best].token, within), within);
    *probability += scores[best] / sum;
    scores[best] = 0;
    for (size_t i = 0; i < scores.size(); ++i) {
      if (candidates[i].token == kNoToken || !tokens->holds(candidates[i].token)) continue;
      *probability += scores[i] / sum;
      scores[i] = 0;
    }
  };
  Source source;
  take(&source.tokens, &source.probability);
  take(&source.second, &source.second_probability);
  return source;
}

}  // namespace saywhen
