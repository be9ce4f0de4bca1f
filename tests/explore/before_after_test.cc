#include "explore/before_after.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/make_story.h"

namespace saywhen {
namespace {

// Where a quote of that time stands to an event of this one.
std::string Place(const char* said, const char* event) {
  StoryMaker maker(1);
  maker.Quote({{0}, said}).Event("It happens", event);
  const Story& story = maker.story();
  const BeforeAfter split = AroundEvent(story, AllQuotes(story), kNone, story.events[0]);
  std::string place;
  if (!split.before.empty()) place += "before";
  if (!split.during.empty()) place += "during";
  if (!split.after.empty()) place += "after";
  if (!split.unclear.empty()) place += "unclear";
  return place;
}

struct Case {
  const char* said;
  const char* event;
  const char* place;
};

TEST(AroundEvent, ComparesTheTimes) {
  const Case cases[] = {
      {"2025-02-12", "2025-02-13", "before"},
      {"2025-02-13", "2025-02-13", "during"},
      {"2025-02-14", "2025-02-13", "after"},
      {"2025-02-13T10:00", "2025-02-13", "during"},
      {"2025-02-13", "2025-02-13T10:00", "unclear"},
      {"2025", "2025-02-13", "unclear"},
      {"2025-02-10/2025-02-13", "2025-02-13/2025-02-15", "unclear"},
      {"2011", "2010/2014", "during"},
      {"2009", "2010/2014", "before"},
      {"2015", "2010/2014", "after"},
      {"2030", "2022/..", "during"},
      {"2021", "2022/..", "before"},
      {"1800", "../2022", "during"},
      {"2023", "../2022", "after"},
      {"../2021", "2022", "before"},
      {"2023/..", "2022", "after"},
      {"2022/..", "2022", "unclear"},
      {"", "2022", "unclear"},
      {"2022", "", "unclear"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Place(c.said, c.event), c.place) << c.said << " around " << c.event;
  }
}

TEST(AroundEvent, TakesOneSpeakersQuotesInTheirOrder) {
  StoryMaker maker(2);
  maker.Quote({{0}, "2001"}).Quote({{1}, "2002"}).Quote({{0, 1}, "2003"}).Quote({{}, "2004"});
  maker.Event("It happens", "2010");
  const Story& story = maker.story();
  const Index order[] = {3, 2, 1, 0, 99};
  const Event& event = story.events[0];
  EXPECT_EQ(AroundEvent(story, order, 1, event).before, (std::vector<Index>{2, 1}));
  EXPECT_EQ(AroundEvent(story, order, kNone, event).before, (std::vector<Index>{3, 2, 1, 0}));
}

}  // namespace
}  // namespace saywhen
