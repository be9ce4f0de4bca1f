#include "formats/personal_name.h"

#include "base/utf8.h"

namespace saywhen {
namespace {

bool IsLatinName(std::string_view name) {
  for (size_t byte = 0; byte < name.size();) {
    const CodePoint point = DecodeCodePoint(name, byte);
    byte += point.size;
    const char32_t c = point.value;
    const char32_t lower = c | 0x20;
    const bool letter = (lower >= 'a' && lower <= 'z') || (c >= 0xC0 && c < 0x250) ||
                        (c >= 0x300 && c < 0x370) || (c >= 0x1E00 && c < 0x1F00);
    if (!letter && c != ' ' && c != '-' && c != '.' && c != '\'' && c != 0x2019) return false;
  }
  return true;
}

// Of a list with a blank before and after each.
bool IsOneOf(std::string_view word, std::string_view list) {
  std::string with_blanks = " ";
  (with_blanks += word) += ' ';
  return list.find(with_blanks) != std::string_view::npos;
}

}  // namespace

size_t FamilyName(std::string_view name) {
  constexpr std::string_view kParticles =
      " al bin da de del della den der di do dos du el ibn la le ten ter van von zu ";
  size_t begin = name.rfind(' ') + 1;
  if (begin == 0 || !IsLatinName(name) || name.ends_with('.') || name.starts_with("The ") ||
      IsOneOf(name.substr(begin), " II III IV ")) {
    return 0;
  }
  size_t family = begin;
  while (begin > 0) {
    const size_t end = begin - 1;
    begin = end == 0 ? 0 : name.rfind(' ', end - 1) + 1;
    const bool small = name[begin] >= 'a' && name[begin] <= 'z';
    if (!small) continue;
    if (begin == 0 || !IsOneOf(name.substr(begin, end - begin), kParticles)) return 0;
    if (family == end + 1) family = begin;
  }
  return family;
}

std::string InitialsOf(std::string_view given) {
  std::string initials;
  char separator = ' ';
  bool begins = true;
  for (size_t byte = 0; byte < given.size();) {
    const size_t next = NextCodePoint(given, byte);
    const char c = given[byte];
    if (c == ' ' || c == '-' || c == '.') {
      separator = c == '-' ? c : ' ';
      begins = true;
    } else if (begins) {
      if (!initials.empty()) initials.push_back(separator);
      initials.append(given, byte, next - byte);
      initials.push_back('.');
      begins = false;
    }
    byte = next;
  }
  return initials;
}

}  // namespace saywhen
