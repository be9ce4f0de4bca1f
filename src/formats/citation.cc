#include "formats/citation.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/direction.h"
#include "base/utf8.h"
#include "formats/citation_text.h"
#include "formats/http_url.h"
#include "formats/personal_name.h"
#include "model/calendar.h"
#include "model/edtf.h"
#include "model/time_extent.h"

namespace saywhen {
namespace {

// What a style is made of. Of the patterns, "%x" is what Citation::Put('x') says, and "%(a%|b%)"
// the first of several in which nothing is empty; none when all have something empty.
struct Style {
  const char* pattern;
  EscapeTable text;
  EscapeTable url;
  const char* new_paragraph;
  const char* author;
  const char* whole_author;  // who has no family name
  const char* next_author;
};

constexpr Style kStyles[] = {
    {"%1%w%( — %a%.%)%( %h%s%.%| %h%.%|%s%.%)%( %u%)", kAsItIs, kAsItIs, "", "", "", ""},
    {"<blockquote%( cite=\"%u\"%)%( lang=\"%l\"%)><p dir=\"auto\">%b</p></blockquote>\n"
     "<p dir=\"auto\">%2—%( %a%.%)"
     "%( <cite><a href=\"%u\">%h</a></cite>%| <cite><a href=\"%u\">%u</a></cite>%|"
     " <cite>%h</cite>%)%s%.</p>",
     kHtml, kHtml, "</p><p dir=\"auto\">", "", "", ""},
    {"> %b\n\n%2—%( %a%.%)%( [%h](<%u>)%| <%u>%| %h%)%s%.", kMarkdown, kUrlInBraces, "\n>\n> ", "",
     "", ""},
    // Without an author the title takes that place (9.12).
    {"%1%w (%(%n, %y, %|%n, %)as cited in %(%m, %|“%h,” %)%z).\n\n%3"
     "%(%A%. (%Z). %h%.%|%A%. (%Z).%|%h%. (%Z).%|(%Z).%)%( %q%.%)%( %u%)",
     kAsItIs, kAsItIs, "", "%f, %i", "%f", ", "},
    // The second pair of braces keeps styles from lowering the title's capitals.
    {"@online{%k%(,\n  author = {%A}%)%(,\n  title = {{%h}}%)%(,\n  organization = {%p}%)"
     "%(,\n  date = {%d}%)%(,\n  url = {%u}%),\n  note = {%w%( — %a%)}\n}",
     kTex, kUrlInBraces, "", "%f, %g", "{%f}", " and "},
    {"[\n  {\n    \"id\": \"%k\",\n    \"type\": \"article-newspaper\"%(,\n    \"title\": \"%h\"%)"
     "%(,\n    \"author\": [%A\n    ]%)%(,\n    \"container-title\": \"%p\"%)"
     "%(,\n    \"issued\": {%D}%)%(,\n    \"language\": \"%l\"%)%(,\n    \"URL\": \"%u\"%)"
     ",\n    \"note\": \"%w%( — %a%)\"\n  }\n]",
     kJson, kJson, "", "\n      {\"family\": \"%f\", \"given\": \"%g\"}",
     "\n      {\"literal\": \"%f\"}", ","},
};

// Dates.

std::string DateText(const TimeInterval& time) {
  std::string text = PrintEdtf(time);
  // The day of a date-time; publications are not cited to the minute.
  if (!time.is_interval) text.resize(std::min(text.size(), text.find('T')));
  return text;
}

bool IsDoubtful(const TimeInterval& time) { return time.uncertain || time.approximate; }

// How much of it is known to be one date of our era: 1 the year, 2 the month, 3 the day too.
int PlainParts(const TimeInterval& time) {
  const std::string text = DateText(time);
  const size_t other = text.find_first_not_of("-0123456789");
  const bool plain = other == std::string::npos || (IsDoubtful(time) && other + 1 == text.size());
  if (!plain || text[0] == '-' || time.precision == Precision::kSeason) return 0;
  return 1 + (time.precision >= Precision::kMonth) + (time.precision >= Precision::kDay);
}

void AppendNumber(std::string* out, int64_t number) {
  if (number > 9) AppendNumber(out, number / 10);
  out->push_back(static_cast<char>('0' + number % 10));
}

// "2025" or "2025, February 13"; "ca. " where it is not certain, as the story has it when that is
// no plain date, "n.d." of none.
void AppendApaDate(std::string* out, const TimeInterval* time, bool whole) {
  constexpr std::string_view kMonths =
      " January February March April May June July August September October November December ";
  if (time == nullptr) {
    *out += "n.d.";
    return;
  }
  const int parts = PlainParts(*time);
  if (parts == 0) {
    *out += DateText(*time);
    return;
  }
  const CivilTime civil = FromCivilMs(time->earliest);
  if (IsDoubtful(*time)) *out += "ca. ";
  AppendNumber(out, civil.year);
  if (!whole || parts < 2) return;
  size_t month = 0;
  for (int i = 1; i < civil.month; ++i) month = kMonths.find(' ', month + 1);
  out->push_back(',');
  out->append(kMonths, month, kMonths.find(' ', month + 1) - month);
  if (parts < 3) return;
  out->push_back(' ');
  AppendNumber(out, civil.day);
}

// What stands in the braces of a CSL date.
void AppendCslDate(std::string* out, const TimeInterval& time) {
  const int parts = PlainParts(time);
  if (parts == 0) {
    *out += "\"raw\": \"";
    *out += DateText(time);
    out->push_back('"');
    return;
  }
  const CivilTime civil = FromCivilMs(time.earliest);
  *out += "\"date-parts\": [[";
  AppendNumber(out, civil.year);
  for (int i = 1; i < parts; ++i) {
    *out += ", ";
    AppendNumber(out, i == 1 ? civil.month : civil.day);
  }
  *out += "]]";
  if (IsDoubtful(time)) *out += ", \"circa\": true";
}

class Citation {
 public:
  Citation(const Story& story, const Quote& quote, CitationStyle style, const CitationWords& words)
      : quote_(quote),
        words_(words),
        kind_(style),
        style_(kStyles[static_cast<size_t>(style)]),
        said_(WhenSaid(story, quote)) {
    for (const Index speaker : quote.speakers) {
      if (speaker < story.speakers.size()) speakers_.push_back(&story.speakers[speaker]);
    }
    url_ = quote.more->url;
    language_ = quote.more->language;
    if (quote.article < story.articles.size()) {
      const Article& article = story.articles[quote.article];
      if (IsHttpUrl(article.url)) url_ = article.url;
      if (language_.empty() || kind_ == CitationStyle::kCslJson) language_ = article.language;
      headline_ = article.headline;
      publisher_ = article.publisher.name;
      authors_ = article.authors;
      if (article.published) published_ = &*article.published;
    }
    if (!IsHttpUrl(url_)) url_ = {};
    if (headline_.empty()) headline_ = story.title;
  }

