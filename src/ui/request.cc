#include "ui/request.h"

#include <utility>

#include "app/view_link.h"
#include "base/direction.h"
#include "formats/citation.h"
#include "formats/quotes_csv.h"
#include "formats/story_json.h"
#include "model/story_part.h"
#include "ui/time_text.h"

namespace saywhen {
namespace {

CitationWords WordsFor(const Story& story, const Quote& quote, Locale* locale,
                       const Strings& strings) {
  CitationWords words;
  const auto text = [&](const TimeInterval& time) {
    return TimeText(time, TimeLength::kLong, locale, strings);
  };
  if (const TimeInterval* said = WhenSaid(story, quote)) words.said = text(*said);
  if (quote.article < story.articles.size() && story.articles[quote.article].published) {
    words.published = text(*story.articles[quote.article].published);
  }
  words.unknown_speaker = strings.unknown_speaker;
  std::string_view language = quote.more->language;
  if (language.empty() && quote.article < story.articles.size()) {
    language = story.articles[quote.article].language;
  }
  const QuotationMarks marks = QuotationMarksOf(language.empty() ? story.language : language);
  words.open_mark = marks.open;
  words.close_mark = marks.close;
  return words;
}

Request Save(const AppState& state, SaveWhat what) {
  const Quote* quote =
      state.selected < state.story.quotes.size() ? &state.story.quotes[state.selected] : nullptr;
  const std::string quote_name = quote != nullptr ? "quote-" + quote->id : "quote";
  Request request;
  request.kind = RequestKind::kSavePicture;
  request.picture = what;
  switch (what) {
    case SaveWhat::kPng:
      request.name = "saywhen.png";
      break;
    case SaveWhat::kSvg:
      request.name = "saywhen.svg";
      break;
    case SaveWhat::kWideCard:
    case SaveWhat::kSquareCard:
      request.name = quote_name + ".png";
      break;
    case SaveWhat::kJson:
      request = {.kind = RequestKind::kSaveText,
                 .text = WriteStory(Selected(state.story, state.quotes)),
                 .name = "quotes.json",
                 .type = "application/json"};
      break;
    case SaveWhat::kCsv:
      request = {.kind = RequestKind::kSaveText,
                 .text = WriteQuotesCsv(state.story, state.quotes),
                 .name = "quotes.csv",
                 .type = "text/csv;charset=utf-8"};
      break;
  }
  return request;
}

}  // namespace

std::optional<Request> RequestOf(const AppState& state, const Action& action, Locale* locale,
                                 const Strings& strings) {
  const Story& story = state.story;
  const bool chosen = state.selected < story.quotes.size();
  switch (action.kind) {
    case ActionKind::kCopyQuote:
    case ActionKind::kCopyCitation: {
      if (!chosen || action.which > static_cast<uint8_t>(CitationStyle::kCslJson)) return {};
      const Quote& quote = story.quotes[state.selected];
      const CitationWords words = WordsFor(story, quote, locale, strings);
      const auto style = action.kind == ActionKind::kCopyQuote
                             ? CitationStyle::kPlain
                             : static_cast<CitationStyle>(action.which);
      Request request;
      request.text = WriteCitation(story, quote, style, words);
      if (style == CitationStyle::kPlain) {
        request.html = WriteCitation(story, quote, CitationStyle::kHtml, words);
      }
      return request;
    }
    case ActionKind::kCopyLink:
      return Request{.kind = RequestKind::kCopyLink, .text = WriteView(state)};
    case ActionKind::kOpen:
      if (action.text.empty()) return {};
      return Request{.kind = RequestKind::kOpen, .text = action.text};
    case ActionKind::kSave:
      if (action.which > static_cast<uint8_t>(SaveWhat::kCsv)) return {};
      return Save(state, static_cast<SaveWhat>(action.which));
    case ActionKind::kPrint:
      return Request{.kind = RequestKind::kPrint};
    case ActionKind::kTextView:
      return Request{.kind = RequestKind::kTextView};
    case ActionKind::kShowOnPage:
      if (state.selected >= state.story.quotes.size()) return {};
      return Request{.kind = RequestKind::kShowOnPage,
                     .text = state.story.quotes[state.selected].id};
    default:
      return {};
  }
}

}  // namespace saywhen
