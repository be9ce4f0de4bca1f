// Typesetting by Pango and Cairo: shaping, bidirectional order, line breaking, fallback fonts and
// emoji on the desktop and off-screen, where there is no browser to do them.
#pragma once

#include <memory>
#include <vector>

#include "platform/host.h"
#include "platform/native/atlas_sink.h"

namespace saywhen {

class PangoTypesetter final : public Typesetter {
 public:
  // The sink must outlive the typesetter.
  explicit PangoTypesetter(AtlasSink& sink);
  ~PangoTypesetter() override;

  FontMetrics Metrics(const TextStyle& style) override;
  float Width(const TextRun& run) override;
  void Break(const TextRun& run, float width, std::vector<TextLine>* lines) override;
  void Extents(const TextRun& line, TextSpan span, std::vector<Extent>* extents) override;
  RunInk Ink(const TextRun& run, float scale) override;
  void Rasterise(const TextRun& run, float scale, const RunInk& ink, const Placement& placement,
                 uint32_t color) override;

 private:
  struct Shaper;  // keeps Pango's headers out of this one

  AtlasSink& sink_;
  std::unique_ptr<Shaper> shaper_;
};

}  // namespace saywhen
