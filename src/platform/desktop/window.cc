#include "platform/desktop/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

namespace saywhen {
namespace {

constexpr float kNotch = 100;  // CSS pixels that a notch of the wheel turns by, as in browsers

Error DisplayError() {
  const char* message = nullptr;
  glfwGetError(&message);
  return Error{"display", message == nullptr ? "no window is to be had" : message, "", 0, 0};
}

bool ToKey(int glfw_key, Key* key) {
  switch (glfw_key) {
    case GLFW_KEY_UP:
      *key = Key::kUp;
      return true;
    case GLFW_KEY_DOWN:
      *key = Key::kDown;
      return true;
    case GLFW_KEY_LEFT:
      *key = Key::kLeft;
      return true;
    case GLFW_KEY_RIGHT:
      *key = Key::kRight;
      return true;
    case GLFW_KEY_HOME:
      *key = Key::kHome;
      return true;
    case GLFW_KEY_END:
      *key = Key::kEnd;
      return true;
    default:
      return false;
  }
}

// Keys that are where a layout puts them come as characters.
bool ToKey(unsigned int character, Key* key) {
  switch (character) {
    case '+':
    case '=':  // "+" without Shift
      *key = Key::kPlus;
      return true;
    case '-':
      *key = Key::kMinus;
      return true;
    case '0':
      *key = Key::kZero;
      return true;
    default:
      return false;
  }
}

bool IsDown(GLFWwindow* window, int left, int right) {
  return glfwGetKey(window, left) == GLFW_PRESS || glfwGetKey(window, right) == GLFW_PRESS;
}

}  // namespace

Result<std::unique_ptr<Window>> Window::Make(const std::string& title, float width, float height,
                                             WindowEvents* events) {
  std::unique_ptr<Window> window(new Window);
  window->events_ = events;
  if (glfwInit() != GLFW_TRUE) return DisplayError();
  window->initialized_ = true;
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_ALPHA_BITS, 0);
  window->window_ = glfwCreateWindow(static_cast<int>(width), static_cast<int>(height),
                                     title.c_str(), nullptr, nullptr);
  if (window->window_ == nullptr) return DisplayError();
  glfwMakeContextCurrent(window->window_);
  glfwSwapInterval(1);
  window->SetCallbacks();
  return window;
}

Window::~Window() {
  if (window_ != nullptr) glfwDestroyWindow(window_);
  if (initialized_) glfwTerminate();
}

WindowEvents& Window::EventsOf(GLFWwindow* window) {
  return *static_cast<Window*>(glfwGetWindowUserPointer(window))->events_;
}

void Window::SetCallbacks() {
  glfwSetWindowUserPointer(window_, this);
  glfwSetCursorPosCallback(window_, [](GLFWwindow* window, double x, double y) {
    const auto* self = static_cast<Window*>(glfwGetWindowUserPointer(window));
    self->events_->OnPointerMove(self->ToCss(x), self->ToCss(y));
  });
  glfwSetCursorEnterCallback(window_, [](GLFWwindow* window, int entered) {
    if (entered == GLFW_FALSE) EventsOf(window).OnPointerLeave();
  });
  glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int button, int action, int) {
    if (button == GLFW_MOUSE_BUTTON_LEFT) EventsOf(window).OnPointerButton(action == GLFW_PRESS);
  });
  glfwSetScrollCallback(window_, [](GLFWwindow* window, double left, double up) {
    const auto* self = static_cast<Window*>(glfwGetWindowUserPointer(window));
    WheelTurn turn;
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window, &x, &y);
    turn.x = self->ToCss(x);
    turn.y = self->ToCss(y);
    turn.right = -static_cast<float>(left) * kNotch;
    turn.down = -static_cast<float>(up) * kNotch;
    turn.zoom = IsDown(window, GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL) ||
                IsDown(window, GLFW_KEY_LEFT_SUPER, GLFW_KEY_RIGHT_SUPER);
    turn.shift = IsDown(window, GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT);
    self->events_->OnWheel(turn);
  });
  glfwSetKeyCallback(window_, [](GLFWwindow* window, int glfw_key, int, int action, int) {
    if (action == GLFW_RELEASE) return;
    Key key = Key::kUp;
    if (ToKey(glfw_key, &key)) {
      EventsOf(window).OnKey(key);
    } else if (glfw_key == GLFW_KEY_PAGE_DOWN || glfw_key == GLFW_KEY_PAGE_UP) {
      EventsOf(window).OnPage(glfw_key == GLFW_KEY_PAGE_DOWN ? 1 : -1);
    }
  });
  glfwSetCharCallback(window_, [](GLFWwindow* window, unsigned int character) {
    Key key = Key::kUp;
    if (ToKey(character, &key)) EventsOf(window).OnKey(key);
  });
  glfwSetWindowRefreshCallback(window_, [](GLFWwindow* window) { EventsOf(window).OnRefresh(); });
  glfwSetFramebufferSizeCallback(
      window_, [](GLFWwindow* window, int, int) { EventsOf(window).OnRefresh(); });
  glfwSetWindowContentScaleCallback(
      window_, [](GLFWwindow* window, float, float) { EventsOf(window).OnRefresh(); });
}

void Window::Wait(double seconds) {
  if (seconds < 0) {
    glfwWaitEvents();
  } else if (seconds > 0) {
    glfwWaitEventsTimeout(seconds);
  } else {
    glfwPollEvents();
  }
}

void Window::Wake() { glfwPostEmptyEvent(); }

bool Window::closing() const { return glfwWindowShouldClose(window_) == GLFW_TRUE; }

float Window::scale() const {
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(window_, &x, &y);
  return std::max(x, 0.5F);
}

PixelSize Window::pixels() const {
  PixelSize size;
  glfwGetFramebufferSize(window_, &size.width, &size.height);
  return size;
}

float Window::width() const { return static_cast<float>(pixels().width) / scale(); }
float Window::height() const { return static_cast<float>(pixels().height) / scale(); }

float Window::ToCss(double screen) const {
  int width = 0;
  int height = 0;
  glfwGetWindowSize(window_, &width, &height);
  // Screen coordinates are device pixels on X11 and points on Wayland and macOS.
  return static_cast<float>(screen) * this->width() / static_cast<float>(std::max(width, 1));
}

void Window::SetTitle(const std::string& title) { glfwSetWindowTitle(window_, title.c_str()); }
void Window::Show() { glfwSwapBuffers(window_); }

}  // namespace saywhen
