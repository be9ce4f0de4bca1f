#include "extract/language_pack.h"

#include <utility>

#include "base/utf8.h"

namespace saywhen {
namespace {

PackEntry Split(std::string_view text, uint32_t line) {
  PackEntry entry;
  entry.line = line;
  while (true) {
    const size_t tab = text.find('\t');
    entry.fields.push_back(text.substr(0, tab));
    if (tab == std::string_view::npos) return entry;
    text.remove_prefix(tab + 1);
  }
}

}  // namespace

Result<LanguagePack> LanguagePack::Parse(std::string_view text) {
  if (!IsValidUtf8(text))
    return Error{"pack-utf8", "the language pack is not valid UTF-8", "", 0, 0};
  LanguagePack pack;
  std::vector<PackEntry>* section = nullptr;
  uint32_t number = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[' && line.back() == ']') {
      section = &pack.sections_[std::string(line.substr(1, line.size() - 2))];
      continue;
    }
    if (section == nullptr) {
      return Error{"pack-section", "an entry stands before the first [section]", "", number, 1};
    }
    section->push_back(Split(line, number));
  }
  return pack;
}

std::span<const PackEntry> LanguagePack::Section(std::string_view name) const {
  const auto found = sections_.find(name);
  if (found == sections_.end()) return {};
  return found->second;
}

}  // namespace saywhen
