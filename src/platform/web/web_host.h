// Typesetter and Locale by the page's browser.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "platform/host.h"
#include "platform/web/imports.h"

namespace saywhen {

class WebTypesetter final : public Typesetter {
 public:
  // `fonts`: which of the page's font sets (web/host.ts) the two faces stand for.
  explicit WebTypesetter(uint32_t fonts) : fonts_(fonts) {}

  FontMetrics Metrics(const TextStyle& style) override;
  float Baseline(const TextStyle& style, float line_height) override;
  float Width(const TextRun& run) override;
  void Break(const TextRun& run, float width, std::vector<TextLine>* lines) override;
  void Extents(const TextRun& line, TextSpan span, std::vector<Extent>* extents) override;
  RunInk Ink(const TextRun& run, float scale) override;
  void Rasterise(const TextRun& run, float scale, const RunInk& ink, const Placement& placement,
                 uint32_t color) override;

 private:
  web::RunRecord Record(const TextRun& run) const;

  uint32_t fonts_;
};

class WebLocale final : public Locale {
 public:
  std::string FormatDate(CivilMs when, DateStyle style) override;
  std::string FormatRange(CivilMs first, CivilMs last, DateStyle style) override;
  std::string FormatNumber(int64_t number) override;
  PluralCategory Plural(int64_t number) override;
  CivilMs Now() override;

 private:
  // The same dates and numbers stand in frame after frame: the last of each place in the table are
  // kept, and the page is not asked again.
  struct Answer {
    int64_t first = 0;
    int64_t last = 0;
    uint32_t what = 0;
    std::string text;
  };

  // `write` puts the answer into a buffer for labels and returns its size.
  template <typename Write>
  const std::string& Remembered(int64_t first, int64_t last, uint32_t what, Write write);

  std::array<Answer, 256> answers_;
};

}  // namespace saywhen
