#include "extract/annotated_article.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "model/edtf.h"

namespace saywhen {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::string_view Trim(std::string_view text) {
  const size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) + 1 - first);
}

bool IsBlank(char c) { return kBlank.find(c) != std::string_view::npos; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t from = 0; from <= text.size();) {
    const size_t to = std::min(text.find(separator, from), text.size());
    parts.push_back(Trim(text.substr(from, to - from)));
    from = to + 1;
  }
  return parts;
}

std::string_view TypeOf(char role) {
  return role == 'D' ? "direct" : role == 'I' ? "indirect" : role == 'M' ? "mixed" : "";
}

// Reads a file from its beginning to its end. A bracket that is open when a paragraph ends is an
// error, so that one that is forgotten is told of where it stands.
class ArticleParser {
 public:
  ArticleParser(std::string_view file, std::string_view path) : file_(file), path_(path) {}

  Result<GoldArticle> Run() {
    const size_t bad = FindInvalidUtf8(file_);
    line_ += static_cast<uint32_t>(std::count(file_.begin(), file_.begin() + bad, '\n'));
    if (bad < file_.size()) return Fail("not UTF-8"), *error_;
    line_ = 1;
    if (ReadHeader() && ReadBody()) Finish();
    if (error_) return *error_;
    return std::move(article_);
  }

 private:
  struct Bracket {
    char role = 0;
    std::vector<uint32_t> numbers;
    std::string value;
    size_t begin = 0;  // in the article's text
    uint32_t line = 0;
  };

  // What is known of an attribution by its number in the file.
  struct Draft {
    GoldAttribution attribution;
    std::string named;  // the speaker, as the file says it
    bool nobody = false;
  };

  bool Fail(const std::string& message, uint32_t line = 0) {
    if (error_) return false;
    if (line == 0) line = line_;
    error_ = Error{"annotation",
                   std::string(path_) + ":" + std::to_string(line) + ": " + message,
                   {},
                   line,
                   0};
    return false;
  }

  bool ReadHeader() {
    while (at_ < file_.size()) {
      const size_t end = std::min(file_.find('\n', at_), file_.size());
      const std::string_view line = Trim(file_.substr(at_, end - at_));
      at_ = std::min(end + 1, file_.size());
      if (line.empty()) {
        ++line_;
        break;
      }
      if (line[0] != '#' && !ReadField(line)) return false;
      ++line_;
    }
    for (const auto& [value, name] : {std::pair(&article_.id, "id"),
                                      {&article_.language, "language"},
                                      {&article_.published, "published"},
                                      {&article_.style, "style"}}) {
      if (value->empty()) return Fail(std::string("the header has no \"") + name + "\"", 1);
    }
    if (!ParseEdtf(article_.published).ok()) return Fail("\"published\" is no date", 1);
    return true;
  }

  bool ReadField(std::string_view line) {
    const size_t colon = std::min(line.find(':'), line.size());
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = Trim(line.substr(std::min(colon + 1, line.size())));
    if (value.empty()) return Fail("the header's lines are \"name: value\"");
    if (name == "speaker" || name == "unnamed") {
      GoldSpeaker speaker;
      speaker.unnamed = name == "unnamed";
      for (const std::string_view each : Split(value, '=')) speaker.names.emplace_back(each);
      article_.speakers.push_back(std::move(speaker));
      return true;
    }
    std::string* field = name == "id"          ? &article_.id
                         : name == "language"  ? &article_.language
                         : name == "published" ? &article_.published
                         : name == "style"     ? &article_.style
                                               : nullptr;
    if (field == nullptr) return Fail("the header knows no \"" + std::string(name) + "\"");
    *field = value;
    return true;
  }

  bool ReadBody() {
    while (at_ < file_.size()) {
      const char c = file_[at_];
      if (IsBlank(c)) {
        if (!SkipBlanks()) return false;
      } else if (c == '{') {
        if (!Open()) return false;
      } else if (c == '}') {
        ++at_;
        if (open_.empty()) return Fail("\"}\" closes nothing");
        if (!Close()) return false;
      } else {
        if (c == '\\' && at_ + 1 < file_.size())
          ++at_;
        else if (c == '|')
          return Fail("\"|\" stands after a bracket's value only; in words: \"\\|\"");
        Put(file_[at_++]);
      }
    }
    return open_.empty() || Fail("this bracket is not closed", open_.back().line);
  }

  // Blanks and line ends are one blank in the text, an empty line ends a paragraph.
  bool SkipBlanks() {
    int lines = 0;
    while (at_ < file_.size() && IsBlank(file_[at_])) lines += file_[at_++] == '\n' ? 1 : 0;
    if (lines > 1 && !open_.empty()) {
      return Fail("this bracket is not closed in its paragraph", open_.back().line);
    }
    line_ += static_cast<uint32_t>(lines);
    pending_ = lines > 1 ? "\n\n" : pending_.empty() ? " " : pending_;
    return true;
  }

