// How often quotes are right of which the models are so and so sure.
#pragma once

#include <string>
#include <vector>

#include "extract/language.h"
#include "learn/annotated_article.h"
#include "model/story.h"

namespace saywhen {

struct Judged {
  QuoteType type = QuoteType::kDirect;
  float raw = 0;       // what the models say
  bool right = false;  // its words are an attribution's (IoU 0.8), and its source meets that one's
};

// Adds what is found in the article.
void Judge(const AnnotatedArticle& article, const Language& language, std::vector<Judged>* judged);

// The section "calibration": by type the isotonic regression (pool adjacent violators; Ayer and
// others 1955) of right on raw, at no more than a dozen points.
std::string WriteCalibration(std::vector<Judged> judged);

}  // namespace saywhen
