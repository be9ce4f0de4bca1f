#include "platform/native/icu_locale.h"

#include <unicode/datefmt.h>
#include <unicode/dtitvfmt.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

namespace saywhen {
namespace {

constexpr size_t kStyles = static_cast<size_t>(DateStyle::kDayTime) + 1;
constexpr double kLastMs = 8.64e15;              // ECMA-262, "Time Values and Time Range"
constexpr CivilMs kYearOne = -62'135'596'800'000;  // 0001-01-01T00:00

// Skeletons of Unicode TR 35: what to show, not in which order. "j" is the hour as the language
// counts it.
const char* Skeleton(DateStyle style, bool era) {
  switch (style) {
    case DateStyle::kYear:
      return era ? "Gy" : "y";
    case DateStyle::kMonth:
      return "LLL";
    case DateStyle::kMonthYear:
      return era ? "GyMMMM" : "yMMMM";
    case DateStyle::kDay:
      return "MMMd";
    case DateStyle::kDayYear:
      return era ? "GyMMMd" : "yMMMd";
    case DateStyle::kLongDay:
      return era ? "GyMMMMd" : "yMMMMd";
    case DateStyle::kTime:
      return "jm";
    case DateStyle::kDayTime:
      return era ? "GyMMMdjm" : "yMMMdjm";
  }
  return "y";
}

icu::Locale LocaleOf(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status);
  bool plain_english =
      std::strcmp(locale.getLanguage(), "en") == 0 && std::strlen(locale.getCountry()) == 0;
  if (U_FAILURE(status) != 0 || std::strlen(locale.getLanguage()) == 0 || plain_english) {
    return icu::Locale("en", "GB");
  }
  return locale;
}

// GregorianCalendar with no Julian past; null for the calendars of other languages.
std::unique_ptr<icu::GregorianCalendar> ProlepticOf(const icu::Calendar* calendar) {
  if (calendar == nullptr || std::strcmp(calendar->getType(), "gregorian") != 0) return nullptr;
  // The type says what it is; there is no RTTI to ask.
  std::unique_ptr<icu::GregorianCalendar> proleptic(
      static_cast<icu::GregorianCalendar*>(calendar->clone()));
  UErrorCode status = U_ZERO_ERROR;
  proleptic->setGregorianChange(-kLastMs * 2, status);
  return proleptic;
}

std::unique_ptr<icu::DateFormat> MakeDateFormat(const icu::Locale& locale, DateStyle style,
                                                bool era) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createInstanceForSkeleton(Skeleton(style, era), locale, status));
  if (U_FAILURE(status) != 0 || !format) return nullptr;
  // Civil time is written as if it were UTC, so that no zone ever moves it.
  format->setTimeZone(*icu::TimeZone::getGMT());
  if (auto proleptic = ProlepticOf(format->getCalendar())) format->adoptCalendar(proleptic.release());
  return format;
}

std::unique_ptr<icu::DateIntervalFormat> MakeRangeFormat(const icu::Locale& locale,
                                                         DateStyle style, bool era) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::DateIntervalFormat> format(
      icu::DateIntervalFormat::createInstance(Skeleton(style, era), locale, status));
  if (U_FAILURE(status) != 0 || !format) return nullptr;
  format->setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

double Held(CivilMs when) { return std::clamp(static_cast<double>(when), -kLastMs, kLastMs); }

std::string ToUtf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace

struct IcuLocale::Formats {
  icu::Locale locale;
  // Made when first asked for: a pattern generator takes milliseconds.
  std::array<std::array<std::unique_ptr<icu::DateFormat>, 2>, kStyles> dates;
  std::array<std::array<std::unique_ptr<icu::DateIntervalFormat>, 2>, kStyles> ranges;
  std::unique_ptr<icu::NumberFormat> numbers;
};

IcuLocale::IcuLocale(std::string_view language) : formats_(std::make_unique<Formats>()) {
  formats_->locale = LocaleOf(language);
  UErrorCode status = U_ZERO_ERROR;
  formats_->numbers.reset(icu::NumberFormat::createInstance(formats_->locale, status));
}

IcuLocale::~IcuLocale() = default;

std::string IcuLocale::FormatDate(CivilMs when, DateStyle style) {
  auto index = static_cast<size_t>(style);
  if (index >= kStyles) return "";
  bool era = when < kYearOne;
  std::unique_ptr<icu::DateFormat>& format = formats_->dates[index][era ? 1 : 0];
  if (!format) format = MakeDateFormat(formats_->locale, style, era);
  if (!format) return "";
  icu::UnicodeString text;
  format->format(Held(when), text);
  return ToUtf8(text);
}

std::string IcuLocale::FormatRange(CivilMs first, CivilMs last, DateStyle style) {
  auto index = static_cast<size_t>(style);
  if (index >= kStyles) return "";
  bool era = first < kYearOne;
  std::unique_ptr<icu::DateIntervalFormat>& format = formats_->ranges[index][era ? 1 : 0];
  if (!format) format = MakeRangeFormat(formats_->locale, style, era);
  if (!format) return "";
  icu::UnicodeString text;
  icu::FieldPosition anywhere(icu::FieldPosition::DONT_CARE);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> from(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), formats_->locale, status));
  if (U_FAILURE(status) != 0) return "";
  if (auto proleptic = ProlepticOf(from.get())) from = std::move(proleptic);
  std::unique_ptr<icu::Calendar> to(from->clone());
  from->setTime(Held(first), status);
  to->setTime(Held(last), status);
  format->format(*from, *to, text, anywhere, status);
  return U_FAILURE(status) != 0 ? "" : ToUtf8(text);
}

std::string IcuLocale::FormatNumber(int64_t number) {
  if (!formats_->numbers) return std::to_string(number);
  icu::UnicodeString text;
  formats_->numbers->format(number, text);
  return ToUtf8(text);
}

}  // namespace saywhen
