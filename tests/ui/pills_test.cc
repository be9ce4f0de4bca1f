// Pills: how they share rows, what they say, what can be pressed.
#include "ui/pills.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "support/make_story.h"
#include "view_fixture.h"

namespace saywhen {
namespace {

constexpr float kLeft = 10;
constexpr float kTop = 5;
constexpr float kWidth = 300;

class PillRows : public ViewFixture {
 protected:
  PillRows() { canvas_.Begin(600, 0, 1000, 1, false); }

  Pills Make(const PillLook& look = {}, int most_rows = 0) {
    return {&view_, look, kLeft, kTop, kWidth, most_rows};
  }
  const std::vector<SemanticsNode>& nodes() const { return tree_.nodes(); }
};

// Three of these fit into a row.
Pill Short() { return {.id = "short", .label = "0123456789"}; }

TEST_F(PillRows, HoldAsManyAsFit) {
  Pills pills = Make();
  for (int i = 0; i < 7; ++i) EXPECT_TRUE(pills.Add(Short()));
  for (size_t i = 0; i < nodes().size(); ++i) {
    const Box& box = nodes()[i].box;
    EXPECT_EQ(box.top, kTop + static_cast<float>(i / 3) * (box.height + 8)) << i;
    EXPECT_EQ(box.left, i % 3 == 0 ? kLeft : nodes()[i - 1].box.right() + 8) << i;
    EXPECT_LE(box.right(), kLeft + kWidth) << i;
  }
  EXPECT_EQ(pills.bottom(), nodes().back().box.bottom());
}

TEST_F(PillRows, EndWhereOneTooManyWouldBegin) {
  Pills pills = Make({}, 2);
  int drawn = 0;
  while (drawn < 10 && pills.Add(Short())) ++drawn;
  // The last row has room for the rest's button instead of its third.
  EXPECT_EQ(drawn, 5);
  pills.AddMoreSpeakers("rest", 5);
  ASSERT_EQ(nodes().size(), 6U);
  EXPECT_EQ(nodes().back().id, "rest");
  EXPECT_LE(nodes().back().box.right(), kLeft + kWidth);
  EXPECT_EQ(pills.bottom(), nodes()[4].box.bottom());
}

TEST_F(PillRows, LeaveNoRoomBehindTheLast) {
  Pills pills = Make({}, 2);
  for (int i = 0; i < 6; ++i) EXPECT_TRUE(pills.Add(Short(), i == 5)) << i;
}

TEST_F(PillRows, CutALongNameInTheLastRowForTheRest) {
  Pills pills = Make({}, 1);
  EXPECT_TRUE(pills.Add({.id = "long", .label = std::string(200, 'x')}));
  EXPECT_FALSE(pills.Add(Short()));
  pills.AddMoreSpeakers("rest", 12);
  EXPECT_LE(nodes().back().box.right(), kLeft + kWidth);
}

TEST_F(PillRows, HoldWhatIsLongerThanARow) {
  const std::string label(200, 'x');
  for (const float most : {1000.0F, 120.0F}) {
    tree_.Clear();
    Pills pills = Make({.most_width = most});
    pills.Add({.id = "long", .label = label, .aside = "12", .removes = true});
    EXPECT_EQ(nodes()[0].box.width, std::min(most, kWidth));
    EXPECT_EQ(nodes()[0].name, label + ", 12");
  }
}

TEST_F(PillRows, HaveRoomForACross) {
  Pills pills = Make();
  Pill crossed = Short();
  crossed.removes = true;
  pills.Add(Short());
  pills.Add(std::move(crossed));
  EXPECT_GE(nodes()[1].box.width, nodes()[0].box.width + 10);
}

TEST_F(PillRows, GrowForAFinger) {
  const float before = PillHeight(view_);
  view_.touch = true;
  Make().Add(Short());
  EXPECT_GT(PillHeight(view_), before);
  EXPECT_EQ(nodes()[0].box.height, PillHeight(view_));
}

struct SaidCase {
  std::string name;
  Pill pill;
  std::string said;
};

TEST_F(PillRows, SayWhatTheyAre) {
  const SaidCase cases[] = {
      {"a label", {.label = "reported"}, "reported"},
      {"with a number", {.label = "reported", .aside = "3"}, "reported, 3"},
      {"a name of its own",
       {.label = "Rutte", .aside = "3", .name = "Rutte, 3 quotes"},
       "Rutte, 3 quotes"},
  };
  for (const SaidCase& each : cases) {
    tree_.Clear();
    Make().Add(each.pill);
    EXPECT_EQ(nodes()[0].name, each.said) << each.name;
  }
}

TEST_F(PillRows, AreToggledUnlessTheyAreButtonsOrDisabled) {
  Pills pills = Make();
  pills.Add({.id = "on", .label = "on", .on = true});
  pills.Add({.id = "button", .label = "all", .role = Role::kButton});
  pills.Add({.id = "off", .label = "off", .disabled = true});
  EXPECT_EQ(nodes()[0].role, Role::kToggle);
  EXPECT_TRUE(nodes()[0].pressed);
  EXPECT_EQ(nodes()[1].role, Role::kButton);
  EXPECT_TRUE(nodes()[2].disabled);
  EXPECT_EQ(hits_.size(), 2U) << "the pointer passes over what is disabled";
}

TEST_F(PillRows, ASpeakersSaysHowMuchTheySay) {
  StoryMaker maker(2);
  maker.Quote({{0}, "2025"}).Quote({{0}, "2025"}).Quote({{1}, "2025"});
  SetStory(&state_, maker.Take());
  Make().Add(SpeakerPill(view_, 0));
  EXPECT_EQ(nodes()[0].name, state_.story.speakers[0].name + ", 2 quotes");
}

}  // namespace
}  // namespace saywhen
