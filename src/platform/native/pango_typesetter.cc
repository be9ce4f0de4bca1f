#include "platform/native/pango_typesetter.h"

#include <hb-ot.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

namespace saywhen {
namespace {

// The one place that names typefaces. The first that the machine has is a style's first font; where
// it lacks a script the next that has it is taken, and then whatever fontconfig finds. Arabic and
// Han are named, or they would come in DejaVu's letters and without serifs; which country's Han,
// the font itself tells by the run's language.
const char* Families(Face face) {
  return face == Face::kText
             ? "Noto Serif, Noto Naskh Arabic, Noto Serif CJK SC, DejaVu Serif, serif"
             : "Noto Sans, Noto Sans Arabic, Noto Sans CJK SC, DejaVu Sans, sans-serif";
}

template <typename T, void (*kFree)(T*)>
struct Freer {
  void operator()(T* pointer) const { kFree(pointer); }
};
struct Unreferencer {
  void operator()(void* object) const { g_object_unref(object); }
};

template <typename T>
using GObjectPtr = std::unique_ptr<T, Unreferencer>;
using FontDescription =
    std::unique_ptr<PangoFontDescription, Freer<PangoFontDescription, pango_font_description_free>>;
using Surface = std::unique_ptr<cairo_surface_t, Freer<cairo_surface_t, cairo_surface_destroy>>;
using Drawing = std::unique_ptr<cairo_t, Freer<cairo_t, cairo_destroy>>;
using CairoFontOptions =
    std::unique_ptr<cairo_font_options_t, Freer<cairo_font_options_t, cairo_font_options_destroy>>;
using Attributes = std::unique_ptr<PangoAttrList, Freer<PangoAttrList, pango_attr_list_unref>>;
using Metrics =
    std::unique_ptr<PangoFontMetrics, Freer<PangoFontMetrics, pango_font_metrics_unref>>;

float FromPango(int units) { return static_cast<float>(units) / PANGO_SCALE; }

// `size` in the pixels of whatever the text is laid out in.
FontDescription Describe(const TextStyle& style, double size) {
  FontDescription description(pango_font_description_new());
  pango_font_description_set_family_static(description.get(), Families(style.face));
  pango_font_description_set_weight(description.get(),
                                    style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(description.get(), size * PANGO_SCALE);
  return description;
}

// White space at which a line may end, and which is not seen there: ASCII's, U+2000 to U+200B but
// the figure space, U+205F and U+3000.
bool EndsInSpace(std::string_view text) {
  if (text.empty()) return false;
  if (std::strchr(" \t\r\n", text.back()) != nullptr) return text.back() != '\0';
  if (text.size() < 3) return false;
  std::string_view last = text.substr(text.size() - 3);
  if (last == "\u205F" || last == "\u3000") return true;
  return last.substr(0, 2) == "\xE2\x80" && last >= "\u2000" && last <= "\u200B" &&
         last != "\u2007";
}

std::string_view WithoutTrailingSpace(std::string_view text) {
  while (EndsInSpace(text)) {
    bool ascii = static_cast<unsigned char>(text.back()) < 0x80;
    text.remove_suffix(ascii ? 1 : 3);
  }
  return text;
}

// Where the bytes of `span` (counted in the whole layout) stand on `line`, left to right, with
// neighbours joined.
void LineExtents(PangoLayoutLine* line, TextSpan span, std::vector<Extent>* extents) {
  extents->clear();
  auto line_begin = static_cast<uint32_t>(line->start_index);
  uint32_t line_end = line_begin + static_cast<uint32_t>(line->length);
  span.begin = std::clamp(span.begin, line_begin, line_end);
  span.end = std::clamp(span.end, line_begin, line_end);
  if (span.empty()) return;
  int* ranges = nullptr;
  int count = 0;
  pango_layout_line_get_x_ranges(line, static_cast<int>(span.begin), static_cast<int>(span.end),
                                 &ranges, &count);
  std::vector<std::pair<int, int>> stretches;
  for (int i = 0; i < count; ++i) {
    int from = ranges[2 * i];
    int to = ranges[2 * i + 1];
    stretches.emplace_back(std::min(from, to), std::max(from, to));
  }
  g_free(ranges);
  std::sort(stretches.begin(), stretches.end());
  // One run of one font gives one range, so a phrase may come in pieces that touch.
  for (size_t i = 0; i < stretches.size();) {
    auto [left, right] = stretches[i];
    for (++i; i < stretches.size() && stretches[i].first <= right + 1; ++i) {
      right = std::max(right, stretches[i].second);
    }
    if (right > left) extents->push_back({FromPango(left), FromPango(right)});
  }
}

// Bitmap, layered and SVG glyphs have colours of their own and no outline to fill.
bool HasOwnColors(PangoFont* font) {
  hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(font));
  return hb_ot_color_has_png(face) != 0 || hb_ot_color_has_layers(face) != 0 ||
         hb_ot_color_has_svg(face) != 0;
}

// Draws the line with its pen origin at cairo's (0, 0). Outlines are filled as paths: Cairo 1.16
// puts the glyphs of show_glyphs on whole pixels, which makes small text uneven.
void DrawLine(cairo_t* cairo, PangoLayoutLine* line) {
  double pen = 0;
  for (GSList* item = line->runs; item != nullptr; item = item->next) {
    auto* run = static_cast<PangoLayoutRun*>(item->data);
    cairo_move_to(cairo, pen, -FromPango(run->y_offset));
    if (HasOwnColors(run->item->analysis.font)) {
      pango_cairo_show_glyph_string(cairo, run->item->analysis.font, run->glyphs);
    } else {
      pango_cairo_glyph_string_path(cairo, run->item->analysis.font, run->glyphs);
      cairo_fill(cairo);
    }
    pen += static_cast<double>(pango_glyph_string_get_width(run->glyphs)) / PANGO_SCALE;
  }
}

// Cairo's pixels, native-endian 0xAARRGGBB, as the page's.
std::vector<uint8_t> PagePixels(cairo_surface_t* surface, int width, int height, bool color) {
  cairo_surface_flush(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  int stride = cairo_image_surface_get_stride(surface);
  std::vector<uint8_t> pixels;
  pixels.reserve(static_cast<size_t>(width) * static_cast<size_t>(height) * (color ? 4 : 1));
  for (int y = 0; y < height; ++y) {
    const unsigned char* row = data + static_cast<ptrdiff_t>(y) * stride;
    for (int x = 0; x < width; ++x) {
      if (!color) {
        pixels.push_back(row[x]);
        continue;
      }
      uint32_t pixel = 0;
      std::memcpy(&pixel, row + static_cast<ptrdiff_t>(x) * 4, sizeof(pixel));
      for (int shift : {16, 8, 0, 24}) pixels.push_back(static_cast<uint8_t>(pixel >> shift));
    }
  }
  return pixels;
}

}  // namespace

// Makes layouts, and keeps the last: the same run is asked for its width, ink and pixels in a row.
struct PangoTypesetter::Shaper {
  Shaper()
      : fonts(pango_cairo_font_map_new()), context(pango_font_map_create_context(fonts.get())) {
    // Widths must grow with the scale and nothing else, so that a line broken at one is drawn
    // alike at all: no hinting, no rounding to whole pixels.
    CairoFontOptions options(cairo_font_options_create());
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
  }

