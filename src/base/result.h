// A value, or why there is none. The core throws nothing: every function that can fail returns
// this.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace saywhen {

// What went wrong, and where in the input. `code` is a stable kebab-case name that programs may
// compare; `message` is for people. `pointer` is a JSON pointer (RFC 6901) or empty. `line` and
// `column` count from 1 (columns in code points); 0 means that the place is unknown.
struct Error {
  std::string code;
  std::string message;
  std::string pointer;
  uint32_t line = 0;
  uint32_t column = 0;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return value_.has_value(); }
  // Only after ok() has said true.
  const T& value() const& { return *value_; }
  T& value() & { return *value_; }
  T&& value() && { return *std::move(value_); }
  // Only after ok() has said false.
  const Error& error() const { return error_; }

 private:
  std::optional<T> value_;
  Error error_;
};

}  // namespace saywhen
