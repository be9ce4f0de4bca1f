#include "formats/html_quotes.h"

#include <algorithm>
#include <utility>

#include "formats/http_url.h"
#include "formats/loose_date.h"

namespace saywhen {
namespace {

// Past the dash that begins a line of attribution, or npos.
size_t AfterDash(std::string_view line) {
  for (const std::string_view dash : {"—", "–", "―", "-- ", "- ", "~ "}) {
    if (line.starts_with(dash)) return dash.size();
  }
  return std::string_view::npos;
}

// "Mark Rutte, Secretary General (@rutte)" as name and role.
void SetSpeaker(std::string_view line, HtmlQuote* quote) {
  line = Trimmed(line);
  const size_t bracket = line.find(" (");
  if (bracket != std::string_view::npos) line = line.substr(0, bracket);
  const size_t comma = line.find(", ");
  quote->speaker = Trimmed(line.substr(0, comma));
  if (comma != std::string_view::npos) quote->role = Trimmed(line.substr(comma + 2));
}

// More marks in one quote are not looked at.
constexpr size_t kMarksOfAQuote = 256;

// Past the last mark that is in the mark at `index`.
size_t PastInside(const HtmlText& html, size_t index) {
  const uint32_t end = html.marks[index].span.end;
  size_t past = index + 1;
  while (past < html.marks.size() && past - index <= kMarksOfAQuote &&
         html.marks[past].span.begin < end) {
    ++past;
  }
  return past;
}

// Takes the attribution, if there is one, from the end of the words.
void TakeAttribution(const HtmlText& html, size_t index, HtmlQuote* quote) {
  const std::string_view text = html.text;
  const HtmlMark& of = html.marks[index];
  for (size_t i = index + 1; i < PastInside(html, index); ++i) {
    const HtmlMark& mark = html.marks[i];
    if (mark.kind != HtmlMark::Kind::kCite || mark.span.empty()) continue;
    std::string_view line = text.substr(mark.span.begin, mark.span.size());
    SetSpeaker(AfterDash(line) == std::string_view::npos ? line : line.substr(AfterDash(line)),
               quote);
    // What stands before it and what follows are the words, where it is the last thing.
    if (Trimmed(text.substr(mark.span.end, of.span.end - mark.span.end)).empty()) {
      quote->span.end = mark.span.begin;
    }
    break;
  }
  std::string_view words = text.substr(quote->span.begin, quote->span.size());
  const size_t line_at = words.rfind('\n');
  if (line_at != std::string_view::npos) {
    const std::string_view line = words.substr(line_at + 1);
    const size_t after = AfterDash(line);
    if (after != std::string_view::npos) {
      if (quote->speaker.empty()) SetSpeaker(line.substr(after), quote);
      quote->span.end = quote->span.begin + static_cast<uint32_t>(line_at);
    }
  }
  // A dash before a <cite> is left over.
  while (!quote->span.empty()) {
    words = text.substr(quote->span.begin, quote->span.size());
    const std::string_view trimmed = Trimmed(words);
    size_t size =
        trimmed.empty() ? 0 : static_cast<size_t>(trimmed.data() - words.data()) + trimmed.size();
    for (const std::string_view dash : {"—", "–", "―"}) {
      if (!quote->speaker.empty() && words.substr(0, size).ends_with(dash)) size -= dash.size();
    }
    if (size == words.size()) break;
    quote->span.end = quote->span.begin + static_cast<uint32_t>(size);
  }
}

}  // namespace

std::vector<HtmlQuote> QuotesOf(const HtmlText& html) {
  std::vector<HtmlQuote> quotes;
  for (size_t i = 0; i < html.marks.size(); ++i) {
    const HtmlMark& mark = html.marks[i];
    const bool block = mark.kind == HtmlMark::Kind::kBlockquote;
    if ((!block && mark.kind != HtmlMark::Kind::kQ) || mark.span.empty()) continue;
    HtmlQuote quote;
    quote.span = mark.span;
    if (IsHttpUrl(mark.value)) quote.url = mark.value;
    if (block) TakeAttribution(html, i, &quote);
    if (quote.span.empty()) continue;
    quote.text = html.text.substr(quote.span.begin, quote.span.size());
    for (size_t k = i + 1; k < PastInside(html, i); ++k) {
      const HtmlMark& time = html.marks[k];
      if (time.kind != HtmlMark::Kind::kTime || time.span.empty()) continue;
      if (time.span.end <= quote.span.end) {
        quote.about.push_back(k);
      } else if (!quote.said) {
        quote.said = k;
      }
    }
    quotes.push_back(std::move(quote));
  }
  return quotes;
}

namespace {

// Of a <time>: its datetime, else its words where these are a date.
std::optional<StoryTime> TimeOf(const HtmlText& html, size_t index) {
  const HtmlMark& mark = html.marks[index];
  std::string words = html.text.substr(mark.span.begin, mark.span.size());
  std::optional<TimeInterval> when = ReadLooseDate(mark.value.empty() ? words : mark.value);
  if (!when) return std::nullopt;
  return StoryTime{*std::move(when), Basis::kStated, {std::move(words), {}, {}}};
}

}  // namespace

void AddQuotes(const HtmlText& html, Index article, const std::optional<TimeInterval>& published,
               StoryImport* import) {
  for (HtmlQuote& found : QuotesOf(html)) {
    Quote quote;
    quote.article = article;
    quote.text = std::move(found.text);
    quote.url = std::move(found.url);
    if (published) quote.said = StoryTime{*published, Basis::kPublished, {}};
    if (found.said) {
      if (std::optional<StoryTime> said = TimeOf(html, *found.said)) quote.said = std::move(said);
    }
    for (const size_t time : found.about) {
      if (std::optional<StoryTime> about = TimeOf(html, time)) {
        quote.about.push_back(*std::move(about));
      }
    }
    const Index speaker = import->SpeakerNamed(found.speaker);
    if (speaker != kNone) {
      quote.speakers.push_back(speaker);
      std::string& role = import->story().speakers[speaker].role;
      if (role.empty()) role = std::move(found.role);
    }
    import->story().quotes.push_back(std::move(quote));
  }
}

}  // namespace saywhen
