#include "formats/citation.h"

#include <optional>
#include <string_view>
#include <vector>

#include "base/direction.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "formats/http_url.h"
#include "model/calendar.h"
#include "model/edtf.h"
#include "model/time_extent.h"

namespace saywhen {
namespace {

bool IsNewLine(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

// Embeddings, overrides and isolates: unclosed, they would turn what follows around.
bool IsDirectionScope(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The text's paragraphs, each on one line; blanks and controls become one blank.
std::vector<std::string> Paragraphs(std::string_view text) {
  std::vector<std::string> paragraphs;
  std::string line;
  bool blank = false;
  for (size_t byte = 0; byte <= text.size();) {
    const CodePoint point = DecodeCodePoint(text, byte);
    byte += point.size;
    if (point.size == 0 || IsNewLine(point.value)) {
      if (!line.empty()) paragraphs.push_back(std::move(line));
      line.clear();
      blank = false;
      if (point.size == 0) break;
    } else if (point.value <= ' ' || (point.value >= 0x7F && point.value < 0xA0)) {
      blank = true;
    } else if (!IsDirectionScope(point.value)) {
      if (blank && !line.empty()) line.push_back(' ');
      blank = false;
      AppendCodePoint(&line, point.value);
    }
  }
  return paragraphs;
}

std::string OneLine(std::string_view text) {
  std::string line;
  for (const std::string& paragraph : Paragraphs(text)) {
    if (!line.empty()) line.push_back(' ');
    line += paragraph;
  }
  return line;
}

std::string HtmlText(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html.push_back(c);
    }
  }
  return html;
}

// One line for the beginning of a line or anywhere in it (CommonMark 0.31, 2.4; GFM's ~ and |, and
// the $ of mathematics).
std::string MarkdownText(std::string_view text) {
  std::string markdown;
  const size_t digits = text.find_first_not_of("0123456789");
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view special = i == 0                       ? "\\`*_[]<>&~|$#+-=:"
                                     : i == digits && digits < 10 ? "\\`*_[]<>&~|$.)"
                                                                  : "\\`*_[]<>&~|$";
    if (special.find(text[i]) != std::string_view::npos) markdown.push_back('\\');
    markdown.push_back(text[i]);
  }
  return markdown;
}

// Braces as macros: BibTeX counts them even behind a backslash.
std::string TexText(std::string_view text) {
  std::string tex;
  for (const char c : text) {
    switch (c) {
      case '\\':
        tex += "\\textbackslash{}";
        break;
      case '{':
        tex += "\\textbraceleft{}";
        break;
      case '}':
        tex += "\\textbraceright{}";
        break;
      case '~':
        tex += "\\textasciitilde{}";
        break;
      case '^':
        tex += "\\textasciicircum{}";
        break;
      case '$':
      case '&':
      case '#':
      case '_':
      case '%':
        tex.push_back('\\');
        [[fallthrough]];
      default:
        tex.push_back(c);
    }
  }
  return tex;
}

// For a place where backslashes and braces have a meaning that no escape takes away.
std::string UrlWithoutBraces(std::string_view url) {
  std::string safe;
  for (const char c : url) {
    if (c == '\\') {
      safe += "%5C";
    } else if (c == '{' || c == '}') {
      safe += c == '{' ? "%7B" : "%7D";
    } else {
      safe.push_back(c);
    }
  }
  return safe;
}

// The text with a full stop, unless it ends a sentence anyway.
std::string Sentence(std::string text) {
  for (const std::string_view end : {".", "?", "!", "…", "。", "？", "！", "؟"}) {
    if (text.ends_with(end)) return text;
  }
  return text + ".";
}

// Dates.

std::string DateText(const TimeInterval& time) {
  const std::string text = PrintEdtf(time);
  // The day of a date-time; publications are not cited to the minute.
  return time.is_interval ? text : text.substr(0, text.find('T'));
}

struct PlainDate {
  CivilTime civil;
  int parts = 0;  // 1: year, 2: and month, 3: and day; 0: it is no single one, or before year 1
};

PlainDate PlainDateOf(const TimeInterval& time) {
  std::string text = DateText(time);
  if (!text.empty() && (time.uncertain || time.approximate)) text.pop_back();
  PlainDate date;
  if (text.find_first_not_of("-0123456789") != std::string::npos) return date;
  date.civil = FromCivilMs(time.earliest);
  if (date.civil.year < 1 || time.precision == Precision::kSeason) return date;
  date.parts = 1 + (time.precision >= Precision::kMonth) + (time.precision >= Precision::kDay);
  return date;
}

std::string Decimal(int64_t value) { return std::move(JsonWriter().Int(value)).Take(); }

// "ca. " where it is not certain, then the year; as the story has it when that is no year.
std::string ApaYear(const TimeInterval& time) {
  const PlainDate date = PlainDateOf(time);
  if (date.parts == 0) return DateText(time);
  return (time.uncertain || time.approximate ? "ca. " : "") + Decimal(date.civil.year);
}

std::string ApaDate(const TimeInterval& time) {
  constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};
  const PlainDate date = PlainDateOf(time);
  std::string text = ApaYear(time);
  if (date.parts >= 2) text.append(", ").append(kMonths[date.civil.month - 1]);
  if (date.parts >= 3) text.append(" ").append(Decimal(date.civil.day));
  return text;
}

