#include "extract/speakers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>

#include "extract/names.h"
#include "extract/noun_phrases.h"
#include "extract/speaker_ids.h"

namespace saywhen {
namespace {

// How far back a pronoun looks: in sentences, and in names.
constexpr uint32_t kSentencesBack = 6;
constexpr size_t kNamesBack = 60;
// How sure it is at the most who a pronoun is.
constexpr float kSurePronoun = 0.9F;

struct Known {
  Speaker speaker;
  uint32_t gender = 0;         // kHe, kShe, or 0
  uint32_t likely = 0;         // the same, where it is only likely
  bool surely_person = false;  // has a first name or a title, or is a noun for persons
  uint32_t used = kNoToken;    // its place among the speakers, once it says something
};

// Somebody is named at a token.
struct Appearance {
  uint32_t token = 0;
  uint32_t known = 0;
  bool spoke = false;    // as a source
  bool subject = false;  // first name of its sentence
  bool possessive = false;
};

class SpeakerFinder {
 public:
  SpeakerFinder(const Document& document, const Language& language,
                const std::vector<Attribution>& attributions)
      : document_(document), language_(language), attributions_(attributions) {}

  Speakers Run() {
    for (const Name& name : FindNames(document_, language_.speakers)) Meet(name);
    found_.of.resize(attributions_.size());
    for (size_t i = 0; i < attributions_.size(); ++i) {
      const Attribution& each = attributions_[i];
      if (each.type == QuoteType::kIndirect) continue;
      const uint32_t quotation = document_.quotation_of[each.content.front().begin];
      if (quotation != kNoToken) said_in_.try_emplace(quotation, i);
    }
    std::vector<size_t> order(attributions_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto place = [this](size_t i) {
      const Attribution& each = attributions_[i];
      return each.source.tokens.empty() ? each.content.front().begin : each.source.tokens.begin;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return place(a) < place(b); });
    // "I" and "we" last: who says what they stand in may be named behind it.
    for (const size_t i : order) {
      if (!IsFirstPerson(attributions_[i])) Resolve(i);
    }
    for (const size_t i : order) {
      if (IsFirstPerson(attributions_[i])) Resolve(i);
    }
    return std::move(found_);
  }

 private:
  const Token& token(uint32_t at) const { return document_.tokens[at]; }
  uint32_t words(uint32_t at) const { return language_.speakers.Of(token(at).hash); }
  std::string Text(TokenRange range) const {
    if (range.empty()) return {};
    const TextSpan span = document_.Span(range);
    return std::string(document_.text.substr(span.begin, span.size()));
  }

  // --- Names ---

  void Meet(const Name& name) {
    const uint32_t known = Identify(name);
    Appearance appearance;
    appearance.token = name.tokens.begin;
    appearance.known = known;
    const uint32_t sentence = document_.sentence_of[name.tokens.begin];
    appearance.subject =
        appearances_.empty() || document_.sentence_of[appearances_.back().token] != sentence;
    appearance.possessive =
        name.tokens.end < document_.tokens.size() && token(name.tokens.end).tag == Tag::kGenitive;
    appearances_.push_back(appearance);
    name_ends_.push_back(name.tokens.end);
  }

  uint32_t Identify(const Name& name) {
    const uint32_t last = token(name.tokens.end - 1).hash;
    const uint32_t first = token(name.tokens.begin).hash;
    uint32_t known = kNoToken;
    const std::string text = Text(name.tokens);
    if (const auto whole = by_text_.find(text); whole != by_text_.end()) {
      known = whole->second;
    } else if (name.tokens.size() == 1) {
      if (const auto found = by_word_.find(last); found != by_word_.end()) known = found->second;
    } else if (const auto found = by_word_.find(last); found != by_word_.end()) {
      // "Rutte" first, "Mark Rutte" later: the same, unless both have a first name.
      Known& before = knowns_[found->second];
      if (before.speaker.name.find(' ') == std::string::npos) {
        known = found->second;
        before.speaker.aliases.push_back(before.speaker.name);
        before.speaker.name = text;
      }
    }
    if (known == kNoToken) {
      known = static_cast<uint32_t>(knowns_.size());
      knowns_.emplace_back();
      knowns_.back().speaker.name = text;
      knowns_.back().speaker.kind = KindOf(name);
    }
    by_text_[text] = known;
    Known& here = knowns_[known];
    if (text != here.speaker.name) AddAlias(text, &here.speaker);
    // An organisation is not called by its last word.
    const bool person = here.speaker.kind == SpeakerKind::kPerson;
    if (person || name.tokens.size() == 1) by_word_[last] = known;
    if (person && name.tokens.size() > 1) by_word_.try_emplace(first, known);
    if (!name.acronym.empty()) {
      by_word_[token(name.acronym.begin).hash] = known;
      AddAlias(Text(name.acronym), &here.speaker);
    }
    if (name.person || (person && name.tokens.size() > 1)) here.surely_person = true;
    AddRole(name.role_before, &here, known);
    AddRole(name.role_after, &here, known);
    if (here.gender == 0) here.gender = GenderOf(name);
    if (here.gender == 0 && SoundsLikeShe(name)) here.likely = kShe;
    return known;
  }

