// saywhen render FILE -o OUT.png: a story as a picture, drawn as the widget draws it. Needs no
// display.
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/problems.h"
#include "platform/headless/render_story.h"

namespace saywhen {
namespace {

struct RenderCall {
  StoryFile file;
  std::string out;
  std::string theme = "light";
  std::string card;
  RenderOptions options;
};

// Empty when it can be a view: the name of one, or what a link to one holds.
std::string ViewText(const std::string& text) {
  if (text.find('=') != std::string::npos) return {};
  for (const char* name : {"timeline", "article", "compare", "voices"}) {
    if (text == name) return {};
  }
  return "no view is named " + text;
}

// The picture's bytes, in the format that the output's name ends in.
Result<std::string> Draw(Story story, const RenderCall& call) {
  if (call.out.ends_with(".svg")) return RenderSvg(std::move(story), call.options);
  const Result<Image> image = RenderStory(std::move(story), call.options);
  if (!image.ok()) return image.error();
  return EncodePng(image.value());
}

int Render(RenderCall call) {
  const std::string shown = ShownPath(call.file.path);
  Result<Imported> story = ReadStory(call.file, nullptr);
  if (!story.ok()) return Fail(shown, story.error());
  call.options.theme = call.theme == "dark" ? ThemeName::kDark : ThemeName::kLight;
  if (call.options.view.find('=') == std::string::npos) {
    call.options.view = "view=" + call.options.view;
  }
  if (!call.card.empty()) {
    call.options.card_width = call.card == "wide" ? 1200 : 1080;
    call.options.card_height = call.card == "wide" ? 630 : 1080;
  }
  const Result<std::string> picture = Draw(std::move(story).value().story, call);
  if (!picture.ok()) {
    const Error& error = picture.error();
    if (error.code == "unknown-quote") return FailCall(shown + ": " + error.message);
    Fail("saywhen", error);
    return kExitSystemFailed;
  }
  Output output(call.out);
  std::optional<Error> failed = output.Write(picture.value());
  if (!failed) failed = output.Finish();
  return failed ? Fail("saywhen", *failed) : kExitDone;
}

}  // namespace

void RegisterRender(CLI::App& app, std::function<int()>* run) {
  CLI::App* command =
      app.add_subcommand("render", "Draw a story to a PNG or SVG file, without a display");
  const auto call = std::make_shared<RenderCall>();
  RenderOptions& options = call->options;
  command->add_option("FILE", call->file.path, "File of any format; - is standard input")
      ->required();
  AddFrom(command, &call->file.from);
  command
      ->add_option("-o,--output", call->out,
                   "PNG or SVG file, by its ending; - is PNG on standard output")
      ->required();
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
  command->add_option("--card", call->card, "A card of the chosen quote instead: wide or square")
      ->check(CLI::IsMember({"wide", "square"}));
  command
      ->add_option("--view", options.view,
                   "What is shown: timeline, article, compare or voices; or all of a view as its "
                   "link has it: view=…&q=SEARCH&speaker=ID&order=…")
      ->check(ViewText);
  command->add_option("--language", options.language, "Of dates and numbers, BCP 47; else English");
  command->add_option("--select", options.selected, "Id of the chosen quote; else the first");
  command->footer(
      "Examples:\n"
      "  saywhen render story.json -o story.png\n"
      "  saywhen render story.json -o phone.png --width 390 --scale 3 --theme dark\n"
      "  saywhen render story.json -o card.png --card wide --select q7");
  command->callback([call, run] { *run = [call] { return Render(*call); }; });
}

}  // namespace saywhen
