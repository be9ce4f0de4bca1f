// Files, whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace saywhen {

// All bytes of a file. Error "io", with the system's words for why.
Result<std::string> ReadFile(const std::string& path);

// Writes beside `path` and renames, so that readers find the old file or the new one and never a
// half. An Error "io" leaves `path` as it was. Empty when all is well.
std::optional<Error> ReplaceFile(const std::string& path, std::string_view bytes);

}  // namespace saywhen
