#include "app/conversation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "app/app_state.h"
#include "base/holds.h"
#include "base/sort.h"
#include "model/time_extent.h"

namespace saywhen {
namespace {

CivilMs Length(const TimeExtent& extent) { return extent.end - extent.begin; }

// When the quotes were said, as far as that is bounded.
std::vector<TimeExtent> SaidExtents(const Story& story) {
  std::vector<TimeExtent> extents;
  for (const Quote& quote : story.quotes) {
    const TimeInterval* said = WhenSaid(story, quote);
    if (said == nullptr || said->earliest == kDistantPast || said->latest == kDistantFuture) {
      continue;
    }
    extents.push_back(KnownExtent(*said));
  }
  return extents;
}

// Parts of the time that are worth their room: the longest gap is folded while it is a good part of
// what is left. Bars need more of that than the timeline, which keeps distances.
std::vector<Stretch> FoldGaps(std::vector<TimeExtent> extents) {
  constexpr size_t kMost = 5;
  SortItems(&extents, [](const TimeExtent& extent) { return SortKey(extent.begin); });
  std::vector<Stretch> parts;
  std::vector<CivilMs> gaps;  // before each part
  for (const TimeExtent& extent : extents) {
    if (parts.empty() || extent.begin > parts.back().time.end) {
      gaps.push_back(parts.empty() ? 0 : extent.begin - parts.back().time.end);
      parts.push_back({extent, 1});
      continue;
    }
    parts.back().time.end = std::max(parts.back().time.end, extent.end);
    ++parts.back().weight;
  }
  if (parts.empty()) return {};
  CivilMs left = parts.back().time.end - parts.front().time.begin;
  std::vector<uint8_t> folds(parts.size());
  for (size_t count = 1; count < kMost; ++count) {
    const auto widest = std::max_element(gaps.begin(), gaps.end());
    if (*widest <= left / 6) break;
    left -= *widest;
    folds[static_cast<size_t>(widest - gaps.begin())] = true;
    *widest = 0;
  }
  std::vector<Stretch> stretches = {parts.front()};
  for (size_t i = 1; i < parts.size(); ++i) {
    if (folds[i]) {
      stretches.push_back(parts[i]);
      continue;
    }
    stretches.back().time.end = parts[i].time.end;
    stretches.back().weight += parts[i].weight;
  }
  for (Stretch& stretch : stretches) stretch.weight = WeightOf(stretch.weight);
  return stretches;
}

// `at`, or a little later where it would cut through something shorter than `most`: what is said on
// a day is not half in one bin and half in the next.
CivilMs Uncut(const std::vector<TimeExtent>& extents, CivilMs at, CivilMs most) {
  constexpr int kMostPasses = 4;  // one is enough for what stands in the order of time
  for (int pass = 0; pass < kMostPasses; ++pass) {
    for (const TimeExtent& extent : extents) {
      if (extent.begin < at && extent.end > at && Length(extent) <= most) at = extent.end;
    }
  }
  return at;
}

// Bins of nearly the same length, none finer than most of what is said there is known.
void CutStretch(std::vector<TimeExtent> inside, size_t most, std::vector<TimeExtent>* bins) {
  if (inside.empty()) return;
  TimeExtent whole = inside.front();
  for (const TimeExtent& extent : inside) {
    whole.begin = std::min(whole.begin, extent.begin);
    whole.end = std::max(whole.end, extent.end);
  }
  std::vector<CivilMs> lengths;
  for (const TimeExtent& extent : inside) lengths.push_back(Length(extent));
  const CivilMs finest = std::max<CivilMs>(MedianOf(std::move(lengths)), 1);
  const auto count = std::clamp<CivilMs>(Length(whole) / finest, 1, static_cast<CivilMs>(most));
  const CivilMs step = std::max<CivilMs>(Length(whole) / count, 1);
  CivilMs begin = whole.begin;
  for (CivilMs i = 1; i <= count && begin < whole.end; ++i) {
    const CivilMs end = i == count
                            ? whole.end
                            : std::min(Uncut(inside, whole.begin + i * step, 2 * step), whole.end);
    if (end <= begin) continue;
    bins->push_back({begin, end});
    begin = end;
  }
}

std::vector<TimeExtent> CutBins(const std::vector<Stretch>& stretches,
                                const std::vector<TimeExtent>& extents) {
  double weights = 0;
  for (const Stretch& stretch : stretches) weights += stretch.weight;
  std::vector<TimeExtent> bins;
  for (const Stretch& stretch : stretches) {
    std::vector<TimeExtent> inside;
    for (const TimeExtent& extent : extents) {
      if (extent.begin >= stretch.time.begin && extent.end <= stretch.time.end) {
        inside.push_back(extent);
      }
    }
    const auto free = static_cast<double>(Conversation::kMostBins - stretches.size());
    CutStretch(std::move(inside), 1 + static_cast<size_t>(free * stretch.weight / weights), &bins);
  }
  return bins;
}

std::vector<Index> WithoutSpeakerChoice(const AppState& state) {
  Question question = state.question;
  const auto is_speaker = [](FacetValue value) { return value.kind == FacetKind::kSpeaker; };
  if (std::erase_if(question.chosen, is_speaker) == 0) return state.answer.quotes;
  question.order = Order::kArticle;
  Answer answer;
  state.explorer->Ask(question, &answer);
  return std::move(answer.quotes);
}

Conversation& ConversationMade(const AppState& state) {
  if (state.conversation == nullptr) {
    state.explorer->Prepare(std::numeric_limits<size_t>::max());
    state.conversation = std::make_unique<Conversation>(state.story, state.explorer->index());
  }
  return *state.conversation;
}

}  // namespace

Conversation::Conversation(const Story& story, const SearchIndex& index) : spoken(story, index) {
  const std::vector<TimeExtent> extents = SaidExtents(story);
  stretches = FoldGaps(extents);
  bins = CutBins(stretches, extents);
}

const Conversation& ConversationOf(const AppState& state) {
  Conversation& made = ConversationMade(state);
  if (std::exchange(made.of_shown, true)) return made;
  made.share = ShareOfVoice(state.story, made.spoken, WithoutSpeakerChoice(state), made.bins);
  std::vector<uint64_t> keys;
  for (const Voice& voice : made.share.totals) {
    keys.push_back(~(uint64_t{voice.quotes} << 32U | voice.words));
  }
  made.by_quotes = CountUp(keys.size());
  SortBy(keys, &made.by_quotes);
  made.mentions =
      WhoMentionsWhom(state.story, made.spoken, state.answer.quotes, Conversation::kMostMentioned);
  return made;
}

std::vector<Index> QuotesThatMention(const AppState& state, Index who, Index whom) {
  const Spoken& spoken = ConversationMade(state).spoken;
  std::vector<Index> theirs;
  for (const Index i : state.answer.quotes) {
    if (Holds(state.story.quotes[i].speakers, who) && Holds(spoken.Mentioned(i), whom)) {
      theirs.push_back(i);
    }
  }
  return theirs;
}

}  // namespace saywhen
