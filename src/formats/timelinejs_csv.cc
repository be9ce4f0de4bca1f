#include <utility>

#include "formats/csv.h"
#include "formats/timelinejs.h"
#include "formats/timelinejs_slide.h"

namespace saywhen {

void ReadTimelineCsv(std::string_view text, StoryImport* import) {
  using timelinejs::Slide;
  CsvTable table(text, import);
  timelinejs::Slides slides(import);
  while (table.Next()) {
    const auto cell = [&](std::string_view column) { return std::string(table[column]); };
    const std::string type = cell("Type");
    if (type == "title") {
      import->story().title = import->PlainText(cell("Headline"), {{}, table.byte()});
      continue;
    }
    Slide slide;
    slide.place = {{}, table.byte()};
    slide.start = {cell("Year"), cell("Month"), cell("Day"), {}, {}, {}, {}, cell("Time")};
    slide.end = {cell("End Year"), cell("End Month"), cell("End Day"), {}, {}, {}, {},
                 cell("End Time")};
    slide.display_date = cell("Display Date");
    slide.headline = cell("Headline");
    slide.text = cell("Text");
    slide.media = {
        cell("Media"), cell("Alt Text"), cell("Media Caption"), cell("Media Credit"), {}};
    slide.group = cell("Group");
    slides.Add(std::move(slide));
  }
}

}  // namespace saywhen
