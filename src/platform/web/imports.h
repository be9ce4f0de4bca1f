// What the page's browser does for the widget: the functions that web/host.ts gives to the module.
// Offsets into text are UTF-16 units here, as JavaScript counts.
#pragma once

#include <cstdint>

namespace saywhen::web {

// A TextRun as JavaScript reads it; the order and sizes are the contract with web/host.ts.
struct RunRecord {
  const char* text;
  uint32_t text_size;
  const char* language;
  uint32_t language_size;
  uint32_t fonts;  // which of the page's font sets
  uint32_t face;
  float size;
  uint32_t bold;
  uint32_t rtl;
};

struct LineRecord {
  uint32_t end;  // UTF-16; a line begins where the one before ends
  float width;
};

struct ExtentRecord {
  float left;
  float right;
};

struct InkRecord {
  int32_t left, top, width, height;
};

struct PlacementRecord {
  uint32_t page;
  uint32_t color_page;
  int32_t x, y, column, width;
  uint32_t color;
};

#define SAYWHEN_HOST(name) __attribute__((import_module("host"), import_name(#name)))

extern "C" {
SAYWHEN_HOST(metrics) void HostMetrics(const RunRecord* run, float* ascent_descent);
SAYWHEN_HOST(baseline) float HostBaseline(const RunRecord* run, float line_height);
SAYWHEN_HOST(width) float HostWidth(const RunRecord* run);
// These two return how many there are, and write no more than `capacity`.
SAYWHEN_HOST(breakLines)
uint32_t HostBreakLines(const RunRecord* run, float width, LineRecord* lines, uint32_t capacity);
SAYWHEN_HOST(extents)
uint32_t HostExtents(const RunRecord* run, uint32_t begin, uint32_t end, ExtentRecord* extents,
                     uint32_t capacity);
SAYWHEN_HOST(ink) void HostInk(const RunRecord* run, float scale, InkRecord* ink);
SAYWHEN_HOST(rasterise)
void HostRasterise(const RunRecord* run, float scale, const InkRecord* ink,
                   const PlacementRecord* placement);
// These return how many bytes of UTF-8 they wrote, at most `capacity`.
SAYWHEN_HOST(formatDate)
uint32_t HostFormatDate(double civil_ms, uint32_t style, char* text, uint32_t capacity);
SAYWHEN_HOST(formatRange)
uint32_t HostFormatRange(double first_ms, double last_ms, uint32_t style, char* text,
                         uint32_t capacity);
SAYWHEN_HOST(formatNumber)
uint32_t HostFormatNumber(double number, char* text, uint32_t capacity);
// The number of the PluralCategory.
SAYWHEN_HOST(plural) uint32_t HostPlural(double number);
SAYWHEN_HOST(now) double HostNow();
}

#undef SAYWHEN_HOST

}  // namespace saywhen::web
