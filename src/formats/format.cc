#include "formats/format.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "formats/csv.h"
#include "model/identity.h"

namespace saywhen {
namespace {

constexpr std::string_view kNames[] = {
    "story",          "schema-org", "ninjs", "timelinejs", "timeline-csv",
    "web-annotation", "citron",     "gdelt", "csv",        "html"};

bool Has(JsonValue object, std::initializer_list<std::string_view> names) {
  return std::all_of(names.begin(), names.end(),
                     [&](std::string_view name) { return static_cast<bool>(object[name]); });
}

bool ContextNames(JsonValue object, std::string_view what) {
  const JsonValue context = object["@context"];
  if (context.is(JsonKind::kArray) || context.is(JsonKind::kObject)) {
    for (const JsonValue each : context) {
      if (each.text().find(what) != std::string_view::npos) return true;
    }
  }
  return context.text().find(what) != std::string_view::npos;
}

bool HasNinjsField(JsonValue object) {
  for (const JsonValue member : object) {
    const std::string_view name = member.name();
    if (name.starts_with("body_") || name.starts_with("headline_")) return true;
    for (const std::string_view known :
         {"versioncreated", "versionCreated", "pubstatus", "pubStatus", "headlines", "bodies",
          "headline", "eventdetails", "eventDetails"}) {
      if (name == known) return true;
    }
  }
  return false;
}

std::optional<Format> DetectObject(JsonValue object) {
  if (ContextNames(object, "ns/anno")) return Format::kWebAnnotation;
  if (ContextNames(object, "schema.org") || Has(object, {"@graph"})) return Format::kSchemaOrg;
  if (Has(object, {"target", "type"}) && Has(object["target"], {"selector"})) {
    return Format::kWebAnnotation;
  }
  if (object["timeline"].is(JsonKind::kObject) || Has(object, {"events", "eras"}) ||
      object["scale"].is(JsonKind::kString)) {
    return Format::kTimelineJs;
  }
  const JsonValue quotes = object["quotes"];
  for (const JsonValue quote : quotes) {
    if (Has(quote, {"quote"}) && (Has(quote, {"pre"}) || Has(quote, {"post"}))) {
      return Format::kGdelt;
    }
    if (quote["contents"].is(JsonKind::kArray)) {
      return Format::kCitron;
    }
  }
  if (quotes.is(JsonKind::kArray) || object["speakers"].is(JsonKind::kArray) ||
      object["articles"].is(JsonKind::kArray)) {
    return Format::kStory;
  }
  for (const JsonValue event : object["events"]) {
    if (Has(event, {"start_date"}) || event["text"].is(JsonKind::kObject)) {
      return Format::kTimelineJs;
    }
  }
  if (object["events"].is(JsonKind::kArray) && !Has(object, {"uri"})) return Format::kStory;
  if (Has(object, {"@type"})) return Format::kSchemaOrg;
  if (Has(object, {"uri"}) && HasNinjsField(object)) return Format::kNinjs;
  return std::nullopt;
}

}  // namespace

std::string_view NameOf(Format format) { return kNames[static_cast<size_t>(format)]; }

std::optional<Format> FormatNamed(std::string_view name) {
  const auto* const found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<Format>(found - std::begin(kNames));
}

char FirstCharacter(std::string_view text) {
  const size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : text[at];
}

bool IsJsonLines(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || text[begin] != '{') return false;
  const size_t end = text.find('\n', begin);
  if (end == std::string_view::npos) return false;
  const size_t last = text.find_last_not_of(" \t\r", end - 1);
  return text[last] == '}' && FirstCharacter(text.substr(end)) == '{';
}

std::optional<Format> DetectJson(JsonValue root) {
  if (root.is(JsonKind::kObject)) return DetectObject(root);
  if (!root.is(JsonKind::kArray)) return std::nullopt;
  for (const JsonValue item : root) {
    if (const std::optional<Format> format = DetectObject(item)) return format;
  }
  return std::nullopt;
}

std::optional<Format> DetectTable(std::string_view text) {
  constexpr size_t kHeader = 1 << 16;  // more is none
  text = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()), kHeader);
  std::vector<CsvCell> header;
  CsvReader(text).Next(&header);
  const auto names = [&](std::string_view name) {
    return std::any_of(header.begin(), header.end(),
                       [&](const CsvCell& cell) { return CaseFolded(cell.text) == name; });
  };
  if (header.size() < 2) return std::nullopt;
  if (names("year") && (names("headline") || names("text") || names("media"))) {
    return Format::kTimelineCsv;
  }
  if (names("text") || names("quote")) return Format::kCsv;
  return std::nullopt;
}

}  // namespace saywhen
