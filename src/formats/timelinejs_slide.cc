#include "formats/timelinejs_slide.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "formats/html_quotes.h"
#include "formats/http_url.h"
#include "formats/loose_date.h"
#include "model/edtf.h"

namespace saywhen::timelinejs {
namespace {

// A whole number, also one written as "2014.0"; nothing when it is none or has more than 12 digits.
std::optional<int64_t> Whole(std::string_view text) {
  text = Trimmed(text);
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const size_t point = text.find('.');
  if (point != std::string_view::npos) {
    if (text.find_first_not_of('0', point + 1) != std::string_view::npos) return std::nullopt;
    text = text.substr(0, point);
  }
  if (text.empty() || text.size() > 12) return std::nullopt;
  int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return negative ? -number : number;
}

std::string Padded(int64_t number, size_t width) {
  std::string digits = Decimal(static_cast<uint64_t>(number));
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::string YearText(int64_t year) {
  const int64_t size = year < 0 ? -year : year;
  const std::string sign = year < 0 ? "-" : "";
  return size > 9999 ? "Y" + sign + Decimal(static_cast<uint64_t>(size)) : sign + Padded(size, 4);
}

// "T20:30", or nothing; false when it is no time.
bool TimeOfDay(const Date& date, std::string* text) {
  text->clear();
  if (!date.time.empty()) {
    const std::optional<TimeInterval> read = ReadLooseDate("2000-01-01 " + date.time);
    if (!read) return false;
    *text = read->edtf.substr(10);
    return true;
  }
  if (date.hour.empty()) return true;
  const std::optional<int64_t> hour = Whole(date.hour);
  const std::optional<int64_t> minute = date.minute.empty() ? 0 : Whole(date.minute);
  if (!hour || !minute || *hour < 0 || *minute < 0) return false;
  *text = "T" + Padded(*hour, 2) + ":" + Padded(*minute, 2);
  if (date.second.empty()) return true;
  const std::optional<int64_t> second = Whole(date.second);
  if (!second || *second < 0) return false;
  *text += ":" + Padded(*second, 2);
  if (date.millisecond.empty()) return true;
  const std::optional<int64_t> millisecond = Whole(date.millisecond);
  if (!millisecond || *millisecond < 0) return false;
  *text += "." + Padded(*millisecond, 3);
  return true;
}

// "2014-05-13T20:30" of the parts as far as they go; empty, and `*wrong` says which part, when one
// of them is no date's.
std::string Joined(const Date& date, bool cosmological, std::string_view* wrong) {
  std::optional<int64_t> year = Whole(date.year);
  *wrong = "year";
  if (!year || (*year == 0 && !cosmological)) return {};
  if (*year < 0 && !cosmological) ++*year;
  std::string text = YearText(*year);
  if (date.month.empty()) return text;
  *wrong = "month";
  const std::optional<int64_t> month = Whole(date.month);
  if (!month || *month < 1 || *month > 12 || text.starts_with('Y')) return {};
  text += "-" + Padded(*month, 2);
  if (date.day.empty()) return text;
  *wrong = "day";
  const std::optional<int64_t> day = Whole(date.day);
  if (!day || *day < 1 || *day > 31) return {};
  text += "-" + Padded(*day, 2);
  std::string time;
  *wrong = "time";
  if (!TimeOfDay(date, &time)) return {};
  return text + time;
}

}  // namespace

void Slides::Report(Severity severity, std::string_view code, std::string message,
                    const Place& place) {
  if (place.value) return import_.Report(severity, code, std::move(message), place.value);
  import_.reporter().Report(severity, code, std::move(message), "", place.byte);
}

// What is wrong is left away from the finest part on: the year alone is a date too.
std::string Slides::Edtf(const Date& date, const Place& place) {
  Date rest = date;
  const bool timed = !date.time.empty() || !date.hour.empty();
  const bool gap = !date.year.empty() &&
                   (date.month.empty() ? !date.day.empty() || timed : date.day.empty() && timed);
  if (gap) {
    Report(Severity::kError, "bad-date",
           std::string("the date has no ") + (date.month.empty() ? "month" : "day") +
               "; what is finer is left out",
           place);
  }
  for (bool first = true; !rest.empty(); first = false) {
    std::string_view wrong;
    std::string text = Joined(rest, cosmological_, &wrong);
    if (!text.empty() && ParseEdtf(text).ok()) return text;
    if (text.empty() && wrong == "year") {
      Report(Severity::kError, "bad-date", Shown(date.year) + " is no year", place);
      return {};
    }
    if (first) {
      Report(Severity::kError, "bad-date",
             "the date has no such " + std::string(text.empty() ? wrong : "day or time") +
                 "; it is read without",
             place);
    }
    if (!rest.time.empty() || !rest.hour.empty()) {
      rest.time.clear();
      rest.hour.clear();
    } else if (!rest.day.empty()) {
      rest.day.clear();
    } else {
      rest.month.clear();
    }
  }
  return {};
}

std::optional<StoryTime> Slides::When(const Slide& slide) {
  const std::string start = Edtf(slide.start, slide.place);
  const std::string end = Edtf(slide.end, slide.place);
  if (start.empty() && end.empty()) return std::nullopt;
  Result<TimeInterval> when = ParseEdtf(end.empty() || start == end ? start : start + "/" + end);
  if (!when.ok()) {
    Report(Severity::kError, "bad-date", Shown(start + "/" + end) + ": " + when.error().message,
           slide.place);
    when = ParseEdtf(start.empty() ? end : start);
  }
  if (!when.ok()) return std::nullopt;
  return StoryTime{std::move(when).value(), std::nullopt, Passage{slide.display_date, {}, {}}};
}

Index Slides::ArticleOf(std::string_view group) {
  if (group.empty()) return kNone;
  const uint32_t number = groups_.Add(group);
  if (number == group_articles_.size()) {
    group_articles_.push_back(static_cast<Index>(import_.story().articles.size()));
    import_.story().articles.emplace_back();
    import_.story().articles.back().headline = group;
  }
  return group_articles_[number];
}

void Slides::SetMedia(Slide* slide, Event* event) {
  if (slide->media.url.empty()) return;
  if (!IsHttpUrl(slide->media.url)) {
    Report(Severity::kError, "bad-url",
           "expected an http or https address, found " + Shown(slide->media.url), slide->place);
    return;
  }
  event->media = std::move(slide->media);
  event->media.caption = import_.PlainText(event->media.caption, slide->place);
  event->media.credit = import_.PlainText(event->media.credit, slide->place);
}

void Slides::Add(Slide slide) {
  Story& story = import_.story();
  const std::optional<StoryTime> when = When(slide);
  const Index article = ArticleOf(Trimmed(slide.group));
  const HtmlText html = import_.Html(slide.text, slide.place);
  const size_t before = story.quotes.size();
  AddQuotes(html, article, when, &import_);
  std::string names;
  for (size_t i = before; i < story.quotes.size(); ++i) {
    for (const Index speaker : story.quotes[i].speakers) {
      names += (names.empty() ? "" : ", ") + story.speakers[speaker].name;
    }
  }
  const std::string headline = import_.PlainText(slide.headline, slide.place);
  const bool quoted = story.quotes.size() > before;
  const bool only_quotes = quoted && TextAroundQuotes(html).empty() && slide.media.url.empty() &&
                           (headline.empty() || headline == names);
  if (only_quotes) {
    story.quotes[before].id = std::move(slide.id);
    return;
  }
  Event event;
  event.id = std::move(slide.id);
  event.article = article;
  event.title = headline;
  event.when = when;
  event.description = quoted ? TextAroundQuotes(html) : TextWithLinks(html);
  SetMedia(&slide, &event);
  if (event.title.empty()) {
    const size_t end = std::min(event.description.find('\n'), event.description.size());
    event.title = event.description.substr(0, end);
    event.description.erase(0, event.description.find_first_not_of('\n', end));
  }
  if (event.title.empty()) event.title = event.media.caption;
  if (event.title.empty()) {
    Report(Severity::kError, "missing-field",
           "a slide has a headline or a text; this one is left out", slide.place);
    return;
  }
  story.events.push_back(std::move(event));
}

}  // namespace saywhen::timelinejs
