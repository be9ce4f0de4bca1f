#include "model/unify_speakers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/json_writer.h"
#include "base/sort.h"
#include "model/combine.h"
#include "model/identity.h"
#include "model/index_map.h"

namespace saywhen {
namespace {

bool MayBeOne(const Speaker& a, const Speaker& b) {
  if (a.kind != b.kind) return false;
  if (!a.same_as.empty() && !b.same_as.empty()) return ShareAnAddress(a, b);
  return a.affiliation.empty() || b.affiliation.empty() || a.affiliation == b.affiliation ||
         (!a.role.empty() && a.role == b.role);
}

// Speakers who have a text in common: a name or alias, or an address.
struct Sharing {
  std::vector<Index> by_name;
  std::vector<Index> by_alias;
  std::vector<Index> by_address;
};

class Unifier {
 public:
  Unifier(Story* story, Diagnostics* diagnostics)
      : speakers_(story->speakers), diagnostics_(diagnostics) {
    for (Index i = 0; i < speakers_.size(); ++i) owner_.push_back(i);
  }

  // By each speaker's index, the one that it has become.
  std::vector<Index> Unify() && {
    std::vector<std::string> keys;
    std::vector<std::pair<Index, std::vector<Index> Sharing::*>> uses;  // beside them
    const auto add = [&](std::string key, Index speaker, std::vector<Index> Sharing::*how) {
      keys.push_back(std::move(key));
      uses.emplace_back(speaker, how);
    };
    for (Index i = 0; i < speakers_.size(); ++i) {
      const Speaker& speaker = speakers_[i];
      add(CaseFolded(speaker.name), i, &Sharing::by_name);
      for (const std::string& alias : speaker.aliases) {
        add(CaseFolded(alias), i, &Sharing::by_alias);
      }
      for (const std::string& url : speaker.same_as) {
        // No folded name begins so.
        add("\n" + std::string(BareUrl(url)), i, &Sharing::by_address);
      }
    }
    // Those of one key stand at its first place.
    std::vector<Sharing> sharings(keys.size());
    uint32_t first = 0;
    for (const uint32_t i : SortedTexts({keys.begin(), keys.end()})) {
      if (keys[i] != keys[first]) first = i;
      const auto& [speaker, how] = uses[i];
      (sharings[first].*how).push_back(speaker);
    }
    // What is certain first: names are judged by all that is known of both.
    for (const Sharing& s : sharings) {
      for (const Index speaker : s.by_address) Join(s.by_address[0], speaker);
    }
    // Of a name that hundreds share, the first ones: the rest are not compared with all.
    constexpr size_t kCompared = 64;
    for (const Sharing& s : sharings) {
      for (size_t i = 0; i < s.by_name.size() && i < kCompared; ++i) {
        const Index speaker = s.by_name[i];
        for (size_t k = i + 1; k < s.by_name.size(); ++k) JoinIfOne(speaker, s.by_name[k]);
        for (const Index other : s.by_alias) JoinIfOne(speaker, other);
      }
    }
    for (Index i = 0; i < owner_.size(); ++i) owner_[i] = OwnerOf(i);
    return std::move(owner_);
  }

 private:
  Index OwnerOf(Index speaker) {
    while (owner_[speaker] != speaker) speaker = owner_[speaker] = owner_[owner_[speaker]];
    return speaker;
  }
  void Join(Index a, Index b) {
    a = OwnerOf(a);
    b = OwnerOf(b);
    if (a == b) return;
    if (b < a) std::swap(a, b);
    owner_[b] = a;
    Absorb(std::move(speakers_[b]), b, &speakers_[a], diagnostics_);
  }
  void JoinIfOne(Index a, Index b) {
    if (MayBeOne(speakers_[OwnerOf(a)], speakers_[OwnerOf(b)])) Join(a, b);
  }

  std::vector<Speaker>& speakers_;
  Diagnostics* diagnostics_;
  std::vector<Index> owner_;
};

}  // namespace

void Absorb(Speaker from, Index index, Speaker* speaker, Diagnostics* diagnostics) {
  const auto fill = [&](std::string_view field, std::string* to, std::string* with) {
    if (!to->empty() && !with->empty() && *to != *with) {
      Warn(diagnostics, "speaker-conflict",
           JsonQuoted(speaker->name) + ": " + JsonQuoted(*to) + " is kept, " + JsonQuoted(*with) +
               " is lost",
           "speakers", index, field);
    }
    Fill(to, with);
  };
  fill("role", &speaker->role, &from.role);
  fill("affiliation", &speaker->affiliation, &from.affiliation);
  fill("color", &speaker->color, &from.color);
  fill("image", &speaker->image, &from.image);
  Fill(&speaker->extra, &from.extra);
  if (from.kind != speaker->kind) {
    Warn(diagnostics, "speaker-conflict", JsonQuoted(speaker->name) + " keeps its kind", "speakers",
         index, "kind");
  }
  if (from.name != speaker->name) AddNew(&speaker->aliases, &from.name);
  for (std::string& alias : from.aliases) {
    if (alias != speaker->name) AddNew(&speaker->aliases, &alias);
  }
  for (std::string& url : from.same_as) AddNew(&speaker->same_as, &url);
}

// Whether two who share a name may be one.
std::vector<Index> UnifyAndRenumber(Story* story, Diagnostics* diagnostics) {
  const std::vector<Index> owners = Unifier(story, diagnostics).Unify();
  std::vector<Index> map;
  std::vector<Speaker> kept;
  for (Index i = 0; i < owners.size(); ++i) {
    if (owners[i] != i) {
      map.push_back(map[owners[i]]);
    } else {
      map.push_back(static_cast<Index>(kept.size()));
      kept.push_back(std::move(story->speakers[i]));
    }
  }
  story->speakers = std::move(kept);
  for (Quote& quote : story->quotes) RenumberSpeakers(map, &quote);
  return map;
}

size_t UnifySpeakers(Story* story, Diagnostics* diagnostics) {
  const size_t before = story->speakers.size();
  UnifyAndRenumber(story, diagnostics);
  return before - story->speakers.size();
}

}  // namespace saywhen
