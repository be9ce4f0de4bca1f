#include "formats/loose_date.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/edtf.h"

namespace saywhen {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

std::optional<TimeInterval> Edtf(std::string_view text) {
  Result<TimeInterval> read = ParseEdtf(text);
  if (!read.ok()) return std::nullopt;
  return std::move(read).value();
}

std::string Two(int number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

int Number(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

bool IsNumber(std::string_view word, size_t least, size_t most) {
  return word.size() >= least && word.size() <= most &&
         std::all_of(word.begin(), word.end(), IsDigit);
}

// "+0300" to "+03:00", "GMT" to "Z"; what has its form already stays.
std::string Offset(std::string_view word) {
  if (word == "GMT" || word == "UTC" || word == "UT" || word == "Z" || word == "z") return "Z";
  const bool sign = word.starts_with('+') || word.starts_with('-');
  if (!sign) return {};
  if (IsNumber(word.substr(1), 4, 4)) {
    return std::string(word.substr(0, 3)) + ":" + std::string(word.substr(3));
  }
  return std::string(word);
}

// "20250213", "202502131805", "20250213T180500Z": hyphens and colons where they belong.
std::string FromBasic(std::string_view text) {
  size_t digits = 0;
  while (digits < text.size() && IsDigit(text[digits])) ++digits;
  std::string date(text.substr(0, 4));
  if (digits != 8 && digits != 12 && digits != 14) return {};
  date.append("-").append(text.substr(4, 2)).append("-").append(text.substr(6, 2));
  text.remove_prefix(8);
  if (text.empty()) return date;
  if (digits == 8 && text[0] != 'T' && text[0] != 't') return {};
  if (digits == 8) text.remove_prefix(1);
  if (text.size() < 4) return {};
  date.append("T").append(text.substr(0, 2)).append(":").append(text.substr(2, 2));
  text.remove_prefix(4);
  if (text.size() >= 2 && IsDigit(text[0])) {
    date.append(":").append(text.substr(0, 2));
    text.remove_prefix(2);
  }
  const std::string offset = Offset(text);
  return date.append(offset.empty() ? std::string(text) : offset);
}

struct Words {
  explicit Words(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find_first_of(" ,\t", at), text.size());
      if (end > at) words.push_back(text.substr(at, end - at));
      at = end + 1;
    }
  }
  std::vector<std::string_view> words;
};

// 1 to 12, or 0. Whole, or the first three letters, with or without a dot.
int MonthNamed(std::string_view word) {
  constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december"};
  if (word.ends_with('.')) word.remove_suffix(1);
  std::string name(word);
  std::transform(name.begin(), name.end(), name.begin(), Lower);
  if (name == "sept") return 9;
  for (int month = 0; month < 12; ++month) {
    if (name == kMonths[month] || name == kMonths[month].substr(0, 3)) return month + 1;
  }
  return 0;
}

// A time of day, its half of the day and its offset, from the words that are left.
std::optional<std::string> TimeOfDay(std::span<const std::string_view> words) {
  if (words.empty()) return std::string();
  std::string time(words[0]);
  if (time.size() < 4) return std::nullopt;
  size_t next = 1;
  std::string half(time.substr(time.size() - 2));
  std::transform(half.begin(), half.end(), half.begin(), Lower);
  if (half == "am" || half == "pm") {
    time.resize(time.size() - 2);
  } else {
    half = next < words.size() ? std::string(words[next]) : std::string();
    std::erase(half, '.');
    std::transform(half.begin(), half.end(), half.begin(), Lower);
    if (half == "am" || half == "pm") ++next;
  }
  const size_t colon = time.find(':');
  if (colon == std::string::npos || !IsNumber(std::string_view(time).substr(0, colon), 1, 2)) {
    return std::nullopt;
  }
  int hour = Number(std::string_view(time).substr(0, colon));
  if (half == "am" || half == "pm") {
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + (half == "pm" ? 12 : 0);
  }
  std::string written = "T" + Two(hour) + time.substr(colon);
  if (next < words.size()) {
    const std::string offset = Offset(words[next]);
    if (offset.empty() || next + 1 < words.size()) return std::nullopt;
    written += offset;
  }
  return written;
}

// "Thu, 13 Feb 2025 18:05:00 +0300", "February 13, 2025".
std::optional<TimeInterval> FromWords(std::span<const std::string_view> words) {
  constexpr std::string_view kWeekdays = "monday tuesday wednesday thursday friday saturday sunday";
  if (!words.empty() && words[0].size() >= 3 && MonthNamed(words[0]) == 0) {
    std::string day(words[0]);
    std::transform(day.begin(), day.end(), day.begin(), Lower);
    if (kWeekdays.find(day) != std::string_view::npos) words = words.subspan(1);
  }
  if (words.size() < 2) return std::nullopt;
  int month = MonthNamed(words[0]);
  std::string_view day;
  size_t next = 1;
  if (month > 0) {
    if (IsNumber(words[1], 1, 2)) day = words[next++];
  } else {
    day = words[0];
    month = MonthNamed(words[next++]);
    if (month == 0 || !IsNumber(day, 1, 2)) return std::nullopt;
  }
  if (next >= words.size() || !IsNumber(words[next], 4, 4)) return std::nullopt;
  std::string date(words[next++]);
  date += "-" + Two(month);
  if (!day.empty()) date += "-" + Two(Number(day));
  const std::optional<std::string> time = TimeOfDay(words.subspan(next));
  if (!time || (day.empty() && !time->empty())) return std::nullopt;
  return Edtf(date + *time);
}

}  // namespace

std::optional<TimeInterval> ReadLooseDate(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  if (text.empty() || text.size() > 200) return std::nullopt;
  if (std::optional<TimeInterval> date = Edtf(text)) return date;
  if (IsDigit(text[0])) {
    if (const std::string date = FromBasic(text); !date.empty()) {
      if (std::optional<TimeInterval> read = Edtf(date)) return read;
    }
    std::string date(text);
    if (date.size() >= 10 && date[4] == '/' && date[7] == '/') date[4] = date[7] = '-';
    // A date, its time and an offset, whatever stands between them.
    if (date.size() > 10 && (date[10] == 'T' || date[10] == 't')) date[10] = ' ';
    const size_t sign = date.size() > 10 ? date.find_first_of("+-", 10) : std::string::npos;
    if (sign != std::string::npos && date[sign - 1] != ' ') date.insert(sign, 1, ' ');
    const Words words(date);
    if (!words.words.empty() && words.words[0].size() == 10) {
      const std::optional<std::string> time = TimeOfDay(std::span(words.words).subspan(1));
      if (time) {
        std::string whole(words.words[0]);
        if (std::optional<TimeInterval> read = Edtf(whole + *time)) return read;
      }
    }
  }
  return FromWords(Words(text).words);
}

}  // namespace saywhen