// Names.

struct Name {
  std::string family;  // or the whole name
  std::string given;   // empty: it cannot be told which part is which
};

bool IsLatinName(std::string_view name) {
  for (size_t byte = 0; byte < name.size();) {
    const CodePoint point = DecodeCodePoint(name, byte);
    byte += point.size;
    const char32_t c = point.value;
    const char32_t lower = c | 0x20;
    const bool letter = (lower >= 'a' && lower <= 'z') || (c >= 0xC0 && c < 0x250) ||
                        (c >= 0x300 && c < 0x370) || (c >= 0x1E00 && c < 0x1F00);
    if (!letter && c != ' ' && c != '-' && c != '.' && c != '\'' && c != 0x2019) return false;
  }
  return true;
}

bool IsOneOf(std::string_view word, std::string_view list) {
  std::string with_blanks = " ";
  with_blanks.append(word).append(" ");
  return list.find(with_blanks) != std::string_view::npos;
}

// The last word is the family name, with the particles before it ("van den Berg"). One whole name
// are those that end in "Jr.", begin with a small letter or hold a small word that is no particle
// ("Council of Europe").
Name SplitName(std::string_view whole) {
  constexpr std::string_view kParticles =
      " al bin da de del della den der di do dos du el ibn la le ten ter van von zu ";
  Name name = {OneLine(whole), ""};
  const size_t last = name.family.rfind(' ');
  if (last == std::string::npos || !IsLatinName(name.family) || name.family.ends_with('.') ||
      IsOneOf(std::string_view(name.family).substr(last + 1), " II III IV ") ||
      name.family.starts_with("The ") || (name.family[0] >= 'a' && name.family[0] <= 'z')) {
    return name;
  }
  size_t family = last + 1;
  const std::string text = name.family;
  for (size_t end = last; end > 0;) {
    const size_t blank = text.rfind(' ', end - 1);
    if (blank == std::string::npos) break;
    const std::string_view word = std::string_view(text).substr(blank + 1, end - blank - 1);
    const bool small = word[0] >= 'a' && word[0] <= 'z';
    if (small && !IsOneOf(word, kParticles)) return name;
    if (small && family == end + 1) family = blank + 1;
    end = blank;
  }
  name.family = text.substr(family);
  name.given = text.substr(0, family - 1);
  return name;
}

// "Jean-Paul A." gives "J.-P. A.".
std::string Initials(std::string_view given) {
  std::string initials;
  bool begins = true;
  for (size_t byte = 0; byte < given.size();) {
    const size_t next = NextCodePoint(given, byte);
    const char c = given[byte];
    if (c == ' ' || c == '-') {
      if (!initials.empty()) initials.push_back(c);
      begins = true;
    } else if (c == '.') {
      begins = true;
    } else if (begins) {
      if (!initials.empty() && initials.back() == '.') initials.push_back(' ');
      initials.append(given.substr(byte, next - byte)).push_back('.');
      begins = false;
    }
    byte = next;
  }
  return initials;
}

std::string BibtexName(const Name& name) {
  const std::string family = TexText(name.family);
  return name.given.empty() ? "{" + family + "}" : family + ", " + TexText(name.given);
}

