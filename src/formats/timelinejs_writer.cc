#include <algorithm>
#include <optional>
#include <utility>

#include "base/json_writer.h"
#include "formats/losses.h"
#include "formats/timelinejs.h"
#include "model/calendar.h"
#include "model/time_extent.h"

namespace saywhen {
namespace {

using story_json::Field;
using story_json::Object;

constexpr HeldField kHeld[] = {
    {Object::kRoot, Field::kTitle},        {Object::kRoot, Field::kArticles},
    {Object::kRoot, Field::kSpeakers},     {Object::kRoot, Field::kQuotes},
    {Object::kRoot, Field::kEvents},       {Object::kArticle, Field::kHeadline},
    {Object::kSpeaker, Field::kName},      {Object::kSpeaker, Field::kRole},
    {Object::kQuote, Field::kId},          {Object::kQuote, Field::kArticle},
    {Object::kQuote, Field::kText},        {Object::kQuote, Field::kSpeakers},
    {Object::kQuote, Field::kSaid},        {Object::kQuote, Field::kUrl},
    {Object::kSaid, Field::kEdtf},         {Object::kSaid, Field::kText},
    {Object::kQuote, Field::kType},        {Object::kEvent, Field::kId},
    {Object::kEvent, Field::kTitle},       {Object::kEvent, Field::kWhen},
    {Object::kEvent, Field::kDescription}, {Object::kEvent, Field::kArticle},
    {Object::kEvent, Field::kMedia},       {Object::kWhen, Field::kEdtf},
    {Object::kWhen, Field::kText},         {Object::kMedia, Field::kUrl},
    {Object::kMedia, Field::kAlt},         {Object::kMedia, Field::kCaption},
    {Object::kMedia, Field::kCredit}};

std::string Escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

// Paragraphs and lines as HTML.
std::string Paragraphs(std::string_view text) {
  std::string html = "<p>";
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n') {
      html += Escaped(text.substr(at, 1));
    } else if (text.substr(at, 2) == "\n\n") {
      html += "</p><p>";
      while (at + 1 < text.size() && text[at + 1] == '\n') ++at;
    } else {
      html += "<br>";
    }
  }
  return html + "</p>";
}

// The units that EDTF and TimelineJS have in common, from the year on.
int PartsOf(Precision precision) {
  switch (precision) {
    case Precision::kMonth:
      return 2;
    case Precision::kDay:
      return 3;
    case Precision::kMinute:
      return 5;
    case Precision::kSecond:
      return 6;
    default:
      return 1;
  }
}

// Years of JavaScript's Date, in which TimelineJS counts but for cosmological timelines.
constexpr int64_t kLargestYear = 271'820;

std::string_view StartOf(std::string_view edtf) { return edtf.substr(0, edtf.find('/')); }
std::string_view EndOf(std::string_view edtf) {
  const size_t slash = edtf.find('/');
  return slash == std::string_view::npos ? edtf : edtf.substr(slash + 1);
}

// "Y-13800000000", "Y-138E8": a year beyond JavaScript's, and perhaps beyond CivilMs, as written.
std::optional<int64_t> FarYear(std::string_view edtf) {
  constexpr int64_t kLargest = 1'000'000'000'000'000;
  if (!edtf.starts_with('Y')) return std::nullopt;
  const bool negative = edtf.substr(1).starts_with('-');
  const auto digits = [&](size_t* at) {
    int64_t number = 0;
    for (; *at < edtf.size() && edtf[*at] >= '0' && edtf[*at] <= '9'; ++*at) {
      number = std::min(number * 10 + (edtf[*at] - '0'), kLargest);
    }
    return number;
  };
  size_t at = negative ? 2 : 1;
  int64_t year = digits(&at);
  if (at < edtf.size() && edtf[at] == 'E') {
    ++at;
    for (int64_t zeros = digits(&at); zeros > 0 && year < kLargest; --zeros) year *= 10;
  }
  if (year <= kLargestYear) return std::nullopt;
  return negative ? -year : year;
}

class Writer {
 public:
  Writer(const Story& story, Diagnostics* losses) : story_(story), losses_(losses) {}