  static void AddAlias(const std::string& alias, Speaker* speaker) {
    constexpr size_t kMost = 16;
    if (alias == speaker->name || speaker->aliases.size() >= kMost) return;
    if (std::find(speaker->aliases.begin(), speaker->aliases.end(), alias) !=
        speaker->aliases.end()) {
      return;
    }
    speaker->aliases.push_back(alias);
  }

  SpeakerKind KindOf(const Name& name) const {
    if (name.person) return SpeakerKind::kPerson;
    if (name.organisation) return SpeakerKind::kOrganisation;
    const bool shouted = name.tokens.size() == 1 && token(name.tokens.begin).tag == Tag::kAllCaps;
    return shouted ? SpeakerKind::kOrganisation : SpeakerKind::kPerson;
  }

  void AddRole(TokenRange role, Known* known, uint32_t index) {
    if (role.empty()) return;
    bool telling = false;
    for (uint32_t at = role.begin; at < role.end; ++at) {
      // The last who was called so is meant by "the minister".
      if (token(at).tag == Tag::kTitle || (words(at) & kPersonNoun) != 0) {
        by_role_[token(at).hash] = index;
        telling = true;
      }
    }
    const std::string text = Text(role);
    const bool courtesy = role.size() == 1 && (words(role.begin) & (kHeTitle | kSheTitle)) != 0 &&
                          (words(role.begin) & kPersonNoun) == 0;
    if (telling && !courtesy && text.size() > known->speaker.role.size()) {
      known->speaker.role = text;
    }
  }

  uint32_t GenderOf(const Name& name) const {
    for (uint32_t at = name.role_before.begin; at < name.role_before.end; ++at) {
      if ((words(at) & kHeTitle) != 0) return kHe;
      if ((words(at) & kSheTitle) != 0) return kShe;
    }
    for (uint32_t at = name.role_after.begin; at < name.role_after.end; ++at) {
      if ((words(at) & kSheTitle) != 0) return kShe;
    }
    const uint32_t first = words(name.tokens.begin) & (kHeName | kSheName);
    if (first == kHeName) return kHe;
    return first == kSheName ? uint32_t{kShe} : 0;
  }

  // A first name that the pack does not have, by its ending.
  bool SoundsLikeShe(const Name& name) const {
    const std::string_view ending = language_.speakers.she_ending();
    return name.tokens.size() > 1 && !ending.empty() &&
           document_.Text(name.tokens.begin).ends_with(ending);
  }

  // --- Sources ---

  bool IsFirstPerson(const Attribution& attribution) const {
    const TokenRange source = attribution.source.tokens;
    return source.size() == 1 && (words(source.begin) & kFirstPerson) != 0;
  }

  void Resolve(size_t index) {
    const Attribution& attribution = attributions_[index];
    SpeakerOf& of = found_.of[index];
    const TokenRange source = attribution.source.tokens;
    if (source.empty()) return;
    of.mention = source;
    if (attribution.rule == "answer" && (words(source.begin) & kAnswerLabel) != 0) {
      return ResolveAnswer(&of);
    }
    const uint32_t pronoun = source.size() == 1 ? words(source.begin) & kAnyPronoun : 0;
    if (pronoun != 0 && !token(source.begin).capital) return ResolvePronoun(index, pronoun);
    if (pronoun != 0 && token(source.begin).tag != Tag::kCapital) {
      return ResolvePronoun(index, pronoun);
    }
    if (const size_t name = NameIn(source); name != SIZE_MAX) {
      Use(appearances_[name].known, 0.97F, &of);
      appearances_[name].spoke = true;
      AddPartner(source, &of);
      AddPartnerBehind(source, attribution.cue, &of);
      return;
    }
    if (const size_t name = NameBehind(source, attribution.cue); name != SIZE_MAX) {
      Use(appearances_[name].known, 0.9F, &of);
      appearances_[name].spoke = true;
      of.mention.end = name_ends_[name];
      return;
    }
    Describe(source, &of);
  }

