#include "formats/word_list.h"

namespace saywhen {

bool HasWord(std::string_view list, std::string_view word) {
  if (word.empty() || word.find(' ') != std::string_view::npos) return false;
  size_t at = list.find(word);
  while (at != std::string_view::npos && (list[at - 1] != ' ' || list[at + word.size()] != ' ')) {
    at = list.find(word, at + 1);
  }
  return at != std::string_view::npos;
}

}  // namespace saywhen
