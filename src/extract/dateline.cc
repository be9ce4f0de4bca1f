#include "extract/dateline.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/letters.h"
#include "base/utf8.h"
#include "extract/article_text.h"

namespace saywhen {
namespace {

// Longer lines are no bylines and no dates.
constexpr size_t kLongestLine = 160;
constexpr size_t kMostWords = 20;
constexpr size_t kLongestPlace = 120;
// The place stands at the beginning of one of these.
constexpr size_t kFirstParagraphs = 3;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kEnds = " \t\r\n,;|·•-";
  const size_t begin = text.find_first_not_of(kEnds);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kEnds) + 1 - begin);
}

bool BeginsWithCapital(std::string_view word) {
  const char32_t c = DecodeCodePoint(word, 0).value;
  // Scripts without capitals have no datelines of this kind.
  return IsUpperCase(c);
}

bool IsCapitals(std::string_view text) {
  size_t capitals = 0;
  for (size_t byte = 0; byte < text.size(); byte = NextCodePoint(text, byte)) {
    const char32_t c = DecodeCodePoint(text, byte).value;
    if (IsUpperCase(c)) {
      ++capitals;
    } else if (IsLetter(c)) {
      return false;
    }
  }
  return capitals > 1;
}

// "13.02.2025", "2/13/25": two marks within.
bool IsNumericDate(std::string_view number) {
  size_t marks = 0;
  for (const char c : number) {
    if (c == ':') return false;
    marks += c == '.' || c == '/' ? 1 : 0;
  }
  return marks == 2 && number.size() >= 6;
}

}  // namespace

DatelineRules::DatelineRules(std::span<const LanguagePack* const> packs) {
  constexpr std::string_view kNames[] = {"byline", "published", "updated", "month",   "weekday",
                                         "clock",  "agency",    "and",     "particle"};
  LineWords words;
  for (const LanguagePack* pack : packs) {
    for (const PackEntry& entry : pack->Section("dateline")) {
      const auto name = std::find(std::begin(kNames), std::end(kNames), entry[0]);
      if (name == std::end(kNames)) continue;
      for (size_t i = 1; i < entry.fields.size(); ++i) {
        FindLineWords(entry[i], &words);
        phrases_[words.text] |= 1U << (name - std::begin(kNames));
        longest_ = std::max(longest_, words.size());
      }
    }
  }
}

uint32_t DatelineRules::MeaningOf(std::string_view phrase) const {
  const auto found = phrases_.find(std::string(phrase));
  return found == phrases_.end() ? 0 : found->second;
}

size_t DatelineRules::PhraseAt(const LineWords& words, size_t at, uint32_t meaning) const {
  for (size_t size = std::min(longest_, words.size() - at); size > 0; --size) {
    if ((MeaningOf(words.Between(at, at + size)) & meaning) != 0) return size;
  }
  return 0;
}

Furniture DatelineRules::Find(std::string_view line, const LineWords& words) const {
  if (line.size() > kLongestLine || words.empty() || words.size() > kMostWords)
    return Furniture::kText;
  if (!AuthorsOf(line, words).empty()) return Furniture::kByline;
  // Cheap, and most lines end here.
  if (std::none_of(line.begin(), line.end(), IsDigit)) return Furniture::kText;
  const DatesInLine found = DatesOf(line, words);
  const bool date = !found.dates.empty() && found.before == 0 && found.rest <= 3;
  return date ? Furniture::kDate : Furniture::kText;
}

DatelineRules::DatesInLine DatelineRules::DatesOf(std::string_view line,
                                                  const LineWords& words) const {
  DatesInLine found;
  bool begun = false;
  DateMention::Role role = DateMention::Role::kPublished;
  for (size_t at = 0; at < words.size();) {
    // A date: numbers, names of days and months, and what may stand between them.
    const size_t begin = at;
    size_t end = at;  // past its last number or name
    size_t numbers = 0;
    bool month = false;
    bool numeric = false;
    bool iso = false;
    for (; at < words.size(); ++at) {
      const std::string_view word = words[at];
      const uint32_t meaning = MeaningOf(word);
      const std::string_view source = line.substr(words.source[at].begin, words.source[at].size());
      const bool number = word == "#";
      const bool time = word.size() > 1 && word[0] == 't' && IsDigit(word[1]);  // "T18"
      if (number) {
        ++numbers;
        numeric = numeric || IsNumericDate(source);
        iso = iso || (source.size() == 4 && line.substr(words.source[at].end).starts_with('-'));
      }
      month = month || (meaning & kMonth) != 0;
      const bool dated = number || time || (meaning & (kMonth | kWeekday)) != 0;
      const bool between =
          at > begin && ((meaning & kClock) != 0 || word == ":" || word == "|" || word == "/");
      if (!dated && !between) break;
      if (dated || (meaning & kClock) != 0) end = at + 1;
    }
    if (numeric || (month && numbers > 0) || (iso && numbers >= 3)) {
      TextSpan span = {words.source[begin].begin, words.source[end - 1].end};
      // "p.m." keeps its full stop.
      if (words[end - 1] == "m" && line.substr(span.end).starts_with('.')) ++span.end;
      found.dates.push_back({role, span});
      begun = true;
      role = DateMention::Role::kPublished;
      at = std::max(at, end);
      continue;
    }
    at = begin;
    if (const size_t label = PhraseAt(words, at, kPublished | kUpdated); label > 0) {
      const bool updated = (MeaningOf(words.Between(at, at + label)) & kUpdated) != 0;
      role = updated ? DateMention::Role::kUpdated : DateMention::Role::kPublished;
      at += label;
      begun = true;
      continue;
    }
    const bool counts =
        words[at] != ":" && words[at] != "|" && words[at] != "/" && words[at] != "#";
    found.rest += counts ? 1 : 0;
    found.before += counts && !begun ? 1 : 0;
    ++at;
  }
  return found;
}

