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

// A widget and all that it stands on.
struct Shown {
  Shown(std::unique_ptr<Offscreen> screen, const RenderOptions& options)
      : offscreen(std::move(screen)),
        typesetter(offscreen->atlas()),
        locale(options.language),
        widget(&text, &locale, &StringsOf(options.language), options.language) {
    widget.SetDrawsInput(true);
    widget.SetReducedMotion(true);
    widget.SetTheme(options.theme);
    widget.SetSize(options.width, options.scale);
  }
  std::unique_ptr<Offscreen> offscreen;
  PangoTypesetter typesetter;
  IcuLocale locale;
  TextEngine text{&typesetter};
  Widget widget;
  float height = 0;
};

Result<std::unique_ptr<Shown>> Show(Story story, const RenderOptions& options) {
  Index selected = kNone;
  if (!options.selected.empty()) {
    auto quote = std::find_if(story.quotes.begin(), story.quotes.end(),
                              [&](const Quote& each) { return each.id == options.selected; });
    if (quote == story.quotes.end()) {
      return Error{"unknown-quote", "no quote has the id \"" + options.selected + "\"", "", 0, 0};
    }
    selected = static_cast<Index>(std::distance(story.quotes.begin(), quote));
  }
  Result<std::unique_ptr<Offscreen>> offscreen = Offscreen::Make();
  if (!offscreen.ok()) return offscreen.error();
  auto shown = std::make_unique<Shown>(std::move(offscreen).value(), options);
  Widget& widget = shown->widget;
  widget.SetStory(std::move(story));
  if (!options.view.empty()) ReadView(widget.mutable_state(), options.view, 0);
  if (selected != kNone) widget.Dispatch({.kind = ActionKind::kSelectQuote, .index = selected});
  double now_ms = 0;
  shown->height = options.height;
  Settle(&widget, &now_ms, options.height > 0 ? options.height : 1);
  if (options.height <= 0) {
    shown->height = std::max(widget.content_height(), 1.0F);
    Settle(&widget, &now_ms, shown->height);
  }
  return shown;
}

}  // namespace

Result<Image> RenderStory(Story story, const RenderOptions& options) {
  Result<std::unique_ptr<Shown>> made = Show(std::move(story), options);
  if (!made.ok()) return made.error();
  const std::unique_ptr<Shown> shown = std::move(made).value();
  if (options.card_width > 0) {
    shown->widget.CardFrame(options.card_width, options.card_height, options.scale);
  }
  DrawFrame frame = shown->widget.frame();
  // A widget may leave its background to the page it stands on; here there is no page.
  if (frame.background >> 24 != 0xFF) frame.background = GetTheme(options.theme).background;
  return shown->offscreen->Draw(frame);
}

Result<std::string> RenderSvg(Story story, const RenderOptions& options) {
  Result<std::unique_ptr<Shown>> made = Show(std::move(story), options);
  if (!made.ok()) return made.error();
  return made.value()->widget.Svg({"sans-serif", "serif"});
}

}  // namespace saywhen
