#include "extract/furniture.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace saywhen {
namespace {

constexpr std::string_view kNames[] = {"none",      "tag",    "headline",   "related", "comment",
                                       "form",      "share",  "newsletter", "advert",  "cookie",
                                       "copyright", "byline", "date",       "credit",  "navigation",
                                       "ornament",  "link"};

// A power of two.
constexpr size_t kHeads = 1024;

Furniture Named(std::string_view name) {
  const auto found = std::find(std::begin(kNames), std::end(kNames), name);
  return found == std::end(kNames) ? Furniture::kText
                                   : static_cast<Furniture>(found - std::begin(kNames));
}

size_t HeadOf(std::string_view word) {
  uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return (hash ^ hash >> 15) & (kHeads - 1);
}

bool IsLoose(std::string_view word) {
  return word == "#" || word == ":" || word == "*" || word == "|" || word == "/";
}

bool Has(std::string_view line, std::string_view what) {
  return line.find(what) != std::string_view::npos;
}

// Of what a line consists, when it is of no words.
bool IsOrnament(std::string_view line, const LineWords& words) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] != "*" && words[i] != "|" && words[i] != "/") return false;
  }
  for (size_t byte = 0; byte < line.size(); byte = NextCodePoint(line, byte)) {
    const char32_t c = DecodeCodePoint(line, byte).value;
    const bool dash = c >= 0x2010 && c <= 0x2015;
    const bool symbol = c == 0xB7 || c == 0x2022 || (c >= 0x2190 && c <= 0x2BFF);
    if (!dash && !symbol && (c >= 0x80 || !Has(" *-_=~|#+<>/\\", line.substr(byte, 1))))
      return false;
  }
  return true;
}

bool IsTags(std::string_view line) {
  size_t tags = 0;
  while (!line.empty()) {
    if (line.front() != '#') return false;
    const size_t end = std::min(line.find_first_of(" ,;|"), line.size());
    if (end < 2) return false;
    ++tags;
    line.remove_prefix(end);
    line.remove_prefix(std::min(line.find_first_not_of(" ,;|"), line.size()));
  }
  return tags > 0;
}

bool IsLink(std::string_view line) {
  if (Has(line, " ")) return false;
  if (line.starts_with("http://") || line.starts_with("https://")) return true;
  const size_t at = line.find('@');
  return at != std::string_view::npos && at > 0 && line.find('.', at) != std::string_view::npos;
}

bool EndsSentence(std::string_view line) {
  for (const std::string_view mark : {"”", "“", "\"", "»", "’"}) {
    if (line.ends_with(mark)) line.remove_suffix(mark.size());
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
}

// "Home > World > Europe"
bool IsCrumbs(std::string_view line, const LineWords& words) {
  if (words.size() > 16) return false;
  size_t marks = 0;
  for (const std::string_view mark : {" > ", " » ", " › ", " / ", " | ", " · ", " • "}) {
    size_t here = 0;
    for (size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + 1)) {
      ++here;
    }
    marks = std::max(marks, here);
  }
  return marks >= 2 && words.size() <= 4 * (marks + 1);
}

}  // namespace

std::string_view FurnitureName(Furniture furniture) {
  return kNames[static_cast<size_t>(furniture)];
}

FurnitureRules::FurnitureRules(std::span<const LanguagePack* const> packs) : heads_(kHeads, 0) {
  for (const LanguagePack* pack : packs) {
    for (const PackEntry& entry : pack->Section("furniture")) Add(entry);
  }
}

void FurnitureRules::Add(const PackEntry& entry) {
  Rule rule;
  rule.kind = Named(entry[0]);
  constexpr std::string_view kPlaces[] = {"line", "start", "has", "end"};
  const auto place = std::find(std::begin(kPlaces), std::end(kPlaces), entry[1]);
  std::string_view phrase = entry[2];
  rule.stem = phrase.ends_with('~');
  if (rule.stem) phrase.remove_suffix(1);
  LineWords words;
  FindLineWords(phrase, &words);
  // A "#" of a phrase parts words in a line: it is put back.
  std::string text;
  size_t from = 0;
  for (size_t hash = phrase.find('#');; hash = phrase.find('#', from)) {
    FindLineWords(phrase.substr(from, hash - from), &words);
    if (!text.empty() && !words.empty()) text += ' ';
    text += words.text;
    rule.words += static_cast<uint32_t>(words.size());
    if (hash == std::string_view::npos) break;
    text += text.empty() ? "#" : " #";
    ++rule.words;
    from = hash + 1;
  }
  if (rule.kind == Furniture::kText || place == std::end(kPlaces) || text.empty()) return;
  rule.place = static_cast<Place>(place - std::begin(kPlaces));
  rule.edge = entry[3] == "edge";
  rule.phrase = std::move(text);
  uint32_t& head = heads_[HeadOf(std::string_view(rule.phrase).substr(0, rule.phrase.find(' ')))];
  // A phrase of one word that may go on has no first word to be found by; it is whole there.
  rule.next = head;
  rules_.push_back(std::move(rule));
  head = static_cast<uint32_t>(rules_.size());
}

// Whether the phrase stands at word `at`, in the place it belongs. `first` and `last`: the line's
// words without what is loose at its ends.
bool FurnitureRules::Fits(const Rule& rule, const LineWords& words, size_t at, size_t first,
                          size_t last) const {
  const size_t end = at + rule.words;
  if (end > words.size()) return false;
  const bool begins = at == first || at == 0;
  const bool ends = end == last || end == words.size();
  if ((rule.place == Place::kLine || rule.place == Place::kStart) && !begins) return false;
  if ((rule.place == Place::kLine || rule.place == Place::kEnd) && !ends) return false;
  const std::string_view text = words.Between(at, end);
  return rule.stem ? text.starts_with(rule.phrase) : text == rule.phrase;
}

FurnitureRules::Match FurnitureRules::Find(std::string_view line, const LineWords& words) const {
  Match match;
  if (line.size() > kLongestLine) return match;
  const auto everywhere = [&](Furniture kind) { return Match{kind, kind}; };
  if (IsOrnament(line, words)) return everywhere(Furniture::kOrnament);
  if (IsTags(line)) return everywhere(Furniture::kTag);
  if (IsLink(line)) return everywhere(Furniture::kLink);
  size_t first = 0;
  size_t last = words.size();
  while (first < last && IsLoose(words[first])) ++first;
  while (last > first && IsLoose(words[last - 1])) --last;
  // "Listen." may be somebody's word; "Listen" is a button.
  const bool sentence = EndsSentence(line);
  for (size_t at = 0; at < words.size(); ++at) {
    for (uint32_t next = heads_[HeadOf(words[at])]; next != 0; next = rules_[next - 1].next) {
      const Rule& rule = rules_[next - 1];
      if (!Fits(rule, words, at, first, last)) continue;
      if (!rule.edge && !(sentence && rule.place == Place::kLine)) return everywhere(rule.kind);
      match.edge = rule.kind;
    }
  }
  if (match.edge == Furniture::kText && IsCrumbs(line, words)) match.edge = Furniture::kNavigation;
  if (match.edge == Furniture::kText && first == last) match.edge = Furniture::kNavigation;
  return match;
}

}  // namespace saywhen
