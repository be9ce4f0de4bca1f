// Writes JSON text piece by piece, straight into one string.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace saywhen {

// The caller keeps the order legal (a key before each value of an object); commas, indentation and
// escapes are the writer's. The output is always valid UTF-8: malformed bytes become U+FFFD.
// "<" and the line separators U+2028 and U+2029 are escaped, so that the text may stand inside a
// <script> element.
//
//   JsonWriter json;
//   json.BeginObject().Key("id").String("q1").Key("span").BeginArray().Int(5).Int(9).EndArray();
//   json.EndObject();
//   std::string text = std::move(json).Take();
class JsonWriter {
 public:
  // `indent`: spaces a level; 0 writes everything on one line without blanks.
  explicit JsonWriter(int indent = 0) : indent_(indent) {}

  JsonWriter& BeginObject() { return Begin('{'); }
  JsonWriter& EndObject() { return End('}'); }
  JsonWriter& BeginArray() { return Begin('['); }
  JsonWriter& EndArray() { return End(']'); }
  // An array of short things: its items stay on one line even when indenting. Holds no objects.
  JsonWriter& BeginInlineArray();

  JsonWriter& Key(std::string_view name);

  JsonWriter& String(std::string_view utf8);
  JsonWriter& Int(int64_t value);
  JsonWriter& Bool(bool value);
  JsonWriter& Null();
  // The shortest decimal of at most nine places that reads back as the same float. Not finite, or
  // 1e9 and more in size: null.
  JsonWriter& Float(float value);
  // One value of JSON text, copied as it is.
  JsonWriter& Raw(std::string_view json);
  // One or more `"name":value` pairs, comma separated, copied as they are; nothing when empty.
  JsonWriter& RawPairs(std::string_view pairs);

  const std::string& text() const { return out_; }
  std::string Take() && { return std::move(out_); }

 private:
  JsonWriter& Begin(char bracket);
  JsonWriter& End(char bracket);
  // Puts the comma and the new line that stand before a value or key.
  void Separate();
  void NewLine();
  void Quote(std::string_view utf8);

  std::string out_;
  int indent_;
  int depth_ = 0;
  int inline_depth_ = 0;  // depth at which BeginInlineArray was called, or 0
  bool first_ = true;     // nothing yet in the innermost array or object
  bool after_key_ = false;
};

// JSON text from elsewhere, which may then stand inside a <script> element as well: "<" is escaped.
std::string ScriptSafe(std::string_view json);

// Valid JSON text without white space between its tokens.
std::string OnOneLine(std::string_view json);

// `utf8` as a JSON string, with its quotation marks.
std::string JsonQuoted(std::string_view utf8);

}  // namespace saywhen
