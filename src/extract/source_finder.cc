// Every word near the cue is a candidate, and the sum of the candidates' shares that lie in one
// noun phrase is the phrase's probability: which of its words was hit does not matter.
#include "extract/source_finder.h"

#include <algorithm>
#include <cmath>

#include "extract/context.h"

namespace saywhen {
namespace {

constexpr uint32_t kReach = 30;
// Farther away only names, pronouns and determiners are looked at.
constexpr uint32_t kNear = 8;

bool InContent(const SourceQuery& query, uint32_t token) {
  return std::any_of(query.content->begin(), query.content->end(),
                     [token](TokenRange part) { return part.holds(token); });
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

struct Path {
  uint32_t commas = 0;
  uint32_t verbs = 0;
  uint32_t names = 0;
  uint32_t content = 0;
  bool only_helpers = true;  // adverbs and helping verbs
};

Path Look(const Document& document, const SourceQuery& query, uint32_t begin, uint32_t end) {
  Path path;
  for (uint32_t at = begin; at < end; ++at) {
    switch (document.tokens[at].tag) {
      case Tag::kComma:
        ++path.commas;
        path.only_helpers = false;
        break;
      case Tag::kBe:
      case Tag::kHave:
      case Tag::kModal:
      case Tag::kDo:
        ++path.verbs;
        break;
      case Tag::kAdverb:
      case Tag::kWordLy:
      case Tag::kNot:
        break;
      case Tag::kCapital:
      case Tag::kAllCaps:
      case Tag::kSubject:
        ++path.names;
        path.only_helpers = false;
        break;
      case Tag::kWordEd:
        ++path.verbs;
        path.only_helpers = false;
        break;
      default:
        path.only_helpers = false;
        break;
    }
    if (InContent(query, at)) ++path.content;
  }
  return path;
}

bool IsNamePart(const Token& token) {
  return token.tag == Tag::kCapital || token.tag == Tag::kAllCaps || token.tag == Tag::kTitle;
}

}  // namespace

void SourceCandidates(const Document& document, const SourceQuery& query,
                      std::vector<uint32_t>* candidates) {
  candidates->clear();
  const TokenRange sentence = document.sentences[document.sentence_of[query.cue]];
  const uint32_t first = query.cue - sentence.begin > kReach ? query.cue - kReach : sentence.begin;
  const uint32_t last = std::min(sentence.end, query.cue + kReach);
  for (uint32_t at = first; at < last; ++at) {
    const Tag tag = document.tokens[at].tag;
    if (at == query.cue || !MayName(tag) || InContent(query, at)) continue;
    const bool near = at + kNear >= query.cue && at <= query.cue + kNear;
    const bool name = tag == Tag::kCapital || tag == Tag::kAllCaps || tag == Tag::kSubject ||
                      tag == Tag::kTitle || tag == Tag::kDeterminer;
    if (!near && !name) continue;
    candidates->push_back(at);
  }
  candidates->push_back(kNoToken);
}

void SourceFeatures(const Document& document, const SourceQuery& query, uint32_t token,
                    Features* features) {
  const TokenRange sentence = document.sentences[document.sentence_of[query.cue]];
  const Context context(document, sentence);
  const Part stem = query.entry.stem;
  const int64_t cue = query.cue;
  const bool before = !query.content->empty() && query.content->front().begin < query.cue;
  const Part order = before ? Sign("qc") : Sign("cq");
  if (token == kNoToken) {
    features->Add("source.none");
    features->Add("source.none+stem", stem);
    features->Add("source.none+word", query.entry.word);
    features->Add("source.none+before", context.TagPart(cue - 1), order);
    features->Add("source.none+before2", context.Word(cue - 1), context.TagPart(cue - 2));
    features->Add("source.none+after", context.Word(cue + 1), order);
    features->Add("source.none+start", Bucket(query.cue - sentence.begin), order);
    return;
  }
  const int64_t at = token;
  const bool left = token < query.cue;
  const Part side = left ? Sign("left") : Sign("right");
  const uint32_t gap = left ? query.cue - token - 1 : token - query.cue - 1;
  const Part distance = Bucket(gap);
  const Part where = [&] {
    if (left)
      return gap < 1 ? Sign("l0") : gap < 2 ? Sign("l1") : gap < 4 ? Sign("l2") : Sign("l4");
    return gap < 1 ? Sign("r0") : gap < 2 ? Sign("r1") : gap < 4 ? Sign("r2") : Sign("r4");
  }();
  const Path path = left ? Look(document, query, token + 1, query.cue)
                         : Look(document, query, query.cue + 1, token);
  const Part tag = context.TagPart(at);
  const Part next = context.Word(at + 1);
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
  features->Add("source.next", side, next);
  features->Add("source.stem+where", stem, where);
  features->Add("source.word+where", query.entry.word, where);
  features->Add("source.cue-prev+where", context.Word(cue - 1), where);
  features->Add("source.cue-next+where", context.Word(cue + 1), where);
  features->Add("source.cue-tags+where", context.TagPart(cue - 2), where);
  features->Add("source.commas", side, Bucket(path.commas));
  features->Add("source.verbs", side, Bucket(path.verbs));
  features->Add("source.names", side, Bucket(path.names));
  features->Add("source.names+tag", tag, Bucket(path.names));
  features->Add("source.content", side, Bucket(path.content > 0 ? 1 : 0));
  features->Add("source.helpers", side, Sign(path.only_helpers ? "yes" : "no"));
  features->Add("source.helpers+tag", tag, Sign(path.only_helpers ? "yes" : "no"));
  features->Add("source.path", Bucket(path.commas), Bucket(path.verbs));
  const bool quoted = document.quotation_of[token] != kNoToken &&
                      document.quotation_of[token] != document.quotation_of[query.cue];
  features->Add("source.quoted", Sign(quoted ? "yes" : "no"), side);
  features->Add("source.start", Bucket(token - sentence.begin), side);
  const bool after_content = !query.content->empty() && token > query.content->front().end;
  features->Add("source.after-content", Sign(after_content ? "yes" : "no"), side);
}

TokenRange MentionAround(const Document& document, uint32_t token, TokenRange within) {
  const auto tag = [&](uint32_t at) { return document.tokens[at].tag; };
  TokenRange mention{token, token + 1};
  const Tag own = tag(token);
  if (own == Tag::kSubject || own == Tag::kObject || own == Tag::kPossessive ||
      own == Tag::kQuestion) {
    return mention;
  }
  // To the right a name's further parts, or the noun that a determiner or adjective belongs to.
  while (mention.end < within.end) {
    const Token& next = document.tokens[mention.end];
    const Token& last = document.tokens[mention.end - 1];
    const bool name_goes_on = IsNamePart(next) && IsNamePart(last);
    const bool noun_comes =
        (last.tag == Tag::kDeterminer || last.tag == Tag::kNumber || last.tag == Tag::kTitle) &&
        next.word && (next.tag == Tag::kWord || next.tag == Tag::kWordS || IsNamePart(next));
    if (!name_goes_on && !noun_comes) break;
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

Source FindSource(const Document& document, const SourceQuery& query, const LinearModel& model) {
  std::vector<uint32_t> candidates;
  SourceCandidates(document, query, &candidates);
  Features features(model);
  std::vector<float> scores;
  for (const uint32_t each : candidates) {
    features.Reset();
    SourceFeatures(document, query, each, &features);
    scores.push_back(features.sum());
  }
  const auto top = std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (float& score : scores) sum += score = std::exp(score - *top);
  const TokenRange sentence = document.sentences[document.sentence_of[query.cue]];
  // The phrase that holds the best candidate not passed over yet, with the share of all its words.
  const auto take = [&](TokenRange* tokens, float* probability) {
    const auto best =
        static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    if (scores[best] <= 0) return;
    if (candidates[best] == kNoToken) {
      *tokens = {};
      *probability = scores[best] / sum;
      scores[best] = 0;
      return;
    }
    TokenRange within = sentence;
    if (candidates[best] < query.cue) within.end = query.cue;
    if (candidates[best] > query.cue) within.begin = query.cue + 1;
    *tokens = MentionAround(document, candidates[best], within);
    for (size_t i = 0; i < scores.size(); ++i) {
      if (candidates[i] == kNoToken || !tokens->holds(candidates[i])) continue;
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
