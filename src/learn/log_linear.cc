#include "learn/log_linear.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "extract/lexicon.h"

namespace saywhen {
namespace {

std::string NameOf(Part part) {
  if (part.text.empty() || HashName(part.text) == part.hash) return std::string(part.text);
  return InSmallLetters(part.text);
}

}  // namespace

Features LogLinear::Candidate(bool right) {
  Close();
  Alternative candidate;
  candidate.first = static_cast<uint32_t>(features_.size());
  candidate.right = right;
  candidates_.push_back(candidate);
  open_ = true;
  return Features([this](const FeatureTemplate& kind, Part a, Part b) {
    const uint32_t key = LinearModel::Key(kind, a, b);
    const auto [at, is_new] = index_.try_emplace(key, static_cast<uint32_t>(names_.size()));
    if (is_new) names_.push_back({std::string(kind.name), NameOf(a), NameOf(b), 0, 0});
    Name& name = names_[at->second];
    const auto example = static_cast<uint32_t>(examples_.size()) + 1;
    if (name.last_example != example) {
      name.last_example = example;
      ++name.count;
    }
    features_.push_back(at->second);
  });
}

void LogLinear::Close() {
  if (open_) candidates_.back().past = static_cast<uint32_t>(features_.size());
  open_ = false;
}

void LogLinear::Done() {
  Close();
  const auto past = static_cast<uint32_t>(candidates_.size());
  examples_.push_back({example_begin_, past});
  example_begin_ = past;
}

float LogLinear::Score(const Alternative& candidate) const {
  float score = 0;
  for (uint32_t i = candidate.first; i < candidate.past; ++i) {
    if (features_[i] != UINT32_MAX) score += weights_[features_[i]];
  }
  return score;
}

void LogLinear::Learn(const LearnOptions& options) {
  options_ = options;
  weights_.assign(names_.size(), 0);
  std::vector<float> squares(names_.size(), 1e-6F);
  for (uint32_t& feature : features_) {
    if (names_[feature].count < options.least_count) feature = UINT32_MAX;
  }
  std::vector<uint32_t> order(examples_.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(20250213);
  std::vector<float> share;
  // The mean of the weights after each of the later rounds is steadier than the last ones.
  std::vector<float> mean(names_.size(), 0);
  int summed = 0;
  for (int round = 0; round < options.rounds; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    for (const uint32_t number : order) {
      const Example& example = examples_[number];
      share.clear();
      float top = -1e30F;
      for (uint32_t i = example.first; i < example.past; ++i) {
        share.push_back(Score(candidates_[i]));
        top = std::max(top, share.back());
      }
      float sum = 0;
      float right = 0;
      for (uint32_t i = 0; i < share.size(); ++i) {
        sum += share[i] = std::exp(share[i] - top);
        if (candidates_[example.first + i].right) right += share[i];
      }
      if (right <= 0) right = 1e-20F;
      for (uint32_t i = 0; i < share.size(); ++i) {
        const Alternative& candidate = candidates_[example.first + i];
        const float gradient = share[i] / sum - (candidate.right ? share[i] / right : 0);
        if (std::fabs(gradient) < 1e-4F) continue;
        for (uint32_t f = candidate.first; f < candidate.past; ++f) {
          const uint32_t feature = features_[f];
          if (feature == UINT32_MAX) continue;
          const float slope = gradient + options.penalty * weights_[feature];
          squares[feature] += slope * slope;
          weights_[feature] -= options.rate * slope / std::sqrt(squares[feature]);
        }
      }
    }
    // Weights shrink towards nothing, rare features most.
    for (size_t i = 0; i < weights_.size(); ++i) {
      const float shrink = options.rate * options.penalty * 1000 / std::sqrt(squares[i]);
      weights_[i] -= std::clamp(weights_[i], -shrink, shrink);
    }
    if (round * 2 < options.rounds) continue;
    ++summed;
    for (size_t i = 0; i < weights_.size(); ++i) mean[i] += weights_[i];
  }
  for (size_t i = 0; i < weights_.size(); ++i) {
    weights_[i] = mean[i] / static_cast<float>(std::max(summed, 1));
  }
}

std::string LogLinear::Write() const {
  std::map<std::string, std::vector<std::string>> kinds;
  for (size_t i = 0; i < names_.size(); ++i) {
    const long weight = std::lround(weights_[i] * 64);
    if (std::fabs(weights_[i]) < options_.least_weight || weight == 0) continue;
    const Name& name = names_[i];
    kinds[name.kind].push_back(name.a + "\t" + name.b + "\t" + std::to_string(weight));
  }
  std::string text;
  for (auto& [kind, lines] : kinds) {
    std::sort(lines.begin(), lines.end());
    text += kind + "\n";
    for (const std::string& line : lines) text += line + "\n";
  }
  return text;
}

}  // namespace saywhen
