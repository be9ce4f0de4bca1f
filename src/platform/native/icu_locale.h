// Dates and numbers in the reader's language by ICU, where there is no browser's Intl.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "platform/host.h"

namespace saywhen {

class IcuLocale final : public Locale {
 public:
  // `language` is BCP 47. Empty, unknown or plain "en" means British English: day, month, year and
  // the 24-hour clock, as most of the world reads them; "en-US" is as good a choice as any other.
  explicit IcuLocale(std::string_view language);
  ~IcuLocale() override;

  // Dates on the reader's calendar. Gregorian dates are proleptic, as in ISO 8601; years before 1
  // are written with their era ("331 BC"). Instants beyond ECMAScript's range (100 million days
  // from 1970) are shown as its ends. Empty when ICU has no data at all.
  std::string FormatDate(CivilMs when, DateStyle style) override;
  std::string FormatRange(CivilMs first, CivilMs last, DateStyle style) override;
  std::string FormatNumber(int64_t number) override;
  PluralCategory Plural(int64_t number) override;
  // Of the machine's clock in the machine's time zone.
  CivilMs Now() override;

 private:
  struct Formats;  // keeps ICU's headers out of this one

  std::unique_ptr<Formats> formats_;
};

}  // namespace saywhen
