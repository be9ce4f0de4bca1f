// HTML as text: paragraphs, and what stands where in them. No tag, style or script gets through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text_span.h"
#include "formats/html_tokenizer.h"

namespace saywhen {

struct HtmlMark {
  enum class Kind : uint8_t {
    kBlockquote,
    kQ,
    kCite,
    kTime,
    kLink,
    kHeading,
    kCaption,    // a <figcaption>, a table's <caption>
    kListItem,   // a <li>
    kPullQuote,  // html_furniture.h says which
    kFurniture,  // the same; only where it is asked for
  };

  Kind kind = Kind::kLink;
  std::string value;  // of a quote its cite, of a time its datetime, of a link its href
  TextSpan span;      // in HtmlText::text; of a q within its quotation marks
};

// What is no text and would be seen or used: one kind of it.
struct HtmlPassed {
  std::string_view kind;  // "a picture in a text"
  size_t byte = 0;        // in the HTML, of the first
  uint64_t times = 0;
  bool furniture = false;  // all of these are in, or are, a page's furniture
};

struct HtmlText {
  std::string text;             // paragraphs separated by one empty line; a <br> is a new line
  std::vector<HtmlMark> marks;  // in the order of their beginnings
  std::vector<HtmlPassed> passed = {};  // in the order of their first
};

// Takes tokens, gives text. White space is what a browser would show, a <q> gets quotation marks,
// elements that are no text (scripts, pictures, …) are passed over, and counted where a reader
// misses them. Marks are within at most kDepth others.
class HtmlTextBuilder final : public HtmlEvents {
 public:
  static constexpr size_t kDepth = 16;

  // `furniture`: whether elements that are no article's are marked.
  explicit HtmlTextBuilder(bool furniture = false) : furniture_(furniture) {}

  void Open(std::string_view tag, std::span<const HtmlAttribute> attributes, size_t byte) override;
  void Close(std::string_view tag) override;
  void Text(std::string_view text, size_t byte) override;

  // What is open ends.
  HtmlText Take() &&;
  bool empty() const { return out_.text.empty(); }

 private:
  static constexpr size_t kNoMark = SIZE_MAX;

  struct OpenMark {
    std::string tag;
    size_t mark;             // kNoMark: too deep to be one
    size_t outer = kNoMark;  // one more mark of the same element, around it
    uint32_t inside = 0;     // open elements of the same tag within it
    uint32_t lists = 0;      // open lists around it
    bool counted = false;    // a tag that elements without a mark have too
    bool furniture = false;
  };

  void Pass(std::string_view kind, bool furniture, size_t byte);
  void Break(std::string_view with);
  void Append(std::string_view word);
  void BeginMark(std::string_view tag, HtmlMark::Kind kind, std::string_view value);
  size_t AddMark(HtmlMark::Kind kind, std::string_view value);
  void EndMark();
  void EndMarks(size_t count);
  void CloseMarked(std::string_view tag);
  void EndImplied(std::string_view tag);
  bool BeginOwnMark(std::string_view tag, std::span<const HtmlAttribute> attributes);

  HtmlText out_;
  std::vector<OpenMark> open_;
  std::string_view pending_;   // what stands before the next word: nothing, " ", "\n", "\n\n"
  std::vector<size_t> fresh_;  // marks whose first word is still to come
  std::string skipped_;        // the tag of an element that is passed over
  uint32_t skipped_depth_ = 0;
  bool furniture_;
  uint32_t quotes_ = 0;       // open <q>
  uint32_t links_ = 0;        // open <a>
  uint32_t lists_ = 0;        // open <ul>, <ol>, <menu>
  uint32_t blockquotes_ = 0;  // open: their footers say whose they are
  uint32_t furnitures_ = 0;   // open
};

// Links are kept in the text, their addresses in parentheses behind the words: "here (https://…)".
std::string TextWithLinks(const HtmlText& html);

// Whether a text of a field that may hold either holds HTML: a tag or a character reference.
bool LooksLikeHtml(std::string_view text);

}  // namespace saywhen