  std::string Write() && {
    Write(style_.pattern);
    return std::move(out_);
  }

 private:
  void Write(const char* pattern);
  // One piece of a pattern; false when it is empty.
  bool Put(char piece);
  // On one line, escaped; isolated when it runs against base_.
  void Field(std::string_view text);

  void PutParagraphs();
  void PutAttribution();
  void PutSource();
  void PutAuthors();
  void PutKey();
  void PutStop();
  // In the text: "A", "A & B", "A et al."
  void PutInText(size_t place, size_t count);

  void SetName(std::string_view name, bool may_split) {
    name_ = OneLine(name);
    family_ = may_split ? FamilyName(name_) : 0;
  }
  // A newspaper that signs its own article is no person.
  void SetAuthor(const Author& author) { SetName(author.name, author.name != publisher_); }
  std::string_view GivenName() const {
    return std::string_view(name_).substr(0, family_ == 0 ? 0 : family_ - 1);
  }

  const Quote& quote_;
  const CitationWords& words_;
  CitationStyle kind_;
  const Style& style_;
  const TimeInterval* said_;
  const TimeInterval* published_ = nullptr;
  std::vector<const Speaker*> speakers_;
  std::span<const Author> authors_;
  std::string_view headline_;
  std::string_view publisher_;
  std::string_view url_;
  std::string_view language_;