  std::string Write() {
    cosmological_ = NeedsCosmologicalScale();
    json_.BeginObject();
    if (!story_.title.empty()) {
      json_.Key("title").BeginObject().Key("text").BeginObject();
      json_.Key("headline").String(Escaped(story_.title)).EndObject().EndObject();
    }
    if (cosmological_) json_.Key("scale").String("cosmological");
    json_.Key("events").BeginArray();
    for (Index i = 0; i < story_.quotes.size(); ++i) Quote(i);
    for (Index i = 0; i < story_.events.size(); ++i) Event(i);
    json_.EndArray().EndObject();
    return std::move(json_).Take() + "\n";
  }

 private:
  void Lost(std::string message, std::string_view list, Index index, std::string_view field = {}) {
    ReportLoss(std::move(message), list, index, field, losses_);
  }
  bool NeedsCosmologicalScale() const {
    const auto far = [](const TimeInterval* when) {
      if (when == nullptr) return false;
      if (FarYear(StartOf(when->edtf)) || FarYear(EndOf(when->edtf))) return true;
      for (const CivilMs end : {when->earliest, when->latest}) {
        if (end == kDistantPast || end == kDistantFuture) continue;
        const int64_t year = FromCivilMs(end).year;
        if (year > kLargestYear || year < -kLargestYear) return true;
      }
      return false;
    };
    return std::any_of(story_.quotes.begin(), story_.quotes.end(),
                       [&](const saywhen::Quote& quote) { return far(WhenSaid(story_, quote)); }) ||
           std::any_of(
               story_.events.begin(), story_.events.end(),
               [&](const saywhen::Event& event) { return event.when && far(&event.when->when); });
  }

  void YearAlone(std::string_view key, int64_t year) {
    json_.Key(key).BeginObject().Key("year").Int(year).EndObject();
  }

  // An instant's parts, as many as are known.
  void Parts(std::string_view key, CivilMs at, int parts) {
    const CivilTime time = FromCivilMs(at);
    const int64_t year = time.year <= 0 && !cosmological_ ? time.year - 1 : time.year;
    json_.Key(key).BeginObject().Key("year").Int(year);
    if (parts > 1) json_.Key("month").Int(time.month);
    if (parts > 2) json_.Key("day").Int(time.day);
    if (parts > 3) json_.Key("hour").Int(time.hour).Key("minute").Int(time.minute);
    if (parts > 5) json_.Key("second").Int(time.second);
    if (parts > 5 && time.millisecond != 0) json_.Key("millisecond").Int(time.millisecond);
    // Of a time with seconds TimelineJS shows no day else.
    if (parts > 5 && time.second != 0) json_.Key("format").String("full_long");
    json_.EndObject();
  }

  static bool HasStart(const TimeInterval& when) {
    return when.earliest != kDistantPast || FarYear(StartOf(when.edtf));
  }
  static bool HasEnd(const TimeInterval& when) {
    return when.latest != kDistantFuture || FarYear(EndOf(when.edtf));
  }

  // Whether the slide can have a date at all.
  bool IsShown(const TimeInterval* when, std::string_view list, Index index) {
    if (when != nullptr && (HasStart(*when) || HasEnd(*when))) return true;
    Lost("without a date that is known there is no slide; left out", list, index);
    return false;
  }