// Two to five words (or as many as `least_words` says) with capitals, particles between them.
bool DatelineRules::IsName(std::string_view text, size_t least_words) const {
  LineWords words;
  FindLineWords(text, &words);
  if (words.size() < least_words || words.size() > 5) return false;
  if ((MeaningOf(words.text) & kAgency) != 0) return false;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view source = text.substr(words.source[i].begin, words.source[i].size());
    if (BeginsWithCapital(source)) continue;
    if (i == 0 || (MeaningOf(words[i]) & kNameParticle) == 0) return false;
  }
  return BeginsWithCapital(text.substr(words.source.back().begin));
}

std::vector<std::string> DatelineRules::AuthorsOf(std::string_view line,
                                                  const LineWords& words) const {
  std::vector<std::string> authors;
  const size_t label = words.empty() ? 0 : PhraseAt(words, 0, kByline);
  if (label == 0 || words.size() > 16) return authors;
  // Names are parted by commas, bars and words like "and".
  std::vector<std::string_view> parts;
  size_t begin = words.source[label - 1].end;
  const auto part = [&](size_t end) {
    if (end > begin) parts.push_back(Trimmed(line.substr(begin, end - begin)));
  };
  for (size_t at = label; at <= words.size(); ++at) {
    const size_t until = at < words.size() ? words.source[at].begin : line.size();
    const size_t comma = line.substr(0, until).find_first_of(",|/&", begin);
    if (comma != std::string_view::npos && comma < until) {
      part(comma);
      begin = comma + 1;
    }
    if (at < words.size() && (MeaningOf(words[at]) & kAnd) != 0) {
      part(until);
      begin = words.source[at].end;
    }
  }
  part(line.size());
  bool names = true;
  for (const std::string_view each : parts) {
    if (each.empty()) continue;
    // What follows the names (an office, a place) is none; a sentence has more of it.
    names = names && IsName(each, 2);
    if (names) authors.emplace_back(each);
  }
  if (authors.empty()) return authors;
  const bool sentence = line.ends_with('.') && !authors.back().ends_with('.');
  if (sentence && words.size() > label + 5) authors.clear();
  return authors;
}

bool DatelineRules::IsDate(std::string_view text) const {
  LineWords words;
  FindLineWords(text, &words);
  const DatesInLine found = DatesOf(text, words);
  return !found.dates.empty() && found.rest == 0;
}

// "LONDON", "WASHINGTON, D.C.", "DALLAS, Nov. 3", "Berlin (dpa)", "Aug 27 (Reuters)".
bool DatelineRules::ReadPrefix(std::string_view prefix, Dateline* dateline, TextSpan* date) const {
  std::string_view places = prefix;
  std::string agency;
  const size_t open = prefix.find('(');
  if (open != std::string_view::npos) {
    const size_t close = prefix.find(')', open);
    if (close == std::string_view::npos) return false;
    if (!Trimmed(prefix.substr(close + 1)).empty()) return false;
    agency = Trimmed(prefix.substr(open + 1, close - open - 1));
    LineWords words;
    FindLineWords(agency, &words);
    if (words.empty() || words.size() > 4) return false;
    places = prefix.substr(0, open);
  }
  bool dated = false;
  std::string place;
  size_t parts = 0;
  for (size_t begin = 0; begin <= places.size();) {
    const size_t end = std::min(places.find(',', begin), places.size());
    const std::string_view part = Trimmed(places.substr(begin, end - begin));
    if (!part.empty()) {
      if (++parts > 4) return false;
      if (IsDate(part)) {
        const auto at = static_cast<uint32_t>(part.data() - prefix.data());
        *date = {at, at + static_cast<uint32_t>(part.size())};
        dated = true;
      } else if (!IsName(part, 1)) {
        // The year of a date: "Nov. 3, 2031".
        const bool year =
            dated && part.size() == 4 && std::all_of(part.begin(), part.end(), IsDigit);
        if (!year) return false;
        date->end = static_cast<uint32_t>(part.data() - prefix.data() + 4);
      } else if (place.empty()) {
        place = part;
      }
    }
    begin = end + 1;
  }
  if (place.empty() && (!dated || agency.empty())) return false;
  // Without an agency or a date it has to look like one.
  if (agency.empty() && !dated && !IsCapitals(place)) return false;
  dateline->place = std::move(place);
  dateline->agency = std::move(agency);
  return true;
}

