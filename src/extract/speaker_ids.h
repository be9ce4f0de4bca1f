// Ids of speakers, made of their names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace saywhen {

class SpeakerIds {
 public:
  // "Ada Holm" gives "ada-holm", and "ada-holm-2" where that is taken: letters and digits in small
  // letters, hyphens between them; "speaker" of a name that has none.
  std::string Take(std::string_view name);

 private:
  std::unordered_map<std::string, uint32_t> taken_;  // an id: how often it was asked for
};

}  // namespace saywhen
