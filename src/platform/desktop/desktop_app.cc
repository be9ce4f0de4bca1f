#include "platform/desktop/desktop_app.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>
#include <utility>

#include "formats/import.h"
#include "platform/native/file.h"
#include "platform/native/html_tokens.h"
#include "platform/native/read_pixels.h"

namespace saywhen {
namespace {

constexpr float kMargin = 24;  // around what is scrolled into view, CSS pixels

// Milliseconds of a clock that never jumps.
double NowMs() {
  using Milliseconds = std::chrono::duration<double, std::milli>;
  return Milliseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string FileName(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

// file:line:column: message
std::string Describe(const std::string& file, const Error& error) {
  std::string text = file;
  if (error.line > 0) {
    text += ":" + std::to_string(error.line) + ":" + std::to_string(error.column);
  }
  return text + ": " + error.message;
}

}  // namespace

Result<std::unique_ptr<DesktopApp>> DesktopApp::Make(const DesktopOptions& options) {
  std::unique_ptr<DesktopApp> app(new DesktopApp(options));
  Result<Story> story = app->LoadStory();
  if (!story.ok()) return story.error();
  Result<std::unique_ptr<Window>> window =
      Window::Make(FileName(options.path), options.width, options.height, app.get());
  if (!window.ok()) return window.error();
  app->window_ = std::move(window).value();
  Result<std::unique_ptr<GlRenderer>> renderer = GlRenderer::Make();
  if (!renderer.ok()) return renderer.error();
  app->renderer_ = std::move(renderer).value();
  app->typesetter_ = std::make_unique<PangoTypesetter>(*app->renderer_);
  app->text_ = std::make_unique<TextEngine>(app->typesetter_.get());
  app->widget_ = std::make_unique<Widget>(app->text_.get(), &app->locale_,
                                          &StringsOf(options.language), options.language);
  app->widget_->SetDrawsInput(true);
  app->widget_->SetTheme(options.theme);
  app->widget_->SetStory(std::move(story).value());
  Result<std::unique_ptr<FileWatch>> watch = FileWatch::Make(options.path, &Window::Wake);
  if (!watch.ok()) return watch.error();
  app->watch_ = std::move(watch).value();
  return app;
}

Result<Story> DesktopApp::LoadStory() const {
  const Result<std::string> file = ReadFile(options_.path);
  if (!file.ok()) return file.error();
  Result<Imported> story = ImportStory(file.value(), {.html = &NativeHtmlTokenizer()}, nullptr);
  if (story.ok()) return std::move(story).value().story;
  Error error = story.error();
  error.message = Describe(options_.path, error);
  return error;
}

void DesktopApp::Reload() {
  Result<Story> story = LoadStory();
  if (!story.ok()) {
    // The last good story stays, and the title says that it is not the file's.
    std::fprintf(stderr, "saywhen-desktop: %s\n", story.error().message.c_str());
    window_->SetTitle(story.error().message);
    return;
  }
  std::string selected;
  const AppState& before = widget_->state();
  if (before.selected != kNone) selected = before.story.quotes[before.selected].id;
  widget_->SetStory(std::move(story).value());
  const SteadyVector<Quote>& quotes = widget_->state().story.quotes;
  for (Index i = 0; i < quotes.size(); ++i) {
    if (quotes[i].id == selected) widget_->Dispatch({.kind = ActionKind::kSelectQuote, .index = i});
  }
  window_->SetTitle(FileName(options_.path));
  needs_frame_ = true;
}

std::optional<Error> DesktopApp::Run() {
  double idle_since_ms = NowMs();
  while (!window_->closing()) {
    if (needs_frame_) {
      Draw();
      idle_since_ms = NowMs();
    }
    double wait = needs_frame_ ? 0 : -1;
    if (!needs_frame_ && options_.quit_after_idle >= 0) {
      wait = options_.quit_after_idle - (NowMs() - idle_since_ms) / 1000;
      if (wait <= 0) break;
    }
    window_->Wait(wait);
    if (watch_->TakeChange()) Reload();
  }
  if (options_.screenshot.empty()) return std::nullopt;
  const Result<std::string> png = EncodePng(last_picture_);
  if (!png.ok()) return png.error();
  return ReplaceFile(options_.screenshot, png.value());
}

void DesktopApp::Draw() {
  const PixelSize pixels = window_->pixels();
  if (pixels.width <= 0 || pixels.height <= 0) {  // an iconified window
    needs_frame_ = false;
    return;
  }
  const float scale = window_->scale();
  const float height = static_cast<float>(pixels.height) / scale;
  widget_->SetSize(static_cast<float>(pixels.width) / scale, scale);
  needs_frame_ = widget_->Frame(NowMs(), scroll_, height);
  // Only the frame tells how high the content is; it may have become less.
  const float before = scroll_;
  ScrollBy(0);
  if (scroll_ != before) return;  // drawn at its new place at once, and not here

  renderer_->Draw(widget_->frame());
  if (!options_.screenshot.empty()) last_picture_ = ReadPixels(FramePixels(widget_->frame()));
  window_->Show();
  ++frames_;
}

void DesktopApp::ScrollBy(float distance) {
  const float most = std::max(widget_->content_height() - window_->height(), 0.0F);
  const float scrolled = std::clamp(scroll_ + distance, 0.0F, most);
  if (scrolled == scroll_) return;
  scroll_ = scrolled;
  needs_frame_ = true;
  if (pointer_x_ >= 0) widget_->PointerMove(pointer_x_, pointer_y_ + scroll_, false);
}

// As a page does when focus moves: as little as it takes.
void DesktopApp::ScrollToSelected() {
  const AppState& state = widget_->state();
  if (state.selected == kNone) return;
  widget_->Frame(NowMs(), scroll_, window_->height());
  const SemanticsNode* node =
      widget_->tree().FindId("quote-" + state.story.quotes[state.selected].id);
  if (node == nullptr) return;
  const float above = node->box.top - kMargin - scroll_;
  const float below = node->box.bottom() + kMargin - scroll_ - window_->height();
  if (above < 0) {
    ScrollBy(above);
  } else if (below > 0) {
    ScrollBy(std::min(below, above));
  }
}

void DesktopApp::OnPointerMove(float x, float y) {
  pointer_x_ = x;
  pointer_y_ = y;
  needs_frame_ |= widget_->PointerMove(x, y + scroll_, false);
}

void DesktopApp::OnPointerButton(bool down) {
  constexpr double kDoubleMs = 400;
  needs_frame_ |= widget_->PointerButton(down);
  if (!down) return;
  const double now_ms = NowMs();
  if (now_ms - last_press_ms_ < kDoubleMs) needs_frame_ |= widget_->PointerDouble();
  last_press_ms_ = now_ms;
}

void DesktopApp::OnPointerLeave() {
  pointer_x_ = pointer_y_ = -1;
  needs_frame_ |= widget_->PointerLeave();
}

void DesktopApp::OnWheel(const WheelTurn& turn) {
  WheelTurn in_widget = turn;
  in_widget.y += scroll_;
  if (widget_->Wheel(in_widget)) {
    needs_frame_ = true;
  } else if (!turn.zoom && !turn.shift) {
    ScrollBy(turn.down);
  }
}

void DesktopApp::OnKey(Key key) {
  if (!widget_->PressKey(key)) return;
  needs_frame_ = true;
  ScrollToSelected();
}

void DesktopApp::OnPage(int pages) {
  constexpr float kKept = 0.1F;  // of what was seen stays in sight
  ScrollBy(static_cast<float>(pages) * window_->height() * (1 - kKept));
}

void DesktopApp::OnRefresh() { needs_frame_ = true; }

}  // namespace saywhen
