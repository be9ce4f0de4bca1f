// Confidence that means something: of many quotes given 0.9, nine in ten are right.
#pragma once

#include <array>
#include <vector>

#include "extract/language_pack.h"
#include "model/story.h"

namespace saywhen {

// Section "calibration": a type of quote, what the models say, and how often that is right, both in
// thousandths; between two entries the line between them holds. Learned on articles that the models
// had not seen (scripts/learn). Without entries of a type what the models say stands.
class Calibration {
 public:
  Calibration() = default;
  explicit Calibration(const LanguagePack& pack);

  float Of(QuoteType type, float raw) const;

 private:
  struct Point {
    float raw;
    float right;
  };
  std::array<std::vector<Point>, 3> points_;  // by type, ascending
};

}  // namespace saywhen
