#include "extract/names.h"

#include <algorithm>

namespace saywhen {
namespace {

constexpr uint32_t kLongestRole = 12;

class NameFinder {
 public:
  NameFinder(const Document& document, const SpeakerLexicon& lexicon)
      : document_(document), lexicon_(lexicon), nouns_(document.lexicon->capital_nouns()) {}

  std::vector<Name> Run() {
    for (const Token& token : document_.tokens) {
      if (token.word && !token.capital) small_.Set(token.hash, 1);
      if (token.capital && !token.sentence) capital_.Set(token.hash, 1);
    }
    const auto count = static_cast<uint32_t>(document_.tokens.size());
    for (uint32_t at = 0; at < count;) {
      if (IsDateline(at)) {
        at = document_.sentences[document_.sentence_of[at]].end;
        continue;
      }
      const uint32_t end = RunEnd(at);
      if (end == at) {
        ++at;
        continue;
      }
      AddName({at, end});
      at = end;
    }
    return std::move(names_);
  }

 private:
  const Token& token(uint32_t at) const { return document_.tokens[at]; }
  uint32_t words(uint32_t at) const { return lexicon_.Of(token(at).hash); }

  // "KELMAR (AP) —", a sentence of its own.
  bool IsDateline(uint32_t at) const {
    const TokenRange sentence = document_.sentences[document_.sentence_of[at]];
    return at == sentence.begin && token(at).paragraph && token(at).tag == Tag::kAllCaps &&
           token(sentence.end - 1).tag == Tag::kDash;
  }

  bool IsPart(uint32_t at) const {
    const Token& here = token(at);
    return here.capital &&
           (here.tag == Tag::kCapital || here.tag == Tag::kAllCaps || here.tag == Tag::kTitle);
  }

  // Past the run of name words that begins at `at`, in its sentence.
  uint32_t RunEnd(uint32_t at) const {
    if (!IsPart(at)) return at;
    const uint32_t past = document_.sentences[document_.sentence_of[at]].end;
    uint32_t end = at + 1;
    while (end < past) {
      if (IsPart(end)) {
        ++end;
        continue;
      }
      uint32_t next = end;
      while (next < past && (words(next) & kParticle) != 0) ++next;
      // "the Bank of Esteria"
      const bool of = next == end && (words(end - 1) & kOrganisationNoun) != 0 &&
                      document_.lexicon->IsComplement(token(end).hash);
      if (of) ++next;
      if (next == end || next >= past || !IsPart(next)) break;
      end = next + 1;
    }
    return end;
  }

  bool IsRoleWord(uint32_t at) const {
    return token(at).tag == Tag::kTitle || (words(at) & (kPersonNoun | kHeTitle | kSheTitle)) != 0;
  }
  bool IsFirstName(uint32_t at) const { return (words(at) & (kHeName | kSheName)) != 0; }

  void AddName(TokenRange run) {
    Name name;
    // The name begins behind the last title, or with a first name.
    uint32_t begin = run.begin;
    for (uint32_t at = run.begin; at + 1 < run.end; ++at) {
      if (IsRoleWord(at) && !IsFirstName(at)) begin = at + 1;
    }
    if (begin == run.begin) {
      for (uint32_t at = run.begin; at < run.end; ++at) {
        if (IsFirstName(at) && run.end - at >= 2 && run.end - at <= 4) {
          begin = at;
          break;
        }
      }
    }
    name.tokens = {begin, run.end};
    name.person = (begin > run.begin && IsRoleWord(begin - 1)) ||
                  (IsFirstName(begin) && name.tokens.size() >= 2);
    for (uint32_t at = name.tokens.begin; at < name.tokens.end; ++at) {
      if ((words(at) & (kOrganisationNoun | kDocumentNoun)) != 0) name.organisation = true;
    }
    if (name.organisation && !IsFirstName(begin)) name.person = false;
    name.role_before = RoleBefore({run.begin, begin});
    if (name.role_before.size() > 0 && !name.organisation) {
      name.person = name.person || EndsInRole(name.role_before);
    }
    if (!IsName(name, run)) return;
    name.role_after = RoleAfter(name.tokens);
    if (!name.role_after.empty() && !name.organisation) name.person = true;
    name.acronym = AcronymAfter(name.tokens);
    if (name.person) last_names_.Set(token(name.tokens.end - 1).hash, 1);
    names_.push_back(name);
  }

