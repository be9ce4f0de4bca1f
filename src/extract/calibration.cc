#include "extract/calibration.h"

#include <algorithm>
#include <charconv>

namespace saywhen {
namespace {

float Thousandths(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return static_cast<float>(value) / 1000;
}

}  // namespace

Calibration::Calibration(const LanguagePack& pack) {
  for (const PackEntry& entry : pack.Section("calibration")) {
    const QuoteType type = entry[0] == "direct"  ? QuoteType::kDirect
                           : entry[0] == "mixed" ? QuoteType::kMixed
                                                 : QuoteType::kIndirect;
    points_[static_cast<size_t>(type)].push_back({Thousandths(entry[1]), Thousandths(entry[2])});
  }
  for (std::vector<Point>& points : points_) {
    std::stable_sort(points.begin(), points.end(),
                     [](const Point& a, const Point& b) { return a.raw < b.raw; });
  }
}

float Calibration::Of(QuoteType type, float raw) const {
  const std::vector<Point>& points = points_[static_cast<size_t>(type)];
  if (points.empty()) return std::clamp(raw, 0.0F, 1.0F);
  const auto above = std::find_if(points.begin(), points.end(),
                                  [raw](const Point& point) { return point.raw >= raw; });
  if (above == points.begin()) return above->right;
  if (above == points.end()) return points.back().right;
  const Point& below = *(above - 1);
  const float share = (raw - below.raw) / std::max(above->raw - below.raw, 1e-6F);
  return below.right + share * (above->right - below.right);
}

}  // namespace saywhen
