#include "model/combine.h"

#include <algorithm>
#include <utility>

#include "base/json_writer.h"

namespace saywhen {

void Fill(std::string* text, std::string* with) {
  if (text->empty()) *text = std::move(*with);
}

void AddNew(std::vector<std::string>* list, std::string* item) {
  if (std::find(list->begin(), list->end(), *item) == list->end()) {
    list->push_back(std::move(*item));
  }
}

void Warn(Diagnostics* diagnostics, std::string_view code, std::string message,
          std::string_view list, Index index, std::string_view field) {
  if (diagnostics == nullptr) return;
  std::string pointer = "/";
  pointer.append(list).append("/").append(std::move(JsonWriter().Int(index)).Take());
  pointer.append("/").append(field);
  diagnostics->Add(
      {Severity::kWarning, std::string(code), std::move(message), std::move(pointer), 0, 0});
}

}  // namespace saywhen
