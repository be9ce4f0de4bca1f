// saywhen completions SHELL: what completes commands, options and their values, from what the
// commands say of themselves.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/options.h"

namespace saywhen {
namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::vector<std::string> NamesOf(const CommandOption& option) {
  std::vector<std::string> names;
  if (!option.short_name.empty()) names.push_back("-" + option.short_name);
  if (!option.long_name.empty()) names.push_back("--" + option.long_name);
  return names;
}

// Within single quotation marks, which all three shells have.
std::string Quoted(const std::string& text, const char* mark) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string(mark) : std::string(1, c);
  return out + "'";
}

std::vector<std::string> CommandsOf(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::string Bash(const CLI::App& app) {
  std::string script =
      "# bash completion of saywhen\n"
      "_saywhen() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options=\n"
      "  COMPREPLY=()\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    mapfile -t COMPREPLY < <(compgen -W '" +
      Joined(CommandsOf(app)) + " --help --version' -- \"$word\")\n    return\n  fi\n" +
      "  case ${COMP_WORDS[1]} in\n";
  for (const CLI::App* command : app.get_subcommands({})) {
    std::vector<std::string> names;
    std::string values;
    std::string first;  // what a word in no option's place may be
    for (const CommandOption& option : OptionsOf(*command)) {
      const std::vector<std::string> own = NamesOf(option);
      names.insert(names.end(), own.begin(), own.end());
      if (option.positional()) first = Joined(option.choices);
      if (option.positional() || option.value.empty()) continue;
      std::string pattern;
      for (const std::string& name : own) pattern += (pattern.empty() ? "" : "|") + name;
      const std::string words = option.choices.empty()
                                    ? "compgen -f -- \"$word\""
                                    : "compgen -W '" + Joined(option.choices) + "' -- \"$word\"";
      values += "        " + pattern + ") mapfile -t COMPREPLY < <(" + words + "); return ;;\n";
    }
    script += "    " + command->get_name() + ")\n";
    if (!values.empty()) script += "      case $before in\n" + values + "      esac\n";
    script += "      options='" + Joined(names) + (first.empty() ? "" : " " + first) + "' ;;\n";
  }
  return script +
         "  esac\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\"; compgen -f -- "
         "\"$word\")\n"
         "}\n"
         "complete -o filenames -F _saywhen saywhen\n";
}

std::string Zsh(const CLI::App& app) {
  std::string script =
      "#compdef saywhen\n"
      "_saywhen() {\n"
      "  local -a commands\n"
      "  commands=(\n";
  for (const CLI::App* command : app.get_subcommands({})) {
    script +=
        "    " + Quoted(command->get_name() + ":" + command->get_description(), "'\\''") + "\n";
  }
  script +=
      "  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $command in\n";
  for (const CLI::App* command : app.get_subcommands({})) {
    script += "    " + command->get_name() + ")\n      _arguments";
    for (const CommandOption& option : OptionsOf(*command)) {
      const std::string choices =
          option.choices.empty() ? ":_files" : ":(" + Joined(option.choices) + ")";
      if (option.positional()) {
        script += std::string(" \\\n        '") + (option.many ? "*" : "1") + ":" + option.value +
                  choices + "'";
        continue;
      }
      std::string description;
      for (const char c : option.description) {
        if (c == '[' || c == ']' || c == ':') description += '\\';
        description += c;
      }
      for (const std::string& name : NamesOf(option)) {
        const std::string value = option.value.empty() ? "" : ":" + option.value + choices;
        script += " \\\n        " + Quoted(name + "[" + description + "]" + value, "'\\''");
      }
    }
    script += "\n      ;;\n";
  }
  return script + "  esac\n}\n_saywhen \"$@\"\n";
}

std::string Fish(const CLI::App& app) {
  std::string script = "# fish completion of saywhen\n";
  for (const CLI::App* command : app.get_subcommands({})) {
    script += "complete -c saywhen -n __fish_use_subcommand -f -a " + command->get_name() + " -d " +
              Quoted(command->get_description(), "\\'") + "\n";
    for (const CommandOption& option : OptionsOf(*command)) {
      if (option.positional() && option.choices.empty()) continue;
      script += "complete -c saywhen -n '__fish_seen_subcommand_from " + command->get_name() + "'";
      if (!option.short_name.empty()) script += " -s " + option.short_name;
      if (!option.long_name.empty()) script += " -l " + option.long_name;
      if (!option.value.empty() && !option.positional()) script += " -r";
      if (!option.choices.empty()) script += " -f -a " + Quoted(Joined(option.choices), "\\'");
      script += " -d " + Quoted(option.description, "\\'") + "\n";
    }
  }
  return script;
}

}  // namespace

void RegisterCompletions(CLI::App& app, std::function<int()>* run) {
  CLI::App* command =
      app.add_subcommand("completions", "Write what completes saywhen's words in a shell");
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "Which one")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->footer(
      "Examples:\n"
      "  saywhen completions bash > ~/.local/share/bash-completion/completions/saywhen\n"
      "  saywhen completions zsh > ~/.zfunc/_saywhen\n"
      "  saywhen completions fish > ~/.config/fish/completions/saywhen.fish");
  command->callback([&app, shell, run] {
    *run = [&app, shell] {
      const std::string script = *shell == "bash"  ? Bash(app)
                                 : *shell == "zsh" ? Zsh(app)
                                                   : Fish(app);
      std::fwrite(script.data(), 1, script.size(), stdout);
      return kExitDone;
    };
  });
}

}  // namespace saywhen
