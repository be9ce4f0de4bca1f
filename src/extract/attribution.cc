// 1. Every word that may be a cue is judged; those that are more likely one than not get a content
//    and a source.
// 2. A content is direct when all its words stand in quotation marks, mixed when some do.
// 3. Of several cues that claim the same content the most probable keeps it.
#include "extract/attribution.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "extract/answers.h"
#include "extract/content_marks.h"

namespace saywhen {
namespace {

// Below it a word is no cue. Chosen on the development set for the best F1.
constexpr float kCueThreshold = 0.40F;
// A reported quote is left out when it is less likely than that: most are wrong. Chosen likewise.
constexpr float kLeastIndirect = 0.30F;
// The same beside a quotation that nobody else says.
constexpr float kNearCueThreshold = 0.1F;
// How sure a quotation in a quotation and its cue are.
constexpr float kNested = 0.8F;
// Fewer words are a title or a term, not something said.
constexpr uint32_t kSpokenWords = 3;
// Contents around one word. More of them are no text, and would take the square of its size.
constexpr size_t kDeepest = 6;

// The part with the other mark of each pair of which it has one ("it was “a disgrace.”").
TokenRange WithPairs(const Document& document, TokenRange part) {
  TokenRange whole = part;
  while (whole.begin > 0 && document.tokens[whole.begin - 1].tag == Tag::kOpenQuote) {
    const Quotation& opened = document.quotations[document.quotation_of[whole.begin - 1]];
    if (!opened.closed || opened.tokens.end > whole.end) break;
    --whole.begin;
  }
  for (uint32_t at = document.quotation_of[whole.end - 1]; at != kNoToken;
       at = document.quotations[at].outer) {
    const Quotation& around = document.quotations[at];
    if (around.tokens.begin < whole.begin || !around.closed) break;
    // Only marks stand before its end.
    uint32_t end = whole.end;
    while (end < around.tokens.end && !document.tokens[end].word) ++end;
    if (end < around.tokens.end) break;
    whole.end = std::max(whole.end, end);
  }
  return whole;
}

class Attributor {
 public:
  Attributor(const Document& document, const Language& language)
      : document_(document), language_(language) {}

  std::vector<Attribution> Run() {
    cues_ = FindCues(document_, language_.cues, language_.model);
    around_.resize(document_.tokens.size(), kNobody);
    for (const Cue& cue : cues_) {
      if (cue.probability >= kCueThreshold) AddByCue(cue);
    }
    JoinContinued();
    for (const Quotation& quotation : document_.quotations) {
      if (quotation.outer == kNoToken) AddByQuotation(quotation);
    }
    JoinContinued();
    for (const Quotation& quotation : document_.quotations) {
      if (quotation.outer != kNoToken) AddNested(quotation);
    }
    for (Attribution& each : found_) {
      for (TokenRange& part : each.content) part = WithPairs(document_, part);
    }
    AddAnswers();
    DropRivals();
    std::stable_sort(found_.begin(), found_.end(), [](const Attribution& a, const Attribution& b) {
      return a.content.front().begin < b.content.front().begin;
    });
    return std::move(found_);
  }

 private:
  void Add(Attribution one) {
    if (one.type == QuoteType::kIndirect && RawConfidence(one) < kLeastIndirect) return;
    if (one.type == QuoteType::kDirect && IsTitle(document_, one.content)) return;
    if (IsSilence(document_, one.content)) return;
    for (TokenRange& part : one.content) {
      part = WithMarks(document_, part);
      Hold(part, found_.size());
    }
    if (!one.cue.empty()) by_cue_.try_emplace(one.cue.begin, found_.size());
    found_.push_back(std::move(one));
  }

  // "Asked" of a prompt is nobody's name: then it is the next best.
  Source SourceOf(uint32_t cue, const CueLexicon::Entry& entry,
                  const std::vector<TokenRange>& content) const {
    Source source = FindSource(document_, {cue, entry, &content}, language_.model);
    const uint32_t first = document_.sentences[document_.sentence_of[cue]].begin;
    if (!source.tokens.empty() && source.tokens.begin == first && first < cue &&
        !source.second.empty() && language_.prompts.StandsAt(document_, first)) {
      source.tokens = source.second;
      source.probability = source.second_probability;
      source.second = {};
    }
    return source;
  }

