// The chosen quote in full: what was asked, the words, who, when, about when.
#pragma once

#include "ui/view.h"

namespace saywhen {

// Returns where it ends. Draws nothing when `draw` is false: then it only measures.
float DrawChosenQuote(View* view, float left, float top, float width, bool draw);

// The facts about a quote, each a line of a name and what it is, with how it is known behind.
struct Fact {
  std::string_view name;
  std::string text;
  std::string_view basis;  // empty: not said
};
std::vector<Fact> FactsOf(const View& view, const Quote& quote);

}  // namespace saywhen
