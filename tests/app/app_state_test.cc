#include "app/app_state.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "support/make_story.h"

namespace saywhen {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

AppState StateOf(Story story) {
  AppState state;
  SetStory(&state, std::move(story));
  return state;
}

// Six quotes by 0, 1, 0, unknown, 1 and 2 together, 2.
Story SixQuotes() {
  StoryMaker maker(4);
  maker.Quote({{0}, "2001"}).Quote({{1}, "2002"}).Quote({{0}, "2003"}).Quote({{}, "2004"});
  maker.Quote({{1, 2}, "2005"}).Quote({{2}, "2006"});
  return maker.Take();
}

Story ManyQuotes(int count) {
  StoryMaker maker(2);
  for (int i = 0; i < count; ++i) maker.Quote({{i < count - 5 ? Index{0} : Index{1}}, "2001"});
  return maker.Take();
}

// What a reader can see of a state, to tell whether anything changed.
struct Seen {
  Index selected;
  std::vector<Index> quotes;
  std::vector<FacetValue> chosen;
  size_t rows;
  bool all_speakers;
  Viewport target;
  friend bool operator==(const Seen&, const Seen&) = default;
};
Seen SeenOf(const AppState& state) {
  return {state.selected, state.quotes,       state.question.chosen,
          state.rows,     state.all_speakers, state.viewport.target()};
}

TEST(SetStory, ShowsAllQuotesAndSelectsTheFirst) {
  const AppState state = StateOf(SixQuotes());
  EXPECT_EQ(state.quotes, (std::vector<Index>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(state.selected, 0U);
  EXPECT_EQ(state.rows, kFirstRows);
  EXPECT_EQ(state.viewport.target(), Viewport{});
}

TEST(SetStory, FindsTheVoicesInTheOrderOfSpeaking) {
  const AppState state = StateOf(SixQuotes());
  EXPECT_EQ(state.voices, (std::vector<Index>{0, 1, kNone, 2}));
}

TEST(SetStory, OfNothingSelectsNothing) {
  const AppState state = StateOf(Story());
  EXPECT_EQ(state.selected, kNone);
  EXPECT_TRUE(state.quotes.empty());
  EXPECT_TRUE(state.stretches.empty());
}

TEST(SetStory, ForgetsEverythingButReducedMotion) {
  AppState state = StateOf(ManyQuotes(20));
  state.reduced_motion = true;
  Update(&state, Do(ActionKind::kToggleFilter, FacetKind::kSpeaker, 1), 0);
  Update(&state, {.kind = ActionKind::kZoom, .amount = 0.5}, 0);
  Update(&state, {.kind = ActionKind::kShowAllSpeakers}, 0);
  Update(&state, {.kind = ActionKind::kSelectPosition, .amount = 3}, 0);
  SetStory(&state, SixQuotes());
  EXPECT_TRUE(state.reduced_motion);
  state.reduced_motion = false;
  EXPECT_EQ(SeenOf(state), SeenOf(StateOf(SixQuotes())));
}

TEST(ArticleOrder, IsThatOfTheText) {
  StoryMaker maker;
  Story story = maker.Quote({{0}}).Quote({{0}}).Quote({{0}}).Take();
  story.articles.push_back(story.articles.front());
  story.quotes[0].article = 1;
  story.quotes[0].spans = {{5, 9}};
  story.quotes[1].spans = {{70, 80}};
  story.quotes[2].spans = {{30, 40}, {90, 95}};
  EXPECT_EQ(StateOf(story).explorer->article_order(), (std::vector<Index>{2, 1, 0}));
}

TEST(ArticleOrder, IsTheFilesWhereAPlaceIsNotKnown) {
  Story story = StoryMaker().Quote({{0}}).Quote({{0}}).Take();
  story.quotes[0].spans = {{70, 80}};
  EXPECT_EQ(StateOf(story).explorer->article_order(), (std::vector<Index>{0, 1}));
}

TEST(Selecting, TakesAQuoteOrAPositionAndStaysWithin) {
  const struct {
    const char* name;
    Action action;
    Index expected;
  } kCases[] = {
      {"a quote", {.kind = ActionKind::kSelectQuote, .index = 4}, 4},
      {"a position", {.kind = ActionKind::kSelectPosition, .amount = 3}, 3},
      {"between positions", {.kind = ActionKind::kSelectPosition, .amount = 3.7}, 3},
      {"before the first", {.kind = ActionKind::kSelectPosition, .amount = -7}, 0},
      {"behind the last", {.kind = ActionKind::kSelectPosition, .amount = 99}, 5},
      {"far behind the last", {.kind = ActionKind::kSelectPosition, .amount = kInfinity}, 5},
      {"the next", {.kind = ActionKind::kSelectNext}, 3},
      {"the previous", {.kind = ActionKind::kSelectPrevious}, 1},
  };
  for (const auto& test : kCases) {
    AppState state = StateOf(SixQuotes());
    state.selected = 2;
    const Changes changes = Update(&state, test.action, 0);
    EXPECT_EQ(state.selected, test.expected) << test.name;
    EXPECT_TRUE(changes.any) << test.name;
    EXPECT_TRUE(changes.selection) << test.name;
  }
}

TEST(Selecting, NextAndPreviousStopAtTheEnds) {
  AppState state = StateOf(SixQuotes());
  EXPECT_FALSE(Update(&state, {.kind = ActionKind::kSelectPrevious}, 0).any);
  EXPECT_EQ(state.selected, 0U);
  Update(&state, {.kind = ActionKind::kSelectPosition, .amount = 5}, 0);
  EXPECT_FALSE(Update(&state, {.kind = ActionKind::kSelectNext}, 0).any);
  EXPECT_EQ(state.selected, 5U);
}

TEST(Selecting, NextSkipsWhatIsFilteredAway) {
  AppState state = StateOf(SixQuotes());
  Update(&state, Do(ActionKind::kToggleFilter, FacetKind::kSpeaker, 0), 0);
  Update(&state, {.kind = ActionKind::kSelectNext}, 0);
  EXPECT_EQ(state.selected, 2U);
}

TEST(Selecting, LiftsTheFilterThatHidesTheQuote) {
  AppState state = StateOf(SixQuotes());
  Update(&state, Do(ActionKind::kToggleFilter, FacetKind::kSpeaker, 2), 0);
  ASSERT_EQ(PositionOf(state, 0), state.quotes.size());
  Update(&state, {.kind = ActionKind::kSelectQuote, .index = 0}, 0);
  EXPECT_EQ(state.selected, 0U);
  EXPECT_EQ(PositionOf(state, 0), 0U);
  EXPECT_TRUE(state.question.chosen.empty());
}

TEST(Selecting, ReachesEveryQuoteByNext) {
  AppState state = StateOf(SixQuotes());
  std::vector<Index> reached = {state.selected};
  while (Update(&state, {.kind = ActionKind::kSelectNext}, 0).any) {
    reached.push_back(state.selected);
    ASSERT_LE(reached.size(), state.quotes.size());
  }
  EXPECT_EQ(reached, state.quotes);
}

TEST(Filter, ShowsOnlyTheQuotesOfTheChosen) {
  const struct {
    const char* name;
    std::vector<Index> toggled;
    std::vector<Index> expected;
  } kCases[] = {
      {"none", {}, {0, 1, 2, 3, 4, 5}},
      {"one", {0}, {0, 2}},
      {"one of two who spoke together", {1}, {1, 4}},
      {"unknown", {kNone}, {3}},
      {"several", {0, kNone}, {0, 2, 3}},
      {"chosen and let go", {0, 0}, {0, 1, 2, 3, 4, 5}},
      {"all of them is none of them", {0, 1, kNone, 2}, {0, 1, 2, 3, 4, 5}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.name);
    AppState state = StateOf(SixQuotes());
    for (const Index speaker : test.toggled) {
      EXPECT_TRUE(Update(&state, ToggleFilter(SpeakerFilter(state, speaker)), 0).any);
    }
    EXPECT_EQ(state.quotes, test.expected);
  }
}

TEST(Filter, AllChosenLooksLikeNoneChosen) {
  AppState state = StateOf(SixQuotes());
  for (const Index speaker : {Index{0}, Index{1}, Index{2}, kNone}) {
    Update(&state, ToggleFilter(SpeakerFilter(state, speaker)), 0);
  }
  EXPECT_TRUE(state.question.chosen.empty());
  EXPECT_FALSE(IsChosen(state, {FacetKind::kSpeaker, 0}));
}

TEST(Filter, KeepsTheSelectionWhileItIsShown) {
  AppState state = StateOf(SixQuotes());
  Update(&state, {.kind = ActionKind::kSelectQuote, .index = 2}, 0);
  const Changes changes = Update(&state, Do(ActionKind::kToggleFilter, FacetKind::kSpeaker, 0), 0);
  EXPECT_TRUE(changes.any);
  EXPECT_FALSE(changes.selection);
  EXPECT_EQ(state.selected, 2U);
}

TEST(Filter, MovesTheSelectionWhenItIsFilteredAway) {
  AppState state = StateOf(SixQuotes());
  const Changes changes = Update(&state, Do(ActionKind::kToggleFilter, FacetKind::kSpeaker, 1), 0);
  EXPECT_TRUE(changes.selection);
  EXPECT_EQ(state.selected, 1U);
}

TEST(Rows, GrowByPressingMoreUntilAllAreThere) {
  AppState state = StateOf(ManyQuotes(60));
  std::vector<size_t> rows = {state.rows};
  while (Update(&state, {.kind = ActionKind::kShowMoreQuotes}, 0).any) {
    rows.push_back(state.rows);
    ASSERT_LT(rows.size(), 10U);
  }
  EXPECT_EQ(rows.front(), kFirstRows);
  EXPECT_EQ(rows[1], kFirstRows + kMoreRows);
  EXPECT_GE(rows.back(), 60U);
}

TEST(Rows, HoldTheSelectedQuote) {
  AppState state = StateOf(ManyQuotes(60));
  Update(&state, {.kind = ActionKind::kSelectPosition, .amount = 40}, 0);
  EXPECT_EQ(state.rows, 41U);
  Update(&state, {.kind = ActionKind::kSelectPosition, .amount = 3}, 0);
  EXPECT_EQ(state.rows, 41U);
}

// The fifth last quote is the first of those of its speaker, and the 56th of all.
TEST(Rows, HoldTheSelectedQuoteWhenAFilterGoes) {
  AppState state = StateOf(ManyQuotes(60));
  Update(&state, Do(ActionKind::kToggleFilter, FacetKind::kSpeaker, 1), 0);
  ASSERT_EQ(state.selected, 55U);
  Update(&state, Do(ActionKind::kToggleFilter, FacetKind::kSpeaker, 1), 0);
  EXPECT_EQ(state.selected, 55U);
  EXPECT_GT(state.rows, 55U);
}

TEST(AllSpeakers, AreShownOnce) {
  AppState state = StateOf(SixQuotes());
  EXPECT_TRUE(Update(&state, {.kind = ActionKind::kShowAllSpeakers}, 0).any);
  EXPECT_TRUE(state.all_speakers);
  EXPECT_FALSE(Update(&state, {.kind = ActionKind::kShowAllSpeakers}, 0).any);
}

TEST(View, ZoomsPansAndShowsAll) {
  AppState state = StateOf(SixQuotes());
  Update(&state, {.kind = ActionKind::kZoom, .amount = 0.5, .anchor = 0}, 0);
  EXPECT_EQ(state.viewport.target(), (Viewport{0, 0.5}));
  Update(&state, {.kind = ActionKind::kPan, .amount = 0.5}, 0);
  EXPECT_EQ(state.viewport.target(), (Viewport{0.25, 0.75}));
  Update(&state, {.kind = ActionKind::kPan, .amount = -9}, 0);
  EXPECT_EQ(state.viewport.target(), (Viewport{0, 0.5}));
  Update(&state, {.kind = ActionKind::kZoom, .amount = 1e-12, .anchor = 0}, 0);
  EXPECT_DOUBLE_EQ(state.viewport.target().size(), state.smallest_viewport);
  EXPECT_TRUE(Update(&state, {.kind = ActionKind::kShowWholeAxis}, 0).any);
  EXPECT_EQ(state.viewport.target(), Viewport{});
}

TEST(View, ChangesOnlyWhenItMoves) {
  AppState state = StateOf(SixQuotes());
  EXPECT_FALSE(Update(&state, {.kind = ActionKind::kShowWholeAxis}, 0).any);
  EXPECT_FALSE(Update(&state, {.kind = ActionKind::kZoom, .amount = 2}, 0).any);
  EXPECT_FALSE(Update(&state, {.kind = ActionKind::kPan, .amount = 1}, 0).any);
  EXPECT_FALSE(state.viewport.IsMoving(0));
}

TEST(View, MovesOverTimeOrJumpsWhereMotionIsReduced) {
  for (const bool reduced : {false, true}) {
    AppState state = StateOf(SixQuotes());
    state.reduced_motion = reduced;
    Update(&state, {.kind = ActionKind::kZoom, .amount = 0.5, .anchor = 0}, 1000);
    EXPECT_EQ(state.viewport.IsMoving(1000), !reduced);
    EXPECT_EQ(state.viewport.At(1000), reduced ? (Viewport{0, 0.5}) : Viewport{});
    EXPECT_EQ(state.viewport.At(1000 + ViewportMotion::kDurationMs), (Viewport{0, 0.5}));
  }
}

TEST(Nonsense, ChangesNothing) {
  const struct {
    const char* name;
    Action action;
  } kCases[] = {
      {"nothing", {}},
      {"a quote that is not there", {.kind = ActionKind::kSelectQuote, .index = 6}},
      {"no quote", {.kind = ActionKind::kSelectQuote}},
      {"the quote that is selected", {.kind = ActionKind::kSelectQuote, .index = 0}},
      {"no position", {.kind = ActionKind::kSelectPosition, .amount = kNan}},
      {"a speaker who says nothing", Do(ActionKind::kToggleFilter, FacetKind::kSpeaker, 3)},
      {"a speaker who is not there", Do(ActionKind::kToggleFilter, FacetKind::kSpeaker, 99)},
      {"more of all", {.kind = ActionKind::kShowMoreQuotes}},
      {"zoom by 0", {.kind = ActionKind::kZoom, .amount = 0}},
      {"zoom by less", {.kind = ActionKind::kZoom, .amount = -2}},
      {"zoom by no number", {.kind = ActionKind::kZoom, .amount = kNan}},
      {"zoom nowhere", {.kind = ActionKind::kZoom, .amount = 0.5, .anchor = kNan}},
      {"pan by no number", {.kind = ActionKind::kPan, .amount = kNan}},
      {"pan by 0", {.kind = ActionKind::kPan, .amount = 0}},
      {"no such kind", {.kind = static_cast<ActionKind>(200)}},
  };
  for (const auto& test : kCases) {
    AppState state = StateOf(SixQuotes());
    const Seen before = SeenOf(state);
    const Changes changes = Update(&state, test.action, 0);
    EXPECT_FALSE(changes.any) << test.name;
    EXPECT_FALSE(changes.selection) << test.name;
    EXPECT_EQ(SeenOf(state), before) << test.name;
  }
}

TEST(Nonsense, InAnEmptyStorySelectsNothingAndMovesNothing) {
  for (int kind = 0; kind <= static_cast<int>(ActionKind::kShowOnPage); ++kind) {
    SCOPED_TRACE(kind);
    AppState state = StateOf(Story());
    const Viewport before = state.viewport.target();
    Update(&state, {.kind = static_cast<ActionKind>(kind), .index = 0}, 0);
    EXPECT_EQ(state.selected, kNone);
    EXPECT_TRUE(state.quotes.empty());
    EXPECT_EQ(state.viewport.target(), before);
  }
}

}  // namespace
}  // namespace saywhen
