// A text that stays as it is, so that copies and parts of it share its memory.
#pragma once

#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/text_span.h"

namespace saywhen {

// Below 4 GiB. Reads as the std::string_view of its bytes, which stay as long as it does.
class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string_view text);  // NOLINT(google-explicit-constructor): as a string itself
  SharedText(const std::string& text) : SharedText(std::string_view(text)) {}  // NOLINT: as above
  SharedText(const char* text) : SharedText(std::string_view(text)) {}         // NOLINT: as above
  SharedText(const SharedText& other);
  SharedText(SharedText&& other) noexcept { Swap(&other); }
  SharedText& operator=(SharedText other) noexcept {
    Swap(&other);
    return *this;
  }
  ~SharedText();

  // `span` lies in it.
  SharedText Part(TextSpan span) const;

  operator std::string_view() const { return {bytes_, size_}; }  // NOLINT: as above
  std::string_view view() const { return *this; }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  template <std::convertible_to<std::string_view> Text>
  friend bool operator==(const SharedText& a, const Text& b) {
    return a.view() == std::string_view(b);
  }

 private:
  friend class TextPool;
  // Stands before bytes of memory that those who share it count.
  struct Block {
    std::atomic<uint32_t> users = 0;
  };

  // None of its bytes yet.
  explicit SharedText(size_t capacity);
  void Swap(SharedText* other) noexcept {
    std::swap(block_, other->block_);
    std::swap(bytes_, other->bytes_);
    std::swap(size_, other->size_);
  }

  Block* block_ = nullptr;
  char* bytes_ = nullptr;
  uint32_t size_ = 0;
};

// Many small texts side by side: they take no more memory than their bytes, but stay together.
class TextPool {
 public:
  // Takes so many bytes at a time.
  explicit TextPool(size_t block) : block_(block) {}
  SharedText Add(std::string_view text);

 private:
  size_t block_;
  SharedText rest_;  // its size is what is left
};

}  // namespace saywhen
