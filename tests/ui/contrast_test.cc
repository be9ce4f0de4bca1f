// The contrast of everything written, as it is drawn: each piece of text of real frames against
// what lies under it, by the letter of WCAG 2.2 (1.4.3) and apart from the code that it checks.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "shown_widget.h"
#include "support/read_story.h"

namespace saywhen {
namespace {

double Luminance(Color color) {
  const auto linear = [color](int shift) {
    const double c = static_cast<double>(color >> shift & 0xFF) / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

double Ratio(Color a, Color b) {
  const auto [darker, lighter] = std::minmax({Luminance(a), Luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

// `over` as it looks on an opaque ground.
Color Blend(Color ground, Color over) {
  const double alpha = static_cast<double>(over >> 24) / 255;
  Color blended = 0xFF000000U;
  for (const int shift : {0, 8, 16}) {
    const double channel = static_cast<double>(over >> shift & 0xFF) * alpha +
                           static_cast<double>(ground >> shift & 0xFF) * (1 - alpha);
    blended |= static_cast<Color>(std::lround(channel)) << shift;
  }
  return blended;
}

std::string Hex(Color color) {
  char text[32];
  std::snprintf(text, sizeof text, "#%02x%02x%02x, alpha %.2f", color & 0xFF, color >> 8 & 0xFF,
                color >> 16 & 0xFF, static_cast<double>(color >> 24) / 255);
  return text;
}

struct Point {
  float x, y;
};

bool IsInTriangle(Point p, const DrawVertex& a, const DrawVertex& b, const DrawVertex& c) {
  const auto side = [p](const DrawVertex& from, const DrawVertex& to) {
    return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
  };
  const float ab = side(a, b);
  const float bc = side(b, c);
  const float ca = side(c, a);
  return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

// A line that crosses text is not what it is read against.
bool IsHairline(const DrawVertex& a, const DrawVertex& b, const DrawVertex& c) {
  const auto [left, right] = std::minmax({a.x, b.x, c.x});
  const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
  return right - left < 1.5F || bottom - top < 1.5F;
}

// What is seen at a point under command `until`: the background and all shapes and marks before it.
Color GroundAt(const DrawFrame& frame, Point p, size_t until) {
  Color ground = frame.background;
  for (size_t i = 0; i < until; ++i) {
    const DrawCommand& command = frame.commands[i];
    const bool clipped = p.x < command.clip_left || p.x > command.clip_right ||
                         p.y < command.clip_top || p.y > command.clip_bottom;
    if (clipped) continue;
    if (command.kind == DrawKind::kShapes) {
      for (uint32_t k = command.first; k + 2 < command.first + command.count; k += 3) {
        const DrawVertex& a = frame.vertices[frame.indices[k]];
        const DrawVertex& b = frame.vertices[frame.indices[k + 1]];
        const DrawVertex& c = frame.vertices[frame.indices[k + 2]];
        if (!IsHairline(a, b, c) && IsInTriangle(p, a, b, c)) ground = Blend(ground, a.color);
      }
    } else if (command.kind == DrawKind::kMarks) {
      for (uint32_t k = command.first; k < command.first + command.count; ++k) {
        const MarkInstance& mark = frame.marks[k];
        const bool inside = std::abs(p.x - mark.center_x) < mark.half_width - mark.stroke &&
                            std::abs(p.y - mark.center_y) < mark.half_height - mark.stroke;
        if (inside && mark.pattern != MarkFill::kHollow) ground = Blend(ground, mark.fill);
      }
    }
  }
  return ground;
}

// The colours of text on their grounds, of a whole frame, with a place where they occur.
using Pairs = std::map<std::pair<Color, Color>, Point>;

void Collect(const DrawFrame& frame, Pairs* pairs) {
  for (size_t i = 0; i < frame.commands.size(); ++i) {
    const DrawCommand& command = frame.commands[i];
    if (command.kind != DrawKind::kCoverage) continue;
    // Each run is a rectangle of two triangles.
    for (uint32_t k = command.first; k + 5 < command.first + command.count; k += 6) {
      const DrawVertex& a = frame.vertices[frame.indices[k]];
      const DrawVertex& c = frame.vertices[frame.indices[k + 2]];
      // About its middle and both ends, for it may lie half on something; never on the line where
      // two triangles of one shape meet.
      for (const float share : {0.1F, 0.47F, 0.9F}) {
        const Point p = {a.x + (c.x - a.x) * share, a.y + (c.y - a.y) * 0.53F};
        pairs->emplace(std::pair(a.color, GroundAt(frame, p, i)), p);
      }
    }
  }
}

class Contrast : public testing::TestWithParam<std::tuple<const char*, float, ThemeName>> {};

INSTANTIATE_TEST_SUITE_P(EveryStoryWidthAndTheme, Contrast,
                         testing::Combine(testing::Values("seed", "harbour"),
                                          testing::Values(390.0F, 1120.0F),
                                          testing::Values(ThemeName::kLight, ThemeName::kDark)),
                         [](const auto& test) {
                           return std::string(std::get<0>(test.param)) +
                                  std::to_string(static_cast<int>(std::get<1>(test.param))) +
                                  (std::get<2>(test.param) == ThemeName::kDark ? "Dark" : "Light");
                         });

TEST_P(Contrast, OfAllTextIsEnoughInEveryViewAndPanel) {
  const auto& [story, width, theme] = GetParam();
  ShownWidget widget(ReadStory(story), width, 1);
  widget->SetTheme(theme);
  Pairs pairs;
  const auto look = [&] {
    widget.Settle();
    Collect(widget->frame(), &pairs);
  };
  look();
  for (const ViewName view :
       {ViewName::kExplore, ViewName::kArticle, ViewName::kCompare, ViewName::kVoices}) {
    widget->Dispatch({.kind = ActionKind::kShowView, .which = static_cast<uint8_t>(view)});
    look();
    for (const Panel panel :
         {Panel::kFilters, Panel::kOrder, Panel::kLanes, Panel::kCite, Panel::kSave}) {
      widget->Dispatch({.kind = ActionKind::kTogglePanel, .which = static_cast<uint8_t>(panel)});
    }
    look();
  }
  widget->Dispatch(
      {.kind = ActionKind::kShowView, .which = static_cast<uint8_t>(ViewName::kExplore)});
  widget->Dispatch({.kind = ActionKind::kSearch, .text = "the"});
  look();
  widget->Dispatch({.kind = ActionKind::kSearch, .text = "nobody says this"});
  look();

  EXPECT_GT(pairs.size(), 10U);
  // What cannot be pressed now need not be read (1.4.3, "inactive user interface component").
  const Color inactive = WithAlpha(GetTheme(theme).quiet, 0.6F);
  for (const auto& [colors, place] : pairs) {
    const auto& [text, ground] = colors;
    if (text == inactive) continue;
    EXPECT_GE(Ratio(Blend(ground, text), ground), 4.5)
        << Hex(text) << " on " << Hex(ground) << " at " << place.x << ", " << place.y;
  }
}

// 1.4.11: of each mark something, its line or its area, is told from what is around it.
TEST_P(Contrast, OfAllMarksIsEnough) {
  const auto& [story, width, theme] = GetParam();
  ShownWidget widget(ReadStory(story), width, 1);
  widget->SetTheme(theme);
  std::map<std::pair<Color, Color>, Point> marks;
  for (const ViewName view : {ViewName::kExplore, ViewName::kCompare, ViewName::kVoices}) {
    widget->Dispatch({.kind = ActionKind::kShowView, .which = static_cast<uint8_t>(view)});
    widget.Settle();
    for (const MarkInstance& mark : widget->frame().marks) {
      marks.emplace(std::pair(mark.fill, mark.line), Point{mark.center_x, mark.center_y});
    }
  }
  EXPECT_GT(marks.size(), 2U);
  const Color ground = widget->frame().background;
  for (const auto& [colors, place] : marks) {
    const auto& [fill, line] = colors;
    const double ratio =
        std::max(Ratio(Blend(ground, fill), ground), Ratio(Blend(ground, line), ground));
    EXPECT_GE(ratio, 3) << Hex(fill) << ", line " << Hex(line) << " at " << place.x << ", "
                        << place.y;
  }
}

}  // namespace
}  // namespace saywhen
