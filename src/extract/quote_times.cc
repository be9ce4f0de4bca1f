#include "extract/quote_times.h"

#include <algorithm>

#include "model/edtf.h"

namespace saywhen {
namespace {

class QuoteTimeFinder {
 public:
  QuoteTimeFinder(const Document& document, const TimeLexicon& lexicon,
                  const std::vector<Attribution>& attributions,
                  const std::optional<TimeInterval>& published)
      : document_(document),
        lexicon_(lexicon),
        attributions_(attributions),
        published_(published) {}

  std::vector<QuoteTimes> Run() {
    FindTimes(document_.text, lexicon_, &expressions_);
    MarkContents();
    std::vector<QuoteTimes> times(attributions_.size());
    // A sentence's time is said of what follows in its paragraph too.
    const Attribution* before = nullptr;
    std::optional<StoryTime> inherited;
    std::vector<size_t> order(attributions_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [this](size_t a, size_t b) { return Place(a) < Place(b); });
    for (const size_t i : order) {
      const Attribution& each = attributions_[i];
      if (before != nullptr && Paragraph(*before) != Paragraph(each)) inherited.reset();
      times[i].said = Said(each);
      if (times[i].said) {
        inherited = times[i].said;
        inherited->basis = Basis::kInferred;
      } else if (inherited) {
        times[i].said = inherited;
      } else if (published_) {
        times[i].said = StoryTime{DayOf(*published_), Basis::kPublished, {}};
      }
      AddAbout(each, times[i].said, &times[i].about);
      before = &each;
    }
    return times;
  }

 private:
  uint32_t Place(size_t i) const {
    const Attribution& each = attributions_[i];
    return each.cue.empty() ? each.content.front().begin : each.cue.begin;
  }
  uint32_t Paragraph(const Attribution& each) const {
    return document_.paragraph_of[each.cue.empty() ? each.content.front().begin : each.cue.begin];
  }

