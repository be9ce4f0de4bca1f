#include "app/anchor.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "explore/fold.h"
#include "explore/near_search.h"
#include "formats/passage_search.h"

namespace saywhen {
namespace {

// Of what stands before and after a quote so much is compared.
constexpr size_t kContextBytes = 256;
constexpr size_t kContextLetters = 64;
// A match that begins or ends within a word gets the rest of the word, if it is no longer.
constexpr size_t kLongestRest = 32;

// Folded letters without white space, and where each stands in the text.
struct Letters {
  std::vector<char32_t> symbols;
  std::vector<TextSpan> places;
};

Letters LettersOf(std::string_view text) {
  FoldedText folded;
  Fold(text, kLoosest, &folded);
  const std::vector<uint32_t>& origins = folded.origins;
  Letters letters;
  for (size_t byte = 0; byte < folded.text.size();) {
    const CodePoint point = DecodeCodePoint(folded.text, byte);
    if (!IsSpace(point.value)) {
      // Accents behind a letter, which folding drops, are its.
      size_t next = byte + point.size;
      while (next < folded.text.size() && origins[next] == origins[byte]) ++next;
      letters.symbols.push_back(point.value);
      letters.places.push_back({origins[byte], origins[next]});
    }
    byte += point.size;
  }
  return letters;
}

// Whether a word goes on at `byte`.
bool IsInsideWord(std::string_view text, size_t byte) {
  if (byte == 0 || byte >= text.size()) return false;
  const size_t begin = PreviousCodePoint(text, byte);
  FoldedText pair;
  Fold(text.substr(begin, NextCodePoint(text, byte) - begin), kLoosest, &pair);
  TextSpan word;
  return NextWord(pair.text, &word) && word.size() == pair.text.size();
}

std::string_view Head(std::string_view text) { return text.substr(0, kContextBytes); }
std::string_view Tail(std::string_view text) {
  return text.substr(text.size() - std::min(text.size(), kContextBytes));
}

struct Wanted {
  std::string_view words;
  std::string_view before;
  std::string_view after;
  size_t near = 0;  // a byte of the host
};

struct Place {
  TextSpan span;
  bool exact = false;
};

// A part of the text, with what stands around it.
Wanted PartOf(std::string_view text, TextSpan span) {
  return {text.substr(span.begin, span.size()), Tail(text.substr(0, span.begin)),
          Head(text.substr(span.end)), span.begin};
}

// What may still be done.
class Budget {
 public:
  bool Spend(size_t steps) {
    if (steps > left_) left_ = 0;
    left_ -= std::min(steps, left_);
    return left_ > 0;
  }

 private:
  size_t left_ = kMostAnchorSteps;
};

class Host {
 public:
  Host(std::string_view text, Budget* budget)
      : text_(text), passages_(text), letters_(LettersOf(text)), budget_(*budget) {}

  std::string_view text() const { return text_; }

  std::optional<Place> FindAsItIs(const Wanted& wanted) const {
    if (!budget_.Spend(text_.size() + wanted.words.size())) return {};
    const TextSpan span = passages_.Best(wanted.words, wanted.before, wanted.after, wanted.near);
    if (span.empty()) return {};
    const bool few = CountCodePoints(wanted.words) < kFewestLetters;
    if (few && !IsWhole(span)) return {};
    return Place{span, true};
  }

  std::optional<Place> FindNear(const Wanted& wanted) const;

  std::optional<Place> Find(const Wanted& wanted) const {
    const std::optional<Place> place = FindAsItIs(wanted);
    return place ? place : FindNear(wanted);
  }

 private:
  bool IsWhole(TextSpan span) const {
    return !IsInsideWord(text_, span.begin) && !IsInsideWord(text_, span.end);
  }

  void CompleteWords(TextSpan* span) const {
    const TextSpan found = *span;
    while (IsInsideWord(text_, span->begin) && found.begin - span->begin < kLongestRest) {
      span->begin = static_cast<uint32_t>(PreviousCodePoint(text_, span->begin));
    }
    while (IsInsideWord(text_, span->end) && span->end - found.end < kLongestRest) {
      span->end = static_cast<uint32_t>(NextCodePoint(text_, span->end));
    }
  }

  TextSpan SpanOf(const NearMatch& match) const {
    return {letters_.places[match.begin].begin, letters_.places[match.end - 1].end};
  }

  // How many of the context's letters are missing from the letters that begin at `begin`.
  uint32_t Missing(Symbols context, size_t begin, size_t end) const {
    if (context.empty()) return 0;
    auto least = static_cast<uint32_t>(context.size());
    const Symbols there = Symbols(letters_.symbols).subspan(begin, end - begin);
    for (const uint32_t edits : EditDistances(context, there, false)) {
      least = std::min(least, edits);
    }
    return least;
  }

