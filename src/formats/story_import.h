// A story in the making, from a format that is not ours: what every importer needs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/html_text.h"
#include "formats/json_tree.h"
#include "formats/reporter.h"
#include "model/key_table.h"
#include "model/story.h"

namespace saywhen {

// Where something stands: a value of JSON, or a byte of another file.
struct Place {
  JsonValue value;
  size_t byte = 0;
};

class StoryImport {
 public:
  // Keeps what it is given. `string_bytes`: of one text, at most.
  StoryImport(Reporter* reporter, const HtmlTokenizer* html,
              size_t string_bytes = JsonLimits().string_bytes)
      : reporter_(*reporter), html_(*html), string_bytes_(string_bytes) {}

  Story& story() { return story_; }
  Reporter& reporter() { return reporter_; }

  void Report(Severity severity, std::string_view code, std::string message, JsonValue at);
  // A value of another kind than it ought to be.
  void ReportKind(std::string_view expected, JsonValue at);
  // One that is no http or https address.
  void ReportAddress(JsonValue at);
  // Something that the story has no place for. Named once, with how often, where it first stood.
  void Drop(std::string what, JsonValue at);
  void Drop(std::string what, size_t byte);
  // What is no text in a page, or in the HTML of a field.
  void DropPassed(const HtmlText& html, const Place* field = nullptr);
  // Says what was dropped.
  void ReportDropped();

  // The speaker of that name, letter case aside; a new one when there is none, kNone without a
  // name.
  Index SpeakerNamed(std::string_view name);

  // Of a date in any form that dates are written in (loose_date.h); reported when it is none.
  std::optional<TimeInterval> Date(std::string_view text, JsonValue at);
  std::optional<TimeInterval> Date(std::string_view text, size_t byte);

  bool Tokenize(std::string_view html, HtmlEvents* events) const {
    return html_.Tokenize(html, events);
  }
  // Text of a field that may hold HTML; `sure`: that does.
  HtmlText Html(std::string_view text, const Place& field, bool sure = false);
  // The same as text, with the addresses of links.
  std::string PlainText(std::string_view text, const Place& field);

  // Makes one of speakers who are the same, cuts texts that are too long, finds quotes in their
  // articles' texts, gives ids to what has none of its own, says what was dropped. Error:
  // "empty-story".
  Result<Story> Finish() &&;

 private:
  struct Dropped {
    std::string what;
    std::string pointer;
    size_t byte = 0;
    uint64_t times = 0;
  };

  void Drop(std::string what, const Place& at, uint64_t times);
  void FindQuotes();

  Reporter& reporter_;
  const HtmlTokenizer& html_;
  size_t string_bytes_;
  Story story_;
  KeyTable names_;
  std::vector<Index> named_;  // speakers by the name's number
  KeyTable dropped_whats_;
  std::vector<Dropped> dropped_;
};

// An object's members by name. Remembers which were asked for: the others are dropped, by name,
// when it goes.
class Members {
 public:
  // `kind`: what the object is, for messages: "quotation". A value that is no object is reported,
  // and has no members.
  Members(StoryImport* import, JsonValue object, std::string_view kind);
  ~Members();
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;

  JsonValue value() const { return object_; }

  // Of any kind; null is as if it were not there.
  JsonValue operator[](std::string_view name);
  // A string or a number, as text; what is neither is reported.
  std::string Text(std::string_view name);
  // The same of what may be HTML.
  std::string PlainText(std::string_view name);
  // http or https; another text is reported.
  std::string Url(std::string_view name);
  std::optional<TimeInterval> Date(std::string_view name);
  // An array's items, or the one thing that stands instead of an array.
  std::vector<JsonValue> List(std::string_view name);
  // They say nothing that a reader would miss; nor does what is empty.
  void Leave(std::initializer_list<std::string_view> names);
  // Nothing more is dropped: the object as a whole is somebody else's matter.
  void LeaveAll() { left_ = true; }

 private:
  StoryImport& import_;
  JsonValue object_;
  std::string_view kind_;
  std::vector<std::string_view> asked_;
  bool left_ = false;
};

// A string, or a number as it is written; else nothing.
std::optional<std::string> ScalarText(JsonValue value);
// Not there, null, an empty list or object, or white space: it says nothing.
bool IsBlank(JsonValue value);
// Without white space at both ends.
std::string_view Trimmed(std::string_view text);

}  // namespace saywhen
