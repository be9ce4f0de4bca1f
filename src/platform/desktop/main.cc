// saywhen-desktop STORY.json: shows a story in a window, and again when the file changes.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/desktop/desktop_app.h"

namespace saywhen {
namespace {

// As docs/command-line.md gives them.
constexpr int kDone = 0;
constexpr int kBadInput = 1;
constexpr int kBadCall = 2;
constexpr int kSystemFailed = 3;

constexpr char kHelp[] =
    "saywhen-desktop [options] STORY.json\n"
    "  --theme light|dark         (light)\n"
    "  --language TAG             of dates and numbers, BCP 47 (en)\n"
    "  --size WIDTHxHEIGHT        of the window, CSS pixels (1120x800)\n"
    "  --quit-after-idle SECONDS  end when nothing was drawn for so long, and count frames\n"
    "  --screenshot FILE.png      write the last frame at the end\n";

int BadCall(std::string_view why, std::string_view what) {
  std::fprintf(stderr, "saywhen-desktop: %.*s %.*s (saywhen-desktop --help shows the options)\n",
               static_cast<int>(why.size()), why.data(), static_cast<int>(what.size()),
               what.data());
  return kBadCall;
}

// A positive number and nothing else.
bool ParseNumber(const char* text, double* number) {
  char* end = nullptr;
  *number = std::strtod(text, &end);
  return end != text && *end == '\0' && *number > 0 && *number < 1e5;
}

bool ParseSize(std::string text, DesktopOptions* options) {
  const size_t by = text.find('x');
  if (by == std::string::npos) return false;
  text[by] = '\0';
  double width = 0;
  double height = 0;
  if (!ParseNumber(text.c_str(), &width) || !ParseNumber(text.c_str() + by + 1, &height)) {
    return false;
  }
  options->width = static_cast<float>(width);
  options->height = static_cast<float>(height);
  return true;
}

// Sets one option. False: its value is not one.
bool SetOption(std::string_view name, const char* value, DesktopOptions* options) {
  if (name == "--theme") {
    if (std::strcmp(value, "dark") == 0) options->theme = ThemeName::kDark;
    return options->theme == ThemeName::kDark || std::strcmp(value, "light") == 0;
  }
  if (name == "--size") return ParseSize(value, options);
  if (name == "--quit-after-idle") return ParseNumber(value, &options->quit_after_idle);
  if (name == "--language") {
    options->language = value;
  } else {
    options->screenshot = value;
  }
  return true;
}

int Main(int argc, char** argv) {
  constexpr std::string_view kOptions[] = {"--theme", "--language", "--size", "--quit-after-idle",
                                           "--screenshot"};
  DesktopOptions options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--help") {
      std::fputs(kHelp, stdout);
      return kDone;
    }
    if (argument.substr(0, 2) != "--") {
      if (!options.path.empty()) return BadCall("one story at a time, not also", argument);
      options.path = argument;
      continue;
    }
    bool known = false;
    for (std::string_view option : kOptions) known |= option == argument;
    if (!known) return BadCall("no option", argument);
    if (++i >= argc) return BadCall("no value for", argument);
    if (!SetOption(argument, argv[i], &options)) return BadCall("wrong value for", argument);
  }
  if (options.path.empty()) return BadCall("no", "STORY.json");

  Result<std::unique_ptr<DesktopApp>> app = DesktopApp::Make(options);
  if (!app.ok()) {
    const Error& error = app.error();
    std::fprintf(stderr, "saywhen-desktop: %s\n", error.message.c_str());
    const bool system = error.code == "io" || error.code == "display" || error.code == "graphics";
    return system ? kSystemFailed : kBadInput;
  }
  const std::optional<Error> failed = app.value()->Run();
  if (options.quit_after_idle >= 0) {
    std::printf("%llu frames\n", static_cast<unsigned long long>(app.value()->frames()));
  }
  if (failed) {
    std::fprintf(stderr, "saywhen-desktop: %s\n", failed->message.c_str());
    return kSystemFailed;
  }
  return kDone;
}

}  // namespace
}  // namespace saywhen

int main(int argc, char** argv) { return saywhen::Main(argc, argv); }
