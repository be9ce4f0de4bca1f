#include "formats/export.h"

#include "formats/schema_org.h"
#include "formats/story_json.h"

namespace saywhen {

bool CanExport(Format format) {
  switch (format) {
    case Format::kStory:
    case Format::kSchemaOrg:
      return true;
    default:
      return false;
  }
}

std::string ExportStory(const Story& story, Format format, Diagnostics* losses) {
  switch (format) {
    case Format::kSchemaOrg:
      return WriteSchemaOrg(story, SchemaOrgUse::kFile, losses);
    default:
      return WriteStory(story);
  }
}

}  // namespace saywhen
