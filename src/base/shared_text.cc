#include "base/shared_text.h"

#include <algorithm>
#include <new>

namespace saywhen {

SharedText::SharedText(size_t capacity)
    : block_(new (::operator new(sizeof(Block) + capacity)) Block{1}),
      bytes_(reinterpret_cast<char*>(block_ + 1)),
      size_(static_cast<uint32_t>(capacity)) {}

SharedText::SharedText(std::string_view text) {
  if (text.empty()) return;
  *this = SharedText(text.size());
  std::copy(text.begin(), text.end(), bytes_);
}

SharedText::SharedText(const SharedText& other)
    : block_(other.block_), bytes_(other.bytes_), size_(other.size_) {
  if (block_ != nullptr) block_->users.fetch_add(1, std::memory_order_relaxed);
}

SharedText::~SharedText() {
  if (block_ == nullptr || block_->users.fetch_sub(1, std::memory_order_acq_rel) > 1) return;
  ::operator delete(block_);
}

SharedText SharedText::Part(TextSpan span) const {
  SharedText part = *this;
  part.bytes_ += span.begin;
  part.size_ = span.size();
  return part;
}

SharedText TextPool::Add(std::string_view text) {
  if (text.size() > rest_.size()) rest_ = SharedText(std::max(text.size(), block_));
  const auto size = static_cast<uint32_t>(text.size());
  std::copy(text.begin(), text.end(), rest_.bytes_);
  SharedText added = rest_.Part({0, size});
  rest_ = rest_.Part({size, rest_.size_});
  return added;
}

}  // namespace saywhen
