// What the timeline draws beside its marks, seen as an SVG file has it.
#include "ui/timeline_view.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <utility>

#include "shown_widget.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

std::string Drawn(Story story) { return ShownWidget(std::move(story), 1120)->Svg({}); }

// Strokes in the colour of time: the dashes of arcs.
size_t AmberStrokes(const std::string& svg) {
  const Color amber = GetTheme(ThemeName::kLight).time;
  char hex[8];
  std::snprintf(hex, sizeof hex, "#%02x%02x%02x", amber & 255U, amber >> 8U & 255U,
                amber >> 16U & 255U);
  size_t count = 0;
  for (size_t at = svg.find("<polyline"); at != std::string::npos;
       at = svg.find("<polyline", at + 1)) {
    const std::string line = svg.substr(at, svg.find("/>", at) - at);
    if (line.find(hex) != std::string::npos) ++count;
  }
  return count;
}

// The tests' locale says that it is January 2026.
TEST(Timeline, HasTodaysLineWhereTodayIsOnTheAxis) {
  EXPECT_NE(
      Drawn(StoryMaker().Quote({{0}, "2025"}).Quote({{0}, "2027"}).Take()).find("Today</text>"),
      std::string::npos);
  EXPECT_EQ(
      Drawn(StoryMaker().Quote({{0}, "2010"}).Quote({{0}, "2012"}).Take()).find("Today</text>"),
      std::string::npos);
}

TEST(Timeline, ArcsLeadFromTheChosenQuoteToWhatItIsAbout) {
  EXPECT_GE(AmberStrokes(Drawn(StoryMaker().Quote({{0}, "2025", {"2020"}}).Take())), 4U);
  EXPECT_EQ(AmberStrokes(Drawn(StoryMaker().Quote({{0}, "2025"}).Take())), 0U);
  // Of another than the chosen one there is none.
  EXPECT_EQ(
      AmberStrokes(Drawn(StoryMaker().Quote({{0}, "2025"}).Quote({{0}, "2025", {"2020"}}).Take())),
      0U);
}

}  // namespace
}  // namespace saywhen