void Append(std::string* list, std::string_view separator, std::string_view item) {
  if (item.empty()) return;
  if (!list->empty()) list->append(separator);
  list->append(item);
}

// "A", "A & B", "A et al."
std::string ApaInText(const std::vector<std::string>& names) {
  if (names.empty()) return "";
  if (names.size() == 1) return names[0];
  return names.size() == 2 ? names[0] + " & " + names[1] : names[0] + " et al.";
}

class Citation {
 public:
  Citation(const Story& story, const Quote& quote, CitationStyle style, const CitationWords& words)
      : quote_(quote), words_(words), style_(style) {
    if (quote.article < story.articles.size()) article_ = &story.articles[quote.article];
    for (const Index speaker : quote.speakers) {
      if (speaker < story.speakers.size()) speakers_.push_back(&story.speakers[speaker]);
    }
    said_ = WhenSaid(story, quote);
    published_ = words.published;
    for (const std::string& url : {article_ == nullptr ? "" : article_->url, quote.url}) {
      if (url_.empty() && IsHttpUrl(url)) url_ = url;
    }
    if (article_ != nullptr) {
      headline_ = OneLine(article_->headline);
      publisher_ = OneLine(article_->publisher.name);
      for (const Author& author : article_->authors) {
        std::string name = OneLine(author.name);
        if (!name.empty()) authors_.push_back(std::move(name));
      }
      if (article_->published) {
        date_ = &*article_->published;
        if (published_.empty()) published_ = DateText(*date_);
      }
    }
    if (headline_.empty()) headline_ = OneLine(story.title);
  }

  std::string Write() {
    switch (style_) {
      case CitationStyle::kPlain:
        return Plain();
      case CitationStyle::kHtml:
        return Html();
      case CitationStyle::kMarkdown:
        return Markdown();
      case CitationStyle::kApa:
        return Apa();
      case CitationStyle::kBibtex:
        return Bibtex();
      case CitationStyle::kCslJson:
        return CslJson();
    }
    return {};
  }

 private:
  // A piece of a paragraph that runs as base_: escaped, and isolated when it runs the other way.
  std::string Field(std::string_view text) const;
  std::string Words() const;
  // "Speaker, role; speaker, role, said"
  std::string Attribution() const;
  // "authors, publisher, published", without the headline.
  std::string Source() const;
  // What the formats keep as a note: the quote and whose it is.
  std::string Note() const;
  Name AuthorName(const std::string& author) const {
    // A newspaper that signs its own article is no person.
    return author == publisher_ ? Name{author, ""} : SplitName(author);
  }
  std::string ApaReference() const;
  std::string Key() const;

  std::string Plain();
  std::string Html();
  std::string Markdown();
  std::string Apa();
  std::string Bibtex() const;
  std::string CslJson() const;

  const Quote& quote_;
  const CitationWords& words_;
  CitationStyle style_;
  const Article* article_ = nullptr;
  std::vector<const Speaker*> speakers_;
  const TimeInterval* said_ = nullptr;
  const TimeInterval* date_ = nullptr;
  std::string headline_;
  std::string publisher_;
  std::vector<std::string> authors_;
  std::string published_;
  std::string url_;
  std::optional<Direction> base_;  // none: the format isolates nothing
};

std::string Citation::Field(std::string_view text) const {
  const std::string line = OneLine(text);
  const bool turned = base_ && FirstStrong(line, *base_) != *base_;
  if (style_ == CitationStyle::kHtml) {
    return turned ? "<bdi>" + HtmlText(line) + "</bdi>" : HtmlText(line);
  }
  const std::string field = style_ == CitationStyle::kMarkdown ? MarkdownText(line) : line;
  return turned ? "\u2068" + field + "\u2069" : field;
}

std::string Citation::Words() const {
  const std::string words = OneLine(quote_.text);
  if (quote_.type != QuoteType::kDirect) return words;
  return words_.open_mark + words + words_.close_mark;
}

std::string Citation::Attribution() const {
  std::string all;
  for (const Speaker* speaker : speakers_) {
    std::string one = Field(speaker->name);
    Append(&one, ", ", Field(speaker->role));
    Append(&all, "; ", one);
  }
  if (speakers_.empty()) all = Field(words_.unknown_speaker);
  const bool dated = quote_.said.has_value() && words_.said.empty();
  Append(&all, ", ", Field(dated ? DateText(quote_.said->when) : words_.said));
  return all;
}

