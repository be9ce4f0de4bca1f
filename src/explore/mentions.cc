#include "explore/mentions.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "explore/fold.h"
#include "base/sort.h"

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
    ends_.push_back(0);
    for (Index i = 0; i < story.speakers.size(); ++i) {
      Add(story.speakers[i].name, i, 1);
      for (const std::string& alias : story.speakers[i].aliases) Add(alias, i, kShortestAlias);
    }
    size_t size = 16;
    while (size < 2 * speakers_.size()) size *= 2;
    slots_.assign(size, kNone);
    next_.resize(speakers_.size());
    for (uint32_t i = 0; i < speakers_.size(); ++i) {
      uint32_t& slot = slots_[SlotOf(FirstWord(NameAt(i)))];
      next_[i] = slot;
      slot = i;
    }
  }

  // Adds the speakers whose names stand in the normal text, each once.
  void Find(std::string_view normal, std::vector<Index>* found) const {
    while (!normal.empty()) {
      const std::string_view word = FirstWord(normal);
      for (uint32_t i = slots_[SlotOf(word)]; i != kNone; i = next_[i]) {
        if (normal.starts_with(NameAt(i))) AddOnce(speakers_[i], found);
      }
      normal.remove_prefix(word.size());
    }
  }

  static void AddOnce(Index speaker, std::vector<Index>* list) {
    if (!Holds(*list, speaker)) list->push_back(speaker);
  }
  static bool Holds(const std::vector<Index>& list, Index speaker) {
    return std::find(list.begin(), list.end(), speaker) != list.end();
  }

 private:
  // With its blank.
  static std::string_view FirstWord(std::string_view normal) {
    return normal.substr(0, normal.find(' ') + 1);
  }
  size_t SlotOf(std::string_view word) const { return HashOf(word) & (slots_.size() - 1); }
  std::string_view NameAt(uint32_t i) const {
    return std::string_view(text_).substr(ends_[i], ends_[i + 1] - ends_[i]);
  }

  void Add(std::string_view name, Index speaker, size_t least) {
    AppendNormal(name, &room_, &text_);
    if (Weight(std::string_view(text_).substr(ends_.back())) < least) {
      text_.resize(ends_.back());
      return;
    }
    ends_.push_back(static_cast<uint32_t>(text_.size()));
    speakers_.push_back(speaker);
  }

  FoldedText room_;
  std::string text_;             // of all names, normal
  std::vector<uint32_t> ends_;   // one more: each name ends where the next begins
  std::vector<Index> speakers_;  // of each name
  std::vector<uint32_t> next_;   // of each name the next with the same hash; or kNone
  std::vector<uint32_t> slots_;
};

// The `most` speakers of the largest counts, none without any; and the place of each, or kNone.
std::vector<Index> MostActive(const std::vector<uint32_t>& counts, size_t most,
                              std::vector<Index>* places) {
  std::vector<uint64_t> keys(counts.size());
  for (size_t i = 0; i < keys.size(); ++i) keys[i] = ~uint64_t{counts[i]};
  std::vector<Index> active = CountUp(counts.size());
  SortBy(keys, &active);
  size_t size = 0;
  while (size < std::min(most, active.size()) && counts[active[size]] > 0) ++size;
  active.resize(size);
  places->assign(counts.size(), kNone);
  for (Index i = 0; i < size; ++i) (*places)[active[i]] = i;
  return active;
}

}  // namespace

MentionMatrix WhoMentionsWhom(const Story& story, std::span<const Index> quotes, size_t most) {
  const size_t speakers = story.speakers.size();
  const NameTable names(story);
  // Each mention: by whom, of whom, in which quote.
  std::vector<Index> by;
  std::vector<Index> of;
  std::vector<Index> in;
  std::vector<uint32_t> count_by(speakers);
  std::vector<uint32_t> count_of(speakers);
  std::vector<Index> named;
  FoldedText room;
  std::string normal;
  for (const Index index : quotes) {
    if (index >= story.quotes.size()) continue;
    const Quote& quote = story.quotes[index];
    if (quote.speakers.empty()) continue;
    named.clear();
    for (const Index speaker : quote.mentions) {
      if (speaker < speakers) NameTable::AddOnce(speaker, &named);
    }
    normal.clear();
    AppendNormal(quote.text, &room, &normal);
    names.Find(normal, &named);
    for (const Index other : named) {
      if (NameTable::Holds(quote.speakers, other)) continue;
      for (const Index speaker : quote.speakers) {
        if (speaker >= speakers) continue;
        by.push_back(speaker);
        of.push_back(other);
        in.push_back(index);
        ++count_by[speaker];
        ++count_of[other];
      }
    }
  }

  MentionMatrix matrix;
  std::vector<Index> rows;
  std::vector<Index> columns;
  matrix.rows = MostActive(count_by, most, &rows);
  matrix.columns = MostActive(count_of, most, &columns);
  const size_t width = matrix.columns.size();
  matrix.ends.assign(matrix.rows.size() * width, 0);
  std::vector<uint64_t> cells(in.size());
  std::vector<uint32_t> shown;
  for (uint32_t i = 0; i < in.size(); ++i) {
    if (rows[by[i]] == kNone || columns[of[i]] == kNone) continue;
    cells[i] = rows[by[i]] * width + columns[of[i]];
    shown.push_back(i);
  }
  SortBy(cells, &shown);
  matrix.quotes.reserve(shown.size());
  for (const uint32_t i : shown) {
    matrix.quotes.push_back(in[i]);
    ++matrix.ends[static_cast<size_t>(cells[i])];
  }
  for (size_t i = 1; i < matrix.ends.size(); ++i) matrix.ends[i] += matrix.ends[i - 1];
  return matrix;
}

}  // namespace saywhen
