// What the commands know of themselves, for the manual page and the shells' completions: the same
// as --help prints.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace saywhen {

struct CommandOption {
  std::string short_name;  // "o"
  std::string long_name;   // "output"; of a positional one neither
  std::string value;       // what stands for it: "FILE", "TEXT"; empty: a flag
  std::vector<std::string> choices;
  std::string description;
  std::string standard;  // what it is when it is not given
  bool required = false;
  bool many = false;

  bool positional() const { return short_name.empty() && long_name.empty(); }
};

std::vector<CommandOption> OptionsOf(const CLI::App& app);

}  // namespace saywhen
