#include "platform/headless/render_story.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/view_link.h"
#include "platform/headless/offscreen.h"
#include "platform/native/icu_locale.h"
#include "platform/native/pango_typesetter.h"
#include "ui/text_engine.h"
#include "ui/widget.h"

namespace saywhen {
namespace {

// Longer than any motion lasts, so that the next frame shows its end.
constexpr double kFrameMs = 1000;
// More than layout ever needs to come to rest; the last is drawn even if it does not.
constexpr int kMostFrames = 8;

// Draws frames until nothing asks for another.
void Settle(Widget* widget, double* now_ms, float height) {
  for (int i = 0; i < kMostFrames; ++i) {
    *now_ms += kFrameMs;
    if (!widget->Frame(*now_ms, 0, height)) return;
  }
}

}  // namespace

Result<Image> RenderStory(Story story, const RenderOptions& options) {
  Index selected = kNone;
  if (!options.selected.empty()) {
    auto quote = std::find_if(story.quotes.begin(), story.quotes.end(),
                              [&](const Quote& each) { return each.id == options.selected; });
    if (quote == story.quotes.end()) {
      return Error{"unknown-quote", "no quote has the id \"" + options.selected + "\"", "", 0, 0};
    }
    selected = static_cast<Index>(quote - story.quotes.begin());
  }

  Result<std::unique_ptr<Offscreen>> offscreen = Offscreen::Make();
  if (!offscreen.ok()) return offscreen.error();
  PangoTypesetter typesetter(offscreen.value()->atlas());
  IcuLocale locale(options.language);
  TextEngine text(&typesetter);
  Widget widget(&text, &locale, &StringsOf(options.language), options.language);
  widget.SetDrawsInput(true);
  widget.SetReducedMotion(true);
  widget.SetTheme(options.theme);
  widget.SetSize(options.width, options.scale);
  widget.SetStory(std::move(story));
  if (!options.view.empty()) ReadView(widget.mutable_state(), options.view, 0);
  if (selected != kNone) widget.Dispatch({.kind = ActionKind::kSelectQuote, .index = selected});

  double now_ms = 0;
  float height = options.height;
  Settle(&widget, &now_ms, height > 0 ? height : 1);
  if (height <= 0) {
    height = std::max(widget.content_height(), 1.0F);
    Settle(&widget, &now_ms, height);
  }
  DrawFrame frame = widget.frame();
  // A widget may leave its background to the page it stands on; here there is no page.
  if (frame.background >> 24 != 0xFF) frame.background = GetTheme(options.theme).background;
  return offscreen.value()->Draw(frame);
}

}  // namespace saywhen
