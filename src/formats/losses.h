// What a story loses on its way into a format that cannot hold all of it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "formats/story_json_fields.h"
#include "model/story.h"

namespace saywhen {

// A field that a format holds. What it cannot hold of the value ("circa") its writer says itself.
struct HeldField {
  story_json::Object in;
  story_json::Field field;
};

// Adds a note (code "lost") for each field that the story has and `held` does not: with the
// JSON pointer, in the story file, of the first one and how many there are. `format`: as a person
// calls it.
void ReportLosses(const Story& story, std::string_view format, std::span<const HeldField> held,
                  Diagnostics* diagnostics);

// What a format writes only where something refers to it.
struct Reached {
  bool articles = true;  // by quotes
  bool by_events = false;
  bool by_mentions = false;  // speakers, besides by what they said
};

// The same for articles and speakers that a format never comes to.
void ReportAlone(const Story& story, std::string_view format, Reached reached,
                 Diagnostics* diagnostics);

// A value that the format cannot hold: at "/list/index/field", without the field where it is all of
// it. `diagnostics` may be null.
void ReportLoss(std::string message, std::string_view list, Index index, std::string_view field,
                Diagnostics* diagnostics);

}  // namespace saywhen