  // Says of the tokens that they are a content of found_[attribution].
  void Hold(TokenRange part, size_t attribution) {
    for (uint32_t at = part.begin; at < part.end; ++at) {
      holders_.push_back({static_cast<uint32_t>(attribution), around_[at]});
      around_[at] = static_cast<uint32_t>(holders_.size() - 1);
    }
  }

  void AddByCue(const Cue& cue) {
    const CueLexicon::Entry entry = *language_.cues.Find(document_.tokens[cue.token].hash);
    Content content = FindContent(document_, {cue.token, entry}, language_.model);
    if (content.parts.empty() || IsTooDeep(content.parts)) return;
    Attribution one;
    one.content = std::move(content.parts);
    one.content_probability = content.probability;
    one.cue_probability = cue.probability;
    one.cue = WholeCue(cue.token);
    one.source = SourceOf(cue.token, entry, one.content);
    one.type = TypeOf(document_, cue.token, one.content);
    one.rule = "cue";
    Add(std::move(one));
  }

  // The verb with its helping verbs, "according" with its "to".
  TokenRange WholeCue(uint32_t token) const {
    const TokenRange sentence = document_.sentences[document_.sentence_of[token]];
    TokenRange cue{token, token + 1};
    const auto helps = [this](uint32_t at) {
      switch (document_.tokens[at].tag) {
        case Tag::kHave:
        case Tag::kBe:
        case Tag::kModal:
        case Tag::kDo:
        case Tag::kNot:
        case Tag::kAdverb:
        case Tag::kWordLy:
          return document_.quotation_of[at] == kNoToken;
        default:
          return false;
      }
    };
    while (cue.begin > sentence.begin && helps(cue.begin - 1)) --cue.begin;
    // An adverb alone belongs to the sentence.
    while (cue.begin < token && (document_.tokens[cue.begin].tag == Tag::kAdverb ||
                                 document_.tokens[cue.begin].tag == Tag::kWordLy)) {
      ++cue.begin;
    }
    const bool according = document_.lexicon->TakesTo(document_.tokens[token].hash) &&
                           cue.end < sentence.end && document_.tokens[cue.end].tag == Tag::kTo;
    if (according) ++cue.end;
    return cue;
  }

  void AddAnswers() {
    std::vector<uint32_t> colons;
    std::vector<Attribution> answers = FindAnswers(document_, language_.speakers, &colons);
    // The colons may have been taken for ordinary cues.
    std::erase_if(found_, [&](const Attribution& each) {
      return std::binary_search(colons.begin(), colons.end(), each.cue.begin);
    });
    std::move(answers.begin(), answers.end(), std::back_inserter(found_));
  }

  // A quotation in another: “Everybody tells me, ‘You must be proud’.” Within quotations cues are
  // rare, so that models say little; one that mostly is a cue, right before it, will do.
  void AddNested(const Quotation& quotation) {
    constexpr uint32_t kNear = 6;
    const TokenRange inside = Inside(document_, quotation);
    if (inside.size() < 2 || IsPart(inside)) return;
    const TokenRange outer = document_.quotations[quotation.outer].tokens;
    for (uint32_t at = quotation.tokens.begin;
         at-- > outer.begin && quotation.tokens.begin - at <= kNear;) {
      const uint32_t hash = document_.tokens[at].hash;
      if (document_.quotation_of[at] != quotation.outer || document_.tokens[at].tag == Tag::kStop)
        return;
      const CueLexicon::Entry* const entry = language_.cues.Find(hash);
      if (entry == nullptr || !document_.lexicon->IsStrongCue(hash)) continue;
      Attribution one;
      one.content = {inside};
      one.source = SourceOf(at, *entry, one.content);
      one.cue = WholeCue(at);
      one.cue_probability = one.content_probability = kNested;
      one.type = QuoteType::kDirect;
      one.rule = "quotation near cue";
      return Add(std::move(one));
    }
  }

