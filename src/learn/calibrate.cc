#include "learn/calibrate.h"

#include <algorithm>
#include <cmath>

#include "extract/attribution.h"
#include "learn/gold.h"

namespace saywhen {
namespace {

bool IsRight(const Document& document, const Attribution& found,
             const std::vector<TaughtAttribution>& gold) {
  std::vector<uint32_t> words;
  for (const TokenRange part : found.content) {
    for (uint32_t at = part.begin; at < part.end; ++at) {
      if (document.tokens[at].word) words.push_back(at);
    }
  }
  std::sort(words.begin(), words.end());
  for (const TaughtAttribution& each : gold) {
    std::vector<uint32_t> both;
    std::set_intersection(words.begin(), words.end(), each.content.begin(), each.content.end(),
                          std::back_inserter(both));
    const size_t either = words.size() + each.content.size() - both.size();
    if (both.size() * 10 < either * 8) continue;
    if (each.source.empty()) return true;
    return std::any_of(each.source.begin(), each.source.end(),
                       [&](uint32_t token) { return found.source.tokens.holds(token); });
  }
  return false;
}

std::string Thousandths(double value) { return std::to_string(std::lround(value * 1000)); }

std::string WriteType(std::string_view name, const std::vector<Judged>& judged) {
  struct Pool {
    double raw = 0;
    double right = 0;
    double count = 0;
    double share() const { return right / count; }
  };
  std::vector<Pool> pools;
  for (const Judged& each : judged) {
    pools.push_back({each.raw, each.right ? 1.0 : 0.0, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].share() >= pools.back().share()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().raw += last.raw;
      pools.back().right += last.right;
      pools.back().count += last.count;
    }
  }
  // Small pools say little: they join until each holds a twelfth.
  std::vector<Pool> points;
  for (const Pool& each : pools) {
    if (points.empty() || points.back().count * 12 >= static_cast<double>(judged.size())) {
      points.push_back(each);
      continue;
    }
    points.back().raw += each.raw;
    points.back().right += each.right;
    points.back().count += each.count;
  }
  if (points.size() > 1 && points.back().count * 12 < static_cast<double>(judged.size())) {
    const Pool last = points.back();
    points.pop_back();
    points.back().raw += last.raw;
    points.back().right += last.right;
    points.back().count += last.count;
  }
  std::string text;
  for (const Pool& each : points) {
    text += std::string(name) + "\t" + Thousandths(each.raw / each.count) + "\t" +
            Thousandths(each.share()) + "\n";
  }
  return text;
}

}  // namespace

void Judge(const AnnotatedArticle& article, const Language& language, std::vector<Judged>* judged) {
  const Document document = ReadDocument(article.text, language.lexicon);
  const std::vector<TaughtAttribution> gold = GoldOf(document, article);
  for (const Attribution& each : FindAttributions(document, language)) {
    judged->push_back({each.type, RawConfidence(each), IsRight(document, each, gold)});
  }
}

std::string WriteCalibration(std::vector<Judged> judged) {
  // Right ones first, so that those of which the models are as sure make one pool.
  std::sort(judged.begin(), judged.end(), [](const Judged& a, const Judged& b) {
    return a.raw != b.raw ? a.raw < b.raw : a.right && !b.right;
  });
  std::string text =
      "# Type, what the models say, how often that is right (thousandths). Written by "
      "scripts/learn.\n";
  const std::pair<QuoteType, std::string_view> kTypes[] = {{QuoteType::kDirect, "direct"},
                                                           {QuoteType::kMixed, "mixed"},
                                                           {QuoteType::kIndirect, "indirect"}};
  for (const auto& [type, name] : kTypes) {
    std::vector<Judged> of_type;
    for (const Judged& each : judged) {
      if (each.type == type) of_type.push_back(each);
    }
    if (!of_type.empty()) text += WriteType(name, of_type);
  }
  return text;
}

}  // namespace saywhen
