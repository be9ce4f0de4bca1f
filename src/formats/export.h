// A story into any format that can be written.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "formats/format.h"
#include "model/story.h"

namespace saywhen {

// kStory, kSchemaOrg, kTimelineJs, kWebAnnotation, kCsv.
bool CanExport(Format format);

// Only to a format that CanExport(). What the format cannot hold is added to `losses` (may be null)
// as notes, each with its JSON pointer in the story file.
std::string ExportStory(const Story& story, Format format, Diagnostics* losses);

}  // namespace saywhen
