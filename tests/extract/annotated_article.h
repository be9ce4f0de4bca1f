// An article with what is said in it marked by hand: what the extractor is measured by. The markup
// and the rules of annotation: tests/data/extract/README.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text_span.h"
#include "model/time_interval.h"

namespace saywhen {

// Somebody or something that is quoted, by every name that is right; the first is the one to show.
struct GoldSpeaker {
  std::vector<std::string> names;
  // The article gives no name, only a description ("two officials"): the words that it first
  // describes it with, as a source, are among `names`.
  bool unnamed = false;
};

// Spans are bytes of GoldArticle::text, in its order; several when the thing is in pieces.
struct GoldAttribution {
  std::string type;  // "direct", "indirect", "mixed"; research data has more
  std::vector<TextSpan> source;
  std::vector<TextSpan> cue;
  std::vector<TextSpan> content;
  std::vector<TextSpan> prompt;    // the question that it answers
  std::vector<uint32_t> speakers;  // in GoldArticle::speakers; empty: nobody knows
  std::optional<uint32_t> said;    // in GoldArticle::times: the words that say when it was said
  uint32_t line = 0;               // of the file, where its content begins
};

struct GoldTime {
  TextSpan span;
  TimeInterval when;
};

struct GoldArticle {
  std::string id;
  std::string language;  // BCP 47
  std::string published;
  std::string style;
  std::string text;  // paragraphs separated by one empty line
  std::vector<GoldSpeaker> speakers;
  std::vector<GoldAttribution> attributions;  // in the order of their contents
  std::vector<GoldTime> times;                // in the order of the text
  // Whether speakers and times are annotated at all; research data has neither.
  bool annotates_speakers = false;
  bool annotates_times = false;
};

// `file`: a whole file of tests/data/extract. `path` is only for messages. Errors: "annotation",
// with the line, and a message that begins with "path:line: ".
Result<GoldArticle> ParseAnnotatedArticle(std::string_view file, std::string_view path);

// What stands at the spans, pieces separated by " … ": for people.
std::string ShownSpans(std::string_view text, const std::vector<TextSpan>& spans);

}  // namespace saywhen
