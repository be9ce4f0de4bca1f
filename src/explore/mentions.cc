#include "explore/mentions.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "explore/fold.h"
#include "explore/sort.h"

namespace saywhen {
namespace {

// The folded words with one blank after each.
void AppendNormal(std::string_view text, FoldedText* room, std::string* normal) {
  Fold(text, kLoosest, room);
  for (TextSpan word; NextWord(room->text, &word);) {
    normal->append(room->text, word.begin, word.size());
    normal->push_back(' ');
  }
}

// How much of a name the normal text is, in letters.
size_t Weight(std::string_view normal) {
  size_t weight = 0;
  for (size_t byte = 0; byte < normal.size();) {
    const CodePoint point = DecodeCodePoint(normal, byte);
    byte += point.size;
    if (point.value != ' ') weight += point.value >= 0x2E80 ? 2 : 1;
  }
  return weight;
}

// FNV-1a
uint32_t HashOf(std::string_view word) {
  uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// Names by their first word.
class NameTable {
 public:
  explicit NameTable(const Story& story) {
    constexpr size_t kShortestAlias = 4;
    for (Index i = 0; i < story.speakers.size(); ++i) {
      Add(story.speakers[i].name, i, 1);
      for (const std::string& alias : story.speakers[i].aliases) Add(alias, i, kShortestAlias);
    }
    size_t size = 16;
    while (size < 2 * names_.size()) size *= 2;
    slots_.assign(size, kNone);
    for (uint32_t i = 0; i < names_.size(); ++i) {
      uint32_t& slot = SlotOf(FirstWord(names_[i].normal));
      names_[i].next = slot;
      slot = i;
    }
  }

  // Calls `found(speaker)` for each name in the normal text.
  template <typename Found>
  void Find(std::string_view normal, const Found& found) const {
    while (!normal.empty()) {
      const std::string_view word = FirstWord(normal);
      for (uint32_t i = slots_[HashOf(word) & (slots_.size() - 1)]; i != kNone;
           i = names_[i].next) {
        if (normal.starts_with(names_[i].normal)) found(names_[i].speaker);
      }
      normal.remove_prefix(word.size());
    }
  }

 private:
  struct Name {
    std::string normal;
    Index speaker;
    uint32_t next;  // with the same hash; or kNone
  };

  // With its blank.
  static std::string_view FirstWord(std::string_view normal) {
    return normal.substr(0, normal.find(' ') + 1);
  }
  uint32_t& SlotOf(std::string_view word) { return slots_[HashOf(word) & (slots_.size() - 1)]; }

  void Add(std::string_view name, Index speaker, size_t least) {
    std::string normal;
    AppendNormal(name, &room_, &normal);
    if (Weight(normal) >= least) names_.push_back({std::move(normal), speaker, kNone});
  }

  FoldedText room_;
  std::vector<Name> names_;
  std::vector<uint32_t> slots_;
};

// The `most` speakers of the largest counts, none without any; and the place of each, or kNone.
std::vector<Index> MostActive(const std::vector<uint32_t>& counts, size_t most,
                              std::vector<Index>* places) {
  std::vector<uint64_t> keys;
  for (const uint32_t count : counts) keys.push_back(~uint64_t{count});
  std::vector<Index> active = CountUp(counts.size());
  std::erase_if(active, [&](Index i) { return counts[i] == 0; });
  SortBy(keys, &active);
  if (active.size() > most) active.resize(most);
  places->assign(counts.size(), kNone);
  for (Index i = 0; i < active.size(); ++i) (*places)[active[i]] = i;
  return active;
}

struct Mention {
  Index by;
  Index of;
  Index quote;
};

}  // namespace

MentionMatrix WhoMentionsWhom(const Story& story, std::span<const Index> quotes, size_t most) {
  const size_t speakers = story.speakers.size();
  const NameTable names(story);
  std::vector<Mention> mentions;
  std::vector<uint32_t> by(speakers);
  std::vector<uint32_t> of(speakers);
  std::vector<Index> named;
  FoldedText room;
  std::string normal;
  for (const Index index : quotes) {
    if (index >= story.quotes.size()) continue;
    const Quote& quote = story.quotes[index];
    if (quote.speakers.empty()) continue;
    named.clear();
    const auto add = [&](Index speaker) {
      if (speaker < speakers && std::find(named.begin(), named.end(), speaker) == named.end()) {
        named.push_back(speaker);
      }
    };
    for (const Index speaker : quote.mentions) add(speaker);
    normal.clear();
    AppendNormal(quote.text, &room, &normal);
    names.Find(normal, add);
    for (const Index speaker : quote.speakers) {
      if (speaker >= speakers) continue;
      for (const Index other : named) {
        const auto& all = quote.speakers;
        if (std::find(all.begin(), all.end(), other) != all.end()) continue;
        mentions.push_back({speaker, other, index});
        ++by[speaker];
        ++of[other];
      }
    }
  }

  MentionMatrix matrix;
  std::vector<Index> row_of;
  std::vector<Index> column_of;
  matrix.rows = MostActive(by, most, &row_of);
  matrix.columns = MostActive(of, most, &column_of);
  // Sorted by counting: how many in each cell, where each begins, then in their order.
  const size_t width = matrix.columns.size();
  matrix.ends.assign(matrix.rows.size() * width, 0);
  const auto shown = [&](const Mention& mention) {
    return row_of[mention.by] != kNone && column_of[mention.of] != kNone;
  };
  const auto cell = [&](const Mention& mention) {
    return row_of[mention.by] * width + column_of[mention.of];
  };
  std::erase_if(mentions, [&](const Mention& mention) { return !shown(mention); });
  for (const Mention& mention : mentions) ++matrix.ends[cell(mention)];
  uint32_t begin = 0;
  for (uint32_t& end : matrix.ends) {
    const uint32_t count = end;
    end = begin;
    begin += count;
  }
  matrix.quotes.resize(begin);
  for (const Mention& mention : mentions)
    matrix.quotes[matrix.ends[cell(mention)]++] = mention.quote;
  return matrix;
}

}  // namespace saywhen
