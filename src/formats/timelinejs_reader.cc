#include <array>
#include <utility>
#include <vector>

#include "formats/timelinejs.h"
#include "formats/timelinejs_slide.h"

namespace saywhen {
namespace timelinejs {
namespace {

class Reader {
 public:
  explicit Reader(StoryImport* import) : import_(*import), slides_(import) {}

  void Read(JsonValue root) {
    // Version 2 has all in one object.
    if (root["timeline"].is(JsonKind::kObject)) return ReadSecond(root);
    Members timeline(&import_, root, "timeline");
    const std::string scale = timeline.Text("scale");
    slides_.SetCosmological(scale == "cosmological");
    if (!scale.empty() && scale != "cosmological" && scale != "human") {
      import_.Drop("the scale " + Shown(scale), timeline["scale"]);
    }
    if (const JsonValue title = timeline["title"]) {
      Members slide(&import_, title, "title slide");
      slide.Leave({"unique_id"});
      Members text(&import_, slide["text"], "title slide's text");
      import_.story().title = text.PlainText("headline");
    }
    for (const JsonValue event : timeline.List("events")) Third(event, "slide");
    for (const JsonValue era : timeline.List("eras")) Third(era, "era");
  }

 private:
  // Parts that are not numbers are reported by Slides; here only what they are.
  Date DateOf(JsonValue value, std::string* display_date = nullptr) {
    Date date;
    Members members(&import_, value, "date");
    members.Leave({"format"});
    date.year = members.Text("year");
    date.month = members.Text("month");
    date.day = members.Text("day");
    date.hour = members.Text("hour");
    date.minute = members.Text("minute");
    date.second = members.Text("second");
    date.millisecond = members.Text("millisecond");
    date.time = members.Text("time");
    if (display_date != nullptr && display_date->empty()) {
      *display_date = members.Text("display_date");
    }
    return date;
  }

  void Third(JsonValue value, std::string_view kind) {
    if (!value.is(JsonKind::kObject)) return Unusable(value);
    Members members(&import_, value, kind);
    Slide slide;
    slide.place = {value, value.byte()};
    slide.id = members.Text("unique_id");
    slide.display_date = members.Text("display_date");
    slide.start = DateOf(members["start_date"], &slide.display_date);
    slide.end = DateOf(members["end_date"]);
    Members text(&import_, members["text"], "slide's text");
    slide.headline = text.Text("headline");
    slide.text = text.Text("text");
    slide.group = members.Text("group");
    if (const JsonValue media = members["media"]) slide.media = MediaOf(media, "url");
    slides_.Add(std::move(slide));
  }

  Media MediaOf(JsonValue value, std::string_view url) {
    Media media;
    Members members(&import_, value, "medium");
    media.url = members.Text(url);
    media.caption = members.Text("caption");
    media.credit = members.Text("credit");
    media.alt = members.Text("alt");
    return media;
  }

  void ReadSecond(JsonValue root) {
    Members whole(&import_, root, "timeline");
    Members timeline(&import_, whole["timeline"], "timeline");
    timeline.Leave({"type", "startDate"});
    import_.story().title = timeline.PlainText("headline");
    for (const JsonValue date : timeline.List("date")) Second(date, "slide");
    for (const JsonValue era : timeline.List("era")) Second(era, "era");
  }

  // "2011,12,10,07,02,10", "12/10/2011" (month first) or a year.
  static Date SecondDate(const std::string& text) {
    const bool slashes = text.find('/') != std::string::npos;
    std::vector<std::string> parts;
    for (size_t begin = 0; begin <= text.size();) {
      const size_t end = std::min(text.find(slashes ? '/' : ',', begin), text.size());
      parts.emplace_back(Trimmed(std::string_view(text).substr(begin, end - begin)));
      begin = end + 1;
    }
    parts.resize(6);
    if (slashes && !parts[2].empty()) return {parts[2], parts[0], parts[1], {}, {}, {}, {}, {}};
    return {parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], {}, {}};
  }

  void Second(JsonValue value, std::string_view kind) {
    if (!value.is(JsonKind::kObject)) return Unusable(value);
    Members members(&import_, value, kind);
    Slide slide;
    slide.place = {value, value.byte()};
    slide.start = SecondDate(members.Text("startDate"));
    slide.end = SecondDate(members.Text("endDate"));
    slide.headline = members.Text("headline");
    slide.text = members.Text("text");
    slide.group = members.Text("tag");
    if (const JsonValue asset = members["asset"]) slide.media = MediaOf(asset, "media");
    slides_.Add(std::move(slide));
  }

  void Unusable(JsonValue value) {
    import_.Report(Severity::kError, "wrong-type",
                   "expected an object, found " + std::string(JsonKindName(value.kind())), value);
  }

  StoryImport& import_;
  Slides slides_;
};

}  // namespace
}  // namespace timelinejs

void ReadTimelineJs(JsonValue root, StoryImport* import) { timelinejs::Reader(import).Read(root); }

}  // namespace saywhen
