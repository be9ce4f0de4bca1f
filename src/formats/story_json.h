// The story file, version 1: JSON text to Story and back. The format: docs/story-format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/result.h"
#include "model/story.h"

namespace saywhen {

// Input past one of these is refused with an error that names the limit.
struct StoryLimits {
  size_t bytes = size_t{256} << 20;
  uint32_t depth = 64;  // arrays and objects inside each other
  uint32_t quotes = 2'000'000;
  size_t string_bytes = size_t{1} << 20;  // one string, decoded
};

// Reads a story. Everything wrong is added to `diagnostics` (may be null) with its pointer, line
// and column: severity kError when something was left out, kWarning when it was repaired or
// ignored. The rest of the story is still returned; text after a syntax error is lost, what stood
// before is kept. Errors: "limit-bytes", "limit-depth", "limit-quotes", "limit-string"; "bad-json"
// and "not-a-story" when nothing before the place could be used; "empty-story" when no quote and no
// event is usable.
Result<Story> ParseStory(std::string_view json, Diagnostics* diagnostics,
                         const StoryLimits& limits = {});

// The same of a file that is read while it arrives, in pieces of any size that may end anywhere,
// within a character too. Each piece is read at once, but for the last value of it, so that no call
// takes longer than its own bytes do, and Finish() only links what was read.
class StoryStream {
 public:
  explicit StoryStream(const StoryLimits& limits = {});
  ~StoryStream();

  void Append(std::string_view bytes);
  // How many have been read so far.
  size_t quotes() const;
  // What ParseStory() gives of all the bytes; nothing may be asked of it afterwards.
  Result<Story> Finish(Diagnostics* diagnostics);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The story as indented JSON text with a final new line. ParseStory gives the same Story back.
std::string WriteStory(const Story& story);

// What WriteStory(Selected(story, quotes)) gives.
std::string WriteStoryPart(const Story& story, std::span<const Index> quotes);

}  // namespace saywhen
