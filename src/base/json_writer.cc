#include "base/json_writer.h"

#include <cmath>

#include "base/utf8.h"

namespace saywhen {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

void AppendUnsigned(std::string* out, uint64_t value) {
  char digits[20];
  int count = 0;
  do {
    digits[count++] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  while (count > 0) out->push_back(digits[--count]);
}

void AppendEscape(std::string* out, char32_t unit) {
  out->append("\\u");
  for (int shift = 12; shift >= 0; shift -= 4) out->push_back(kHexDigits[(unit >> shift) & 0xF]);
}

}  // namespace

void JsonWriter::NewLine() {
  if (indent_ == 0) return;
  out_.push_back('\n');
  out_.append(static_cast<size_t>(indent_) * static_cast<size_t>(depth_), ' ');
}

void JsonWriter::Separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) out_.push_back(',');
  if (inline_depth_ == 0) {
    NewLine();
  } else if (!first_ && indent_ > 0) {
    out_.push_back(' ');
  }
  first_ = false;
}

JsonWriter& JsonWriter::Begin(char bracket) {
  Separate();
  out_.push_back(bracket);
  ++depth_;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::BeginInlineArray() {
  Begin('[');
  if (inline_depth_ == 0) inline_depth_ = depth_;
  return *this;
}

JsonWriter& JsonWriter::End(char bracket) {
  const bool on_one_line = inline_depth_ != 0;
  if (inline_depth_ == depth_) inline_depth_ = 0;
  --depth_;
  if (!first_ && !on_one_line) NewLine();
  out_.push_back(bracket);
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view name) {
  Separate();
  Quote(name);
  out_.push_back(':');
  if (indent_ > 0) out_.push_back(' ');
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view utf8) {
  Separate();
  Quote(utf8);
  return *this;
}

JsonWriter& JsonWriter::Int(int64_t value) {
  Separate();
  if (value < 0) out_.push_back('-');
  AppendUnsigned(&out_,
                 value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value));
  return *this;
}

JsonWriter& JsonWriter::Bool(bool value) { return Raw(value ? "true" : "false"); }

JsonWriter& JsonWriter::Null() { return Raw("null"); }

JsonWriter& JsonWriter::Float(float value) {
  constexpr float kLargest = 1e9F;
  if (!(std::fabs(value) < kLargest)) return Null();
  Separate();
  // Try one more place until the decimal reads back; nine places always do for a float in [0.1, 1).
  const double size = std::fabs(static_cast<double>(value));
  double scale = 1;
  int places = 0;
  uint64_t scaled = static_cast<uint64_t>(size + 0.5);
  while (places < 9 &&
         static_cast<float>(static_cast<double>(scaled) / scale) != std::fabs(value)) {
    scale *= 10;
    ++places;
    scaled = static_cast<uint64_t>(size * scale + 0.5);
  }
  if (value < 0 && scaled != 0) out_.push_back('-');
  const uint64_t divisor = static_cast<uint64_t>(scale);
  AppendUnsigned(&out_, scaled / divisor);
  if (places > 0) {
    out_.push_back('.');
    uint64_t rest = scaled % divisor;
    for (uint64_t unit = divisor / 10; unit > 0; unit /= 10) {
      out_.push_back(static_cast<char>('0' + rest / unit));
      rest %= unit;
    }
  }
  return *this;
}

JsonWriter& JsonWriter::Raw(std::string_view json) {
  Separate();
  out_.append(json);
  return *this;
}

JsonWriter& JsonWriter::RawPairs(std::string_view pairs) {
  return pairs.empty() ? *this : Raw(pairs);
}

void JsonWriter::Quote(std::string_view utf8) {
  out_.push_back('"');
  for (size_t byte = 0; byte < utf8.size();) {
    const CodePoint point = DecodeCodePoint(utf8, byte);
    const std::string_view bytes = utf8.substr(byte, point.size);
    byte += point.size;
    switch (point.value) {
      case '"':
        out_.append("\\\"");
        continue;
      case '\\':
        out_.append("\\\\");
        continue;
      case '\b':
        out_.append("\\b");
        continue;
      case '\f':
        out_.append("\\f");
        continue;
      case '\n':
        out_.append("\\n");
        continue;
      case '\r':
        out_.append("\\r");
        continue;
      case '\t':
        out_.append("\\t");
        continue;
      default:
        break;
    }
    const bool escaped = point.value < 0x20 || point.value == '<' || point.value == 0x7F ||
                         point.value == 0x2028 || point.value == 0x2029;
    if (escaped) {
      AppendEscape(&out_, point.value);
    } else if (point.value == kReplacementCharacter) {
      AppendCodePoint(&out_, kReplacementCharacter);
    } else {
      out_.append(bytes);
    }
  }
  out_.push_back('"');
}

std::string JsonQuoted(std::string_view utf8) {
  JsonWriter json;
  json.String(utf8);
  return std::move(json).Take();
}

std::string ScriptSafe(std::string_view json) {
  std::string safe;
  for (const char c : json) {
    if (c == '<') {
      AppendEscape(&safe, U'<');
    } else {
      safe.push_back(c);
    }
  }
  return safe;
}

std::string OnOneLine(std::string_view json) {
  std::string line;
  line.reserve(json.size());
  bool in_string = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (!in_string && (c == ' ' || c == '\n' || c == '\r' || c == '\t')) continue;
    line.push_back(c);
    if (c == '"') in_string = !in_string;
    if (in_string && c == '\\' && i + 1 < json.size()) line.push_back(json[++i]);
  }
  return line;
}

}  // namespace saywhen
