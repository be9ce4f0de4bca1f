// ParseStory and StoryStream: pieces come from the cutter, their tokens from the scanner, and what
// each means is the reader's.
#include "formats/story_json.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "formats/json_cutter.h"
#include "formats/story_json_reader.h"

namespace saywhen {
namespace story_json {

// One file, whole or in pieces.
class Reading {
 public:
  explicit Reading(const StoryLimits& limits) : limits_(limits), reader_(limits, &reporter_) {}

  // So many bytes more are there to be read.
  void Count(size_t bytes) { bytes_ += bytes; }
  // Nothing more can be read.
  bool ended() const { return ended_ || TooLong(); }
  // As ScanJsonPiece.
  void Read(std::string_view piece, size_t opened, bool last);
  size_t quotes() const { return reader_.quotes(); }
  Result<Story> Finish(Diagnostics* diagnostics);

 private:
  bool TooLong() const { return bytes_ > std::min<uint64_t>(limits_.bytes, UINT32_MAX); }

  // What is wrong with the bytes is told before what is wrong with the story, whichever came first.
  bool marked_ = false;
  std::optional<TextPosition> malformed_;
  Diagnostics problems_;
  Reporter reporter_{{}, &problems_};
  StoryLimits limits_;
  Reader reader_;
  uint64_t bytes_ = 0;
  bool ended_ = false;
};

void Reading::Read(std::string_view piece, size_t opened, bool last) {
  // A byte order mark behind what opens a piece is none.
  const JsonInput input(piece);
  marked_ = marked_ || input.marked();
  const TextPosition begin = reader_.position();
  ended_ = !reader_.Read(input.text(), opened, last);
  // What stands behind the place where reading stopped is not looked at.
  if (malformed_ || !input.repaired() || input.malformed() > reader_.token_end) return;
  malformed_ = Advance(input.text(), begin, opened, input.malformed());
}

Result<Story> Reading::Finish(Diagnostics* diagnostics) {
  if (TooLong()) {
    return Error{"limit-bytes",
                 "the file is larger than the limit of " + Decimal(limits_.bytes) + " bytes", "", 1,
                 1};
  }
  Result<Story> story = reader_.Finish();
  if (diagnostics == nullptr) return story;
  Reporter reporter({}, diagnostics);
  if (marked_) ReportByteOrderMark(&reporter);
  if (malformed_) ReportMalformed(&reporter, *malformed_);
  diagnostics->Append(std::move(problems_));
  return story;
}

}  // namespace story_json

struct StoryStream::State {
  story_json::Reading reading;
  JsonCutter cutter;
  std::string rest;   // what opens it, and what has arrived and is not read yet
  size_t opened = 0;  // bytes of it that open it (ScanJsonPiece)
};

StoryStream::StoryStream(const StoryLimits& limits)
    : state_(new State{story_json::Reading(limits), {}, {}}) {}
StoryStream::~StoryStream() = default;

size_t StoryStream::quotes() const { return state_->reading.quotes(); }

void StoryStream::Append(std::string_view bytes) {
  constexpr size_t kPiece = size_t{64} << 10;  // so much is read at a time, and kept
  auto& [reading, cutter, rest, opened] = *state_;
  reading.Count(bytes.size());
  while (!reading.ended() && !bytes.empty()) {
    const std::string_view next = bytes.substr(0, kPiece);
    bytes.remove_prefix(next.size());
    const size_t before = rest.size();
    rest.append(next);
    const size_t cut = cutter.Read(next);
    if (cut == 0) continue;
    reading.Read(std::string_view(rest).substr(0, before + cut), opened, false);
    const std::string opening = cutter.Opening();
    rest.replace(0, before + cut, opening);
    opened = opening.size();
  }
}

Result<Story> StoryStream::Finish(Diagnostics* diagnostics) {
  // What it took to read goes, whoever keeps the stream.
  const std::unique_ptr<State> state = std::move(state_);
  auto& [reading, cutter, rest, opened] = *state;
  if (!reading.ended()) reading.Read(rest, opened, true);
  return reading.Finish(diagnostics);
}

Result<Story> ParseStory(std::string_view json, Diagnostics* diagnostics,
                         const StoryLimits& limits) {
  story_json::Reading reading(limits);
  reading.Count(json.size());
  if (!reading.ended()) reading.Read(json, 0, true);
  return reading.Finish(diagnostics);
}

}  // namespace saywhen
