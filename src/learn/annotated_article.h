// Articles in which people have marked who says what: one JSON object a line,
// {"id", "language", "published", "text", "attributions": [{"type", "source", "cue", "content"}]}
// with spans [[begin, end], …] in code points.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text_span.h"

namespace saywhen {

struct AnnotatedAttribution {
  std::string type;              // "direct", "indirect", "mixed", and others of a corpus's own
  std::vector<TextSpan> source;  // bytes of the text
  std::vector<TextSpan> cue;
  std::vector<TextSpan> content;
};

struct AnnotatedArticle {
  std::string id;
  std::string language;
  std::string published;
  std::string text;
  std::vector<AnnotatedAttribution> attributions;
};

// Errors: "bad-json", "bad-annotation" (no text).
Result<AnnotatedArticle> ReadAnnotatedArticle(std::string_view line);

}  // namespace saywhen
