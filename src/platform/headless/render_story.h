// A story as a picture, without a window or a display.
#pragma once

#include <string>

#include "base/result.h"
#include "model/story.h"
#include "platform/native/image.h"
#include "ui/theme.h"

namespace saywhen {

struct RenderOptions {
  float width = 1120;  // CSS pixels
  float height = 0;    // CSS pixels; 0: as high as the content
  float scale = 1;     // device pixels to a CSS pixel
  ThemeName theme = ThemeName::kLight;
  std::string language;  // BCP 47, of the interface, dates and numbers; empty: English
  std::string view;      // what is shown, as app/view_link.h writes it; empty: the timeline
  std::string selected;  // id of the chosen quote; empty: the first
  float card_width = 0;  // CSS pixels; above 0: a card of the chosen quote instead of the widget
  float card_height = 0;
};

// The picture is opaque: the theme's background lies behind it. Errors: "unknown-quote", and
// "graphics" as Offscreen says.
Result<Image> RenderStory(Story story, const RenderOptions& options);
// The same as an SVG file; never a card.
Result<std::string> RenderSvg(Story story, const RenderOptions& options);

}  // namespace saywhen
