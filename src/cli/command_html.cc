// saywhen html FILE: what a page's server writes to have the widget, its quotes readable before and
// without a script.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "app/app_state.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/problems.h"
#include "platform/native/icu_locale.h"
#include "ui/snippet.h"

namespace saywhen {
namespace {

struct HtmlCall {
  StoryFile file;
  SnippetOptions options;
  bool inside = false;
  std::string oembed;  // the frame's address; empty: HTML
};

int Print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  return std::ferror(stdout) == 0 ? kExitDone : kExitSystemFailed;
}

int Html(HtmlCall call) {
  Result<Imported> read = ReadStory(call.file, nullptr);
  if (!read.ok()) return Fail(ShownPath(call.file.path), read.error());
  Story& story = read.value().story;
  if (call.inside) {
    call.options.src.clear();
  } else if (call.options.src.empty()) {
    if (call.file.path == "-") {
      return FailCall("standard input has no address: --src or --inline");
    }
    call.options.src = call.file.path;
  }
  if (!call.oembed.empty()) {
    return Print(WriteOembed(story, call.options, call.oembed));
  }
  AppState state;
  SetStory(&state, std::move(story));
  IcuLocale locale(call.options.language);
  const Strings& strings = StringsOf(call.options.language);
  return Print(WriteSnippet(state, call.options, &locale, strings));
}

}  // namespace

void RegisterHtml(CLI::App& app, std::function<int()>* run) {
  CLI::App* command = app.add_subcommand(
      "html",
      "Write the HTML that embeds a story: its quotes, JSON-LD, the element and its script");
  const auto call = std::make_shared<HtmlCall>();
  command->add_option("FILE", call->file.path, "File of any format; - is standard input")
      ->required();
  AddFrom(command, &call->file.from);
  CLI::Option* src = command->add_option("--src", call->options.src,
                                         "Address of the story for the page; else FILE");
  CLI::Option* inside = command
                            ->add_flag("--inline", call->inside,
                                       "Put the story into the page, in place of an address")
                            ->excludes(src);
  command
      ->add_option("--oembed", call->oembed,
                   "Write oEmbed JSON instead; the address of frame.html, on the story's host")
      ->excludes(inside);
  call->options.script = "say-when.js";
  command->add_option("--script", call->options.script, "Address of say-when.js")
      ->capture_default_str();
  command->add_option("--language", call->options.language,
                      "Of dates, words and the widget, BCP 47; else English, and the page's lang");
  command->footer(
      "Examples:\n"
      "  saywhen html story.json --src /stories/1.json --script /saywhen/say-when.js\n"
      "  saywhen html --inline story.json\n"
      "  saywhen html --oembed https://example.org/frame.html story.json");
  command->callback([call, run] { *run = [call] { return Html(*call); }; });
}

}  // namespace saywhen