size_t DatelineRules::FindPlace(std::string_view paragraph, Dateline* dateline,
                                TextSpan* date) const {
  *date = {};
  const std::string_view head = paragraph.substr(0, kLongestPlace);
  size_t at = std::string_view::npos;
  size_t size = 0;
  for (const std::string_view dash : {" — ", " – ", " - ", " -- ", "— ", "– ", "- ", "—", "–"}) {
    const size_t found = head.find(dash);
    if (found < at) {
      at = found;
      size = dash.size();
    }
  }
  if (at != std::string_view::npos && at > 0) {
    // Behind it a sentence begins: "NATO — the alliance" has no dateline.
    const std::string_view next = paragraph.substr(at + size);
    const char32_t first = DecodeCodePoint(next, 0).value;
    const bool small = IsLetter(first) && !IsUpperCase(first);
    if (ReadPrefix(head.substr(0, at), dateline, date) && (!small || !dateline->agency.empty())) {
      const size_t blank = next.find_first_not_of(' ');
      return at + size + (blank == std::string_view::npos ? next.size() : blank);
    }
    *dateline = Dateline();
    *date = {};
  }
  // "ANKARA (AA) Text": capitals, and no dash.
  const size_t open = head.find(" (");
  const size_t close = head.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open ||
      !IsCapitals(head.substr(0, close)) ||
      !ReadPrefix(head.substr(0, close + 1), dateline, date)) {
    return 0;
  }
  const size_t blank = paragraph.find_first_not_of(' ', close + 1);
  return blank == std::string_view::npos ? paragraph.size() : blank;
}

namespace {

void ReadLine(std::string_view raw, TextSpan block, const DatelineRules& rules,
              Dateline* dateline) {
  const std::string_view line = raw.substr(block.begin, block.size());
  if (line.size() > kLongestLine) return;
  LineWords words;
  FindLineWords(line, &words);
  for (std::string& author : rules.AuthorsOf(line, words)) {
    if (std::find(dateline->authors.begin(), dateline->authors.end(), author) ==
        dateline->authors.end()) {
      dateline->authors.push_back(std::move(author));
    }
  }
  for (const DatelineRules::DateInLine& date : rules.DatesOf(line, words).dates) {
    dateline->dates.push_back({date.role,
                               std::string(line.substr(date.span.begin, date.span.size())),
                               {block.begin + date.span.begin, block.begin + date.span.end}});
  }
}

bool MayHaveDate(Furniture kind) {
  return kind == Furniture::kByline || kind == Furniture::kDate || kind == Furniture::kNavigation ||
         kind == Furniture::kShare || kind == Furniture::kCopyright;
}

}  // namespace

Dateline FindDateline(std::string_view raw, const ArticleText& article,
                      const DatelineRules& rules) {
  Dateline dateline;
  size_t looked = 0;
  for (const Paragraph& each : article.paragraphs) {
    if (each.furniture != Furniture::kText) continue;
    if (looked == kFirstParagraphs) break;
    const std::string_view text =
        std::string_view(article.text).substr(each.span.begin, each.span.size());
    Dateline found;
    TextSpan date;
    const size_t size = rules.FindPlace(text, &found, &date);
    if (size > 0) {
      dateline = std::move(found);
      dateline.span = {each.span.begin, each.span.begin + static_cast<uint32_t>(size)};
      if (!date.empty()) {
        // A block's beginning is the same in both texts unless there was odd white space in it.
        const std::string words(text.substr(date.begin, date.size()));
        const size_t at = raw.substr(each.raw.begin, each.raw.size()).find(words);
        const auto begin = each.raw.begin + static_cast<uint32_t>(at == raw.npos ? 0 : at);
        dateline.dates.push_back({DateMention::Role::kDateline,
                                  words,
                                  {begin, begin + static_cast<uint32_t>(words.size())}});
      }
    }
    if (size > 0) break;
    // Headings stand before it, and in some texts have a full stop.
    looked += each.kind == ParagraphKind::kBody ? 1 : 0;
  }
  for (const Dropped& each : article.dropped) {
    if (MayHaveDate(each.as)) ReadLine(raw, each.raw, rules, &dateline);
  }
  for (const Paragraph& each : article.paragraphs) {
    if (MayHaveDate(each.furniture)) ReadLine(raw, each.raw, rules, &dateline);
  }
  return dateline;
}

}  // namespace saywhen
