// Everything that can be done to a widget, by whatever means: pointer, keyboard, screen reader,
// the page's script and tests all say one of these.
#pragma once

#include <cstdint>
#include <string>

#include "explore/facets.h"
#include "model/story.h"

namespace saywhen {

enum class ActionKind : uint8_t {
  kNothing,
  // Which quote.
  kSelectQuote,     // index: a quote
  kSelectPosition,  // amount: counts from 0 among the quotes shown; held within them
  kSelectNext,      // the next of the quotes shown
  kSelectPrevious,
  // Which quotes.
  kSearch,         // text: as typed
  kToggleFilter,   // which: FacetKind; index: one of its values
  kClearFilters,   // all of them, not the search
  kDropSuggested,  // gives up what Explorer::NearestDrop() names
  kShowMentions,   // index: a speaker, amount: another: quotes in which one mentions the other;
                   // again: no more
  kSetOrder,       // which: Order
  kShowMoreQuotes,
  kShowEarlierQuotes,
  // What is shown of them.
  kShowView,         // which: ViewName
  kTogglePanel,      // which: Panel
  kToggleAllValues,  // which: FacetKind: all values of a filter, or only the first few
  kShowAllSpeakers,  // chips: not only as many as fit two rows
  kShowArticle,      // index: an article; kNone: that of the selected quote
  kToggleCompared,   // index: a speaker; at most kMostCompared
  kChooseEvent,      // index: an event to compare before and after; kNone: none
  kCountWords,       // amount: 1 counts words in the share of voice, 0 quotes
  // The timeline's lanes; index: the key of a PlannedLane.
  kGroupLanes,  // which: LaneGrouping
  kToggleAllLanes,
  kToggleLaneFolded,
  kHideLane,
  kMoveLaneUp,
  kShowHiddenLanes,
  // Its axis.
  kZoom,            // amount: below 1 zooms in; anchor: the axis unit that stays in place
  kPan,             // amount: distance in parts of what is in view; positive: to later times
  kMoveViewportTo,  // amount: the axis unit to have in the middle
  kShowWholeAxis,
  kZoomToQuote,    // the selected one
  kZoomToResults,  // all that are shown
  kZoomToSpeaker,  // index: a speaker
  // Asked of the page or the machine: they change nothing here. See app/request.h.
  kCopyQuote,
  kCopyCitation,  // which: CitationStyle
  kCopyLink,
  kOpen,  // text: a URL
  kSave,  // which: SaveWhat
  kPrint,
  kTextView,
  kShowOnPage,  // the selected quote, where it stands in the article around the widget
};

enum class ViewName : uint8_t { kExplore, kArticle, kCompare, kVoices };
constexpr size_t kViews = 4;

// What opens and closes.
enum class Panel : uint8_t { kFilters, kOrder, kLanes, kCite, kSave };

enum class SaveWhat : uint8_t { kPng, kSvg, kWideCard, kSquareCard, kJson, kCsv };

struct Action {
  ActionKind kind = ActionKind::kNothing;
  uint8_t which = 0;  // of the enumeration that the kind names
  Index index = kNone;
  double amount = 0;
  double anchor = 0.5;
  std::string text = {};
  friend bool operator==(const Action&, const Action&) = default;
};

// An action with a value of an enumeration.
template <typename Enum>
Action Do(ActionKind kind, Enum which, Index index = kNone) {
  return {.kind = kind, .which = static_cast<uint8_t>(which), .index = index};
}
inline Action ToggleFilter(FacetValue value) {
  return Do(ActionKind::kToggleFilter, value.kind, value.value);
}

}  // namespace saywhen
