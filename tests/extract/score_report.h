// Scores as a table for people and as JSON for programs.
#pragma once

#include <string>

#include "extract/quote_score.h"

namespace saywhen {

// Shares with four places, "-" where there is nothing to divide by. With `floors`, what a baseline
// reaches on unseen English news ("regex, nearest cue and name"; for times chrono-node) and what we
// aim at stand beside what they are about.
std::string ScoreTable(const QuoteScores& scores, bool floors);

// {"articles", "types": {TYPE: {"gold", "predicted", "exact_recall", "exact_F1", "iou80_recall",
// "iou80_F1", "speaker", "speaker_all", "cue", "precision", "name", "name_all"}}, "times", "about":
// {"gold", "predicted", "relaxed_F1", "strict_F1", "value_F1"}, "said", "confidence": [{"mean",
// "count", "right"}]}; null where there is nothing to divide by. What a type has under these names
// in score_quotes.py of the shared data is the same here, to the last of its four places.
std::string ScoreJson(const QuoteScores& scores);

}  // namespace saywhen