  // A quotation of a sentence or more that no cue has claimed.
  void AddByQuotation(const Quotation& quotation) {
    const TokenRange inside = Inside(document_, quotation);
    if (inside.empty() || IsContent(inside)) return;
    if (AddSignature(quotation, inside)) return;
    if (!document_.lexicon->quotations_apart() && !LooksSpoken(quotation, inside)) return;
    if (AddWithin(inside)) return;
    if (AddNearCue(quotation, inside)) return;
    AddGoingOn(inside);
  }

  // A sentence that is a quotation alone is said by the one who spoke in the sentence before, or in
  // the paragraph before when all of this one is quoted.
  void AddGoingOn(TokenRange inside) {
    const uint32_t paragraph = document_.paragraph_of[inside.begin];
    const auto after = by_cue_.upper_bound(inside.begin);
    if (after == by_cue_.begin()) return;
    size_t& latest = std::prev(after)->second;
    const Attribution* const before = &found_[latest];
    const bool apart = document_.paragraph_of[before->cue.begin] != paragraph;
    if (apart && !FloatsBehind(*before, inside)) return;
    Attribution one = *before;
    one.content = {inside};
    one.type = QuoteType::kDirect;
    one.content_probability *= 0.7F;
    one.rule = "quotation goes on";
    const size_t count = found_.size();
    Add(std::move(one));
    // A third paragraph goes on behind the second.
    if (found_.size() > count) latest = count;
  }

  // A part of a longer content is said by the same.
  bool AddWithin(TokenRange inside) {
    // The first that was found.
    uint32_t around = kNobody;
    for (uint32_t i = around_[inside.begin]; i != kNobody; i = holders_[i].outer) {
      if (Holds(found_[holders_[i].attribution], inside)) {
        around = std::min(around, holders_[i].attribution);
      }
    }
    if (around == kNobody) return false;
    Attribution one = found_[around];
    one.content = {inside};
    one.type = QuoteType::kDirect;
    one.rule = "quotation within";
    Add(std::move(one));
    return true;
  }

  // A paragraph that is one quotation, behind one in which somebody is quoted.
  bool FloatsBehind(const Attribution& before, TokenRange inside) const {
    const uint32_t paragraph = document_.paragraph_of[inside.begin];
    if (before.type == QuoteType::kIndirect) return false;
    if (document_.paragraph_of[before.content.back().end - 1] + 1 != paragraph) return false;
    const TokenRange all = document_.paragraphs[paragraph];
    return document_.quotations[document_.OutermostQuotation(inside.begin)].tokens == all;
  }

  // A quotation that goes on in the next paragraph, where its mark is repeated, is one content.
  void JoinContinued() {
    std::vector<uint32_t> next(document_.quotations.size(), kNoToken);
    for (uint32_t i = 0; i < document_.quotations.size(); ++i) {
      const uint32_t before = document_.quotations[i].continues;
      if (before != kNoToken) next[before] = i;
    }
    for (size_t i = 0; i < found_.size(); ++i) {
      Attribution& each = found_[i];
      if (each.type != QuoteType::kDirect) continue;
      uint32_t quotation = document_.OutermostQuotation(each.content.back().begin);
      if (quotation == kNoToken || document_.quotations[quotation].tokens.holds(each.cue.begin)) {
        continue;
      }
      for (quotation = next[quotation]; quotation != kNoToken; quotation = next[quotation]) {
        const TokenRange inside = Inside(document_, document_.quotations[quotation]);
        if (inside.empty() || around_[inside.begin] != kNobody) break;
        each.content.push_back(inside);
        Hold(inside, i);
      }
    }
  }

