// saywhen: the command line. Only this folder is compiled with exceptions, for CLI11; what the
// commands do is in the layers below.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <iostream>

#include "cli/command.h"

namespace saywhen {
namespace {

constexpr RegisterCommand kCommands[] = {
    RegisterExtract, RegisterValidate, RegisterConvert,     RegisterMerge,
    RegisterHtml,    RegisterRender,   RegisterCompletions, RegisterMan,
};

int Main(int argc, char** argv) {
  CLI::App app("Saywhen: who said what, and when", "saywhen");
  app.set_version_flag("--version", "saywhen " SAYWHEN_VERSION);
  app.require_subcommand(1);
  std::function<int()> run;
  for (const RegisterCommand add : kCommands) add(app, &run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);  // --help, --version: stdout
  } catch (const CLI::ParseError& error) {
    std::cerr << "saywhen: " << error.what() << " (saywhen --help shows the commands)\n";
    return kExitBadCall;
  }
  const int code = run();
  // A full disk or a closed pipe shows only now.
  if (std::fflush(stdout) != 0) {
    std::cerr << "saywhen: the output could not be written\n";
    return kExitSystemFailed;
  }
  return code;
}

}  // namespace
}  // namespace saywhen

int main(int argc, char** argv) { return saywhen::Main(argc, argv); }