  // The run on one line (width 0) or broken at `width` CSS pixels, at `scale`.
  PangoLayout* Lay(const TextRun& run, float scale, std::optional<float> width) {
    Key key{
        std::string(run.text), std::string(run.language), run.style, run.direction, scale, width};
    if (layout && key == last) return layout.get();
    last = std::move(key);
    // "und" rather than nothing: Pango would ask the machine's own locale.
    const std::string language = run.language.empty() ? "und" : std::string(run.language);
    pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
    pango_context_set_base_dir(context.get(), run.direction == Direction::kRtl
                                                  ? PANGO_DIRECTION_RTL
                                                  : PANGO_DIRECTION_LTR);
    layout.reset(pango_layout_new(context.get()));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    FontDescription description = Describe(run.style, static_cast<double>(run.style.size) * scale);
    pango_layout_set_font_description(layout.get(), description.get());
    // A word broken anywhere gets no hyphen, as in the browser.
    Attributes attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout.get(), attributes.get());
    if (width) {
      pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
      double units = std::clamp(static_cast<double>(*width) * scale * PANGO_SCALE, 0.0, 1e9);
      pango_layout_set_width(layout.get(), static_cast<int>(units));
    }
    pango_layout_set_text(layout.get(), last.text.c_str(), static_cast<int>(last.text.size()));
    return layout.get();
  }

