#include "model/identity.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace saywhen {

std::string CaseFolded(std::string_view name) {
  std::string folded;
  bool blank = false;
  for (size_t byte = 0; byte < name.size();) {
    const CodePoint point = DecodeCodePoint(name, byte);
    byte += point.size;
    char32_t c = point.value;
    if (c <= ' ' || c == 0xA0) {
      blank = true;
      continue;
    }
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
        (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
      c += 0x20;
    } else if (c == 0x130 || c == 0x131) {
      c = 'i';
    } else if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
      c += c & 1;
    } else if (c == 0x178) {
      c = 0xFF;
    } else if ((c >= 0x100 && c <= 0x177) || (c >= 0x460 && c <= 0x481)) {
      c |= 1;
    } else if (c == 0x3C2) {
      c = 0x3C3;
    } else if (c >= 0x400 && c <= 0x40F) {
      c += 0x50;
    }
    if (blank && !folded.empty()) folded.push_back(' ');
    blank = false;
    AppendCodePoint(&folded, c);
  }
  return folded;
}

std::string_view BareUrl(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  if (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

bool ShareAnAddress(const Speaker& a, const Speaker& b) {
  for (const std::string& one : a.same_as) {
    for (const std::string& other : b.same_as) {
      if (BareUrl(one) == BareUrl(other)) return true;
    }
  }
  return false;
}

bool ShareAName(const Speaker& a, const Speaker& b) {
  std::vector<std::string> names = {CaseFolded(a.name)};
  for (const std::string& alias : a.aliases) names.push_back(CaseFolded(alias));
  const auto shared = [&](const std::string& name) {
    return std::find(names.begin(), names.end(), CaseFolded(name)) != names.end();
  };
  return shared(b.name) || std::any_of(b.aliases.begin(), b.aliases.end(), shared);
}

}  // namespace saywhen
