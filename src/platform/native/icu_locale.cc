#include "platform/native/icu_locale.h"

#include <unicode/datefmt.h>
#include <unicode/dtitvfmt.h>
#include <unicode/fieldpos.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/plurrule.h>
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
constexpr double kLastMs = 8.64e15;                // ECMA-262, "Time Values and Time Range"
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

// The language's own calendar, in civil time: written as if it were UTC, so that no zone ever moves
// it. Gregorian means proleptic. Null when ICU has no data.
std::unique_ptr<icu::Calendar> MakeCalendar(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), locale, status));
  if (U_FAILURE(status) != 0 || !calendar) return nullptr;
  if (std::strcmp(calendar->getType(), "gregorian") == 0) {
    // The type says which class it is; there is no RTTI to ask.
    static_cast<icu::GregorianCalendar*>(calendar.get())->setGregorianChange(-kLastMs * 2, status);
  }
  return calendar;
}

std::unique_ptr<icu::DateFormat> MakeDateFormat(const icu::Locale& locale,
                                                const icu::Calendar* calendar,
                                                const char* skeleton) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createInstanceForSkeleton(skeleton, locale, status));
  if (U_FAILURE(status) != 0 || !format || calendar == nullptr) return nullptr;
  format->adoptCalendar(calendar->clone());
  return format;
}

std::unique_ptr<icu::DateIntervalFormat> MakeRangeFormat(const icu::Locale& locale,
                                                         const char* skeleton) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::DateIntervalFormat> format(
      icu::DateIntervalFormat::createInstance(icu::UnicodeString(skeleton), locale, status));
  return U_FAILURE(status) != 0 ? nullptr : std::move(format);
}

UDate ToIcu(CivilMs when) { return std::clamp(static_cast<double>(when), -kLastMs, kLastMs); }

std::string ToUtf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace

struct IcuLocale::Formats {
  template <typename T>
  using ByStyleAndEra = std::array<std::array<std::unique_ptr<T>, 2>, kStyles>;

  icu::Locale locale;
  std::unique_ptr<icu::Calendar> calendar;
  // Made when first asked for: a pattern generator takes milliseconds.
  ByStyleAndEra<icu::DateFormat> dates;
  ByStyleAndEra<icu::DateIntervalFormat> ranges;
  std::unique_ptr<icu::NumberFormat> numbers;
  std::unique_ptr<icu::PluralRules> plurals;
};

IcuLocale::IcuLocale(std::string_view language) : formats_(std::make_unique<Formats>()) {
  formats_->locale = LocaleOf(language);
  formats_->calendar = MakeCalendar(formats_->locale);
  UErrorCode status = U_ZERO_ERROR;
  formats_->numbers.reset(icu::NumberFormat::createInstance(formats_->locale, status));
  formats_->plurals.reset(icu::PluralRules::forLocale(formats_->locale, status));
}

IcuLocale::~IcuLocale() = default;

std::string IcuLocale::FormatDate(CivilMs when, DateStyle style) {
  const auto index = static_cast<size_t>(style);
  if (index >= kStyles) return "";
  const bool era = when < kYearOne;
  std::unique_ptr<icu::DateFormat>& format = formats_->dates[index][era ? 1 : 0];
  if (!format) {
    format = MakeDateFormat(formats_->locale, formats_->calendar.get(), Skeleton(style, era));
  }
  if (!format) return "";
  icu::UnicodeString text;
  format->format(ToIcu(when), text);
  return ToUtf8(text);
}

std::string IcuLocale::FormatRange(CivilMs first, CivilMs last, DateStyle style) {
  const auto index = static_cast<size_t>(style);
  if (index >= kStyles || !formats_->calendar) return "";
  const bool era = first < kYearOne;
  std::unique_ptr<icu::DateIntervalFormat>& format = formats_->ranges[index][era ? 1 : 0];
  if (!format) format = MakeRangeFormat(formats_->locale, Skeleton(style, era));
  if (!format) return "";
  UErrorCode status = U_ZERO_ERROR;
  // Handing over calendars, not instants: they are what makes dates proleptic here.
  const std::unique_ptr<icu::Calendar> from(formats_->calendar->clone());
  const std::unique_ptr<icu::Calendar> to(formats_->calendar->clone());
  from->setTime(ToIcu(first), status);
  to->setTime(ToIcu(last), status);
  icu::UnicodeString text;
  icu::FieldPosition nowhere(icu::FieldPosition::DONT_CARE);
  format->format(*from, *to, text, nowhere, status);
  return U_FAILURE(status) != 0 ? "" : ToUtf8(text);
}

std::string IcuLocale::FormatNumber(int64_t number) {
  if (!formats_->numbers) return std::to_string(number);
  icu::UnicodeString text;
  formats_->numbers->format(number, text);
  return ToUtf8(text);
}

PluralCategory IcuLocale::Plural(int64_t number) {
  static constexpr std::array<std::string_view, 6> kNames = {"zero", "one",  "two",
                                                             "few",  "many", "other"};
  if (!formats_->plurals) return PluralCategory::kOther;
  const std::string name = ToUtf8(formats_->plurals->select(static_cast<double>(number)));
  const auto at = std::find(kNames.begin(), kNames.end(), name);
  return at == kNames.end() ? PluralCategory::kOther
                            : static_cast<PluralCategory>(at - kNames.begin());
}

CivilMs IcuLocale::Now() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createDefault());
  const UDate now = icu::Calendar::getNow();
  int32_t offset = 0;
  int32_t daylight = 0;
  zone->getOffset(now, 0, offset, daylight, status);
  return static_cast<CivilMs>(now) + offset + daylight;
}

}  // namespace saywhen
