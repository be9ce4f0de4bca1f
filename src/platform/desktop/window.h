// A window with an OpenGL 3.3 context, by GLFW. Lengths in CSS pixels: what the window shows at a
// content scale of 1.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "platform/native/gl_renderer.h"
#include "ui/widget.h"

struct GLFWwindow;

namespace saywhen {

// What happens to a window. Called only from within Window::Wait.
class WindowEvents {
 public:
  WindowEvents() = default;
  WindowEvents(const WindowEvents&) = delete;
  WindowEvents& operator=(const WindowEvents&) = delete;
  virtual ~WindowEvents() = default;

  virtual void OnPointerMove(float x, float y) = 0;
  virtual void OnPointerButton(bool down) = 0;  // the left one
  virtual void OnPointerLeave() = 0;
  virtual void OnWheel(const WheelTurn& turn) = 0;
  virtual void OnKey(Key key) = 0;
  virtual void OnPage(int pages) = 0;  // Page Down: 1, Page Up: -1
  // Its size, its scale or the damage of others ask for a new frame.
  virtual void OnRefresh() = 0;
};

class Window {
 public:
  // One at a time, on the main thread. `events` outlives the window. Error "display": no display or
  // no OpenGL 3.3 there.
  static Result<std::unique_ptr<Window>> Make(const std::string& title, float width, float height,
                                              WindowEvents* events);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // Sleeps until something happens, or for `seconds` (0: returns at once; below 0: as long as it
  // takes), and tells it to the events.
  void Wait(double seconds);
  // Ends the wait from any thread.
  static void Wake();
  bool closing() const;

  float width() const;
  float height() const;
  float scale() const;  // device pixels to a CSS pixel
  PixelSize pixels() const;

  void SetTitle(const std::string& title);
  void Show();  // what was drawn since the last time

 private:
  Window() = default;

  static WindowEvents& EventsOf(GLFWwindow* window);
  void SetCallbacks();
  // Turns GLFW's screen coordinates into CSS pixels.
  float ToCss(double screen) const;

  GLFWwindow* window_ = nullptr;
  WindowEvents* events_ = nullptr;
  bool initialized_ = false;
};

}  // namespace saywhen
