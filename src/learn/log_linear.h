// Learns the weights of a log-linear model: an example is a choice among candidates, each with its
// features, of which one or more are right. AdaGrad (Duchi, Hazan and Singer 2011) on the negative
// logarithm of the right ones' share, with a quadratic penalty.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/features.h"

namespace saywhen {

struct LearnOptions {
  // Chosen on a seventh of the English articles that was held out.
  int rounds = 6;
  float rate = 0.1F;
  float penalty = 6e-4F;
  uint32_t least_count = 4;   // of a feature, in how many examples
  float least_weight = 0.1F;  // smaller ones are dropped
};

class LogLinear {
 public:
  // One choice. Call Candidate() for each in turn, then Done().
  Features Candidate(bool right);
  void Done();

  void Learn(const LearnOptions& options);

  // The weights as the section "weights" of a pack has them.
  std::string Write() const;
  size_t examples() const { return examples_.size(); }

 private:
  struct Example {
    uint32_t first;  // in candidates_
    uint32_t past;
  };
  struct Alternative {
    uint32_t first = 0;  // in features_
    uint32_t past = 0;
    bool right = false;
  };
  struct Name {
    std::string kind;
    std::string a;
    std::string b;
    uint32_t count = 0;
    uint32_t last_example = 0;
  };

  void Close();
  float Score(const Alternative& candidate) const;

  std::unordered_map<uint32_t, uint32_t> index_;  // by key
  std::vector<Name> names_;
  std::vector<uint32_t> features_;
  std::vector<Alternative> candidates_;
  std::vector<Example> examples_;
  uint32_t example_begin_ = 0;
  bool open_ = false;
  std::vector<float> weights_;
  LearnOptions options_;
};

}  // namespace saywhen
