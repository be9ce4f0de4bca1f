// A vector for large items that are very many: growing it moves none, and reserves room for none.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <utility>
#include <vector>

namespace saywhen {

// Each item has memory of its own and stays there until it is removed. Copies own their copies.
template <typename T>
class SteadyVector {
  template <typename Item>
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = Item*;
    using reference = Item&;

    Iterator() = default;
    explicit Iterator(T* const* at) : at_(at) {}
    Item& operator*() const { return **at_; }
    Item* operator->() const { return *at_; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return Iterator(at_++); }
    friend bool operator==(Iterator, Iterator) = default;

   private:
    T* const* at_ = nullptr;
  };

 public:
  using value_type = T;

  SteadyVector() = default;
  SteadyVector(std::initializer_list<T> items) {
    for (const T& item : items) push_back(item);
  }
  SteadyVector(const SteadyVector& other) {
    for (const T& item : other) push_back(item);
  }
  SteadyVector(SteadyVector&&) noexcept = default;
  SteadyVector& operator=(SteadyVector other) noexcept {
    items_.swap(other.items_);
    return *this;
  }
  ~SteadyVector() { Shorten(0); }

  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  T& operator[](size_t i) { return *items_[i]; }
  const T& operator[](size_t i) const { return *items_[i]; }
  const T& at(size_t i) const { return *items_.at(i); }
  T& front() { return *items_.front(); }
  const T& front() const { return *items_.front(); }
  T& back() { return *items_.back(); }
  const T& back() const { return *items_.back(); }

  auto begin() { return Iterator<T>(items_.data()); }
  auto end() { return Iterator<T>(items_.data() + items_.size()); }
  auto begin() const { return Iterator<const T>(items_.data()); }
  auto end() const { return Iterator<const T>(items_.data() + items_.size()); }

  T& emplace_back() { return *items_.emplace_back(new T); }
  void push_back(T item) { items_.push_back(new T(std::move(item))); }
  void pop_back() {
    delete items_.back();
    items_.pop_back();
  }
  // To so many, or fewer.
  void Shorten(size_t size) {
    while (items_.size() > size) pop_back();
  }

 private:
  // Plain pointers: growing them is the code of every vector of numbers.
  std::vector<T*> items_;
};

}  // namespace saywhen