  void Put(char c) {
    if (!article_.text.empty()) article_.text += pending_;
    pending_ = {};
    article_.text += c;
  }

  // "{S1,2 value| ": role, numbers, and what stands before the first "|" that is in no inner
  // bracket.
  bool Open() {
    Bracket bracket;
    bracket.line = line_;
    bracket.role = ++at_ < file_.size() ? file_[at_++] : ' ';
    if (std::string_view("SCDIMPT").find(bracket.role) == std::string_view::npos) {
      return Fail("a bracket begins with S, C, D, I, M, P or T; in words: \"\\{\"");
    }
    while (at_ < file_.size() && IsDigit(file_[at_])) {
      uint32_t number = 0;
      for (; at_ < file_.size() && IsDigit(file_[at_]) && number < 10'000; ++at_) {
        number = number * 10 + static_cast<uint32_t>(file_[at_] - '0');
      }
      bracket.numbers.push_back(number);
      if (at_ < file_.size() && file_[at_] == ',') ++at_;
    }
    if (bracket.numbers.empty() && bracket.role != 'T')
      return Fail("a number must follow the role");
    if (!TypeOf(bracket.role).empty() && bracket.numbers.size() > 1) {
      return Fail("a content is that of one attribution");
    }
    if (at_ >= file_.size() || !IsBlank(file_[at_])) return Fail("a blank must follow the number");
    const size_t past = std::min(file_.find_first_of("|{}\\", at_), file_.size());
    if (past < file_.size() && file_[past] == '|') {
      bracket.value = Trim(file_.substr(at_, past - at_));
      std::replace(bracket.value.begin(), bracket.value.end(), '\n', ' ');
      line_ += static_cast<uint32_t>(std::count(file_.begin() + at_, file_.begin() + past, '\n'));
      at_ = past + 1;
      if (bracket.value.empty()) return Fail("nothing stands before \"|\"");
    }
    // The blank after the role is the markup's, one before the bracket the text's.
    const std::string_view outer = pending_;
    while (at_ < file_.size() && (file_[at_] == ' ' || file_[at_] == '\n')) {
      line_ += file_[at_++] == '\n' ? 1 : 0;
    }
    if (!article_.text.empty()) article_.text += outer;
    pending_ = {};
    bracket.begin = article_.text.size();
    open_.push_back(std::move(bracket));
    return true;
  }

  bool Close() {
    const Bracket bracket = std::move(open_.back());
    open_.pop_back();
    const TextSpan span{static_cast<uint32_t>(bracket.begin),
                        static_cast<uint32_t>(article_.text.size())};
    if (span.empty()) return Fail("a bracket without words", bracket.line);
    if (bracket.role == 'T') return AddTime(bracket, span);
    for (const uint32_t number : bracket.numbers) {
      if (!AddPiece(bracket, number, span)) return false;
    }
    return true;
  }

  bool AddTime(const Bracket& bracket, TextSpan span) {
    const Result<TimeInterval> when = ParseEdtf(bracket.value);
    if (!when.ok()) {
      return Fail("\"" + bracket.value + "\" is no EDTF: " + when.error().message, bracket.line);
    }
    for (const uint32_t number : bracket.numbers) {
      std::optional<uint32_t>& said = drafts_[number].attribution.said;
      if (said) return Fail(Number(number) + " has two times when it was said", bracket.line);
      said = static_cast<uint32_t>(article_.times.size());
    }
    article_.times.push_back({span, when.value()});
    return true;
  }

  bool AddPiece(const Bracket& bracket, uint32_t number, TextSpan span) {
    Draft& draft = drafts_[number];
    GoldAttribution& it = draft.attribution;
    const std::string_view type = TypeOf(bracket.role);
    if (it.line == 0) it.line = bracket.line;
    if (!type.empty()) {
      if (it.content.empty()) it.line = bracket.line;
      if (!it.type.empty() && it.type != type) {
        return Fail(Number(number) + " is " + it.type + " and " + std::string(type), bracket.line);
      }
      it.type = type;
      it.content.push_back(span);
    } else {
      (bracket.role == 'S' ? it.source : bracket.role == 'C' ? it.cue : it.prompt).push_back(span);
    }
    if (bracket.value.empty()) return true;
    if (bracket.role == 'C' || bracket.role == 'P') {
      return Fail("only a source or a content names its speaker", bracket.line);
    }
    if (!draft.named.empty() && draft.named != bracket.value) {
      return Fail(Number(number) + " names two speakers; of several write \"A + B\"", bracket.line);
    }
    draft.named = bracket.value;
    return true;
  }

