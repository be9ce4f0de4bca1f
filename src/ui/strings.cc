#include "ui/strings.h"

namespace saywhen {

const Strings& EnglishStrings() {
  static constexpr Strings kEnglish = {
      .said = "Said",
      .about = "About",
      .note = "Note",
      .confidence = "Confidence",
      .part_of = "Part of a quote by {}",
      .contains = "Contains a quote by {}",
      .direct = "direct",
      .mixed = "partly reported",
      .indirect = "reported",
      .low_confidence = "less certain",
      .talks_about = "talks about",
      .uncertain_time = "uncertain time",
      .event = "event",
      .events = "Events",
      .unknown_speaker = "Unknown speaker",
      .unknown_time = "Time not known",
      .stated = "stated in the article",
      .inferred = "inferred",
      .published = "date of publication",
      .in_the_quote = "in the quote",
      .previous = "Previous",
      .next = "Next",
      .timeline = "Timeline",
      .quotes = "Quotes",
      .chosen_quote = "Chosen quote",
      .speakers = "Speakers",
      .quote_in_time = "Quote on the timeline",
      .zoom_in = "Zoom in",
      .zoom_out = "Zoom out",
      .whole_axis = "Show all",
      .show_more = "Show {} more",
      .more = "+{}",
      .all_speakers = "Show all speakers",
      .of_all = "{} of {}",
      .in_order = "in order",
      .no_quotes = "No quotes",
      .one_quote = "1 quote",
      .many_quotes = "{} quotes",
      .one_speaker = "1 speaker",
      .many_speakers = "{} speakers",
      .one_article = "1 article",
      .many_articles = "{} articles",
      .folded_year = "1 year folded",
      .folded_years = "{} years folded",
      .folded_month = "1 month folded",
      .folded_months = "{} months folded",
      .folded_day = "1 day folded",
      .folded_days = "{} days folded",
      .folded_hour = "1 hour folded",
      .folded_hours = "{} hours folded",
      .range = "{}–{}",
      .from = "from {}",
      .until = "until {}",
      .approximate = "about {}",
      .perhaps = "perhaps {}",
      .decade = "{}s",
      .century = "{}s",
      .seasons = {"spring {}", "summer {}", "autumn {}", "winter {}"},
  };
  return kEnglish;
}

std::string Fill(std::string_view pattern, std::string_view first, std::string_view second) {
  std::string filled;
  std::string_view next = first;
  while (!pattern.empty()) {
    const size_t at = pattern.find("{}");
    filled += pattern.substr(0, at);
    if (at == std::string_view::npos) break;
    filled += next;
    next = second;
    pattern.remove_prefix(at + 2);
  }
  return filled;
}

QuotationMarks QuotationMarksOf(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "de" || primary == "cs" || primary == "sk") return {"„", "“"};
  if (primary == "ar" || primary == "fa" || primary == "es" || primary == "it" || primary == "uk" ||
      primary == "ru" || primary == "el" || primary == "no" || primary == "nb") {
    return {"«", "»"};
  }
  if (primary == "fr") return {"«\u00A0", "\u00A0»"};
  if (primary == "pl" || primary == "hu" || primary == "ro") return {"„", "”"};
  if (primary == "ja") return {"「", "」"};
  return {"“", "”"};
}

}  // namespace saywhen
