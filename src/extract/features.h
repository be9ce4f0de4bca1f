// Linear models whose features have names: what a decision rests on can be read in the language's
// pack, and told to an editor.
//
// A feature is a template's name and one or two parts, each a word or a sign: "cue.word" of "said",
// "cue.word+next" of "said" and "that". Its weight stands in the pack's section "weights", a line
// each: template, first part, second part, weight in 64ths. Features that are not there weigh
// nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/language_pack.h"
#include "extract/lexicon.h"

namespace saywhen {

constexpr uint32_t HashName(std::string_view name) {
  uint32_t hash = 0x811C9DC5U;
  for (const char each : name) hash = (hash ^ static_cast<unsigned char>(each)) * 0x01000193U;
  return hash;
}

struct FeatureTemplate {
  std::string_view name;
  uint32_t hash;

  // NOLINTNEXTLINE(google-explicit-constructor): a name in quotes is a template
  constexpr FeatureTemplate(const char* text) : name(text), hash(HashName(text)) {}
};

// A word or a sign. `text` is what weights call it; of a word in small letters.
struct Part {
  uint32_t hash = 0;
  std::string_view text;
};

// A sign, by its name.
constexpr Part Sign(std::string_view name) { return {HashName(name), name}; }
// 0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 40 or more: a distance or count, as coarse as it is large.
Part Bucket(uint32_t count);

class LinearModel {
 public:
  LinearModel() = default;
  explicit LinearModel(const LanguagePack& pack);

  static uint32_t Key(const FeatureTemplate& kind, Part a, Part b) {
    uint32_t key = (kind.hash ^ a.hash) * 0x9E3779B1U;
    key = (key ^ (key >> 15) ^ b.hash) * 0x85EBCA77U;
    key ^= key >> 13;
    return key == 0 ? 1 : key;
  }
  // Most features weigh nothing: a bit says so, out of a table that stays in the processor's cache.
  float Weight(uint32_t key) const {
    if ((present_[(key >> kBitShift) >> 6] >> ((key >> kBitShift) & 63) & 1) == 0) return 0;
    return static_cast<float>(static_cast<int32_t>(weights_.Get(key))) * (1.0F / 64.0F);
  }
  size_t size() const { return weights_.size(); }

 private:
  static constexpr uint32_t kBitShift = 13;

  WordMap weights_;
  std::vector<uint64_t> present_ = std::vector<uint64_t>(size_t{1} << (32 - kBitShift - 6));
};

// Adds up the weights of the features that it is told, or gives them to a listener (which is how
// weights are learned).
class Features {
 public:
  using Listener = std::function<void(const FeatureTemplate&, Part, Part)>;

  explicit Features(const LinearModel& model) : model_(&model) {}
  explicit Features(Listener listener) : listener_(std::move(listener)) {}

  void Add(const FeatureTemplate& kind, Part a = {}, Part b = {}) {
    if (model_ != nullptr) {
      sum_ += model_->Weight(LinearModel::Key(kind, a, b));
    } else {
      listener_(kind, a, b);
    }
  }
  float sum() const { return sum_; }
  void Reset() { sum_ = 0; }

 private:
  const LinearModel* model_ = nullptr;
  Listener listener_;
  float sum_ = 0;
};

// 1 / (1 + e^-score).
float Probability(float score);

}  // namespace saywhen
