#include "extract/speaker_ids.h"

#include "base/letters.h"
#include "base/utf8.h"

namespace saywhen {
namespace {

std::string Slug(std::string_view name) {
  std::string slug;
  for (size_t byte = 0; byte < name.size();) {
    const CodePoint point = DecodeCodePoint(name, byte);
    byte += point.size;
    const char32_t c = LowerCase(point.value);
    const bool digit = c >= '0' && c <= '9';
    if (digit || (IsLetter(c) && c != kReplacementCharacter)) {
      AppendCodePoint(&slug, c);
    } else if (!slug.empty() && slug.back() != '-') {
      slug.push_back('-');
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "speaker" : slug;
}

}  // namespace

std::string SpeakerIds::Take(std::string_view name) {
  const std::string slug = Slug(name);
  std::string id = slug;
  // Another one's name may itself end in the number that comes next.
  for (uint32_t* asked = &taken_[slug]; (*asked)++ > 0;) {
    id = slug + "-" + std::to_string(*asked);
    if (taken_.try_emplace(id, 1).second) break;
    asked = &taken_[slug];
  }
  return id;
}

}  // namespace saywhen