  std::string_view text_;
  PassageSearch passages_;
  Letters letters_;
  Budget& budget_;
};

std::optional<Place> Host::FindNear(const Wanted& wanted) const {
  if (wanted.words.size() > 4 * kLongestPattern) return {};
  const std::vector<char32_t> words = LettersOf(wanted.words).symbols;
  const Symbols all = letters_.symbols;
  if (words.empty() || words.size() > kLongestPattern) return {};
  if (!budget_.Spend(EditSteps(words.size(), all.size()))) return {};
  const bool few = words.size() < kFewestLetters;
  const auto most = static_cast<uint32_t>(few ? 0 : words.size() / 5);

  const std::vector<char32_t> before = LettersOf(wanted.before).symbols;
  const std::vector<char32_t> after = LettersOf(wanted.after).symbols;
  const Symbols left = Symbols(before).last(std::min(before.size(), kContextLetters));
  const Symbols right = Symbols(after).first(std::min(after.size(), kContextLetters));
  constexpr size_t kAround = kContextLetters * 5 / 4;
  std::optional<Place> best;
  size_t best_edits = 0;
  size_t best_distance = 0;
  for (const NearMatch& match : saywhen::FindNear(words, all, most)) {
    const TextSpan span = SpanOf(match);
    if (few && !IsWhole(span)) continue;
    const size_t edits =
        match.edits +
        Missing(left, match.begin - std::min<size_t>(match.begin, kAround), match.begin) +
        Missing(right, match.end, std::min<size_t>(match.end + kAround, all.size()));
    const size_t distance =
        span.begin > wanted.near ? span.begin - wanted.near : wanted.near - span.begin;
    if (best && (edits > best_edits || (edits == best_edits && distance >= best_distance))) {
      continue;
    }
    best = Place{span, match.edits == 0};
    best_edits = edits;
    best_distance = distance;
  }
  if (best && !best->exact) CompleteWords(&best->span);
  return best;
}

// What is looked for: the words of a quote, and those of its parts in it when there are several.
struct Quotation {
  Wanted all;
  std::vector<Wanted> parts;
};

bool AreSpansOf(std::string_view text, const std::vector<TextSpan>& spans) {
  uint32_t end = 0;
  for (const TextSpan span : spans) {
    if (span.begin < end || span.empty() || span.end > text.size()) return false;
    end = span.end;
  }
  return !spans.empty();
}

Quotation QuotationOf(const Story& story, const Quote& quote) {
  std::string_view article;
  if (quote.article < story.articles.size()) article = story.articles[quote.article].text;
  if (AreSpansOf(article, quote.spans)) {
    Quotation quotation = {PartOf(article, {quote.spans.front().begin, quote.spans.back().end}),
                           {}};
    if (quote.spans.size() > 1) {
      for (const TextSpan span : quote.spans) quotation.parts.push_back(PartOf(article, span));
    }
    return quotation;
  }
  const Selector& selector = *quote.selector;
  const std::string_view words = selector.exact.empty() ? quote.text.view() : selector.exact;
  return {{words, Tail(selector.prefix), Head(selector.suffix)}, {}};
}

// The parts that stand in `host`, in order. `within`: it is all of the quote's words and nothing
// else, so that short parts can be told too.
Anchor FindParts(const Host& host, const Quotation& quotation, bool within) {
  Anchor anchor = {kNone, {}, true};
  for (Wanted part : quotation.parts) {
    std::optional<Place> place;
    if (within) part.near -= quotation.all.near;
    if (within || CountCodePoints(part.words) >= kFewestLetters) place = host.Find(part);
    const size_t end = anchor.spans.empty() ? 0 : anchor.spans.back().end;
    if (place && place->span.begin >= end) {
      anchor.spans.push_back(place->span);
      anchor.exact = anchor.exact && place->exact;
    } else {
      anchor.exact = false;
    }
  }
  return anchor;
}

Anchor AnchorAt(const Place& place, const Quotation& quotation, std::string_view text,
                Budget* budget) {
  if (!quotation.parts.empty()) {
    const Host words(text.substr(place.span.begin, place.span.size()), budget);
    Anchor anchor = FindParts(words, quotation, true);
    for (TextSpan& span : anchor.spans) {
      span.begin += place.span.begin;
      span.end += place.span.begin;
    }
    if (!anchor.spans.empty()) return anchor;
  }
  return {kNone, {place.span}, place.exact};
}

}  // namespace

std::vector<Anchor> AnchorQuotes(const Story& story, std::string_view host_text) {
  host_text = host_text.substr(0, kLongestHost);
  Budget budget;
  const Host host(host_text, &budget);
  std::vector<Anchor> anchors(story.quotes.size());
  std::vector<uint8_t> is_here(story.articles.size() + 1);  // the last: no article
  const auto here = [&](const Quote& quote) -> uint8_t& {
    return is_here[std::min<size_t>(quote.article, story.articles.size())];
  };
  for (Index i = 0; i < anchors.size(); ++i) {
    const Quotation quotation = QuotationOf(story, story.quotes[i]);
    const std::optional<Place> place = host.FindAsItIs(quotation.all);
    if (!place) continue;
    anchors[i] = AnchorAt(*place, quotation, host_text, &budget);
    here(story.quotes[i]) = true;
  }
  for (const bool wanted : {true, false}) {
    for (Index i = 0; i < anchors.size(); ++i) {
      if (!anchors[i].spans.empty() || here(story.quotes[i]) != wanted) continue;
      const Quotation quotation = QuotationOf(story, story.quotes[i]);
      const std::optional<Place> place = host.FindNear(quotation.all);
      anchors[i] = place ? AnchorAt(*place, quotation, host_text, &budget)
                         : FindParts(host, quotation, false);
    }
  }
  for (Index i = 0; i < anchors.size(); ++i) anchors[i].quote = i;
  std::erase_if(anchors, [](const Anchor& anchor) { return anchor.spans.empty(); });
  return anchors;
}

}  // namespace saywhen
