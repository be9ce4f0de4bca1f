#include "extract/quote_score.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>
#include <tuple>

#include "base/utf8.h"

namespace saywhen {
namespace {

// Where the characters that count begin, ascending.
using Characters = std::vector<uint32_t>;

bool IsSpace(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

bool IsOneOf(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

// Without meaning at the ends of a piece.
bool IsTrimmed(char32_t c) { return IsOneOf(U" \t\r\n\"“”„«»‘’'.,;:!?—–-", c); }
// Without meaning anywhere.
bool IsPassedOver(char32_t c) { return IsSpace(c) || IsOneOf(U"\"“”„«»", c); }

Characters CharactersOf(std::string_view text, const std::vector<TextSpan>& spans) {
  Characters all;
  for (const TextSpan& span : spans) {
    size_t begin = span.begin;
    size_t end = std::min<size_t>(span.end, text.size());
    while (begin < end && IsTrimmed(DecodeCodePoint(text, begin).value)) {
      begin = NextCodePoint(text, begin);
    }
    while (end > begin && IsTrimmed(DecodeCodePoint(text, PreviousCodePoint(text, end)).value)) {
      end = PreviousCodePoint(text, end);
    }
    for (; begin < end; begin = NextCodePoint(text, begin)) {
      if (!IsPassedOver(DecodeCodePoint(text, begin).value)) {
        all.push_back(static_cast<uint32_t>(begin));
      }
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

size_t Shared(const Characters& a, const Characters& b) {
  size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++shared;
    const uint32_t least = std::min(*i, *j);
    if (*i == least) ++i;
    if (*j == least) ++j;
  }
  return shared;
}

struct Measured {
  Characters content;
  Characters source;
  Characters cue;
};

std::vector<TextSpan> One(TextSpan span) {
  return span.empty() ? std::vector<TextSpan>() : std::vector{span};
}

struct Pair {
  double overlap = 0;
  size_t gold = 0;
  size_t predicted = 0;
};

constexpr size_t kUnpaired = static_cast<size_t>(-1);

// The predicted of each gold, or kUnpaired. The best pair first; of equals, the last: any order
// would do, but it has to be that of the scorer of the shared data.
std::vector<Pair> Paired(std::vector<Pair> candidates, size_t gold, size_t predicted) {
  std::sort(candidates.begin(), candidates.end(), [](const Pair& a, const Pair& b) {
    return std::tie(b.overlap, b.gold, b.predicted) < std::tie(a.overlap, a.gold, a.predicted);
  });
  std::vector<Pair> pairs(gold, Pair{0, kUnpaired, kUnpaired});
  std::vector<bool> taken(predicted);
  for (const Pair& each : candidates) {
    if (pairs[each.gold].gold != kUnpaired || taken[each.predicted]) continue;
    pairs[each.gold] = each;
    taken[each.predicted] = true;
  }
  return pairs;
}

std::vector<Pair> PairContents(const std::vector<Measured>& gold,
                               const std::vector<Measured>& predicted) {
  std::vector<Pair> candidates;
  for (size_t i = 0; i < gold.size(); ++i) {
    for (size_t j = 0; j < predicted.size(); ++j) {
      const Characters& a = gold[i].content;
      const Characters& b = predicted[j].content;
      const size_t shared = Shared(a, b);
      if (shared == 0) continue;
      const size_t either = a.size() + b.size() - shared;
      candidates.push_back({static_cast<double>(shared) / static_cast<double>(either), i, j});
    }
  }
  return Paired(std::move(candidates), gold.size(), predicted.size());
}

std::string_view NameOf(QuoteType type) {
  return type == QuoteType::kDirect ? "direct" : type == QuoteType::kMixed ? "mixed" : "indirect";
}

// A name as it is compared: what describes somebody begins with this article or that, and goes on
// after a comma.
std::string NameKey(std::string_view name) {
  name = name.substr(0, name.find(','));
  std::string key;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find(' ', at), name.size());
    std::string word;
    for (const char c : name.substr(at, end - at)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    at = end + 1;
    static constexpr std::string_view kDeterminers[] = {
        "the",   "a",     "an",    "some", "one",   "his",  "her",   "their", "its",  "my",
        "your",  "our",   "der",   "die",  "das",   "dem",  "den",   "des",   "ein",  "eine",
        "einem", "einer", "eines", "mein", "meine", "sein", "seine", "ihr",   "ihre", "bir"};
    if (key.empty() && end < name.size() &&
        std::find(std::begin(kDeterminers), std::end(kDeterminers), word) !=
            std::end(kDeterminers)) {
      continue;
    }
    if (word.empty()) continue;
    if (!key.empty()) key += ' ';
    key += word;
  }
  static constexpr std::string_view kApostrophe = "’";
  for (size_t at = 0; (at = key.find(kApostrophe, at)) != std::string::npos; ++at) {
    key.erase(at, kApostrophe.size() - 1);
    key[at] = '\'';
  }
  return key;
}

bool IsCalled(const GoldSpeaker& speaker, std::string_view name) {
  const std::string key = NameKey(name);
  return std::any_of(speaker.names.begin(), speaker.names.end(),
                     [&key](const std::string& each) { return NameKey(each) == key; });
}

// All of them and nobody else.
bool SameSpeakers(const GoldArticle& article, const GoldAttribution& gold, const Story& story,
                  const Quote& quote) {
  if (gold.speakers.size() != quote.speakers.size()) return false;
  return std::all_of(gold.speakers.begin(), gold.speakers.end(), [&](uint32_t wanted) {
    return std::any_of(quote.speakers.begin(), quote.speakers.end(), [&](Index speaker) {
      return speaker < story.speakers.size() &&
             IsCalled(article.speakers[wanted], story.speakers[speaker].name);
    });
  });
}

// Of a moment on the clock only where it begins counts: seconds are not what news is told by.
bool SameTime(const TimeInterval& a, const TimeInterval& b) {
  if (a.earliest != b.earliest || a.start != b.start || a.end != b.end) return false;
  const bool clock = a.precision >= Precision::kMinute && b.precision >= Precision::kMinute;
  return a.latest == b.latest || (clock && !a.is_interval && !b.is_interval);
}

void ScoreTimes(const std::vector<GoldTime>& gold, const std::vector<GoldTime>& predicted,
                TimeScore* score) {
  std::vector<Pair> candidates;
  for (size_t i = 0; i < gold.size(); ++i) {
    for (size_t j = 0; j < predicted.size(); ++j) {
      const TextSpan& a = gold[i].span;
      const TextSpan& b = predicted[j].span;
      const uint32_t begin = std::max(a.begin, b.begin);
      const uint32_t end = std::min(a.end, b.end);
      if (begin >= end) continue;
      const double either = static_cast<double>(a.size() + b.size() - (end - begin));
      candidates.push_back({(end - begin) / either, i, j});
    }
  }
  for (const Pair& pair : Paired(std::move(candidates), gold.size(), predicted.size())) {
    if (pair.gold == kUnpaired) continue;
    const GoldTime& a = gold[pair.gold];
    const GoldTime& b = predicted[pair.predicted];
    ++score->relaxed;
    score->strict += a.span == b.span ? 1 : 0;
    score->value += SameTime(a.when, b.when) ? 1 : 0;
  }
  score->gold += gold.size();
  score->predicted += predicted.size();
}

// A time once, however many quotes share its words.
void AddTime(const StoryTime& time, std::vector<GoldTime>* times) {
  if (time.words->span.empty()) return;
  for (const GoldTime& each : *times) {
    if (each.span == time.words->span) return;
  }
  times->push_back({time.words->span, time.when});
}

void ScoreArticleTimes(const GoldArticle& article, const Story& story, QuoteScores* scores) {
  std::vector<GoldTime> about;
  std::vector<GoldTime> all;
  for (const Quote& quote : story.quotes) {
    for (const StoryTime& each : quote.about) AddTime(each, &about);
  }
  all = about;
  for (const Quote& quote : story.quotes) {
    if (quote.said) AddTime(*quote.said, &all);
  }
  for (const Event& event : story.events) {
    if (event.when) AddTime(*event.when, &all);
  }
  std::vector<GoldTime> in_contents;
  for (const GoldTime& time : article.times) {
    const bool in = std::any_of(
        article.attributions.begin(), article.attributions.end(), [&](const GoldAttribution& it) {
          return std::any_of(it.content.begin(), it.content.end(), [&](const TextSpan& span) {
            return span.begin <= time.span.begin && time.span.end <= span.end;
          });
        });
    if (in) in_contents.push_back(time);
  }
  ScoreTimes(article.times, all, &scores->times);
  ScoreTimes(in_contents, about, &scores->about);
}

}  // namespace

void ScoreArticle(const GoldArticle& article, const Story& story, QuoteScores* scores) {
  std::vector<Measured> gold;
  for (const GoldAttribution& each : article.attributions) {
    gold.push_back({CharactersOf(article.text, each.content),
                    CharactersOf(article.text, each.source), CharactersOf(article.text, each.cue)});
  }
  std::vector<Measured> predicted;
  for (const Quote& each : story.quotes) {
    predicted.push_back({CharactersOf(article.text, each.spans),
                         CharactersOf(article.text, One(each.mention->span)),
                         CharactersOf(article.text, One(each.cue->span))});
  }
  const std::vector<Pair> pairs = PairContents(gold, predicted);
  std::vector<bool> right(predicted.size());
  for (size_t i = 0; i < gold.size(); ++i) {
    const GoldAttribution& it = article.attributions[i];
    const Pair& pair = pairs[i];
    const bool found = pair.overlap >= 0.5;
    const Quote* quote = found ? &story.quotes[pair.predicted] : nullptr;
    const bool source_met =
        pair.gold != kUnpaired && Shared(gold[i].source, predicted[pair.predicted].source) > 0;
    if (pair.overlap >= 0.8) right[pair.predicted] = source_met || gold[i].source.empty();
    for (TypeScore* score : {&scores->types[it.type], &scores->types["all"]}) {
      ++score->gold;
      score->exact += pair.overlap == 1 ? 1 : 0;
      score->near += pair.overlap >= 0.8 ? 1 : 0;
      if (!gold[i].source.empty()) {
        ++score->sourced;
        score->sourced_found += found ? 1 : 0;
        score->source_right += found && source_met ? 1 : 0;
      }
      if (!gold[i].cue.empty() && found) {
        ++score->cued_found;
        score->cue_right += Shared(gold[i].cue, predicted[pair.predicted].cue) > 0 ? 1 : 0;
      }
      if (article.annotates_speakers && !it.speakers.empty()) {
        ++score->named;
        score->named_found += found ? 1 : 0;
        score->name_right += found && SameSpeakers(article, it, story, *quote) ? 1 : 0;
      }
    }
    if (found && it.said) {
      ++scores->said_found;
      scores->said_right +=
          quote->said && SameTime(article.times[*it.said].when, quote->said->when) ? 1 : 0;
    }
  }
  for (size_t j = 0; j < predicted.size(); ++j) {
    const Quote& quote = story.quotes[j];
    const Characters& content = predicted[j].content;
    const bool inside =
        !content.empty() && std::any_of(gold.begin(), gold.end(), [&content](const Measured& each) {
          return 2 * Shared(content, each.content) >= content.size();
        });
    for (const std::string_view type : {NameOf(quote.type), std::string_view("all")}) {
      TypeScore& score = scores->types[std::string(type)];
      ++score.predicted;
      score.inside += inside ? 1 : 0;
    }
    const double confidence = std::clamp(static_cast<double>(quote.confidence), 0.0, 1.0);
    ConfidenceBin& bin = scores->bins[std::min<size_t>(9, static_cast<size_t>(confidence * 10))];
    ++bin.count;
    bin.confidence += confidence;
    bin.right += right[j] ? 1 : 0;
  }
  if (article.annotates_times) ScoreArticleTimes(article, story, scores);
  ++scores->articles;
}

double F1(size_t right, size_t predicted, size_t gold) {
  if (predicted + gold == 0) return 0;
  return 2 * static_cast<double>(right) / static_cast<double>(predicted + gold);
}

}  // namespace saywhen
