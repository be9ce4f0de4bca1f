// Runs the built `saywhen` as a shell would.
#pragma once

#include <string>
#include <vector>

namespace saywhen {

struct ProgramRun {
  int exit_code = -1;  // -1: it did not end by itself
  std::string out;
  std::string err;
};

// `input` becomes its standard input; no shell stands between.
ProgramRun RunProgram(const std::vector<std::string>& arguments, const std::string& input = {});

}  // namespace saywhen