  // "his wife, Carol, said": the name between commas behind a description.
  size_t NameBehind(TokenRange source, TokenRange cue) const {
    const auto tag = [this](uint32_t at) {
      return at < document_.tokens.size() ? token(at).tag : Tag::kStop;
    };
    if (tag(source.end) != Tag::kComma) return SIZE_MAX;
    const auto next =
        std::lower_bound(appearances_.begin(), appearances_.end(), source.end + 1,
                         [](const Appearance& each, uint32_t at) { return each.token < at; });
    if (next == appearances_.end() || next->token != source.end + 1) return SIZE_MAX;
    const auto name = static_cast<size_t>(next - appearances_.begin());
    const uint32_t end = name_ends_[name];
    const bool closed = tag(end) == Tag::kComma || tag(end) == Tag::kStop || end == cue.begin;
    const bool person = knowns_[next->known].speaker.kind == SpeakerKind::kPerson;
    return closed && person ? name : SIZE_MAX;
  }

  // The name that the phrase ends with.
  size_t NameIn(TokenRange mention) const {
    const auto after =
        std::lower_bound(appearances_.begin(), appearances_.end(), mention.end,
                         [](const Appearance& each, uint32_t end) { return each.token < end; });
    if (after == appearances_.begin()) return SIZE_MAX;
    const auto at = static_cast<size_t>(after - appearances_.begin()) - 1;
    const bool inside = appearances_[at].token >= mention.begin;
    return inside && name_ends_[at] >= mention.end ? at : SIZE_MAX;
  }

  // "Ada Holm and Tom Ray": whoever stands beside the source, joined by "and".
  void AddPartner(TokenRange source, SpeakerOf* of) {
    if (source.begin < 2 || token(source.begin - 1).tag != Tag::kConjunction) return;
    const uint32_t end = source.begin - 1;
    const auto partner = std::lower_bound(name_ends_.begin(), name_ends_.end(), end);
    if (partner == name_ends_.end() || *partner != end) return;
    const auto index = static_cast<size_t>(partner - name_ends_.begin());
    if (document_.sentence_of[appearances_[index].token] != document_.sentence_of[source.begin]) {
      return;
    }
    const size_t known = of->speakers.size();
    Use(appearances_[index].known, of->probability, of);
    // In the order in which they are named.
    if (of->speakers.size() > known) {
      std::rotate(of->speakers.begin(), of->speakers.end() - 1, of->speakers.end());
    }
    of->mention.begin = appearances_[index].token;
  }

  // "said Ada Holm and Tom Ray": the sentence goes on with nothing that only the second does.
  void AddPartnerBehind(TokenRange source, TokenRange cue, SpeakerOf* of) {
    const uint32_t past = document_.sentences[document_.sentence_of[source.begin]].end;
    if (source.end + 1 >= past || token(source.end).tag != Tag::kConjunction) return;
    const uint32_t begin = source.end + 1;
    const auto partner =
        std::lower_bound(appearances_.begin(), appearances_.end(), begin,
                         [](const Appearance& each, uint32_t at) { return each.token < at; });
    if (partner == appearances_.end() || partner->token != begin) return;
    const uint32_t end = name_ends_[static_cast<size_t>(partner - appearances_.begin())];
    const bool goes_on = end < past && token(end).word && end != cue.begin;
    if (goes_on) return;
    Use(partner->known, of->probability, of);
    of->mention.end = end;
  }

