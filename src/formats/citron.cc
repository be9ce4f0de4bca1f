#include "formats/citron.h"

#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace saywhen {
namespace {

constexpr std::string_view kOpeningMarks[] = {"\"", "'",  "“",  "‘", "«", "„",
                                              "‹",  "「", "『", "”", "»"};
constexpr std::string_view kClosingMarks[] = {"\"", "'", "”", "’", "»", "“", "›", "」", "』", "«"};

class Reader {
 public:
  explicit Reader(StoryImport* import) : import_(*import) {}

  void Read(JsonValue node) {
    if (node.is(JsonKind::kArray)) {
      for (const JsonValue each : node) Read(each);
    } else {
      Document(node);
    }
  }

 private:
  void Document(JsonValue node) {
    Members document(&import_, node, "document");
    const auto index = static_cast<Index>(import_.story().articles.size());
    import_.story().articles.emplace_back();
    std::string text = document.Text("text");
    const CodePointIndex places(text);
    for (const JsonValue quote : document.List("quotes")) ReadQuote(quote, index, text, places);
    import_.story().articles[index].text = std::move(text);
  }

  // {start, end, text}: where the text is, if it is there, and the words themselves.
  Passage Span(JsonValue node, std::string_view text, const CodePointIndex& places) {
    Passage passage;
    Members span(&import_, node, "span");
    passage.text = span.Text("text");
    const JsonValue from = span["start"];
    const double start = from.is(JsonKind::kNumber) ? from.number() : -1;
    const double end = span["end"].number();
    if (!(start >= 0 && start < end && end <= static_cast<double>(places.size()))) {
      if (!text.empty()) {
        import_.Report(Severity::kError, "bad-span",
                       "expected start and end in code points of the text, start before end", node);
      }
      return passage;
    }
    passage.span = {static_cast<uint32_t>(places.ByteOf(static_cast<size_t>(start))),
                    static_cast<uint32_t>(places.ByteOf(static_cast<size_t>(end)))};
    const std::string_view there = text.substr(passage.span.begin, passage.span.size());
    if (passage.text.empty()) passage.text = there;
    if (passage.text != there) {
      import_.Report(Severity::kWarning, "span-mismatch",
                     "the text has other words there; the place is left out", node);
      passage.span = {};
    }
    return passage;
  }

  // Takes the marks off; true when there were any at the beginning.
  static bool Unmark(Passage* passage) {
    bool marked = false;
    for (const std::string_view mark : kOpeningMarks) {
      if (marked || !passage->text.starts_with(mark)) continue;
      passage->text.erase(0, mark.size());
      if (!passage->span.empty()) passage->span.begin += static_cast<uint32_t>(mark.size());
      marked = true;
    }
    for (const std::string_view mark : kClosingMarks) {
      if (!marked || !passage->text.ends_with(mark)) continue;
      passage->text.resize(passage->text.size() - mark.size());
      if (!passage->span.empty()) passage->span.end -= static_cast<uint32_t>(mark.size());
      break;
    }
    return marked;
  }

  void ReadQuote(JsonValue node, Index article, std::string_view text,
                 const CodePointIndex& places) {
    Members members(&import_, node, "quote");
    Quote quote;
    quote.article = article;
    quote.id = members.Text("id");
    size_t marked = 0;
    size_t parts = 0;
    bool placed = true;
    std::string words;
    for (const JsonValue each : members.List("contents")) {
      Passage part = Span(each, text, places);
      if (Unmark(&part)) ++marked;
      if (part.text.empty()) continue;
      ++parts;
      if (!words.empty()) words += " ";
      words += part.text;
      placed = placed && !part.span.empty() &&
               (quote.spans.empty() || quote.spans.back().end <= part.span.begin);
      if (placed) quote.spans.push_back(part.span);
    }
    if (!placed) quote.spans.clear();
    quote.text = words;
    quote.type = marked == 0       ? QuoteType::kIndirect
                 : marked == parts ? QuoteType::kDirect
                                   : QuoteType::kMixed;
    if (const JsonValue cue = members["cue"]) quote.cue = Span(cue, text, places);
    Speakers(&members, &quote, text, places);
    if (const JsonValue confidence = members["confidence"]) {
      const bool known = confidence.number() >= 0 && confidence.number() <= 1;
      if (known && confidence.is(JsonKind::kNumber)) {
        quote.confidence = static_cast<float>(confidence.number());
      } else {
        import_.Report(Severity::kError, "bad-value", "expected a number from 0 to 1", confidence);
      }
    }
    if (quote.text.empty()) {
      import_.Report(Severity::kError, "missing-field",
                     "a quote has contents; this one is left out", node);
      return;
    }
    import_.story().quotes.push_back(std::move(quote));
  }

  void Speakers(Members* members, Quote* quote, std::string_view text,
                const CodePointIndex& places) {
    const std::vector<JsonValue> sources = members->List("sources");
    for (size_t i = 0; i < sources.size(); ++i) {
      Passage source = Span(sources[i], text, places);
      if (i == 0) {
        quote->mention = std::move(source);
      } else {
        import_.Drop("a second source of a quote", sources[i]);
      }
    }
    std::string name = quote->mention->text;
    const std::vector<JsonValue> coreferences = members->List("coreferences");
    for (size_t i = 0; i < coreferences.size(); ++i) {
      const Passage coreference = Span(coreferences[i], text, places);
      if (i == 0 && !coreference.text.empty()) name = coreference.text;
      if (i > 0) import_.Drop("a second coreference of a quote", coreferences[i]);
    }
    const Index speaker = import_.SpeakerNamed(name);
    if (speaker != kNone) quote->speakers.push_back(speaker);
  }

  StoryImport& import_;
};

}  // namespace

void ReadCitron(JsonValue root, StoryImport* import) { Reader(import).Read(root); }

}  // namespace saywhen
