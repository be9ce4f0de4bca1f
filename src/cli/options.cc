#include "cli/options.h"

#include <CLI/CLI.hpp>

namespace saywhen {
namespace {

// CLI11 tells the choices only within the type's name: "TEXT:{light,dark}".
std::vector<std::string> Choices(const std::string& type) {
  const size_t open = type.find('{');
  const size_t close = type.rfind('}');
  std::vector<std::string> choices;
  if (open == std::string::npos || close == std::string::npos) return choices;
  for (size_t begin = open + 1; begin < close;) {
    const size_t end = std::min(type.find(',', begin), close);
    choices.push_back(type.substr(begin, end - begin));
    begin = end + 1;
  }
  return choices;
}

}  // namespace

std::vector<CommandOption> OptionsOf(const CLI::App& app) {
  std::vector<CommandOption> options;
  for (const CLI::Option* each : app.get_options()) {
    CommandOption option;
    if (!each->get_snames().empty()) option.short_name = each->get_snames().front();
    if (!each->get_lnames().empty()) option.long_name = each->get_lnames().front();
    option.description = each->get_description();
    option.required = each->get_required();
    option.many = each->get_items_expected_max() > 1;
    if (each->get_items_expected_max() > 0) {
      const std::string type = each->get_type_name();
      option.choices = Choices(type);
      option.value = each->get_positional() ? each->get_single_name()
                                            : type.substr(0, type.find_first_of(":[ "));
      option.standard = each->get_default_str();
    }
    options.push_back(option);
  }
  return options;
}

}  // namespace saywhen