  void Describe(TokenRange source, SpeakerOf* of) {
    const uint32_t head = source.end - 1;
    const uint32_t kind = words(head) & kAnyNoun;
    const bool definite =
        token(source.begin).tag == Tag::kDeterminer || token(source.begin).tag == Tag::kPossessive;
    // "the minister": who was called so last.
    if (definite && source.size() <= 4) {
      if (const auto role = by_role_.find(token(head).hash); role != by_role_.end()) {
        Use(role->second, 0.8F, of);
        AddAppearance(source.begin, role->second);
        return;
      }
    }
    TokenRange name = source;
    while (name.size() > 1 && token(name.begin).tag == Tag::kDeterminer) ++name.begin;
    of->mention = WithComplement(document_, source);
    name.end = of->mention.end;
    const std::string text = Text(name);
    const auto [place, is_new] = by_text_.try_emplace(text, static_cast<uint32_t>(knowns_.size()));
    if (is_new) {
      Known known;
      known.speaker.name = text;
      known.speaker.kind = (kind & kDocumentNoun) != 0       ? SpeakerKind::kDocument
                           : (kind & kPersonNoun) != 0       ? SpeakerKind::kPerson
                           : (kind & kOrganisationNoun) != 0 ? SpeakerKind::kOrganisation
                           : (kind & kGroupNoun) != 0 || IsPlural(document_, head)
                               ? SpeakerKind::kGroup
                               : SpeakerKind::kPerson;
      if ((kind & kPersonNoun) != 0) by_role_[token(head).hash] = place->second;
      known.surely_person = (kind & kPersonNoun) != 0;
      const uint32_t gendered = words(head) & (kHeTitle | kSheTitle);
      known.gender = gendered == kHeTitle    ? uint32_t{kHe}
                     : gendered == kSheTitle ? uint32_t{kShe}
                                             : 0;
      knowns_.push_back(std::move(known));
    }
    Use(place->second, 0.9F, of);
    AddAppearance(source.begin, place->second);
  }

  // --- Pronouns ---

  void ResolvePronoun(size_t index, uint32_t pronoun) {
    const Attribution& attribution = attributions_[index];
    SpeakerOf& of = found_.of[index];
    const uint32_t at = attribution.source.tokens.begin;
    if ((pronoun & kFirstPerson) != 0) return ResolveFirstPerson(at, &of);
    if ((pronoun & kRelative) != 0) return ResolveRelative(at, &of);
    std::map<uint32_t, float> scores;
    const auto consider = [&](const Appearance& each) {
      const float score = Presence(each, at, pronoun);
      if (score < -20) return;
      const auto [place, is_new] = scores.try_emplace(each.known, score);
      if (!is_new) place->second = std::max(place->second, score);
    };
    const auto end = std::lower_bound(
        appearances_.begin(), appearances_.end(), at,
        [](const Appearance& each, uint32_t before) { return each.token < before; });
    size_t left = kNamesBack;
    for (auto each = end; each != appearances_.begin() && left > 0; --left) consider(*--each);
    left = kNamesBack;
    for (auto each = described_.rbegin(); each != described_.rend() && left > 0; ++each, --left) {
      if (each->token < at) consider(*each);
    }
    if (scores.empty()) return;
    uint32_t best = scores.begin()->first;
    for (const auto& [known, score] : scores) {
      if (score > scores[best] || (score == scores[best] && known < best)) best = known;
    }
    float sum = 0;
    for (const auto& [known, score] : scores) sum += std::exp(1.5F * (score - scores[best]));
    // The only one who could be meant may still not be.
    const float share = std::min(1 / sum, kSurePronoun);
    Use(best, share, &of);
    AddAppearance(at, best);
    const uint32_t gender = pronoun & (kHe | kShe);
    if (gender != 0 && knowns_[best].gender == 0 && share > 0.7F) knowns_[best].gender = gender;
  }

  // How likely a pronoun at `at` means who is named there: below -20 never.
  float Presence(const Appearance& appearance, uint32_t at, uint32_t pronoun) const {
    const Known& known = knowns_[appearance.known];
    const uint32_t apart = document_.sentence_of[at] - document_.sentence_of[appearance.token];
    if (apart > kSentencesBack) return -100;
    const uint32_t gender = pronoun & (kHe | kShe);
    const SpeakerKind kind = known.speaker.kind;
    float score = -0.7F * static_cast<float>(apart);
    if (gender != 0) {
      if (kind != SpeakerKind::kPerson) return -100;
      if (known.gender != 0 && (known.gender & gender) == 0) return -100;
      if (known.gender != 0) score += 0.8F;
      if (known.gender == 0 && known.likely != 0) score += known.likely == gender ? 0.6F : -0.8F;
      // "Vienna" may be nobody.
      if (!known.surely_person) score -= 1.0F;
    } else if ((pronoun & kThey) != 0) {
      score += kind == SpeakerKind::kGroup          ? 1.5F
               : kind == SpeakerKind::kOrganisation ? 0.5F
                                                    : -1.5F;
    } else if (kind == SpeakerKind::kPerson && (pronoun & kAnyone) == 0) {
      score -= 2.0F;
    }
    if (appearance.spoke) score += 1.2F;
    if (appearance.subject) score += 0.8F;
    if (appearance.possessive) score -= 0.5F;
    if (document_.quotation_of[appearance.token] != document_.quotation_of[at]) score -= 1.0F;
    if (document_.paragraph_of[at] != document_.paragraph_of[appearance.token]) score -= 0.3F;
    return score;
  }

