#include "app/view_link.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/read_story.h"

namespace saywhen {
namespace {

class ViewLinkTest : public testing::Test {
 protected:
  ViewLinkTest() { SetStory(&state_, ReadStory("seed")); }
  void Do(const Action& action) { Update(&state_, action, 0); }
  AppState state_;
};

TEST_F(ViewLinkTest, NamesOnlyWhatIsChosen) { EXPECT_EQ(WriteView(state_), "quote=q1"); }

TEST_F(ViewLinkTest, BringsBackWhatWasShown) {
  const std::vector<std::vector<Action>> kCases = {
      {{.kind = ActionKind::kSearch, .text = "peace & “war” 100%"}},
      {ToggleFilter({FacetKind::kSpeaker, 0}), ToggleFilter({FacetKind::kType, 1})},
      {saywhen::Do(ActionKind::kSetOrder, Order::kLength)},
      {saywhen::Do(ActionKind::kShowView, ViewName::kArticle)},
      {saywhen::Do(ActionKind::kShowView, ViewName::kCompare),
       {.kind = ActionKind::kToggleCompared, .index = 2},
       {.kind = ActionKind::kChooseEvent, .index = 1}},
      {{.kind = ActionKind::kSelectQuote, .index = 7}},
      {{.kind = ActionKind::kSearch, .text = "ukraine"},
       saywhen::Do(ActionKind::kSetOrder, Order::kSaid),
       saywhen::Do(ActionKind::kShowView, ViewName::kVoices)},
  };
  for (const std::vector<Action>& actions : kCases) {
    SetStory(&state_, ReadStory("seed"));
    for (const Action& action : actions) Do(action);
    const std::string link = WriteView(state_);
    SCOPED_TRACE(link);
    AppState other;
    SetStory(&other, ReadStory("seed"));
    ReadView(&other, link, 0);
    EXPECT_EQ(WriteView(other), link);
    EXPECT_EQ(other.quotes, state_.quotes);
    EXPECT_EQ(other.selected, state_.selected);
    EXPECT_EQ(other.view, state_.view);
    EXPECT_EQ(other.compared, state_.compared);
  }
}

TEST_F(ViewLinkTest, PassesOverWhatIsUnknown) {
  for (const char* link :
       {"", "&&&", "=", "view", "view=nowhere", "quote=none", "speaker=nobody", "order=7", "%",
        "q=%zz", "with=nobody", "event=none", "year=1", "a=b&quote=q1"}) {
    SetStory(&state_, ReadStory("seed"));
    ReadView(&state_, link, 0);
    EXPECT_EQ(state_.view, ViewName::kExplore) << link;
    EXPECT_TRUE(state_.question.chosen.empty()) << link;
  }
}

TEST_F(ViewLinkTest, OfALinkTakesAwayWhatItDoesNotName) {
  Do({.kind = ActionKind::kSearch, .text = "nato"});
  Do(ToggleFilter({FacetKind::kSpeaker, 0}));
  ReadView(&state_, "view=article", 0);
  EXPECT_TRUE(state_.search.empty());
  EXPECT_EQ(state_.quotes.size(), state_.story.quotes.size());
}

}  // namespace
}  // namespace saywhen
