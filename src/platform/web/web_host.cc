#include "platform/web/web_host.h"

#include "base/utf8.h"

namespace saywhen {

web::RunRecord WebTypesetter::Record(const TextRun& run) const {
  return {run.text.data(),
          static_cast<uint32_t>(run.text.size()),
          run.language.data(),
          static_cast<uint32_t>(run.language.size()),
          fonts_,
          static_cast<uint32_t>(run.style.face),
          run.style.size,
          run.style.bold ? 1U : 0U,
          run.direction == Direction::kRtl ? 1U : 0U};
}

FontMetrics WebTypesetter::Metrics(const TextStyle& style) {
  const web::RunRecord record = Record({{}, style, {}, Direction::kLtr});
  float ascent_descent[2] = {};
  web::HostMetrics(&record, ascent_descent);
  return {ascent_descent[0], ascent_descent[1]};
}

float WebTypesetter::Baseline(const TextStyle& style, float line_height) {
  const web::RunRecord record = Record({{}, style, {}, Direction::kLtr});
  return web::HostBaseline(&record, line_height);
}

float WebTypesetter::Width(const TextRun& run) {
  const web::RunRecord record = Record(run);
  return web::HostWidth(&record);
}

void WebTypesetter::Break(const TextRun& run, float width, std::vector<TextLine>* lines) {
  const web::RunRecord record = Record(run);
  std::vector<web::LineRecord> records(64);
  uint32_t count =
      web::HostBreakLines(&record, width, records.data(), static_cast<uint32_t>(records.size()));
  if (count > records.size()) {
    records.resize(count);
    count = web::HostBreakLines(&record, width, records.data(), count);
  }
  lines->clear();
  uint32_t begin = 0;
  uint32_t begin_units = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const std::string_view rest = run.text.substr(begin);
    const auto end =
        i + 1 == count
            ? static_cast<uint32_t>(run.text.size())
            : begin + static_cast<uint32_t>(ByteFromUtf16(rest, records[i].end - begin_units));
    lines->push_back({{begin, end}, records[i].width});
    begin = end;
    begin_units = records[i].end;
  }
}

void WebTypesetter::Extents(const TextRun& line, TextSpan span, std::vector<Extent>* extents) {
  constexpr uint32_t kMost = 16;  // changes of direction in one line's span
  web::ExtentRecord records[kMost];
  const web::RunRecord record = Record(line);
  const uint32_t count =
      web::HostExtents(&record, static_cast<uint32_t>(Utf16FromByte(line.text, span.begin)),
                       static_cast<uint32_t>(Utf16FromByte(line.text, span.end)), records, kMost);
  for (uint32_t i = 0; i < count && i < kMost; ++i) {
    extents->push_back({records[i].left, records[i].right});
  }
}

RunInk WebTypesetter::Ink(const TextRun& run, float scale) {
  const web::RunRecord record = Record(run);
  web::InkRecord ink{};
  web::HostInk(&record, scale, &ink);
  return {ink.left, ink.top, ink.width, ink.height};
}

void WebTypesetter::Rasterise(const TextRun& run, float scale, const RunInk& ink,
                              const Placement& placement, uint32_t color) {
  const web::RunRecord record = Record(run);
  const web::InkRecord ink_record{ink.left, ink.top, ink.width, ink.height};
  const web::PlacementRecord placement_record{placement.page.id,
                                              placement.page.color ? 1U : 0U,
                                              placement.x,
                                              placement.y,
                                              placement.column,
                                              placement.width,
                                              color};
  web::HostRasterise(&record, scale, &ink_record, &placement_record);
}

namespace {

constexpr uint32_t kLongestLabel = 256;
// Beside the DateStyles: what else is asked for.
constexpr uint32_t kNumber = 100;
constexpr uint32_t kPlural = 101;

}  // namespace

template <typename Write>
const std::string& WebLocale::Remembered(int64_t first, int64_t last, uint32_t what, Write write) {
  // Days and years are multiples of high powers of two in milliseconds: the product's upper bits
  // tell them apart.
  const uint64_t mixed =
      (static_cast<uint64_t>(first) * 31 + static_cast<uint64_t>(last)) * 31 + what;
  Answer& answer = answers_[mixed * 0x9E3779B97F4A7C15U >> 56];
  if (answer.text.empty() || answer.first != first || answer.last != last || answer.what != what) {
    char text[kLongestLabel];
    answer = {first, last, what, std::string(text, write(text))};
  }
  return answer.text;
}

std::string WebLocale::FormatDate(CivilMs when, DateStyle style) {
  const auto number = static_cast<uint32_t>(style);
  return Remembered(when, when, number, [&](char* text) {
    return web::HostFormatDate(static_cast<double>(when), number, text, kLongestLabel);
  });
}

// Of one date it would write that date, and shares its place.
std::string WebLocale::FormatRange(CivilMs first, CivilMs last, DateStyle style) {
  const auto number = static_cast<uint32_t>(style);
  return Remembered(first, last, number, [&](char* text) {
    return web::HostFormatRange(static_cast<double>(first), static_cast<double>(last), number, text,
                                kLongestLabel);
  });
}

std::string WebLocale::FormatNumber(int64_t number) {
  return Remembered(number, 0, kNumber, [&](char* text) {
    return web::HostFormatNumber(static_cast<double>(number), text, kLongestLabel);
  });
}

PluralCategory WebLocale::Plural(int64_t number) {
  const std::string& category = Remembered(number, 0, kPlural, [&](char* text) {
    *text = static_cast<char>(web::HostPlural(static_cast<double>(number)));
    return 1U;
  });
  return static_cast<PluralCategory>(category[0]);
}

CivilMs WebLocale::Now() { return static_cast<CivilMs>(web::HostNow()); }

}  // namespace saywhen