  // Of several that claim the same words the most probable keeps them.
  void DropRivals() {
    std::map<std::pair<uint32_t, uint32_t>, size_t> best;
    std::vector<bool> lost(found_.size());
    for (size_t i = 0; i < found_.size(); ++i) {
      const Attribution& each = found_[i];
      if (each.type == QuoteType::kIndirect) continue;
      const auto [rival, is_first] =
          best.try_emplace(std::pair(each.content.front().begin, each.content.back().end), i);
      if (is_first) continue;
      const bool better = RawConfidence(each) > RawConfidence(found_[rival->second]);
      lost[better ? rival->second : i] = true;
      if (better) rival->second = i;
    }
    size_t at = 0;
    std::erase_if(found_, [&](const Attribution&) { return lost[at++]; });
  }

  // Whether some content is the quotation, or a part of it, or holds it whole with few words more.
  bool IsContent(TokenRange inside) const {
    if (around_[inside.begin] == kNobody && around_[inside.end - 1] == kNobody) return false;
    for (uint32_t at = inside.begin; at < inside.end; ++at) {
      for (uint32_t i = around_[at]; i != kNobody; i = holders_[i].outer) {
        const TokenRange* const part = PartAt(found_[holders_[i].attribution], at);
        // Each part once.
        if (part == nullptr || std::max(part->begin, inside.begin) != at) continue;
        const uint32_t end = std::min(part->end, inside.end);
        if (document_.lexicon->quotations_apart() ? *part == inside
                                                  : (end - at) * 2 >= part->size()) {
          return true;
        }
      }
    }
    return false;
  }

  // The part of the content that holds the token, or null. Parts are in order.
  static const TokenRange* PartAt(const Attribution& attribution, uint32_t token) {
    const auto after =
        std::upper_bound(attribution.content.begin(), attribution.content.end(), token,
                         [](uint32_t at, const TokenRange& part) { return at < part.begin; });
    if (after == attribution.content.begin()) return nullptr;
    const TokenRange& part = *std::prev(after);
    return part.holds(token) ? &part : nullptr;
  }

  // Whether it is a part of some content, whole and alone.
  bool IsPart(TokenRange inside) const {
    for (uint32_t i = around_[inside.begin]; i != kNobody; i = holders_[i].outer) {
      const TokenRange* const part = PartAt(found_[holders_[i].attribution], inside.begin);
      if (part != nullptr && *part == inside) return true;
    }
    return false;
  }

  static bool Holds(const Attribution& attribution, TokenRange inside) {
    const TokenRange* const part = PartAt(attribution, inside.begin);
    return part != nullptr && inside.end <= part->end;
  }

  bool IsTooDeep(const std::vector<TokenRange>& parts) const {
    return std::any_of(parts.begin(), parts.end(), [this](TokenRange part) {
      for (uint32_t at = part.begin; at < part.end; ++at) {
        size_t depth = 0;
        for (uint32_t i = around_[at]; i != kNobody; i = holders_[i].outer) ++depth;
        if (depth >= kDeepest) return true;
      }
      return false;
    });
  }

  // A sentence, or the part of one that a comma ends, is spoken; a few words are a title or a term.
  bool LooksSpoken(const Quotation& quotation, TokenRange inside) const {
    if (inside.size() < kSpokenWords) return false;
    if (inside.end >= quotation.tokens.end) return false;
    const Tag last = document_.tokens[inside.end].tag;
    return last == Tag::kStop || last == Tag::kComma;
  }

  // “…” ― Ada Holm
  bool AddSignature(const Quotation& quotation, TokenRange inside) {
    const TokenRange paragraph = document_.paragraphs[document_.paragraph_of[inside.begin]];
    const uint32_t dash = quotation.tokens.end;
    if (quotation.tokens.begin != paragraph.begin || dash + 1 >= paragraph.end) return false;
    if (document_.tokens[dash].tag != Tag::kDash || !document_.tokens[dash + 1].capital)
      return false;
    constexpr uint32_t kLongest = 16;
    if (paragraph.end - dash > kLongest) return false;
    TokenRange name{dash + 1, dash + 1};
    while (name.end < paragraph.end && document_.tokens[name.end].tag != Tag::kComma &&
           document_.tokens[name.end].tag != Tag::kStop) {
      ++name.end;
    }
    Attribution one;
    one.content = {inside};
    one.cue = {dash, dash + 1};
    one.source.tokens = name;
    one.source.probability = one.cue_probability = one.content_probability = 0.95F;
    one.type = QuoteType::kDirect;
    one.rule = "signature";
    Add(std::move(one));
    return true;
  }

