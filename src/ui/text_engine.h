// All text of all widgets: measured, broken and rasterised by the host, once each, and kept.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "platform/host.h"

namespace saywhen {

// A part of a run's ink in an atlas page, ready to draw. Device pixels.
struct TextPiece {
  AtlasPage page;
  int left = 0;  // from the pen origin
  int top = 0;
  int x = 0;  // in the page
  int y = 0;
  int width = 0;
  int height = 0;
};

// One for all widgets that share a renderer. Runs are rasterised whole at device pixels into a few
// atlas pages; when those are full, the page that was drawn from least recently is emptied.
class TextEngine {
 public:
  // Its atlas pages are numbered from `first_page`, so that several engines may share a renderer.
  explicit TextEngine(Typesetter* typesetter, uint32_t first_page = 0)
      : typesetter_(*typesetter), first_page_(first_page) {}

  // What was drawn from before this may be overwritten from now on. Call before each frame of each
  // widget, and draw a frame before the next one begins.
  void BeginFrame();
  // Forgets everything: fonts have changed.
  void Clear();

  FontMetrics Metrics(const TextStyle& style);
  float Baseline(const TextStyle& style, float line_height);
  float Width(const TextRun& run);
  // Valid until the next call of Break() or Clear().
  const std::vector<TextLine>& Break(const TextRun& run, float width);
  void Extents(const TextRun& line, TextSpan span, std::vector<Extent>* extents);

  // `color` matters only to runs that hold emoji. Valid until the next call.
  std::span<const TextPiece> Rasterise(const TextRun& run, float scale, uint32_t color);

  // Counts the times that something was forgotten that a frame may still be drawn from.
  uint64_t forgotten() const { return forgotten_; }
  // How many runs were rasterised so far; for tests and figures.
  uint64_t rasterised() const { return rasterised_; }
  size_t pages() const { return pages_.size(); }

 private:
  struct Page {
    AtlasPage page;
    uint64_t last_frame = 0;
    uint32_t generation = 0;  // counts the times it was emptied
    int shelf_top = 0;
    int shelf_height = 0;
    int shelf_x = 0;
  };
  struct Entry {
    std::vector<TextPiece> pieces;
    std::vector<uint32_t> generations;  // of each piece's page
  };
  struct BrokenRun {
    std::vector<TextLine> lines;
    uint64_t last_frame = 0;
  };

  Page& PageOf(const TextPiece& piece) { return pages_[piece.page.id - first_page_]; }
  bool IsCurrent(const Entry& entry) const;
  // A free place for width x height pixels.
  TextPiece Allocate(bool color, int width, int height);
  bool AllocateIn(Page* page, int width, int height, TextPiece* piece);
  void DropOld();

  Typesetter& typesetter_;
  uint32_t first_page_;
  std::vector<Page> pages_;
  std::map<uint64_t, Entry> entries_;
  std::map<uint64_t, BrokenRun> broken_;
  std::map<uint64_t, float> widths_;
  std::vector<std::pair<TextStyle, FontMetrics>> metrics_;
  struct KnownBaseline {
    TextStyle style;
    float line_height;
    float baseline;
  };
  std::vector<KnownBaseline> baselines_;
  uint64_t frame_ = 1;
  uint64_t forgotten_ = 0;
  uint64_t rasterised_ = 0;
};

// Whether the text holds what is drawn in its own colours: emoji, flags, keycaps (UTS #51, by
// range, not by its full data).
bool HasEmoji(std::string_view utf8);

}  // namespace saywhen
