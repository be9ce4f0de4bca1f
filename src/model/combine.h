// Making one thing of two: the first keeps what it says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/story.h"

namespace saywhen {

// Takes what `text` lacks.
void Fill(std::string* text, std::string* with);
void AddNew(std::vector<std::string>* list, std::string* item);
// Says what was lost, at "/list/index/field"; `diagnostics` may be null.
void Warn(Diagnostics* diagnostics, std::string_view code, std::string message,
          std::string_view list, Index index, std::string_view field);

}  // namespace saywhen
