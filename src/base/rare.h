// A value that most of its kind do without: one pointer where none was set.
#pragma once

#include <memory>
#include <utility>

namespace saywhen {

// Reads as an empty T where none was set, and is equal to one. Copies own their copies.
template <typename T>
class Rare {
 public:
  Rare() = default;
  Rare(T value) : own_(std::make_unique<T>(std::move(value))) {}  // NOLINT: as T itself
  Rare(const Rare& other) : own_(other.own_ ? std::make_unique<T>(*other.own_) : nullptr) {}
  Rare(Rare&&) noexcept = default;
  Rare& operator=(Rare other) noexcept {
    own_ = std::move(other.own_);
    return *this;
  }
  ~Rare() = default;

  const T& operator*() const { return own_ ? *own_ : kEmpty; }
  const T* operator->() const { return &**this; }
  // To change it: made where there is none.
  T& Own() {
    if (!own_) own_ = std::make_unique<T>();
    return *own_;
  }
  // The same, but null where there is none.
  T* Get() { return own_.get(); }

  friend bool operator==(const Rare& a, const Rare& b) { return *a == *b; }

 private:
  static inline const T kEmpty = {};
  std::unique_ptr<T> own_;
};

}  // namespace saywhen
