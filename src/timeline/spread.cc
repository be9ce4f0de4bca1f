#include "timeline/spread.h"

#include <cstddef>
#include <vector>

namespace saywhen {

void Spread(std::span<float> places, float distance) {
  struct Pool {
    double sum;
    size_t count;
    double Mean() const { return sum / static_cast<double>(count); }
  };
  std::vector<Pool> pools;
  for (size_t i = 0; i < places.size(); ++i) {
    const double slack =
        static_cast<double>(places[i]) - static_cast<double>(i) * static_cast<double>(distance);
    pools.push_back({slack, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].Mean() > pools.back().Mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().count += last.count;
    }
  }
  size_t i = 0;
  for (const Pool& pool : pools) {
    for (size_t n = 0; n < pool.count; ++n, ++i) {
      places[i] =
          static_cast<float>(pool.Mean() + static_cast<double>(i) * static_cast<double>(distance));
    }
  }
}

}  // namespace saywhen
