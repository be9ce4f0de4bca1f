// How well predicted quotes, speakers, cues and times are those that an article is annotated with.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "extract/annotated_article.h"
#include "model/story.h"

namespace saywhen {

// Counts of one type of attribution; "all" pools them. Each predicted quote is paired with at most
// one gold attribution, whatever their types, best overlap first: what both have of their
// contents' characters over what either has (IoU). A pair is "found" when that is 0.5 or more.
// Contents are compared without blanks and quotation marks, and each piece without punctuation at
// its ends.
struct TypeScore {
  size_t gold = 0;
  size_t predicted = 0;
  size_t exact = 0;  // of gold: IoU 1
  size_t near = 0;   // of gold: IoU 0.8 or more
  // Of gold, those with a source in the text; found; found with a mention that overlaps it.
  size_t sourced = 0;
  size_t sourced_found = 0;
  size_t source_right = 0;
  // Likewise of those with a cue.
  size_t cued_found = 0;
  size_t cue_right = 0;
  // Of gold, those whose speaker is known by name; found; found with that speaker and no other.
  size_t named = 0;
  size_t named_found = 0;
  size_t name_right = 0;
  // Of predicted: at least half in one gold content, of any type.
  size_t inside = 0;
};

// A gold and a predicted time are paired when their words overlap, best overlap first.
struct TimeScore {
  size_t gold = 0;
  size_t predicted = 0;
  size_t relaxed = 0;  // pairs
  size_t strict = 0;   // pairs of the same words
  size_t value = 0;    // pairs of the same time
};

// Predicted quotes of one tenth of confidence.
struct ConfidenceBin {
  size_t count = 0;
  double confidence = 0;  // sum
  size_t right = 0;       // near their gold attribution, whose source, if it has one, is met
};

struct QuoteScores {
  size_t articles = 0;
  std::map<std::string, TypeScore> types;
  // Of articles that annotate times. `times`: all in the text, against those of quotes and events;
  // `about`: those in gold contents, against what quotes are about.
  TimeScore times;
  TimeScore about;
  // Of found attributions of which the text says when it was said: the same time is predicted.
  size_t said_found = 0;
  size_t said_right = 0;
  std::array<ConfidenceBin, 10> bins;
};

// Adds an article. `story`: of the same text; all its quotes are the article's.
void ScoreArticle(const GoldArticle& article, const Story& story, QuoteScores* scores);

// 2 right / (predicted + gold); 0 when there is neither.
double F1(size_t right, size_t predicted, size_t gold);

}  // namespace saywhen
