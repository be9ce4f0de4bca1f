// Many pieces of work by several threads at once, their results in the pieces' order, in the memory
// of a few.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/diagnostics.h"

namespace saywhen {

// A line of input, and what became of it.
struct LineWork {
  std::string line;
  uint64_t number = 0;  // from 1
  bool whole = true;    // false: its rest was too long and was passed over
  uint64_t read = 0;    // bytes of input, to its end

  std::string out;
  Diagnostics problems;
};

class OrderedWork {
 public:
  // `work` is called by any thread, for several lines at once. `done` is called for each line in
  // the order of Add(), never twice at once; false: nothing more is wanted. `idle` is called when
  // all that was done so far was told. With one job, or where no thread can be had, Add() does it
  // all.
  OrderedWork(unsigned jobs, std::function<void(LineWork*)> work,
              std::function<bool(LineWork*)> done, std::function<void()> idle);
  // What was added and not done is dropped.
  ~OrderedWork();
  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  // Waits while there are kLinesPerJob lines a job, or kMostBytes of them, that were not told yet.
  // False when nothing more is wanted.
  bool Add(LineWork line);
  // Waits for all of it.
  void Finish();

  static constexpr size_t kLinesPerJob = 16;
  static constexpr size_t kMostBytes = size_t{64} << 20;

 private:
  struct Piece {
    LineWork line;
    size_t bytes = 0;
    bool done = false;
  };

  void Run();
  // Tells what is done at the head of the line, unless another thread is at it.
  void Tell(std::unique_lock<std::mutex>* lock);

  std::function<void(LineWork*)> work_;
  std::function<bool(LineWork*)> done_;
  std::function<void()> idle_;
  size_t most_lines_;

  std::mutex mutex_;
  std::condition_variable room_;  // for another line, or none is left
  std::condition_variable more_;  // to do, or nothing more will come
  std::deque<Piece> pieces_;      // stay where they are until told
  size_t taken_ = 0;              // of pieces_, by a thread
  size_t bytes_ = 0;              // of pieces_
  bool telling_ = false;
  bool closed_ = false;
  bool unwanted_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace saywhen
