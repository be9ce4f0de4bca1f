// saywhen man: the manual page, from what the commands say of themselves.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/options.h"

namespace saywhen {
namespace {

// Text in the language of man(7): no line is a request, no character an escape.
std::string Roff(const std::string& text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    line_begins = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string Synopsis(const std::string& name, const CommandOption& option) {
  const std::string text = option.positional() ? option.value : name;
  return option.many ? text + "…" : text;
}

void AppendOption(const CommandOption& option, std::string* page) {
  std::string names;
  if (!option.short_name.empty()) names = "\\-" + Roff(option.short_name);
  if (!option.long_name.empty()) {
    names += (names.empty() ? "" : ", ") + std::string("\\-\\-") + Roff(option.long_name);
  }
  if (option.positional()) names = option.value;
  *page += ".TP\n.B " + names +
           (option.positional() || option.value.empty() ? "" : " \\fI" + option.value + "\\fP") +
           "\n";
  *page += Roff(option.description);
  if (!option.choices.empty()) {
    std::string choices;
    for (const std::string& choice : option.choices) {
      choices += (choices.empty() ? "" : ", ") + choice;
    }
    *page += ": " + Roff(choices);
  }
  if (!option.standard.empty()) *page += " (" + Roff(option.standard) + ")";
  *page += ".\n";
}

void AppendCommand(const CLI::App& command, std::string* page) {
  std::string synopsis;
  const std::vector<CommandOption> options = OptionsOf(command);
  for (const CommandOption& option : options) {
    if (option.positional()) synopsis += " " + Synopsis("", option);
  }
  *page += ".SS \"saywhen " + Roff(command.get_name()) + " [options]" + synopsis + "\"\n";
  *page += Roff(command.get_description()) + ".\n";
  for (const CommandOption& option : options) {
    if (option.long_name != "help") AppendOption(option, page);
  }
  if (!command.get_footer().empty()) {
    *page += ".PP\n.nf\n" + Roff(command.get_footer()) + "\n.fi\n";
  }
}

std::string ManualPage(const CLI::App& app) {
  std::string page = ".TH SAYWHEN 1 \"\" \"saywhen " SAYWHEN_VERSION
                     "\" \"User Commands\"\n.SH NAME\nsaywhen \\- who said what, and when\n";
  page += ".SH SYNOPSIS\n.B saywhen\n.I command\n[options] FILE…\n.SH DESCRIPTION\n";
  page += "Makes, checks, converts and draws story files. \"\\-\" is standard input everywhere.\n";
  page += ".SH COMMANDS\n";
  for (const CLI::App* command : app.get_subcommands({})) AppendCommand(*command, &page);
  page += ".SH EXIT STATUS\n";
  const char* const statuses[] = {"done", "the input is bad", "the call is wrong",
                                  "the system failed: file, disk"};
  for (int i = 0; i < 4; ++i) {
    page += ".TP\n.B " + std::to_string(i) + "\n" + statuses[i] + "\n";
  }
  return page;
}

}  // namespace

void RegisterMan(CLI::App& app, std::function<int()>* run) {
  CLI::App* command = app.add_subcommand("man", "Write the manual page");
  command->footer(
      "Examples:\n  saywhen man | man -l -\n  saywhen man > ~/.local/share/man/man1/saywhen.1");
  command->callback([&app, run] {
    *run = [&app] {
      const std::string page = ManualPage(app);
      std::fwrite(page.data(), 1, page.size(), stdout);
      return kExitDone;
    };
  });
}

}  // namespace saywhen