  bool EndsInRole(TokenRange role) const { return IsRoleWord(role.end - 1); }

  bool IsName(const Name& name, TokenRange run) const {
    const uint32_t last = name.tokens.end - 1;
    const Token& only = token(last);
    if (name.person) return true;
    if (nouns_) {
      if (last_names_.Get(only.hash) != 0) return true;
      return name.tokens.size() == 1 && only.tag == Tag::kAllCaps;
    }
    if (name.tokens.size() > 1 || run.size() > 1) return true;
    // One word: at a sentence's beginning any word has a capital. A letter is no name.
    if (only.span.size() < 2) return false;
    if ((words(last) & kAnyNoun) != 0) return false;
    if (token(last).tag == Tag::kTitle) return false;
    if (only.tag == Tag::kAllCaps) return true;
    return !token(last).sentence || (small_.Get(only.hash) == 0 && capital_.Get(only.hash) != 0);
  }

  // The words before a name that say what the person is: titles of the run, and nouns before it
  // ("former Maryland governor").
  TokenRange RoleBefore(TokenRange titles) const {
    TokenRange role = titles;
    if (nouns_ && titles.empty()) return role;
    const uint32_t first = document_.sentences[document_.sentence_of[titles.begin]].begin;
    bool telling = !role.empty();
    while (role.begin > first && role.size() < kLongestRole) {
      const uint32_t before = role.begin - 1;
      const Token& here = token(before);
      const bool noun = here.word && (here.tag == Tag::kWord || here.tag == Tag::kCapital ||
                                      here.tag == Tag::kAllCaps || here.tag == Tag::kTitle);
      if (!noun && here.tag != Tag::kGenitive) break;
      // "said Mayor Holm"
      if (document_.lexicon->IsStrongCue(here.hash) && !IsRoleWord(before)) break;
      // Without a title the word right before the name must be a role itself.
      if (!telling && !IsRoleWord(before)) break;
      telling = true;
      role.begin = before;
    }
    return telling ? role : TokenRange{titles.begin, titles.begin};
  }

  // ", NATO Secretary General,": a noun phrase between commas without a verb.
  TokenRange RoleAfter(TokenRange name) const {
    const uint32_t past = document_.sentences[document_.sentence_of[name.begin]].end;
    uint32_t at = name.end;
    if (at + 1 >= past || token(at).tag != Tag::kComma) return {};
    ++at;
    TokenRange role{at, at};
    bool telling = false;
    for (; at < past && at - role.begin < kLongestRole; ++at) {
      const Tag tag = token(at).tag;
      if (tag == Tag::kComma || tag == Tag::kStop) break;
      if (tag == Tag::kSubject || tag == Tag::kBe || tag == Tag::kHave || tag == Tag::kModal ||
          tag == Tag::kOpenQuote || tag == Tag::kQuestion || tag == Tag::kNumber ||
          document_.lexicon->IsStrongCue(token(at).hash)) {
        return {};
      }
      if (IsRoleWord(at)) telling = true;
    }
    role.end = at;
    if (!telling || at >= past || role.size() >= kLongestRole) return {};
    if (token(role.begin).tag == Tag::kDeterminer) ++role.begin;
    return role;
  }

  TokenRange AcronymAfter(TokenRange name) const {
    const uint32_t at = name.end;
    if (at + 2 >= document_.tokens.size() || token(at).tag != Tag::kOpenBracket) return {};
    if (token(at + 1).tag != Tag::kAllCaps || token(at + 2).tag != Tag::kCloseBracket) return {};
    return {at + 1, at + 2};
  }

  const Document& document_;
  const SpeakerLexicon& lexicon_;
  bool nouns_;
  WordMap small_;       // words that stand in small letters somewhere
  WordMap capital_;     // and with a capital within a sentence
  WordMap last_names_;  // last words of persons' names
  std::vector<Name> names_;
};

}  // namespace

std::vector<Name> FindNames(const Document& document, const SpeakerLexicon& lexicon) {
  return NameFinder(document, lexicon).Run();
}

}  // namespace saywhen
