#include "ui/strings.h"

#include <algorithm>

namespace saywhen {

const Strings& EnglishStrings() {
  static constexpr Strings kEnglish = {
#define S(name, text) .name = text,
#include "ui/strings/en.inc"
#undef S
  };
  return kEnglish;
}

Strings ReadStrings(std::string_view lines) {
  Strings strings = EnglishStrings();
  const auto next = [&lines](std::string_view* text) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (!line.empty()) *text = line;
  };
#define S(name, text) next(&strings.name);
#include "ui/strings/en.inc"
#undef S
  return strings;
}

bool IsRightToLeft(const Strings& strings) { return strings.direction == "rtl"; }

namespace {

// The part of `text` with that number between separators; the last one when there are fewer.
std::string_view Part(std::string_view text, char separator, size_t number) {
  while (true) {
    const size_t end = text.find(separator);
    if (end == std::string_view::npos || number == 0) return text.substr(0, end);
    text.remove_prefix(end + 1);
    --number;
  }
}

}  // namespace

std::string Counted(std::string_view forms, int64_t number, Locale* locale,
                    const Strings& strings) {
  static constexpr std::string_view kCategories[] = {"zero", "one", "two", "few", "many", "other"};
  const std::string_view wanted = kCategories[static_cast<size_t>(locale->Plural(number))];
  std::string_view categories = strings.plural_categories;
  size_t form = 0;
  while (!categories.empty() && Part(categories, ' ', 0) != wanted) {
    const size_t end = categories.find(' ');
    categories.remove_prefix(end == std::string_view::npos ? categories.size() : end + 1);
    ++form;
  }
  return Fill(Part(forms, '|', form), locale->FormatNumber(number));
}

std::string Fill(std::string_view pattern, std::string_view first, std::string_view second) {
  std::string filled;
  std::string_view next = first;
  while (!pattern.empty()) {
    const size_t at = pattern.find("{}");
    filled += pattern.substr(0, at);
    if (at == std::string_view::npos) break;
    filled += next;
    next = second;
    pattern.remove_prefix(at + 2);
  }
  return filled;
}

QuotationMarks QuotationMarksOf(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "de" || primary == "cs" || primary == "sk") return {"„", "“"};
  if (primary == "ar" || primary == "fa" || primary == "es" || primary == "it" || primary == "uk" ||
      primary == "ru" || primary == "el" || primary == "no" || primary == "nb") {
    return {"«", "»"};
  }
  if (primary == "fr") return {"«\u00A0", "\u00A0»"};
  if (primary == "pl" || primary == "hu" || primary == "ro") return {"„", "”"};
  if (primary == "ja") return {"「", "」"};
  return {"“", "”"};
}

}  // namespace saywhen