std::string Citation::Source() const {
  std::string source;
  for (const std::string& author : authors_) Append(&source, ", ", Field(author));
  Append(&source, ", ", Field(publisher_));
  Append(&source, ", ", Field(published_));
  return source;
}

std::string Citation::Note() const {
  std::string note = Words();
  Append(&note, " — ", Attribution());
  return note;
}

std::string Citation::Plain() {
  base_ = FirstStrong(quote_.text);
  std::string text = Words();
  const std::string attribution = Attribution();
  if (!attribution.empty()) text += " — " + Sentence(attribution);
  std::string source = Field(headline_);
  Append(&source, ", ", Source());
  if (!source.empty()) text += " " + Sentence(source);
  Append(&text, " ", url_);
  return text;
}

std::string Citation::Html() {
  const std::string url = HtmlText(url_);
  std::string_view language = quote_.language;
  if (language.empty() && article_ != nullptr) language = article_->language;
  std::string html = "<blockquote";
  if (!url.empty()) html += " cite=\"" + url + "\"";
  if (!language.empty()) html += " lang=\"" + HtmlText(OneLine(language)) + "\"";
  html += ">";
  for (const std::string& paragraph : Paragraphs(quote_.text)) {
    html += "<p dir=\"auto\">" + HtmlText(paragraph) + "</p>";
  }
  html += "</blockquote>\n<p dir=\"auto\">—";
  const std::string_view first = speakers_.empty() ? words_.unknown_speaker : speakers_[0]->name;
  base_ = FirstStrong(first, FirstStrong(headline_));
  const std::string attribution = Attribution();
  if (!attribution.empty()) html += " " + Sentence(attribution);
  std::string source = Field(headline_.empty() ? url_ : headline_);
  if (!url.empty()) source = "<a href=\"" + url + "\">" + source + "</a>";
  if (!source.empty()) source = "<cite>" + source + "</cite>";
  Append(&source, ", ", Source());
  if (!source.empty()) html += " " + Sentence(source);
  return html + "</p>";
}

std::string Citation::Markdown() {
  std::string markdown;
  for (const std::string& paragraph : Paragraphs(quote_.text)) {
    Append(&markdown, "\n>\n", "> " + MarkdownText(paragraph));
  }
  const std::string_view first = speakers_.empty() ? words_.unknown_speaker : speakers_[0]->name;
  base_ = FirstStrong(first, FirstStrong(headline_));
  markdown += "\n\n—";
  const std::string attribution = Attribution();
  if (!attribution.empty()) markdown += " " + Sentence(attribution);
  std::string source = Field(headline_.empty() ? url_ : headline_);
  if (!url_.empty()) source = "[" + source + "](<" + UrlWithoutBraces(url_) + ">)";
  Append(&source, ", ", Source());
  if (!source.empty()) markdown += " " + Sentence(source);
  return markdown;
}

std::string Citation::ApaReference() const {
  std::string authors;
  for (size_t i = 0; i < authors_.size(); ++i) {
    // Of more than twenty, nineteen and the last (9.8).
    const bool last = i + 1 == authors_.size();
    if (authors_.size() > 20 && i >= 19 && !last) continue;
    const Name name = AuthorName(authors_[i]);
    std::string one = name.family;
    if (!name.given.empty()) one += ", " + Initials(name.given);
    const bool left_out = last && authors_.size() > 20;
    Append(&authors, left_out ? ", . . . " : last ? ", & " : ", ", Field(one));
  }
  const std::string date = "(" + (date_ == nullptr ? "n.d." : ApaDate(*date_)) + ").";
  std::string text;
  // Without an author the title takes that place (9.12).
  if (authors.empty()) {
    if (!headline_.empty()) text = Sentence(Field(headline_)) + " ";
    text += date;
  } else {
    text = Sentence(authors) + " " + date;
    if (!headline_.empty()) text += " " + Sentence(Field(headline_));
  }
  const bool signed_itself = authors_.size() == 1 && authors_[0] == publisher_;
  if (!publisher_.empty() && !signed_itself) text += " " + Sentence(Field(publisher_));
  Append(&text, " ", url_);
  return text;
}

