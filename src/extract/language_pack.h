// A language as data: what the engine knows of it stands in text files, languages/<code>/*.tsv, one
// a topic. The build joins a language's files into one pack; a program brings it in whatever way it
// likes (natively it is compiled in, in the browser it is a file of its own).
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace saywhen {

// A language's pack, by its code.
struct PackText {
  std::string_view code;  // BCP 47: "en"
  std::string_view text;
};

// One line of a pack: its fields, parted by tabs. Views into the pack's text.
struct PackEntry {
  std::vector<std::string_view> fields;
  uint32_t line = 0;

  // The field at `index`, or nothing when the line has fewer.
  std::string_view operator[](size_t index) const {
    return index < fields.size() ? fields[index] : std::string_view();
  }
};

// The text of a pack: sections that begin with a line "[name]", the name being that of the file
// they come from ("cues" of cues.tsv; a file may begin further ones itself). Blank lines, and lines
// that begin with "#", are passed over.
class LanguagePack {
 public:
  LanguagePack() = default;
  LanguagePack(LanguagePack&&) = default;
  LanguagePack& operator=(LanguagePack&&) = default;
  LanguagePack(const LanguagePack&) = delete;
  LanguagePack& operator=(const LanguagePack&) = delete;

  // `text` outlives the pack. Errors: "pack-utf8"; "pack-section" (an entry before any section).
  static Result<LanguagePack> Parse(std::string_view text);

  // Its entries in order; none when the pack has no such section.
  std::span<const PackEntry> Section(std::string_view name) const;

 private:
  std::map<std::string, std::vector<PackEntry>, std::less<>> sections_;
};

}  // namespace saywhen
