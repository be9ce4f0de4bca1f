// Three functions of the C library in place of those of the library's own, which are 16 kB of wasm:
// printf's for everything that it can print, strtod's in numbers of 128 bits, and what sines and
// cosines of angles need that are millions of turns. The JSON library is the only one that calls
// the first two: for a byte in a message, and for a number that is no integer.

#include <cstdarg>
#include <cstddef>
#include <cstdint>

namespace {

char HexDigit(unsigned value) {
  return static_cast<char>(value < 10 ? '0' + value : 'A' + value - 10);
}

// 10 to the power of n, n from 0; exact up to 22.
double PowerOfTen(int n) {
  double power = 1;
  double square = 10;
  for (; n > 0; n /= 2) {
    if (n % 2 != 0) power *= square;
    square *= square;
  }
  return power;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// What stands behind "e", within bounds that no double reaches.
const char* ReadExponent(const char* text, int* exponent) {
  const bool negative = *text == '-';
  if (*text == '-' || *text == '+') ++text;
  int value = 0;
  for (; IsDigit(*text); ++text) value = value < 10'000 ? value * 10 + (*text - '0') : value;
  *exponent += negative ? -value : value;
  return text;
}

}  // namespace

extern "C" {

// A number as JSON has it. Exact up to 15 digits and 10 to the power of 22, as the numbers of
// stories are (Clinger, "How to Read Floating Point Numbers Accurately", 1990: the fast path); near
// to it beyond.
double __wrap_strtod(const char* text, char** end) {
  const bool negative = *text == '-';
  if (negative) ++text;
  uint64_t digits = 0;
  int exponent = 0;
  bool fraction = false;
  for (; IsDigit(*text) || (*text == '.' && !fraction); ++text) {
    if (*text == '.') {
      fraction = true;
    } else if (digits < 1'000'000'000'000'000'000U) {
      digits = digits * 10 + static_cast<unsigned>(*text - '0');
      exponent -= fraction ? 1 : 0;
    } else {
      exponent += fraction ? 0 : 1;
    }
  }
  if (*text == 'e' || *text == 'E') text = ReadExponent(text + 1, &exponent);
  if (end != nullptr) *end = const_cast<char*>(text);
  double value = static_cast<double>(digits);
  if (digits != 0) {
    // In two steps: 10 to the power of -320 is no number by itself.
    for (; exponent < -300; exponent += 300) value /= PowerOfTen(300);
    value = exponent < 0 ? value / PowerOfTen(-exponent) : value * PowerOfTen(exponent);
  }
  return negative ? -value : value;
}

// The one format that is asked for: "<U+%.4X>".
int __wrap_snprintf(char* text, size_t size, const char* format, ...) {
  constexpr int kLength = 8;
  if (size <= kLength) return kLength;
  va_list list;
  va_start(list, format);
  const unsigned value = va_arg(list, unsigned);
  va_end(list);
  *text++ = '<';
  *text++ = 'U';
  *text++ = '+';
  for (int shift = 12; shift >= 0; shift -= 4) *text++ = HexDigit(value >> shift & 15);
  *text++ = '>';
  *text = '\0';
  return kLength;
}

// musl's sinf() and cosf() ask for it from 2^28 pi/2 on. What is drawn turns once at most.
int __wrap___rem_pio2_large(double* /*x*/, double* remainder, int /*exponent*/, int /*count*/,
                            int /*precision*/) {
  *remainder = 0;
  return 0;
}

}  // extern "C"
