#include "timeline/time_axis.h"

#include <algorithm>
#include <cmath>

#include "base/sort.h"

namespace saywhen {

double WeightOf(double count) {
  // Of floats: the tables of the other power are 6 kB.
  return std::pow(static_cast<float>(count), 0.7F);
}

namespace {

// Things that touch or overlap.
struct Cluster {
  TimeExtent time;
  CivilMs shortest = 0;  // of the things in it
  double count = 0;
};

std::vector<Cluster> FindClusters(std::span<const TimeExtent> extents) {
  std::vector<TimeExtent> sorted(extents.begin(), extents.end());
  SortItems(&sorted, [](const TimeExtent& extent) { return SortKey(extent.begin); });
  std::vector<Cluster> clusters;
  for (const TimeExtent& extent : sorted) {
    const CivilMs length = extent.end - extent.begin;
    if (clusters.empty() || extent.begin > clusters.back().time.end) {
      clusters.push_back({extent, length, 1});
      continue;
    }
    Cluster& last = clusters.back();
    last.time.end = std::max(last.time.end, extent.end);
    last.shortest = std::min(last.shortest, length);
    ++last.count;
  }
  return clusters;
}

CivilMs GapBefore(std::span<const Cluster> clusters, size_t i) {
  return clusters[i].time.begin - clusters[i - 1].time.end;
}

// The cluster that the gap to fold comes before; 0 when none is to be folded.
size_t FindFold(std::span<const Cluster> clusters) {
  if (clusters.size() < 2) return 0;
  size_t widest = 1;
  CivilMs shortest = clusters[0].shortest;
  std::vector<CivilMs> gaps;
  for (size_t i = 1; i < clusters.size(); ++i) {
    shortest = std::min(shortest, clusters[i].shortest);
    gaps.push_back(GapBefore(clusters, i));
    if (GapBefore(clusters, i) > GapBefore(clusters, widest)) widest = i;
  }
  const CivilMs gap = GapBefore(clusters, widest);
  const CivilMs whole = clusters.back().time.end - clusters.front().time.begin;
  if (gap <= whole / 5 * 2 || gap / 20 <= shortest) return 0;
  if (gaps.size() > 1) {
    gaps.erase(gaps.begin() + static_cast<ptrdiff_t>(widest - 1));
    if (gap / 3 <= MedianOf(std::move(gaps))) return 0;
  }
  return widest;
}

Stretch MakeStretch(std::span<const Cluster> clusters) {
  double count = 0;
  for (const Cluster& cluster : clusters) count += cluster.count;
  return {{clusters.front().time.begin, clusters.back().time.end}, WeightOf(count)};
}

// Room at both ends, so that nothing sits on an edge: a twelfth of the stretch, but no more than a
// third of the gap to the next one.
void Widen(std::vector<Stretch>* stretches) {
  std::vector<CivilMs> gaps;
  for (size_t i = 1; i < stretches->size(); ++i) {
    gaps.push_back((*stretches)[i].time.begin - (*stretches)[i - 1].time.end);
  }
  for (size_t i = 0; i < stretches->size(); ++i) {
    TimeExtent& time = (*stretches)[i].time;
    const CivilMs room = std::max<CivilMs>((time.end - time.begin) / 12, 1);
    time.begin -= i > 0 ? std::min(room, gaps[i - 1] / 3) : room;
    time.end += i < gaps.size() ? std::min(room, gaps[i] / 3) : room;
    // Their length must stay one that CivilMs can hold.
    time.begin = std::max(time.begin, kDistantPast / 2);
    time.end = std::min(time.end, kDistantFuture / 2);
  }
}

}  // namespace

std::vector<Stretch> FindStretches(std::span<const TimeExtent> extents) {
  const std::vector<Cluster> clusters = FindClusters(extents);
  if (clusters.empty()) return {};
  std::vector<std::span<const Cluster>> parts = {clusters};
  int folds = 0;
  for (size_t i = 0; i < parts.size();) {
    const size_t at = folds < kMaxFolds ? FindFold(parts[i]) : 0;
    if (at == 0) {
      ++i;
      continue;
    }
    const std::span<const Cluster> whole = parts[i];
    parts[i] = whole.first(at);
    parts.insert(parts.begin() + static_cast<ptrdiff_t>(i) + 1, whole.subspan(at));
    ++folds;
  }
  std::vector<Stretch> stretches;
  stretches.reserve(parts.size());
  for (const std::span<const Cluster> part : parts) stretches.push_back(MakeStretch(part));
  Widen(&stretches);
  return stretches;
}

Viewport Zoom(const Viewport& viewport, double factor, double anchor, double smallest) {
  const double size = std::clamp(viewport.size() * factor, std::min(smallest, 1.0), 1.0);
  const double where = std::clamp((anchor - viewport.begin) / viewport.size(), 0.0, 1.0);
  const double begin = std::clamp(anchor - where * size, 0.0, 1.0 - size);
  return {begin, begin + size};
}

Viewport Pan(const Viewport& viewport, double distance) {
  const double begin = std::clamp(viewport.begin + distance, 0.0, 1.0 - viewport.size());
  return {begin, begin + viewport.size()};
}

TimeAxis::TimeAxis(std::span<const Stretch> stretches, const Viewport& viewport, float left,
                   float width)
    : left_(left), width_(width) {
  double total = 0;
  for (const Stretch& stretch : stretches) total += stretch.weight;
  double unit = 0;
  for (const Stretch& stretch : stretches) {
    const double next = unit + stretch.weight / total;
    scaled_.push_back({stretch.time, unit, next, 0, 0});
    unit = next;
  }
  if (!scaled_.empty()) scaled_.back().unit_end = 1;

  // A fold grows from nothing as it comes in over an edge, so that panning never jumps.
  std::vector<float> fold_widths;
  float folds_width = 0;
  for (size_t i = 1; i < scaled_.size(); ++i) {
    const double at = scaled_[i].unit_begin;
    const double inside =
        std::min(at - viewport.begin, viewport.end - at) / viewport.size() * width;
    fold_widths.push_back(static_cast<float>(std::clamp<double>(inside, 0, kFoldWidth)));
    folds_width += fold_widths.back();
  }
  const double pixels_per_unit = std::max(width - folds_width, 1.0F) / viewport.size();
  double x = left - viewport.begin * pixels_per_unit;
  for (size_t i = 0; i < scaled_.size(); ++i) {
    Scaled& part = scaled_[i];
    if (i > 0) {
      const float fold = fold_widths[i - 1];
      if (fold > 0) {
        pieces_.push_back({{scaled_[i - 1].time.end, part.time.begin},
                           static_cast<float>(x),
                           static_cast<float>(x) + fold,
                           true});
      }
      x += fold;
    }
    part.left = x;
    x += (part.unit_end - part.unit_begin) * pixels_per_unit;
    part.right = x;
    Piece piece{part.time, std::max(static_cast<float>(part.left), left_),
                std::min(static_cast<float>(part.right), right()), false};
    if (piece.left >= piece.right) continue;
    const double per_pixel =
        static_cast<double>(part.time.end - part.time.begin) / (part.right - part.left);
    const double cut_before = std::max(static_cast<double>(left_) - part.left, 0.0);
    const double cut_after = std::max(part.right - static_cast<double>(right()), 0.0);
    piece.time.begin += static_cast<CivilMs>(cut_before * per_pixel);
    piece.time.end -= static_cast<CivilMs>(cut_after * per_pixel);
    pieces_.push_back(piece);
  }
}

float TimeAxis::XAt(CivilMs time) const {
  if (scaled_.empty()) return left_;
  if (time <= scaled_.front().time.begin) return static_cast<float>(scaled_.front().left);
  const auto next =
      std::upper_bound(scaled_.begin(), scaled_.end(), time,
                       [](CivilMs value, const Scaled& part) { return value < part.time.begin; });
  const Scaled& part = *(next - 1);
  const auto along = [time](CivilMs begin, CivilMs end, double left, double right) {
    const double share = static_cast<double>(time - begin) / static_cast<double>(end - begin);
    return static_cast<float>(left + share * (right - left));
  };
  if (time <= part.time.end) return along(part.time.begin, part.time.end, part.left, part.right);
  if (next == scaled_.end()) return static_cast<float>(part.right);
  return along(part.time.end, next->time.begin, part.right, next->left);
}

CivilMs TimeAxis::TimeAt(float x) const {
  if (scaled_.empty()) return 0;
  const auto along = [x](double left, double right, CivilMs begin, CivilMs end) {
    const double share = (static_cast<double>(x) - left) / (right - left);
    return begin + static_cast<CivilMs>(share * static_cast<double>(end - begin));
  };
  for (size_t i = 0; i < scaled_.size(); ++i) {
    const Scaled& part = scaled_[i];
    if (x > part.right) continue;
    if (x > part.left) return along(part.left, part.right, part.time.begin, part.time.end);
    if (i == 0 || x == part.left) return part.time.begin;
    const Scaled& before = scaled_[i - 1];
    return along(before.right, part.left, before.time.end, part.time.begin);
  }
  return scaled_.back().time.end;
}

double TimeAxis::UnitAt(float x) const {
  for (const Scaled& part : scaled_) {
    if (x > part.right) continue;
    if (x <= part.left) return part.unit_begin;
    const double share = (static_cast<double>(x) - part.left) / (part.right - part.left);
    return part.unit_begin + share * (part.unit_end - part.unit_begin);
  }
  return 1;
}

double UnitOf(std::span<const Stretch> stretches, CivilMs time) {
  double total = 0;
  double before = 0;
  for (const Stretch& stretch : stretches) {
    total += stretch.weight;
    if (time <= stretch.time.begin) continue;
    const double share =
        static_cast<double>(std::min(time, stretch.time.end) - stretch.time.begin) /
        static_cast<double>(stretch.time.end - stretch.time.begin);
    before += share * stretch.weight;
  }
  return total > 0 ? before / total : 0;
}

double SmallestViewport(std::span<const Stretch> stretches) {
  constexpr double kTenMinutes = 600'000;
  double total = 0;
  for (const Stretch& stretch : stretches) total += stretch.weight;
  double smallest = 1;
  for (const Stretch& stretch : stretches) {
    const double length = static_cast<double>(stretch.time.end - stretch.time.begin);
    smallest = std::min(smallest, kTenMinutes / length * stretch.weight / total);
  }
  return smallest;
}

}  // namespace saywhen
