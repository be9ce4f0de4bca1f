// The widget's own words, one table a language.
#pragma once

#include <string>
#include <string_view>

#include "model/story.h"

namespace saywhen {

// "{}" stands for the argument of Fill().
struct Strings {
  std::string_view said;
  std::string_view about;
  std::string_view note;
  std::string_view confidence;
  std::string_view part_of;   // a quote by {}
  std::string_view contains;  // a quote by {}
  std::string_view direct;
  std::string_view mixed;
  std::string_view indirect;
  std::string_view low_confidence;
  std::string_view talks_about;
  std::string_view uncertain_time;
  std::string_view event;
  std::string_view events;
  std::string_view unknown_speaker;
  std::string_view unknown_time;
  std::string_view stated;
  std::string_view inferred;
  std::string_view published;
  std::string_view in_the_quote;
  std::string_view previous;
  std::string_view next;
  std::string_view timeline;
  std::string_view quotes;
  std::string_view chosen_quote;
  std::string_view speakers;
  std::string_view quote_in_time;  // the slider's name
  std::string_view zoom_in;
  std::string_view zoom_out;
  std::string_view whole_axis;
  std::string_view show_more;  // {} quotes
  std::string_view more;       // {}
  std::string_view all_speakers;
  std::string_view of_all;  // {} of {}
  std::string_view in_order;
  std::string_view no_quotes;
  std::string_view one_quote;
  std::string_view many_quotes;  // {}
  std::string_view one_speaker;
  std::string_view many_speakers;  // {}
  std::string_view one_article;
  std::string_view many_articles;  // {}
  std::string_view folded_year;
  std::string_view folded_years;  // {}
  std::string_view folded_month;
  std::string_view folded_months;  // {}
  std::string_view folded_day;
  std::string_view folded_days;   // {}
  std::string_view folded_hour;   // or less
  std::string_view folded_hours;  // {}
  std::string_view range;         // {}–{}
  std::string_view from;          // {}: it has no end, or none that is known
  std::string_view until;         // {}
  std::string_view approximate;   // {}
  std::string_view perhaps;       // {}
  std::string_view decade;        // {}
  std::string_view century;       // {}
  std::string_view seasons[4];    // {}: of the year, spring first
};

const Strings& EnglishStrings();

// Replaces the first and second "{}".
std::string Fill(std::string_view pattern, std::string_view first, std::string_view second = {});

// The marks that a language puts around what is quoted, by its primary subtag.
struct QuotationMarks {
  std::string_view open;
  std::string_view close;
};
QuotationMarks QuotationMarksOf(std::string_view language);

}  // namespace saywhen
