// saywhen render FILE -o OUT.png: a story as a picture, drawn as the widget draws it. Needs no
// display.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "cli/command.h"
#include "cli/input.h"
#include "formats/story_json.h"
#include "platform/headless/render_story.h"
#include "platform/native/file.h"

namespace saywhen {
namespace {

struct RenderCall {
  std::string file;
  std::string out;
  std::string theme = "light";
  RenderOptions options;
};

// file:line:column: error: message [pointer]
int Fail(const std::string& place, const Error& error, ExitCode code) {
  std::string line = place;
  if (error.line > 0) {
    line += ":" + std::to_string(error.line) + ":" + std::to_string(error.column);
  }
  line += ": error: " + error.message;
  if (!error.pointer.empty()) line += " [" + error.pointer + "]";
  line += "\n";
  std::fputs(line.c_str(), stderr);
  return code;
}

int Render(RenderCall call) {
  const std::string shown = ShownPath(call.file);
  const Result<std::string> text = ReadInput(call.file);
  if (!text.ok()) return Fail(shown, text.error(), kExitSystemFailed);
  Result<Story> story = ParseStory(text.value(), nullptr);
  if (!story.ok()) return Fail(shown, story.error(), kExitBadInput);
  call.options.theme = call.theme == "dark" ? ThemeName::kDark : ThemeName::kLight;
  const Result<Image> image = RenderStory(std::move(story).value(), call.options);
  if (!image.ok()) {
    const bool unknown = image.error().code == "unknown-quote";
    return Fail(unknown ? shown : "saywhen", image.error(),
                unknown ? kExitBadCall : kExitSystemFailed);
  }
  const Result<std::string> png = EncodePng(image.value());
  if (!png.ok()) return Fail("saywhen", png.error(), kExitSystemFailed);
  if (call.out == "-") {
    std::fwrite(png.value().data(), 1, png.value().size(), stdout);
    return std::ferror(stdout) == 0 ? kExitDone : kExitSystemFailed;
  }
  const std::optional<Error> failed = ReplaceFile(call.out, png.value());
  return failed ? Fail("saywhen", *failed, kExitSystemFailed) : kExitDone;
}

}  // namespace

void RegisterRender(CLI::App& app, std::function<int()>* run) {
  CLI::App* command = app.add_subcommand("render", "Draw a story to a PNG file, without a display");
  const auto call = std::make_shared<RenderCall>();
  RenderOptions& options = call->options;
  command->add_option("FILE", call->file, "Story file; - is standard input")->required();
  command->add_option("-o,--output", call->out, "PNG file; - is standard output")->required();
  // Cairo, which writes the file, and OpenGL, which draws it, end at 32 767 and 16 384 pixels.
  command->add_option("--width", options.width, "CSS pixels")
      ->check(CLI::Range(100.0F, 16384.0F))
      ->capture_default_str();
  command->add_option("--height", options.height, "CSS pixels; 0: as high as the content")
      ->check(CLI::Range(0.0F, 16384.0F))
      ->capture_default_str();
  command->add_option("--scale", options.scale, "Device pixels to a CSS pixel")
      ->check(CLI::Range(0.25F, 8.0F))
      ->capture_default_str();
  command->add_option("--theme", call->theme, "light or dark")
      ->check(CLI::IsMember({"light", "dark"}))
      ->capture_default_str();
  command->add_option("--view", options.view,
                      "What is shown: view=timeline|article|compare|voices, q=SEARCH, speaker=ID, "
                      "year=, tag=, order=…, joined by &");
  command->add_option("--language", options.language, "Of dates and numbers, BCP 47; else English");
  command->add_option("--select", options.selected, "Id of the chosen quote; else the first");
  command->callback([call, run] { *run = [call] { return Render(*call); }; });
}

}  // namespace saywhen
