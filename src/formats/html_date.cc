#include "formats/html_date.h"

#include <string>

namespace saywhen {
namespace {

// `shape`: 0 is any digit, all else itself.
bool HasShape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !digit : text[i] != shape[i]) return false;
  }
  return true;
}

}  // namespace

bool IsHtmlDate(std::string_view edtf) {
  if (edtf.starts_with("0000")) return false;
  // From 21 on they are seasons.
  if (edtf.size() >= 7 && edtf.substr(5, 2) > "12") return false;
  for (const std::string_view date : {"0000", "0000-00", "0000-00-00"}) {
    if (HasShape(edtf, date)) return true;
  }
  for (const std::string_view time : {"T00:00", "T00:00:00"}) {
    for (const std::string_view offset : {"", "Z", "+00:00", "-00:00"}) {
      if (HasShape(edtf, "0000-00-00" + std::string(time) + std::string(offset))) return true;
    }
  }
  return false;
}

}  // namespace saywhen
