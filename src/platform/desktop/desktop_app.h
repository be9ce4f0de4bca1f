// The program saywhen-desktop: one story in one window.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "platform/desktop/file_watch.h"
#include "platform/desktop/window.h"
#include "platform/native/gl_renderer.h"
#include "platform/native/icu_locale.h"
#include "platform/native/image.h"
#include "platform/native/pango_typesetter.h"
#include "ui/text_engine.h"
#include "ui/theme.h"
#include "ui/widget.h"

namespace saywhen {

struct DesktopOptions {
  std::string path;  // of the story file
  ThemeName theme = ThemeName::kLight;
  std::string language;  // BCP 47, of dates and numbers; empty: English
  float width = 1120;    // of the window, CSS pixels
  float height = 800;
  // For tests and scripts. Ends once nothing was drawn for so many seconds; below 0: never.
  double quit_after_idle = -1;
  std::string screenshot;  // PNG of the last frame, written at the end; empty: none
};

class DesktopApp final : public WindowEvents {
 public:
  // Errors: of reading the story, "display", "graphics".
  static Result<std::unique_ptr<DesktopApp>> Make(const DesktopOptions& options);

  // Shows the story until the window is closed. Draws when something has changed and only then. An
  // Error "io" when the screenshot could not be written.
  std::optional<Error> Run();
  // How many frames were drawn.
  uint64_t frames() const { return frames_; }

  void OnPointerMove(float x, float y) override;
  void OnPointerButton(bool down) override;
  void OnPointerLeave() override;
  void OnWheel(const WheelTurn& turn) override;
  void OnKey(Key key) override;
  void OnPage(int pages) override;
  void OnRefresh() override;

 private:
  explicit DesktopApp(const DesktopOptions& options)
      : options_(options), locale_(options.language) {}

  // The file's story, or why it cannot be shown. What was repaired is nobody's concern here:
  // `saywhen validate` tells it.
  Result<Story> LoadStory() const;
  void Reload();
  void ScrollBy(float distance);
  void ScrollToSelected();
  void Draw();

  DesktopOptions options_;
  // In the order in which each needs those before it; the window, and with it the OpenGL context,
  // goes last.
  std::unique_ptr<Window> window_;
  std::unique_ptr<GlRenderer> renderer_;
  IcuLocale locale_;
  std::unique_ptr<PangoTypesetter> typesetter_;
  std::unique_ptr<TextEngine> text_;
  std::unique_ptr<Widget> widget_;
  double last_press_ms_ = -1e9;
  std::unique_ptr<FileWatch> watch_;

  float scroll_ = 0;      // how much of the widget lies above the window
  float pointer_x_ = -1;  // in the window
  float pointer_y_ = -1;
  bool needs_frame_ = true;
  uint64_t frames_ = 0;
  Image last_picture_;  // only when a screenshot is wanted
};

}  // namespace saywhen
