// The shape of a `saywhen` command. main.cc lists them; each has one file.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace saywhen {

// What the program tells the shell (docs/command-line.md).
enum ExitCode : int {
  kExitDone = 0,
  kExitBadInput = 1,
  kExitBadCall = 2,
  kExitSystemFailed = 3,
};

// Adds the command to `app` and sets `*run` to its work when it is the one that was called; `run`
// gives the exit code. Results go to stdout; errors to stderr, one line each.
using RegisterCommand = void (*)(CLI::App& app, std::function<int()>* run);

void RegisterExtract(CLI::App& app, std::function<int()>* run);
void RegisterValidate(CLI::App& app, std::function<int()>* run);
void RegisterConvert(CLI::App& app, std::function<int()>* run);
void RegisterMerge(CLI::App& app, std::function<int()>* run);
void RegisterHtml(CLI::App& app, std::function<int()>* run);
void RegisterRender(CLI::App& app, std::function<int()>* run);
void RegisterCompletions(CLI::App& app, std::function<int()>* run);
void RegisterMan(CLI::App& app, std::function<int()>* run);

}  // namespace saywhen
