#include "ui/text_engine.h"

#include <algorithm>
#include <bit>

#include "base/utf8.h"

namespace saywhen {
namespace {

constexpr int kPadding = 2;         // clear pixels between neighbours of a page
constexpr int kWidestPiece = 1020;  // longer runs are cut, so that they pack
constexpr size_t kMostPages = 4;    // of each kind; more only when one frame needs them
constexpr size_t kMostKept = 4096;  // broken paragraphs and widths

// FNV-1a, 64 bits.
class Hash {
 public:
  Hash& Add(std::string_view bytes) {
    for (const char c : bytes) AddByte(static_cast<unsigned char>(c));
    AddByte(0xFF);  // no UTF-8 holds it: keeps neighbours apart
    return *this;
  }
  Hash& Add(uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) AddByte(static_cast<unsigned char>(value >> shift));
    return *this;
  }
  Hash& Add(float value) { return Add(std::bit_cast<uint32_t>(value)); }
  Hash& Add(const TextRun& run) {
    const uint32_t flags = static_cast<uint32_t>(run.style.face) << 2 |
                           static_cast<uint32_t>(run.style.bold) << 1 |
                           static_cast<uint32_t>(run.direction);
    return Add(run.text).Add(run.language).Add(run.style.size).Add(flags);
  }
  uint64_t value() const { return value_; }