  // An interview's "A:" is the first person it names.
  void ResolveAnswer(SpeakerOf* of) {
    const auto person =
        std::find_if(appearances_.begin(), appearances_.end(), [this](const Appearance& each) {
          return knowns_[each.known].speaker.kind == SpeakerKind::kPerson &&
                 knowns_[each.known].speaker.name.find(' ') != std::string::npos;
        });
    if (person != appearances_.end()) Use(person->known, 0.8F, of);
  }

  // "I" and "we" are who says the quotation that they stand in.
  void ResolveFirstPerson(uint32_t at, SpeakerOf* of) {
    for (uint32_t quotation = document_.quotation_of[at]; quotation != kNoToken;
         quotation = document_.quotations[quotation].outer) {
      const auto said = said_in_.find(quotation);
      if (said == said_in_.end() || found_.of[said->second].speakers.empty()) continue;
      if (attributions_[said->second].source.tokens.holds(at)) continue;
      of->speakers = found_.of[said->second].speakers;
      of->probability = 0.9F;
      return;
    }
  }

  // "who" is whoever stands before it, past a comma.
  void ResolveRelative(uint32_t at, SpeakerOf* of) {
    const TokenRange sentence = document_.sentences[document_.sentence_of[at]];
    if (at == sentence.begin) return;
    uint32_t before = at - 1;
    const bool comma = token(before).tag == Tag::kComma && before > sentence.begin;
    if (comma) --before;
    // In German the same words are articles, which need no comma.
    if (!comma && document_.lexicon->capital_nouns()) return;
    if (!token(before).word || document_.lexicon->IsStrongCue(token(before).hash)) return;
    const TokenRange mention = MentionAround(document_, before, {sentence.begin, at});
    if (const size_t name = NameIn(mention); name != SIZE_MAX) {
      return Use(appearances_[name].known, 0.9F, of);
    }
    const TokenRange own = of->mention;
    Describe(mention, of);
    of->mention = own;
  }

  // --- Speakers ---

  void AddAppearance(uint32_t at, uint32_t known) {
    Appearance appearance;
    appearance.token = at;
    appearance.known = known;
    appearance.spoke = true;
    appearance.subject = true;
    described_.push_back(appearance);
  }

  void Use(uint32_t known, float probability, SpeakerOf* of) {
    Known& who = knowns_[known];
    if (who.used == kNoToken) {
      who.used = static_cast<uint32_t>(found_.speakers.size());
      Speaker speaker = who.speaker;
      speaker.id = ids_.Take(speaker.name);
      found_.speakers.push_back(std::move(speaker));
    }
    if (std::find(of->speakers.begin(), of->speakers.end(), who.used) == of->speakers.end()) {
      of->speakers.push_back(who.used);
    }
    of->probability = probability;
  }

  const Document& document_;
  const Language& language_;
  const std::vector<Attribution>& attributions_;
  std::vector<Known> knowns_;
  std::vector<Appearance> appearances_;  // of names, in order
  std::vector<uint32_t> name_ends_;      // of these
  std::vector<Appearance> described_;    // of sources without a name, in order
  std::unordered_map<std::string, uint32_t> by_text_;
  std::unordered_map<uint32_t, uint32_t> by_word_;  // a name's last or first word
  std::unordered_map<uint32_t, uint32_t> by_role_;  // a role's noun: who had it last
  SpeakerIds ids_;
  std::unordered_map<uint32_t, size_t> said_in_;  // a quotation: the attribution that it belongs to
  Speakers found_;
};

}  // namespace

Speakers FindSpeakers(const Document& document, const Language& language,
                      const std::vector<Attribution>& attributions) {
  return SpeakerFinder(document, language, attributions).Run();
}

}  // namespace saywhen
