#include "formats/http_url.h"

namespace saywhen {

bool IsHttpUrl(std::string_view url) {
  size_t at = 0;
  for (const char c : std::string_view("http")) {
    if (at == url.size() || (url[at++] | 0x20) != c) return false;
  }
  if (at < url.size() && (url[at] | 0x20) == 's') ++at;
  if (url.substr(at, 3) != "://" || url.size() == at + 3) return false;
  for (const char c : url) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || byte == '"' || byte == '<' || byte == '>') return false;
  }
  return true;
}

}  // namespace saywhen
