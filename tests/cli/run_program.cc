#include "cli/run_program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace saywhen {
namespace {

// Both streams go to unnamed files, so that neither can fill a pipe while the other is read.
std::string Contents(std::FILE* file) {
  std::string text;
  std::rewind(file);
  char piece[4096];
  for (size_t got = 1; got > 0;) {
    got = std::fread(piece, 1, sizeof piece, file);
    text.append(piece, got);
  }
  std::fclose(file);
  return text;
}

}  // namespace

ProgramRun RunProgram(const std::vector<std::string>& arguments, const std::string& input) {
  std::FILE* const in = std::tmpfile();
  std::FILE* const out = std::tmpfile();
  std::FILE* const err = std::tmpfile();
  std::fwrite(input.data(), 1, input.size(), in);
  std::fflush(in);
  std::rewind(in);
  std::vector<char*> argv = {const_cast<char*>(SAYWHEN_PROGRAM)};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    dup2(fileno(in), STDIN_FILENO);
    dup2(fileno(out), STDOUT_FILENO);
    dup2(fileno(err), STDERR_FILENO);
    execv(SAYWHEN_PROGRAM, argv.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  std::fclose(in);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, Contents(out), Contents(err)};
}

}  // namespace saywhen
