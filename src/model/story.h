// A story: who said what, when, and about when. Plain values; the shape of the file format
// (docs/story-format.md) with ids resolved to indexes and offsets turned from code points to bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/rare.h"
#include "base/shared_text.h"
#include "base/steady_vector.h"
#include "base/text_span.h"
#include "model/time_interval.h"

namespace saywhen {

// Position in one of Story's vectors.
using Index = uint32_t;
constexpr Index kNone = 0xFFFFFFFF;

// Fields of the file that this version does not know: `"name":value` pairs, comma separated, as
// they stood in the file. Kept so that writing the story back loses nothing.
using Extra = std::string;

// How a time is known: the source states it, we inferred it, or it is only the publication's.
enum class Basis : uint8_t { kStated, kInferred, kPublished };

enum class QuoteType : uint8_t { kDirect, kIndirect, kMixed };

enum class SpeakerKind : uint8_t { kPerson, kOrganisation, kGroup, kDocument };

// A piece of the article's text: what it says and where; span is empty when the place is unknown.
struct Passage {
  std::string text;
  TextSpan span;
  Extra extra;
};

// W3C Web Annotation TextQuoteSelector.
struct Selector {
  std::string exact;
  std::string prefix;
  std::string suffix;
  Extra extra;
};

struct StoryTime {
  TimeInterval when;
  std::optional<Basis> basis;
  Rare<Passage> words;  // the words of the article that name this time
};

struct Publisher {
  std::string name;
  std::string url;
  Extra extra;
};

struct Author {
  std::string name;
  Extra extra;
};

struct Article {
  std::string id;
  std::string url;
  std::string headline;
  std::string language;  // BCP 47
  Publisher publisher;
  std::vector<Author> authors;
  std::optional<TimeInterval> published;
  std::optional<TimeInterval> modified;
  std::string dateline;
  SharedText text;  // paragraphs separated by one empty line
  Extra extra;
};

struct Speaker {
  std::string id;
  std::string name;
  std::string role;
  std::string affiliation;
  std::vector<std::string> aliases;
  SpeakerKind kind = SpeakerKind::kPerson;
  std::vector<std::string> same_as;
  std::string image;
  std::string color;  // "#rrggbb", or empty
  Extra extra;
};

// What few quotes have.
struct QuoteMore {
  std::string language;  // of the words; empty: the article's
  std::string prompt;    // the question it answers
  std::vector<Index> addressees;
  std::vector<Index> mentions;  // speakers talked about
  std::string url;
  std::string note;
  Extra extra;
  friend bool operator==(const QuoteMore&, const QuoteMore&) = default;
};

struct Quote {
  std::string id;
  Index article = kNone;
  QuoteType type = QuoteType::kDirect;
  SharedText text;              // its words; where they are the article's, a part of that text
  std::vector<TextSpan> spans;  // in the article's text; several when the attribution splits it
  Rare<Selector> selector;
  std::vector<Index> speakers;  // empty: unknown
  Rare<Passage> mention;        // the words that name the speaker here ("he")
  Rare<Passage> cue;            // "said"
  std::optional<StoryTime> said;
  std::vector<StoryTime> about;
  std::string place;
  Index within = kNone;  // the quote that this one is part of
  std::vector<std::string> tags;
  float confidence = 1.0F;  // 0 to 1
  Rare<QuoteMore> more;
};

struct Media {
  std::string url;
  std::string alt;
  std::string caption;
  std::string credit;
  Extra extra;
};

struct Event {
  std::string id;
  std::string title;
  std::optional<StoryTime> when;
  std::string description;
  std::string place;
  Index article = kNone;
  TextSpan span;
  std::string url;
  Media media;
  Extra extra;
};

struct Story {
  std::string title;
  std::string language;  // BCP 47
  std::vector<Article> articles;
  std::vector<Speaker> speakers;
  SteadyVector<Quote> quotes;
  std::vector<Event> events;
  Extra extra;
};

}  // namespace saywhen
