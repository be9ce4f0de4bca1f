// The widget's own words: one table a language, in strings/. English is always there; the others
// are all in native programs, while on the web the page fetches the reader's.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "platform/host.h"

namespace saywhen {

// Text that is not English's belongs to whoever made the table. strings/en.inc says what each is.
struct Strings {
#define S(name, text) std::string_view name;
#include "ui/strings/en.inc"
#undef S
};

constexpr size_t kStringCount = sizeof(Strings) / sizeof(std::string_view);

const Strings& EnglishStrings();

// A table from its texts in order, one a line, as web/build.mjs writes them; the views are into
// `lines`. What is missing is English.
Strings ReadStrings(std::string_view lines);

// Of a language tag's primary subtag; English when there is no table. Native programs only.
const Strings& StringsOf(std::string_view language);
// The primary subtags of all tables.
std::span<const std::string_view> InterfaceLanguages();

bool IsRightToLeft(const Strings& strings);

// Replaces the first and second "{}".
std::string Fill(std::string_view pattern, std::string_view first, std::string_view second = {});

// A counted string for a number: the form of its plural category, the number filled in.
std::string Counted(std::string_view forms, int64_t number, Locale* locale, const Strings& strings);

// The marks that a language puts around what is quoted, by its primary subtag.
struct QuotationMarks {
  std::string_view open;
  std::string_view close;
};
QuotationMarks QuotationMarksOf(std::string_view language);

}  // namespace saywhen