  PangoLayoutLine* Line(const TextRun& run, float scale) {
    return pango_layout_get_line_readonly(Lay(run, scale, std::nullopt), 0);
  }

  struct Key {
    std::string text;
    std::string language;
    TextStyle style;
    Direction direction = Direction::kLtr;
    float scale = 1;
    std::optional<float> width;
    friend bool operator==(const Key&, const Key&) = default;
  };

  GObjectPtr<PangoFontMap> fonts;
  GObjectPtr<PangoContext> context;
  GObjectPtr<PangoLayout> layout;
  Key last;
};

PangoTypesetter::PangoTypesetter(AtlasSink& sink)
    : sink_(sink), shaper_(std::make_unique<Shaper>()) {}

PangoTypesetter::~PangoTypesetter() = default;

FontMetrics PangoTypesetter::Metrics(const TextStyle& style) {
  FontDescription description = Describe(style, style.size);
  GObjectPtr<PangoFont> font(
      pango_font_map_load_font(shaper_->fonts.get(), shaper_->context.get(), description.get()));
  if (!font) return {style.size, style.size / 4};
  saywhen::Metrics metrics(pango_font_get_metrics(font.get(), nullptr));
  return {FromPango(pango_font_metrics_get_ascent(metrics.get())),
          FromPango(pango_font_metrics_get_descent(metrics.get()))};
}

float PangoTypesetter::Width(const TextRun& run) {
  PangoRectangle logical;
  pango_layout_line_get_extents(shaper_->Line(run, 1), nullptr, &logical);
  return FromPango(logical.width);
}

void PangoTypesetter::Break(const TextRun& run, float width, std::vector<TextLine>* lines) {
  lines->clear();
  PangoLayout* layout = shaper_->Lay(run, 1, width);
  auto size = static_cast<uint32_t>(run.text.size());
  int count = pango_layout_get_line_count(layout);
  std::vector<Extent> extents;
  for (int i = 0; i < count; ++i) {
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout, i);
    auto begin = std::min(static_cast<uint32_t>(line->start_index), size);
    uint32_t end = size;
    if (i + 1 < count) {
      PangoLayoutLine* next = pango_layout_get_line_readonly(layout, i + 1);
      end = std::clamp(static_cast<uint32_t>(next->start_index), begin, size);
    }
    TextLine out;
    out.bytes = {begin, end};
    std::string_view seen = WithoutTrailingSpace(run.text.substr(begin, end - begin));
    LineExtents(line, {begin, begin + static_cast<uint32_t>(seen.size())}, &extents);
    for (const Extent& extent : extents) out.width += extent.right - extent.left;
    lines->push_back(out);
  }
}

void PangoTypesetter::Extents(const TextRun& line, TextSpan span, std::vector<Extent>* extents) {
  LineExtents(shaper_->Line(line, 1), span, extents);
}

RunInk PangoTypesetter::Ink(const TextRun& run, float scale) {
  PangoRectangle ink;
  pango_layout_line_get_extents(shaper_->Line(run, scale), &ink, nullptr);
  if (ink.width <= 0 || ink.height <= 0) return {};
  pango_extents_to_pixels(&ink, nullptr);  // outwards, to whole pixels
  return {ink.x, ink.y, ink.width, ink.height};
}

void PangoTypesetter::Rasterise(const TextRun& run, float scale, const RunInk& ink,
                                const Placement& placement, uint32_t color) {
  int height = ink.height;
  if (placement.width <= 0 || height <= 0) return;
  bool own_colors = placement.page.color;
  Surface surface(cairo_image_surface_create(own_colors ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_A8,
                                             placement.width, height));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return;
  {
    Drawing cairo(cairo_create(surface.get()));
    cairo_set_antialias(cairo.get(), CAIRO_ANTIALIAS_GOOD);
    cairo_translate(cairo.get(), -ink.left - placement.column, -ink.top);
    auto channel = [color](int shift) { return ((color >> shift) & 0xFF) / 255.0; };
    if (own_colors) {
      cairo_set_source_rgba(cairo.get(), channel(0), channel(8), channel(16), channel(24));
    } else {
      cairo_set_source_rgba(cairo.get(), 1, 1, 1, 1);
    }
    DrawLine(cairo.get(), shaper_->Line(run, scale));
  }
  sink_.Upload(placement.page, placement.x, placement.y, placement.width, height,
               PagePixels(surface.get(), placement.width, height, own_colors));
}

}  // namespace saywhen
