#include "extract/features.h"

#include <charconv>
#include <cmath>
#include <iterator>

namespace saywhen {

Part Bucket(uint32_t count) {
  static constexpr uint32_t kFrom[] = {0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 40};
  static constexpr Part kParts[] = {Sign("0"),  Sign("1"),  Sign("2"), Sign("3"),
                                    Sign("4"),  Sign("5"),  Sign("7"), Sign("10"),
                                    Sign("15"), Sign("25"), Sign("40")};
  size_t at = std::size(kFrom) - 1;
  while (count < kFrom[at]) --at;
  return kParts[at];
}

LinearModel::LinearModel(const LanguagePack& pack) {
  const auto entries = pack.Section("weights");
  weights_.Reserve(entries.size() + 1);
  FeatureTemplate kind("");
  for (const PackEntry& entry : entries) {
    // The template's name stands once before its features.
    if (entry.fields.size() == 1) {
      kind.name = entry[0];
      kind.hash = HashName(entry[0]);
      continue;
    }
    const std::string_view number = entry.fields.back();
    int weight = 0;
    std::from_chars(number.data(), number.data() + number.size(), weight);
    const auto part = [&entry](size_t index) -> Part {
      if (index + 1 >= entry.fields.size() || entry[index].empty()) return {};
      return Sign(entry[index]);
    };
    const uint32_t key = Key(kind, part(0), part(1));
    weights_.Set(key, static_cast<uint32_t>(weight));
    present_[(key >> kBitShift) >> 6] |= uint64_t{1} << ((key >> kBitShift) & 63);
  }
}

float Probability(float score) { return 1.0F / (1.0F + std::exp(-score)); }

}  // namespace saywhen