  // Stretches that somebody says, in order, those that touch joined.
  void MarkContents() {
    for (const Attribution& each : attributions_) {
      for (const TokenRange part : each.content) contents_.push_back(document_.Span(part));
    }
    std::sort(contents_.begin(), contents_.end(), [](const TextSpan& a, const TextSpan& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    std::vector<TextSpan> joined;
    for (const TextSpan& each : contents_) {
      if (!joined.empty() && each.begin <= joined.back().end) {
        joined.back().end = std::max(joined.back().end, each.end);
      } else {
        joined.push_back(each);
      }
    }
    contents_ = std::move(joined);
  }

  bool InContent(uint32_t byte) const {
    const auto after =
        std::upper_bound(contents_.begin(), contents_.end(), byte,
                         [](uint32_t at, const TextSpan& each) { return at < each.begin; });
    return after != contents_.begin() && byte < (after - 1)->end;
  }

  // Indexes of the expressions that begin in the stretch.
  std::pair<size_t, size_t> ExpressionsIn(TextSpan span) const {
    const auto from = [this](uint32_t byte) {
      return static_cast<size_t>(std::lower_bound(expressions_.begin(), expressions_.end(), byte,
                                                  [](const TimeExpression& each, uint32_t at) {
                                                    return each.span.begin < at;
                                                  }) -
                                 expressions_.begin());
    };
    return {from(span.begin), from(span.end)};
  }

  std::optional<StoryTime> Resolved(const TimeExpression& expression,
                                    const std::optional<TimeInterval>& from) const {
    TimeAnchor anchor;
    if (from) {
      anchor.published = from->earliest;
      anchor.has_time = from->precision >= Precision::kMinute;
    } else if (!IsAbsolute(expression)) {
      return std::nullopt;
    }
    const Direction direction = GuessDirection(document_.text, expression.span, lexicon_);
    std::optional<TimeInterval> when = Resolve(expression, lexicon_, anchor, direction);
    if (!when) return std::nullopt;
    StoryTime time;
    time.when = std::move(*when);
    time.basis = Basis::kStated;
    Passage& words = time.words.Own();
    words.span = expression.span;
    words.text = document_.text.substr(words.span.begin, words.span.size());
    return time;
  }

  // The same from two days far apart: it needs no publication to count from.
  bool IsAbsolute(const TimeExpression& expression) const {
    constexpr CivilMs kFar = CivilMs{200} * 366 * 24 * 60 * 60 * 1000 + 17 * 24 * 60 * 60 * 1000;
    const auto one = Resolve(expression, lexicon_, TimeAnchor{}, Direction::kPast);
    const auto other =
        Resolve(expression, lexicon_, TimeAnchor{kFar, false, std::nullopt}, Direction::kPast);
    return one && other && *one == *other;
  }

  static TimeInterval DayOf(const TimeInterval& published) {
    if (published.precision < Precision::kMinute) return published;
    const std::string text = PrintEdtf(published);
    const Result<TimeInterval> day = ParseEdtf(std::string_view(text).substr(0, text.find('T')));
    return day.ok() ? day.value() : published;
  }

  std::optional<StoryTime> Said(const Attribution& each) const {
    if (each.cue.empty()) return std::nullopt;
    const TextSpan cue = document_.Span(each.cue);
    const TokenRange sentence = document_.sentences[document_.sentence_of[each.cue.begin]];
    const auto [first, past] = ExpressionsIn(document_.Span(sentence));
    const TimeExpression* best = nullptr;
    uint32_t best_distance = 0;
    const bool quoted = InContent(cue.begin);
    for (size_t i = first; i < past; ++i) {
      const TimeExpression& here = expressions_[i];
      if (here.kind != TimeKind::kDate && here.kind != TimeKind::kTime) continue;
      if (!quoted && InContent(here.span.begin)) continue;
      if (quoted && (InOwnContent(each, here.span.begin) ||
                     !SameQuotation(here.span.begin, each.cue.begin))) {
        continue;
      }
      if (InRelativeClause(here.span.begin, each.cue)) continue;
      const uint32_t distance =
          here.span.begin > cue.begin ? here.span.begin - cue.begin : cue.begin - here.span.begin;
      if (best == nullptr || distance < best_distance) {
        best = &here;
        best_distance = distance;
      }
    }
    if (best == nullptr) return std::nullopt;
    std::optional<StoryTime> time = Resolved(*best, published_);
    return time && MaySay(time->when) ? time : std::nullopt;
  }

  // Something is said within a month at the most, and not after the article was published: "since
  // 2010" in the sentence says something else.
  bool MaySay(const TimeInterval& when) const {
    constexpr CivilMs kLongest = CivilMs{31} * 24 * 60 * 60 * 1000;
    if (when.earliest == kDistantPast || when.latest == kDistantFuture) return false;
    if (when.latest - when.earliest > kLongest) return false;
    return !published_ || when.earliest < published_->latest;
  }

  // The token at the byte, or the first one behind it.
  uint32_t TokenAt(uint32_t byte) const {
    const auto token =
        std::lower_bound(document_.tokens.begin(), document_.tokens.end(), byte,
                         [](const Token& at, uint32_t begin) { return at.span.end <= begin; });
    return static_cast<uint32_t>(token - document_.tokens.begin());
  }

  bool SameQuotation(uint32_t byte, uint32_t cue) const {
    const uint32_t token = TokenAt(byte);
    return token < document_.tokens.size() &&
           document_.quotation_of[token] == document_.quotation_of[cue];
  }

  // "said Holm, who was elected in 2019": that is when something else was.
  bool InRelativeClause(uint32_t byte, TokenRange cue) const {
    const uint32_t token = TokenAt(byte);
    const uint32_t first = std::min(token, cue.end);
    const uint32_t past = std::max(token, cue.begin);
    for (uint32_t at = first; at < past && at < document_.tokens.size(); ++at) {
      if (document_.tokens[at].tag == Tag::kQuestion) return true;
    }
    return false;
  }

  bool InOwnContent(const Attribution& each, uint32_t byte) const {
    return std::any_of(each.content.begin(), each.content.end(), [&](TokenRange part) {
      const TextSpan span = document_.Span(part);
      return byte >= span.begin && byte < span.end;
    });
  }

  void AddAbout(const Attribution& each, const std::optional<StoryTime>& said,
                std::vector<StoryTime>* about) const {
    constexpr size_t kMost = 64;
    // Relative times count from the day on which it was said, where one is known.
    std::optional<TimeInterval> from = published_;
    if (said && said->when.precision >= Precision::kDay && !said->when.is_interval) {
      from = said->when;
    }
    for (const TokenRange part : each.content) {
      const auto [first, past] = ExpressionsIn(document_.Span(part));
      for (size_t i = first; i < past && about->size() < kMost; ++i) {
        if (std::optional<StoryTime> time = Resolved(expressions_[i], from)) {
          about->push_back(std::move(*time));
        }
      }
    }
  }

  const Document& document_;
  const TimeLexicon& lexicon_;
  const std::vector<Attribution>& attributions_;
  const std::optional<TimeInterval>& published_;
  std::vector<TimeExpression> expressions_;
  std::vector<TextSpan> contents_;
};

}  // namespace

std::vector<QuoteTimes> FindQuoteTimes(const Document& document, const TimeLexicon& lexicon,
                                       const std::vector<Attribution>& attributions,
                                       const std::optional<TimeInterval>& published) {
  return QuoteTimeFinder(document, lexicon, attributions, published).Run();
}

std::optional<TimeInterval> DateIn(std::string_view text, const TimeLexicon& lexicon) {
  std::vector<TimeExpression> expressions;
  FindTimes(text, lexicon, &expressions);
  for (const TimeExpression& each : expressions) {
    std::optional<TimeInterval> when = Resolve(each, lexicon, TimeAnchor{}, Direction::kPast);
    if (when && when->precision >= Precision::kDay && !when->is_interval) return when;
  }
  return std::nullopt;
}

}  // namespace saywhen
