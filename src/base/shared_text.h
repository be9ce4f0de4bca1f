// A text that stays as it is, so that copies and parts of it share its memory.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/text_span.h"

namespace saywhen {

// Below 4 GiB. Reads as the std::string_view of its bytes, which stay as long as it does.
class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string_view text)  // NOLINT(google-explicit-constructor): as a string itself
      : size_(static_cast<uint32_t>(text.size())) {
    if (text.empty()) return;
    const std::shared_ptr<char[]> bytes(new char[text.size()]);
    std::copy(text.begin(), text.end(), bytes.get());
    bytes_ = {bytes, bytes.get()};
  }
  SharedText(const std::string& text) : SharedText(std::string_view(text)) {}  // NOLINT: as above
  SharedText(const char* text) : SharedText(std::string_view(text)) {}         // NOLINT: as above
  SharedText(const SharedText&) = default;
  SharedText(SharedText&& other) noexcept
      : bytes_(std::move(other.bytes_)), size_(std::exchange(other.size_, 0)) {}
  SharedText& operator=(SharedText other) noexcept {
    bytes_.swap(other.bytes_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~SharedText() = default;

  // `span` lies in it.
  SharedText Part(TextSpan span) const {
    SharedText part;
    part.bytes_ = {bytes_, bytes_.get() + span.begin};
    part.size_ = span.size();
    return part;
  }

  operator std::string_view() const { return {bytes_.get(), size_}; }  // NOLINT: as above
  std::string_view view() const { return *this; }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  template <std::convertible_to<std::string_view> Text>
  friend bool operator==(const SharedText& a, const Text& b) {
    return a.view() == std::string_view(b);
  }

 private:
  std::shared_ptr<const char> bytes_;  // the first of them; of a part, in what all of it owns
  uint32_t size_ = 0;
};

}  // namespace saywhen
