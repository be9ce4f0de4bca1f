#include "extract/context.h"

namespace saywhen {

Part PartOf(Tag tag) {
  static constexpr auto kParts = [] {
    std::array<Part, kTagCount> parts{};
    for (size_t i = 0; i < kTagCount; ++i) parts[i] = Sign(kTagNames[i]);
    return parts;
  }();
  return kParts[static_cast<size_t>(tag)];
}

}  // namespace saywhen
