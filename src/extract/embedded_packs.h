// The language packs that were compiled into a native program.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace saywhen {

struct EmbeddedPack {
  const char* code;  // BCP 47: "en"
  const unsigned char* bytes;
  size_t size;

  std::string_view text() const { return {reinterpret_cast<const char*>(bytes), size}; }
};

// One a folder of src/extract/languages, in the order of their codes.
std::span<const EmbeddedPack> EmbeddedPacks();

}  // namespace saywhen
