// A slide of TimelineJS, whatever file it was in, on its way into a story.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "formats/json_tree.h"
#include "formats/story_import.h"

namespace saywhen::timelinejs {

// As written; empty parts are not known.
struct Date {
  std::string year;
  std::string month;
  std::string day;
  std::string hour;
  std::string minute;
  std::string second;
  std::string millisecond;
  std::string time;  // "8:30 pm": in place of the four before

  bool empty() const { return year.empty(); }
};

struct Slide {
  Date start;
  Date end;
  std::string display_date;
  std::string headline;  // may be HTML, as may text
  std::string text;
  Media media;
  std::string group;
  std::string id;
  Place place;
};

// Adds slides to a story: quotes, an event, an article for their group.
class Slides {
 public:
  explicit Slides(StoryImport* import) : import_(*import) {}

  void SetCosmological(bool cosmological) { cosmological_ = cosmological; }
  void Add(Slide slide);

  void Report(Severity severity, std::string_view code, std::string message, const Place& place);

 private:
  // EDTF, or nothing; reported when it is none.
  std::string Edtf(const Date& date, const Place& place);
  std::optional<StoryTime> When(const Slide& slide);
  Index ArticleOf(std::string_view group);
  void SetMedia(Slide* slide, Event* event);

  StoryImport& import_;
  bool cosmological_ = false;
  KeyTable groups_;
  std::vector<Index> group_articles_;
};

}  // namespace saywhen::timelinejs
