#include "formats/export.h"

#include "formats/quotes_csv.h"
#include "formats/schema_org.h"
#include "formats/story_json.h"
#include "formats/timelinejs.h"
#include "formats/web_annotation.h"

namespace saywhen {

bool CanExport(Format format) {
  switch (format) {
    case Format::kStory:
    case Format::kSchemaOrg:
    case Format::kTimelineJs:
    case Format::kWebAnnotation:
    case Format::kCsv:
      return true;
    default:
      return false;
  }
}

std::string ExportStory(const Story& story, Format format, Diagnostics* losses) {
  switch (format) {
    case Format::kSchemaOrg:
      return WriteSchemaOrg(story, SchemaOrgUse::kFile, losses);
    case Format::kTimelineJs:
      return WriteTimelineJs(story, losses);
    case Format::kWebAnnotation:
      return WriteWebAnnotation(story, losses);
    case Format::kCsv:
      return WriteAllQuotesCsv(story, losses);
    default:
      return WriteStory(story);
  }
}

}  // namespace saywhen