  // `words` that stand in the article say when from where it was written ("yesterday"): they are no
  // date to show.
  void Dates(const TimeInterval& when, const Passage& words, std::string_view list, Index index,
             std::string_view field) {
    const int parts = PartsOf(when.precision);
    // The last instant within, of the end's own unit.
    const auto last = [&] { return SaturatingAdd(when.latest, -1); };
    const std::optional<int64_t> far_start = FarYear(StartOf(when.edtf));
    const std::optional<int64_t> far_end = FarYear(EndOf(when.edtf));
    if (far_start || (far_end && !HasStart(when))) {
      YearAlone("start_date", far_start ? *far_start : *far_end);
    } else {
      Parts("start_date", HasStart(when) ? when.earliest : last(), parts);
    }
    if (when.is_interval && HasStart(when) && HasEnd(when)) {
      if (far_end) {
        YearAlone("end_date", *far_end);
      } else {
        Parts("end_date", last(), parts);
      }
    }
    const bool plain_unit = when.precision == Precision::kYear || parts > 1;
    // Without its offset from UTC a time is still that of the clock there, and is shown as one.
    const bool shown = !when.uncertain && !when.approximate && !when.unspecified && plain_unit &&
                       when.start == Boundary::kKnown && when.end == Boundary::kKnown &&
                       when.edtf.find_first_of("[{S") == std::string::npos;
    const bool exact = shown && !when.utc_offset_minutes;
    std::string display = words.span.empty() ? words.text : "";
    if (!words.span.empty()) {
      Lost("\"text\" of a time in an article is lost in TimelineJS", list, index, field);
    }
    if (!exact) {
      Lost(Shown(when.edtf) + " is a date that TimelineJS holds in part only", list, index, field);
      if (display.empty() && !shown) display = when.edtf;
    }
    if (!display.empty()) json_.Key("display_date").String(Escaped(display));
  }

  void Group(Index article) {
    if (article >= story_.articles.size()) return;
    const std::string& headline = story_.articles[article].headline;
    if (!headline.empty()) json_.Key("group").String(headline);
  }

  void Quote(Index index) {
    const saywhen::Quote& quote = story_.quotes[index];
    const TimeInterval* when = WhenSaid(story_, quote);
    if (!IsShown(when, "quotes", index)) return;
    const bool reported = quote.type == QuoteType::kIndirect;
    if (reported) {
      Lost("words that are only reported are an event in TimelineJS", "quotes", index, "type");
    } else if (quote.type == QuoteType::kMixed) {
      Lost("that a quote is mixed cannot be said in TimelineJS", "quotes", index, "type");
    }
    json_.BeginObject().Key("unique_id").String(quote.id);
    Dates(*when, quote.said ? *quote.said->words : Passage(), "quotes", index, "said");
    std::string names;
    std::string cites;
    for (const Index each : quote.speakers) {
      const Speaker& speaker = story_.speakers[each];
      names += (names.empty() ? "" : ", ") + speaker.name;
      const std::string role = speaker.role.empty() ? "" : ", " + speaker.role;
      cites += "<cite>" + Escaped(speaker.name + role) + "</cite>";
    }
    const std::string cite =
        quote.more->url.empty() ? "" : " cite=\"" + Escaped(quote.more->url) + "\"";
    json_.Key("text").BeginObject();
    if (!names.empty()) json_.Key("headline").String(Escaped(names));
    json_.Key("text").String(reported ? Paragraphs(quote.text)
                                      : "<blockquote" + cite + ">" + Paragraphs(quote.text) +
                                            cites + "</blockquote>");
    json_.EndObject();
    Group(quote.article);
    json_.EndObject();
  }

  void Event(Index index) {
    const saywhen::Event& event = story_.events[index];
    if (!IsShown(event.when ? &event.when->when : nullptr, "events", index)) return;
    json_.BeginObject().Key("unique_id").String(event.id);
    Dates(event.when->when, *event.when->words, "events", index, "when");
    json_.Key("text").BeginObject().Key("headline").String(Escaped(event.title));
    if (!event.description.empty()) json_.Key("text").String(Paragraphs(event.description));
    json_.EndObject();
    if (!event.media.url.empty()) {
      json_.Key("media").BeginObject().Key("url").String(event.media.url);
      Text("caption", event.media.caption);
      Text("credit", event.media.credit);
      if (!event.media.alt.empty()) json_.Key("alt").String(event.media.alt);
      json_.EndObject();
    }
    Group(event.article);
    json_.EndObject();
  }

  void Text(std::string_view key, std::string_view text) {
    if (!text.empty()) json_.Key(key).String(Escaped(text));
  }

  const Story& story_;
  Diagnostics* losses_;
  bool cosmological_ = false;
  JsonWriter json_{2};
};

}  // namespace

std::string WriteTimelineJs(const Story& story, Diagnostics* losses) {
  ReportLosses(story, "TimelineJS", kHeld, losses);
  ReportAlone(story, "TimelineJS", {.by_events = true}, losses);
  return Writer(story, losses).Write();
}

}  // namespace saywhen
