// All tables, for native programs: the web's module carries English alone.

#include <algorithm>

#include "ui/strings.h"

namespace saywhen {
namespace {

// Designated initialisers refuse a name that is unknown, twice there or out of order; the counts
// below find what is missing.
#define S(name, text) .name = text,
constexpr Strings kEnglish = {
#include "ui/strings/en.inc"
};
constexpr Strings kTurkish = {
#include "ui/strings/tr.inc"
};
constexpr Strings kGerman = {
#include "ui/strings/de.inc"
};
constexpr Strings kFrench = {
#include "ui/strings/fr.inc"
};
constexpr Strings kSpanish = {
#include "ui/strings/es.inc"
};
constexpr Strings kUkrainian = {
#include "ui/strings/uk.inc"
};
constexpr Strings kArabic = {
#include "ui/strings/ar.inc"
};
constexpr Strings kChinese = {
#include "ui/strings/zh.inc"
};
#undef S

#define S(name, text) +1
static_assert(kStringCount == 0
#include "ui/strings/en.inc"
);
static_assert(kStringCount == 0
#include "ui/strings/tr.inc"
);
static_assert(kStringCount == 0
#include "ui/strings/de.inc"
);
static_assert(kStringCount == 0
#include "ui/strings/fr.inc"
);
static_assert(kStringCount == 0
#include "ui/strings/es.inc"
);
static_assert(kStringCount == 0
#include "ui/strings/uk.inc"
);
static_assert(kStringCount == 0
#include "ui/strings/ar.inc"
);
static_assert(kStringCount == 0
#include "ui/strings/zh.inc"
);
#undef S

constexpr auto CountOf(std::string_view text, char c) {
  return std::count(text.begin(), text.end(), c);
}

// Whether every string takes the arguments that English's takes, and every counted one has a form
// for each of the language's plural categories.
constexpr bool IsWhole(const Strings& table) {
  const auto fits = [&table](std::string_view english, std::string_view text) {
    const auto forms = CountOf(text, '|') + 1;
    const bool counted = CountOf(english, '|') > 0;
    if (text.empty() || CountOf(text, '\n') > 0) return false;
    if (!counted) return forms == 1 && CountOf(text, '{') == CountOf(english, '{');
    return forms == CountOf(table.plural_categories, ' ') + 1;
  };
#define S(name, text) &&fits(kEnglish.name, table.name)
  return true
#include "ui/strings/en.inc"
      ;
#undef S
}

struct Table {
  std::string_view language;
  const Strings& strings;
};
constexpr Table kTables[] = {{"en", kEnglish}, {"tr", kTurkish}, {"de", kGerman},
                             {"fr", kFrench},  {"es", kSpanish}, {"uk", kUkrainian},
                             {"ar", kArabic},  {"zh", kChinese}};
static_assert(std::all_of(std::begin(kTables), std::end(kTables),
                          [](const Table& table) { return IsWhole(table.strings); }));

}  // namespace

const Strings& StringsOf(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (const Table& table : kTables) {
    if (table.language == primary) return table.strings;
  }
  return kEnglish;
}

std::span<const std::string_view> InterfaceLanguages() {
  static constexpr std::string_view kLanguages[] = {"en", "tr", "de", "fr", "es", "uk", "ar", "zh"};
  return kLanguages;
}

}  // namespace saywhen