  void Finish() {
    for (auto& [number, draft] : drafts_) {
      GoldAttribution& it = draft.attribution;
      for (auto* spans : {&it.source, &it.cue, &it.content, &it.prompt}) {
        std::sort(spans->begin(), spans->end(),
                  [](const TextSpan& a, const TextSpan& b) { return a.begin < b.begin; });
      }
      if (it.content.empty()) {
        Fail(Number(number) + " has no content", it.line);
        return;
      }
      if (!NameSpeakers(number, &draft)) return;
      article_.attributions.push_back(std::move(it));
    }
    std::stable_sort(article_.attributions.begin(), article_.attributions.end(),
                     [](const GoldAttribution& a, const GoldAttribution& b) {
                       return a.content[0].begin < b.content[0].begin;
                     });
    SortTimes();
    if (!DescribeUnnamed()) return;
    article_.annotates_speakers = article_.annotates_times = true;
  }

  // In the order of the text; attributions follow.
  void SortTimes() {
    std::vector<uint32_t> order(article_.times.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [this](uint32_t a, uint32_t b) {
      return article_.times[a].span.begin < article_.times[b].span.begin;
    });
    std::vector<uint32_t> place(order.size());
    std::vector<GoldTime> times;
    for (uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      times.push_back(std::move(article_.times[order[i]]));
    }
    article_.times = std::move(times);
    for (GoldAttribution& each : article_.attributions) {
      if (each.said) each.said = place[*each.said];
    }
  }

  bool DescribeUnnamed() {
    std::vector<bool> quoted(article_.speakers.size());
    for (const GoldAttribution& each : article_.attributions) {
      for (const uint32_t speaker : each.speakers) {
        GoldSpeaker& it = article_.speakers[speaker];
        if (it.unnamed && !quoted[speaker] && !each.source.empty()) {
          it.names.push_back(ShownSpans(article_.text, each.source));
        }
        quoted[speaker] = true;
      }
    }
    for (size_t i = 0; i < quoted.size(); ++i) {
      if (!quoted[i])
        return Fail("nothing is said by \"" + article_.speakers[i].names[0] + "\"", 1);
    }
    return true;
  }

  // By the value, else by the one listed name that the source holds.
  bool NameSpeakers(uint32_t number, Draft* draft) {
    GoldAttribution& it = draft->attribution;
    if (draft->named == "?") return true;
    if (!draft->named.empty()) {
      for (const std::string_view name : Split(draft->named, '+')) {
        const std::optional<uint32_t> speaker = SpeakerCalled(name);
        if (!speaker) return Fail("the header lists no \"" + std::string(name) + "\"", it.line);
        it.speakers.push_back(*speaker);
      }
      return true;
    }
    const std::string source = ShownSpans(article_.text, it.source);
    for (uint32_t i = 0; i < article_.speakers.size(); ++i) {
      const std::vector<std::string>& names = article_.speakers[i].names;
      const bool held = std::any_of(names.begin(), names.end(), [&source](const std::string& name) {
        return source.find(name) != std::string::npos;
      });
      if (held) it.speakers.push_back(i);
    }
    if (it.speakers.size() == 1) return true;
    return Fail("who says " + Number(number) + "? \"" + source + "\" holds " +
                    (it.speakers.empty() ? "none" : "several") +
                    " of the header's names: write {S" + std::to_string(number) +
                    " Name| …}, or ? for nobody known",
                it.line);
  }

  std::optional<uint32_t> SpeakerCalled(std::string_view name) const {
    for (uint32_t i = 0; i < article_.speakers.size(); ++i) {
      for (const std::string& each : article_.speakers[i].names) {
        if (each == name) return i;
      }
    }
    return std::nullopt;
  }

  static std::string Number(uint32_t number) { return "attribution " + std::to_string(number); }

  std::string_view file_;
  std::string_view path_;
  size_t at_ = 0;
  uint32_t line_ = 1;
  std::string_view pending_;  // white space that stands before the next character of the text
  std::vector<Bracket> open_;
  std::map<uint32_t, Draft> drafts_;
  GoldArticle article_;
  std::optional<Error> error_;
};

}  // namespace

Result<GoldArticle> ParseAnnotatedArticle(std::string_view file, std::string_view path) {
  return ArticleParser(file, path).Run();
}

std::string ShownSpans(std::string_view text, const std::vector<TextSpan>& spans) {
  std::string shown;
  for (const TextSpan& span : spans) {
    if (!shown.empty()) shown += " … ";
    shown += text.substr(span.begin, span.size());
  }
  return shown;
}

}  // namespace saywhen