  // “…,” she said on Friday, “…”: where a direct quote of the cue's is on its other side, the two
  // are one.
  bool JoinAcross(uint32_t cue, TokenRange inside) {
    if (document_.lexicon->quotations_apart()) return false;
    const auto other = by_cue_.find(WholeCue(cue).begin);
    if (other == by_cue_.end()) return false;
    Attribution& quote = found_[other->second];
    if (quote.type != QuoteType::kDirect || quote.content.size() != 1) return false;
    const TokenRange there = quote.content.front();
    if (there.begin > cue && inside.end <= cue) {
      quote.content.insert(quote.content.begin(), inside);
    } else if (there.end <= cue && inside.begin > cue) {
      quote.content.push_back(inside);
    } else {
      return false;
    }
    Hold(inside, other->second);
    return true;
  }

  // The most probable cue of the quotation's sentences, outside of it.
  bool AddNearCue(const Quotation& quotation, TokenRange inside) {
    uint32_t first = document_.sentences[document_.sentence_of[inside.begin]].begin;
    const uint32_t last = document_.sentences[document_.sentence_of[inside.end - 1]].end;
    // "He made this comment:" in the paragraph before.
    const bool led_in = quotation.tokens.begin > 0 &&
                        document_.tokens[quotation.tokens.begin].paragraph &&
                        document_.tokens[quotation.tokens.begin - 1].tag == Tag::kColon;
    if (led_in) {
      first = document_.sentences[document_.sentence_of[quotation.tokens.begin - 1]].begin;
    }
    const Cue* best = nullptr;
    const auto from = std::lower_bound(cues_.begin(), cues_.end(), first,
                                       [](const Cue& cue, uint32_t at) { return cue.token < at; });
    for (auto each = from; each != cues_.end() && each->token < last; ++each) {
      const Cue& cue = *each;
      if (quotation.tokens.holds(cue.token)) continue;
      if (best == nullptr || cue.probability > best->probability) best = &cue;
    }
    if (best == nullptr || best->probability < kNearCueThreshold) return false;
    if (JoinAcross(best->token, inside)) return true;
    Attribution one;
    one.content = {inside};
    const CueLexicon::Entry entry = *language_.cues.Find(document_.tokens[best->token].hash);
    one.source = SourceOf(best->token, entry, one.content);
    one.cue = WholeCue(best->token);
    one.cue_probability = best->probability;
    one.content_probability = 0.8F;
    one.type = QuoteType::kDirect;
    one.rule = "quotation near cue";
    Add(std::move(one));
    return true;
  }

  static constexpr uint32_t kNobody = 0xFFFFFFFF;
  struct Holder {
    uint32_t attribution = 0;  // in found_
    uint32_t outer = kNobody;  // the next of the same token
  };

  const Document& document_;
  const Language& language_;
  std::vector<Cue> cues_;
  // Of each token the contents around it, the last found first: a place in holders_, or kNobody.
  std::vector<uint32_t> around_;
  std::vector<Holder> holders_;
  std::map<uint32_t, size_t> by_cue_;  // of a cue's beginning the first found, or who goes on last
  std::vector<Attribution> found_;
};

}  // namespace

float RawConfidence(const Attribution& attribution) {
  const float source = attribution.source.tokens.empty() ? 1.0F : attribution.source.probability;
  return attribution.cue_probability * attribution.content_probability * source;
}

std::vector<Attribution> FindAttributions(const Document& document, const Language& language) {
  return Attributor(document, language).Run();
}

}  // namespace saywhen
