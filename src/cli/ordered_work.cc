#include "cli/ordered_work.h"

#include <system_error>
#include <utility>

namespace saywhen {

OrderedWork::OrderedWork(unsigned jobs, std::function<void(LineWork*)> work,
                         std::function<bool(LineWork*)> done, std::function<void()> idle)
    : work_(std::move(work)),
      done_(std::move(done)),
      idle_(std::move(idle)),
      most_lines_(jobs * kLinesPerJob) {
  if (jobs < 2) return;
  try {
    for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { Run(); });
  } catch (const std::system_error&) {
    // Those that there are do it.
  }
}

OrderedWork::~OrderedWork() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    unwanted_ = true;
  }
  more_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool OrderedWork::Add(LineWork line) {
  if (threads_.empty()) {
    work_(&line);
    if (!unwanted_ && !done_(&line)) unwanted_ = true;
    idle_();
    return !unwanted_;
  }
  std::unique_lock lock(mutex_);
  const size_t bytes = line.line.size();
  room_.wait(lock, [&] {
    return unwanted_ || pieces_.empty() ||
           (pieces_.size() < most_lines_ && bytes_ + bytes <= kMostBytes);
  });
  if (unwanted_) return false;
  pieces_.push_back({std::move(line), bytes});
  bytes_ += bytes;
  more_.notify_one();
  return true;
}

void OrderedWork::Finish() {
  std::unique_lock lock(mutex_);
  closed_ = true;
  more_.notify_all();
  room_.wait(lock, [&] { return !telling_ && (unwanted_ || pieces_.empty()); });
}

void OrderedWork::Run() {
  std::unique_lock lock(mutex_);
  while (true) {
    more_.wait(lock, [&] { return unwanted_ || closed_ || taken_ < pieces_.size(); });
    if (unwanted_ || taken_ == pieces_.size()) return;
    // A deque's items stay in their place while others come and go at its ends.
    Piece& piece = pieces_[taken_++];
    lock.unlock();
    work_(&piece.line);
    lock.lock();
    piece.done = true;
    Tell(&lock);
  }
}

void OrderedWork::Tell(std::unique_lock<std::mutex>* lock) {
  if (telling_) return;
  telling_ = true;
  while (!unwanted_ && !pieces_.empty() && pieces_.front().done) {
    LineWork line = std::move(pieces_.front().line);
    bytes_ -= pieces_.front().bytes;
    pieces_.pop_front();
    --taken_;
    room_.notify_all();
    lock->unlock();
    const bool wanted = done_(&line);
    lock->lock();
    // What came to be done meanwhile is told by this loop too.
    if (!wanted) unwanted_ = true;
    if (wanted && (pieces_.empty() || !pieces_.front().done)) {
      lock->unlock();
      idle_();
      lock->lock();
    }
  }
  telling_ = false;
  room_.notify_all();
  if (unwanted_) more_.notify_all();
}

}  // namespace saywhen