 private:
  void AddByte(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3U; }
  uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace

void TextEngine::BeginFrame() {
  ++frame_;
  DropOld();
}

void TextEngine::Clear() {
  entries_.clear();
  broken_.clear();
  widths_.clear();
  metrics_.clear();
  baselines_.clear();
  ++forgotten_;
  for (Page& page : pages_) {
    ++page.generation;
    page.shelf_top = page.shelf_height = page.shelf_x = 0;
  }
}

void TextEngine::DropOld() {
  if (widths_.size() > kMostKept) widths_.clear();
  if (broken_.size() > kMostKept) {
    std::erase_if(broken_,
                  [this](const auto& item) { return item.second.last_frame + 1 < frame_; });
  }
  if (entries_.size() > kMostKept) {
    std::erase_if(entries_, [this](const auto& item) { return !IsCurrent(item.second); });
  }
}

FontMetrics TextEngine::Metrics(const TextStyle& style) {
  for (const auto& [known, metrics] : metrics_) {
    if (known == style) return metrics;
  }
  metrics_.emplace_back(style, typesetter_.Metrics(style));
  return metrics_.back().second;
}

float TextEngine::Baseline(const TextStyle& style, float line_height) {
  for (const KnownBaseline& known : baselines_) {
    if (known.style == style && known.line_height == line_height) return known.baseline;
  }
  baselines_.push_back({style, line_height, typesetter_.Baseline(style, line_height)});
  return baselines_.back().baseline;
}

float TextEngine::Width(const TextRun& run) {
  const auto [at, added] = widths_.try_emplace(Hash().Add(run).value(), 0.0F);
  if (added) at->second = typesetter_.Width(run);
  return at->second;
}

const std::vector<TextLine>& TextEngine::Break(const TextRun& run, float width) {
  const auto [at, added] = broken_.try_emplace(Hash().Add(run).Add(width).value());
  if (added) typesetter_.Break(run, width, &at->second.lines);
  at->second.last_frame = frame_;
  return at->second.lines;
}

void TextEngine::Extents(const TextRun& line, TextSpan span, std::vector<Extent>* extents) {
  typesetter_.Extents(line, span, extents);
}

bool TextEngine::IsCurrent(const Entry& entry) const {
  for (size_t i = 0; i < entry.pieces.size(); ++i) {
    const uint32_t page = entry.pieces[i].page.id - first_page_;
    if (pages_[page].generation != entry.generations[i]) return false;
  }
  return true;
}

std::span<const TextPiece> TextEngine::Rasterise(const TextRun& run, float scale, uint32_t color) {
  const bool emoji = HasEmoji(run.text);
  const uint64_t key = Hash().Add(run).Add(scale).Add(emoji ? color : 0U).value();
  Entry& entry = entries_[key];
  if (entry.pieces.empty() || !IsCurrent(entry)) {
    entry = {};
    const RunInk ink = typesetter_.Ink(run, scale);
    const int height = std::min(ink.height, AtlasPage::kSize - 2 * kPadding);
    for (int column = 0; column < ink.width && height > 0; column += kWidestPiece) {
      const int width = std::min(kWidestPiece, ink.width - column);
      TextPiece piece = Allocate(emoji, width, height);
      piece.left = ink.left + column;
      piece.top = ink.top;
      typesetter_.Rasterise(run, scale, ink, {piece.page, piece.x, piece.y, column, width}, color);
      ++rasterised_;
      entry.pieces.push_back(piece);
      entry.generations.push_back(PageOf(piece).generation);
    }
  }
  for (const TextPiece& piece : entry.pieces) PageOf(piece).last_frame = frame_;
  return entry.pieces;
}

bool TextEngine::AllocateIn(Page* page, int width, int height, TextPiece* piece) {
  const int wide = width + kPadding;
  const int high = height + kPadding;
  if (page->shelf_x + wide > AtlasPage::kSize || high > page->shelf_height) {
    // A taller run opens a new shelf, unless the shelf is still empty.
    const int top = page->shelf_x > 0 ? page->shelf_top + page->shelf_height : page->shelf_top;
    if (top + high > AtlasPage::kSize) return false;
    page->shelf_top = top;
    page->shelf_height = high;
    page->shelf_x = 0;
  }
  *piece = {page->page, 0, 0, page->shelf_x, page->shelf_top, width, height};
  page->shelf_x += wide;
  return true;
}

TextPiece TextEngine::Allocate(bool color, int width, int height) {
  TextPiece piece;
  size_t of_kind = 0;
  Page* oldest = nullptr;
  for (Page& page : pages_) {
    if (page.page.color != color) continue;
    if (AllocateIn(&page, width, height, &piece)) {
      page.last_frame = frame_;  // or the run's next piece may empty it
      return piece;
    }
    ++of_kind;
    if (oldest == nullptr || page.last_frame < oldest->last_frame) oldest = &page;
  }
  if (of_kind < kMostPages || oldest->last_frame == frame_) {
    pages_.push_back({{first_page_ + static_cast<uint32_t>(pages_.size()), color}, 0, 0, 0, 0, 0});
    oldest = &pages_.back();
  } else {
    ++forgotten_;
    ++oldest->generation;
    oldest->shelf_top = oldest->shelf_height = oldest->shelf_x = 0;
  }
  oldest->last_frame = frame_;
  AllocateIn(oldest, width, height, &piece);
  return piece;
}

bool HasEmoji(std::string_view utf8) {
  for (size_t i = 0; i < utf8.size();) {
    const CodePoint point = DecodeCodePoint(utf8, i);
    i += point.size;
    const char32_t c = point.value;
    if (c >= 0x1F000 && c <= 0x1FAFF) return true;
    if (c == 0xFE0F || c == 0x20E3) return true;  // emoji presentation, keycap
    // What is shown as emoji without being asked, among the older symbols.
    if (c >= 0x231A && c <= 0x2B55 &&
        (c == 0x231A || c == 0x231B || (c >= 0x23E9 && c <= 0x23F3) || c == 0x2614 || c == 0x2615 ||
         (c >= 0x2648 && c <= 0x2653) || c == 0x267F || c == 0x2693 || c == 0x26A1 || c == 0x26AA ||
         c == 0x26AB || c == 0x26BD || c == 0x26BE || c == 0x26C4 || c == 0x26C5 || c == 0x26CE ||
         c == 0x26D4 || c == 0x26EA || c == 0x26F2 || c == 0x26F3 || c == 0x26F5 || c == 0x26FA ||
         c == 0x26FD || c == 0x2705 || c == 0x270A || c == 0x270B || c == 0x2728 || c == 0x274C ||
         c == 0x274E || (c >= 0x2753 && c <= 0x2757) || c == 0x2795 || c == 0x2796 || c == 0x2797 ||
         c == 0x27B0 || c == 0x27BF || c == 0x2B1B || c == 0x2B1C || c == 0x2B50 || c == 0x2B55)) {
      return true;
    }
  }
  return false;
}

}  // namespace saywhen
