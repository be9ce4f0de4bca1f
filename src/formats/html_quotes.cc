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
void AddSpeaker(std::string_view line, HtmlQuote* quote) {
  const size_t dash = AfterDash(line);
  line = Trimmed(dash == std::string_view::npos ? line : line.substr(dash));
  const size_t bracket = line.find(" (");
  if (bracket != std::string_view::npos) line = line.substr(0, bracket);
  const size_t comma = line.find(", ");
  HtmlQuote::Name name;
  name.name = Trimmed(line.substr(0, comma));
  while (name.name.ends_with(',') || name.name.ends_with(':')) name.name.pop_back();
  if (comma != std::string_view::npos) name.role = Trimmed(line.substr(comma + 2));
  if (!name.name.empty()) quote->speakers.push_back(std::move(name));
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

// Takes white space off the end, and dashes that stood before a <cite>.
void TrimEnd(std::string_view text, HtmlQuote* quote) {
  for (bool more = true; more;) {
    const std::string_view words = text.substr(quote->span.begin, quote->span.size());
    size_t size = words.find_last_not_of(" \n") + 1;
    for (const std::string_view dash : {"—", "–", "―"}) {
      if (!quote->speakers.empty() && words.substr(0, size).ends_with(dash)) size -= dash.size();
    }
    more = size < words.size();
    quote->span.end = quote->span.begin + static_cast<uint32_t>(size);
  }
}

// Takes the attribution, if there is one, from the end of the words: what stands from the first
// <cite> on, when there is nothing but <cite>s, or a last line that begins with a dash.
void TakeAttribution(const HtmlText& html, size_t index, HtmlQuote* quote) {
  const std::string_view text = html.text;
  const uint32_t end = quote->span.end;
  uint32_t done = end;  // the end of the last <cite>
  for (size_t i = index + 1; i < PastInside(html, index); ++i) {
    const HtmlMark& mark = html.marks[i];
    if (mark.kind != HtmlMark::Kind::kCite || mark.span.empty()) continue;
    if (quote->speakers.empty()) {
      quote->span.end = mark.span.begin;
    } else if (!Trimmed(text.substr(done, mark.span.begin - done)).empty()) {
      quote->span.end = end;
    }
    AddSpeaker(text.substr(mark.span.begin, mark.span.size()), quote);
    done = mark.span.end;
  }
  if (!Trimmed(text.substr(done, end - done)).empty()) quote->span.end = end;
  const std::string_view words = text.substr(quote->span.begin, quote->span.size());
  const size_t line_at = words.rfind('\n');
  if (line_at != std::string_view::npos) {
    const std::string_view line = words.substr(line_at + 1);
    if (AfterDash(line) != std::string_view::npos) {
      if (quote->speakers.empty()) AddSpeaker(line, quote);
      quote->span.end = quote->span.begin + static_cast<uint32_t>(line_at);
    }
  }
  TrimEnd(text, quote);
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
  return StoryTime{*std::move(when), Basis::kStated, Passage{std::move(words), {}, {}}};
}

}  // namespace

void AddQuotes(const HtmlText& html, Index article, const std::optional<StoryTime>& said,
               StoryImport* import) {
  for (HtmlQuote& found : QuotesOf(html)) {
    Quote quote;
    quote.article = article;
    quote.text = std::move(found.text);
    quote.more.Own().url = std::move(found.url);
    quote.said = said;
    if (found.said) {
      if (std::optional<StoryTime> own = TimeOf(html, *found.said)) quote.said = std::move(own);
    }
    for (const size_t time : found.about) {
      if (std::optional<StoryTime> about = TimeOf(html, time)) {
        quote.about.push_back(*std::move(about));
      }
    }
    for (HtmlQuote::Name& name : found.speakers) {
      const Index speaker = import->SpeakerNamed(name.name);
      if (speaker == kNone) continue;  // white space that HTML leaves, like U+00A0
      std::string& role = import->story().speakers[speaker].role;
      if (role.empty()) role = std::move(name.role);
      quote.speakers.push_back(speaker);
    }
    import->story().quotes.push_back(std::move(quote));
  }
}

std::string TextAroundQuotes(const HtmlText& html) {
  std::string around;
  uint32_t done = 0;
  for (const HtmlMark& mark : html.marks) {
    if (mark.kind != HtmlMark::Kind::kBlockquote || mark.span.begin < done) continue;
    around.append(html.text, done, mark.span.begin - done);
    done = mark.span.end;
  }
  around.append(html.text, done);
  return std::string(Trimmed(around));
}

}  // namespace saywhen