  std::string out_;
  std::optional<Direction> base_;  // of the paragraph; none: the format isolates nothing
  std::string name_;               // of the author or speaker at hand
  size_t family_ = 0;              // where the family name begins in it
};

void Citation::Write(const char* pattern) {
  size_t begin = 0;
  bool empty = false;
  for (; *pattern != '\0'; ++pattern) {
    if (*pattern != '%') {
      out_.push_back(*pattern);
      continue;
    }
    const char piece = *++pattern;
    if (piece == '(') {
      begin = out_.size();
      empty = false;
    } else if (piece == '|' || piece == ')') {
      if (empty) {
        out_.resize(begin);
        empty = false;
      } else if (piece == '|') {
        while (pattern[0] != '%' || pattern[1] != ')') ++pattern;
        ++pattern;
      }
    } else if (!Put(piece)) {
      empty = true;
    }
  }
}

bool Citation::Put(char piece) {
  const size_t before = out_.size();
  switch (piece) {
    // Paragraphs begin: with the quote, with who said it, with the article.
    case '1':
      base_ = FirstStrong(quote_.text);
      return true;
    case '2':
      base_ = FirstStrong(speakers_.empty() ? words_.unknown_speaker : speakers_[0]->name,
                          FirstStrong(headline_));
      return true;
    case '3':
      base_ = FirstStrong(authors_.empty() ? headline_ : authors_[0].name);
      return true;
    case '.':
      PutStop();
      return true;
    case 'w': {
      const bool marked = quote_.type == QuoteType::kDirect;
      if (marked) Field(words_.open_mark);
      Field(quote_.text);
      if (marked) Field(words_.close_mark);
      break;
    }
    case 'b':
      PutParagraphs();
      break;
    case 'a':
      PutAttribution();
      break;
    case 's':
      PutSource();
      break;
    case 'h':
      Field(headline_);
      break;
    case 'q':
      if (authors_.size() == 1 && authors_[0].name == publisher_) return false;
      [[fallthrough]];
    case 'p':
      Field(publisher_);
      break;
    case 'u':
      AppendEscaped(&out_, url_, style_.url);
      break;
    case 'l':
      Field(language_);
      break;
    case 'd':
      if (published_ != nullptr) out_ += DateText(*published_);
      break;
    case 'D':
      if (published_ != nullptr) AppendCslDate(&out_, *published_);
      break;
    case 'z':
    case 'Z':
      AppendApaDate(&out_, published_, piece == 'Z');
      break;
    case 'y':
      if (quote_.said) AppendApaDate(&out_, &quote_.said->when, false);
      break;
    case 'k':
      PutKey();
      break;
    case 'A':
      PutAuthors();
      break;
    case 'f':
      Field(std::string_view(name_).substr(family_));
      break;
    case 'g':
      Field(GivenName());
      break;
    case 'i':
      Field(InitialsOf(GivenName()));
      break;
    case 'n':
      for (size_t i = 0; i < speakers_.size(); ++i) {
        SetName(speakers_[i]->name, speakers_[i]->kind == SpeakerKind::kPerson);
        PutInText(i, speakers_.size());
      }
      break;
    case 'm':
      for (size_t i = 0; i < authors_.size(); ++i) {
        SetAuthor(authors_[i]);
        PutInText(i, authors_.size());
      }
      break;
  }
  return out_.size() > before;
}

void Citation::Field(std::string_view text) {
  const std::string line = OneLine(text);
  const bool turned = base_ && FirstStrong(line, *base_) != *base_;
  const bool html = kind_ == CitationStyle::kHtml;
  if (turned) out_ += html ? "<bdi>" : "\u2068";
  const size_t begin = out_.size();
  AppendEscaped(&out_, line, style_.text);
  if (kind_ == CitationStyle::kMarkdown) {
    // At the beginning of a line these are lists and headings, as are "1." and "1)".
    const size_t at = line.find_first_not_of("0123456789");
    const std::string_view marks = at == 0 ? "#+-=:" : ".)";
    if (at < line.size() && marks.find(line[at]) != std::string_view::npos) {
      out_.insert(begin + at, 1, '\\');
    }
  }
  if (turned) out_ += html ? "</bdi>" : "\u2069";
}

void Citation::PutParagraphs() {
  bool first = true;
  for (const std::string& paragraph : Paragraphs(quote_.text)) {
    if (!first) out_ += style_.new_paragraph;
    first = false;
    Field(paragraph);
  }
}

// "Speaker, role; speaker, role, said"
void Citation::PutAttribution() {
  const auto add = [this](std::string_view text) {
    if (text.empty()) return;
    out_ += ", ";
    Field(text);
  };
  bool first = true;
  for (const Speaker* speaker : speakers_) {
    if (!first) out_ += "; ";
    first = false;
    Field(speaker->name);
    add(speaker->role);
  }
  if (first) Field(words_.unknown_speaker);
  add(words_.said.empty() && quote_.said ? DateText(quote_.said->when) : words_.said);
}

// ", author, author, publisher, published": what follows the headline.
void Citation::PutSource() {
  const size_t begin = out_.size();
  const auto add = [this](std::string_view text) {
    if (text.empty()) return;
    out_ += ", ";
    Field(text);
  };
  for (const Author& author : authors_) add(author.name);
  add(publisher_);
  add(words_.published.empty() && published_ != nullptr ? DateText(*published_) : words_.published);
  if (headline_.empty() && out_.size() > begin) out_.erase(begin, 1);
}

void Citation::PutAuthors() {
  const size_t count = authors_.size();
  for (size_t i = 0; i < count; ++i) {
    const bool last = i + 1 == count;
    const bool apa = kind_ == CitationStyle::kApa;
    // Of more than twenty, nineteen and the last (9.8).
    if (apa && count > 20 && i >= 19 && !last) continue;
    if (i > 0) out_ += !apa || !last ? style_.next_author : count > 20 ? ", . . . " : ", & ";
    SetAuthor(authors_[i]);
    Write(family_ == 0 ? style_.whole_author : style_.author);
  }
}

void Citation::PutInText(size_t place, size_t count) {
  if (count > 2 && place > 0) return;
  if (place > 0) out_ += " & ";
  Field(std::string_view(name_).substr(family_));
  if (count > 2) out_ += " et al.";
}

// "rutte2025-q1": unlike that of any other quote whose ids are ASCII.
void Citation::PutKey() {
  const size_t begin = out_.size();
  const auto add = [this](std::string_view id) {
    for (const char c : id) {
      const char lower = static_cast<char>(c | 0x20);
      const bool kept = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-';
      if (kept) out_.push_back(c);
    }
  };
  if (!speakers_.empty()) add(speakers_[0]->id);
  if (said_ != nullptr && PlainParts(*said_) > 0) {
    AppendNumber(&out_, FromCivilMs(said_->earliest).year);
  }
  if (out_.size() > begin) out_.push_back('-');
  add(quote_.id);
  if (out_.size() == begin) out_ += "quote";
}

// A full stop, unless the sentence has an end or has not begun.
void Citation::PutStop() {
  constexpr std::string_view kEnds = ".?!…。？！؟—";
  if (out_.empty()) return;
  const size_t last = PreviousCodePoint(out_, out_.size());
  if (kEnds.find(std::string_view(out_).substr(last)) == std::string_view::npos) {
    out_.push_back('.');
  }
}

}  // namespace

std::string WriteCitation(const Story& story, const Quote& quote, CitationStyle style,
                          const CitationWords& words) {
  return Citation(story, quote, style, words).Write();
}

}  // namespace saywhen