std::string Citation::Apa() {
  base_ = FirstStrong(quote_.text);
  std::vector<std::string> names;
  for (const Speaker* speaker : speakers_) {
    const bool person = speaker->kind == SpeakerKind::kPerson;
    names.push_back(Field(person ? SplitName(speaker->name).family : speaker->name));
  }
  std::string speaker = ApaInText(names);
  if (!speaker.empty() && quote_.said) Append(&speaker, ", ", ApaYear(quote_.said->when));
  names.clear();
  for (const std::string& author : authors_) names.push_back(Field(AuthorName(author).family));
  std::string source = ApaInText(names);
  if (!source.empty()) {
    source += ", ";
  } else if (!headline_.empty()) {
    source = "“" + Field(headline_) + ",” ";
  }
  source += date_ == nullptr ? "n.d." : ApaYear(*date_);
  Append(&speaker, ", ", "as cited in " + source);
  std::string text = Words() + " (" + speaker + ").\n\n";
  base_ = FirstStrong(authors_.empty() ? headline_ : authors_[0]);
  return text + ApaReference();
}

// "rutte2025-q1": unlike that of any other quote whose ids are ASCII.
std::string Citation::Key() const {
  std::string key;
  const auto append = [&key](std::string_view id) {
    for (const char c : id) {
      const char lower = static_cast<char>(c | 0x20);
      const bool kept = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-';
      if (kept) key.push_back(c);
    }
  };
  if (!speakers_.empty()) append(speakers_[0]->id);
  if (said_ != nullptr && PlainDateOf(*said_).parts > 0) {
    append(Decimal(PlainDateOf(*said_).civil.year));
  }
  if (!key.empty()) key.push_back('-');
  append(quote_.id);
  return key.empty() ? "quote" : key;
}

std::string Citation::Bibtex() const {
  std::string bibtex = "@online{" + Key();
  const auto field = [&bibtex](std::string_view name, const std::string& value) {
    if (!value.empty()) bibtex.append(",\n  ").append(name).append(" = {" + value + "}");
  };
  std::string authors;
  for (const std::string& author : authors_) {
    Append(&authors, " and ", BibtexName(AuthorName(author)));
  }
  field("author", authors);
  // The second pair of braces keeps styles from lowering the capitals.
  if (!headline_.empty()) field("title", "{" + TexText(headline_) + "}");
  field("organization", TexText(publisher_));
  if (date_ != nullptr) field("date", DateText(*date_));
  field("url", UrlWithoutBraces(url_));
  field("note", TexText(Note()));
  return bibtex + "\n}";
}

std::string Citation::CslJson() const {
  JsonWriter json(2);
  json.BeginArray().BeginObject();
  json.Key("id").String(Key()).Key("type").String("article-newspaper");
  const auto field = [&json](std::string_view name, const std::string& value) {
    if (!value.empty()) json.Key(name).String(value);
  };
  field("title", headline_);
  if (!authors_.empty()) {
    json.Key("author").BeginArray();
    for (const std::string& author : authors_) {
      const Name name = AuthorName(author);
      json.BeginObject();
      field(name.given.empty() ? "literal" : "family", name.family);
      field("given", name.given);
      json.EndObject();
    }
    json.EndArray();
  }
  field("container-title", publisher_);
  if (date_ != nullptr) {
    const PlainDate date = PlainDateOf(*date_);
    json.Key("issued").BeginObject();
    if (date.parts > 0) {
      json.Key("date-parts").BeginInlineArray().BeginArray().Int(date.civil.year);
      if (date.parts > 1) json.Int(date.civil.month);
      if (date.parts > 2) json.Int(date.civil.day);
      json.EndArray().EndArray();
      if (date_->uncertain || date_->approximate) json.Key("circa").Bool(true);
    } else {
      json.Key("raw").String(DateText(*date_));
    }
    json.EndObject();
  }
  if (article_ != nullptr) field("language", article_->language);
  field("URL", url_);
  field("note", Note());
  json.EndObject().EndArray();
  return std::move(json).Take();
}

}  // namespace

std::string WriteCitation(const Story& story, const Quote& quote, CitationStyle style,
                          const CitationWords& words) {
  return Citation(story, quote, style, words).Write();
}

}  // namespace saywhen
