#include "formats/html_text.h"

#include <algorithm>

#include "formats/html_furniture.h"
#include "formats/http_url.h"
#include "formats/word_list.h"

namespace saywhen {
namespace {

// Elements of a block of their own ("flow content" that browsers show as blocks).
constexpr std::string_view kBlocks =
    " address article aside blockquote center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p"
    " pre section summary table tbody td tfoot th thead title tr ul ";

// No text, whatever is in them, but for a form.
struct NoText {
  std::string_view tags;
  std::string_view kind;  // empty: what nobody sees, or only who sees nothing else
};

constexpr NoText kNoText[] = {
    {" audio video ", "a video or sound in a text"},
    {" button form input select textarea ", "a form or a field of one in a text"},
    {" canvas svg ", "a drawing in a text"},
    {" datalist noembed noframes noscript script style template ", {}},
    {" embed iframe object ", "an embedded page or object in a text"},
    {" img picture ", "a picture in a text"},
    {" math ", "a formula in a text"},
};

std::string_view ValueOf(std::span<const HtmlAttribute> attributes, std::string_view name) {
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool IsHtmlSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

constexpr std::string_view kLists = " menu ol ul ";

// They have no end tag.
constexpr std::string_view kVoid =
    " area base br col embed hr img input link meta param source track wbr ";

// Open marks that a tag is looked for among, from the innermost one.
constexpr size_t kSearched = 64;

constexpr std::string_view kSpace = " ";
constexpr std::string_view kLine = "\n";
constexpr std::string_view kParagraph = "\n\n";

}  // namespace

void HtmlTextBuilder::Pass(std::string_view kind, bool furniture, size_t byte) {
  for (HtmlPassed& each : out_.passed) {
    if (each.kind == kind && each.furniture == furniture) return void(++each.times);
  }
  out_.passed.push_back({kind, byte, 1, furniture});
}

// Of two breaks the greater one stands.
void HtmlTextBuilder::Break(std::string_view with) {
  if (with.size() > pending_.size() || pending_ == kSpace) pending_ = with;
}

void HtmlTextBuilder::Append(std::string_view word) {
  if (!out_.text.empty()) out_.text.append(pending_);
  pending_ = {};
  for (const size_t mark : fresh_) {
    out_.marks[mark].span.begin = static_cast<uint32_t>(out_.text.size());
  }
  fresh_.clear();
  out_.text.append(word);
}

size_t HtmlTextBuilder::AddMark(HtmlMark::Kind kind, std::string_view value) {
  fresh_.push_back(out_.marks.size());
  const auto here = static_cast<uint32_t>(out_.text.size());
  out_.marks.push_back({kind, std::string(value), {here, here}});
  return out_.marks.size() - 1;
}

void HtmlTextBuilder::BeginMark(std::string_view tag, HtmlMark::Kind kind, std::string_view value) {
  OpenMark& open = open_.emplace_back();
  open.tag = tag;
  open.lists = lists_;
  open.mark = open_.size() > kDepth ? kNoMark : AddMark(kind, value);
}

void HtmlTextBuilder::EndMark() {
  const OpenMark& open = open_.back();
  if (open.tag == "a") --links_;
  if (open.tag == "blockquote") --blockquotes_;
  if (open.furniture) --furnitures_;
  for (const size_t mark : {open.mark, open.outer}) {
    if (mark == kNoMark) continue;
    // The marks that are open are fresh from some one on.
    if (!fresh_.empty() && fresh_.back() == mark) {
      fresh_.pop_back();
    } else {
      out_.marks[mark].span.end = static_cast<uint32_t>(out_.text.size());
    }
  }
  open_.pop_back();
}

// The last `count` ones. What was opened inside and not closed ends too.
void HtmlTextBuilder::EndMarks(size_t count) {
  for (; count > 0; --count) {
    const bool q = open_.back().tag == "q";
    EndMark();
    if (!q) continue;
    pending_ = {};
    Append(--quotes_ % 2 == 0 ? "”" : "’");
  }
}

// Ends the marked <p> that a block ends, and the <li> before another one.
void HtmlTextBuilder::EndImplied(std::string_view tag) {
  const size_t last = std::min(open_.size(), kSearched);
  for (size_t back = 1; back <= last; ++back) {
    const OpenMark& open = open_[open_.size() - back];
    if (open.tag == "p" || (open.tag == "li" && tag == "li" && open.lists == lists_)) {
      return EndMarks(back);
    }
    if (HasWord(kBlocks, open.tag)) return;
  }
}

// Marks the element for what it is; false when it is nothing that is marked.
bool HtmlTextBuilder::BeginOwnMark(std::string_view tag,
                                   std::span<const HtmlAttribute> attributes) {
  using enum HtmlMark::Kind;
  if (tag == "blockquote") {
    BeginMark(tag, kBlockquote, ValueOf(attributes, "cite"));
    ++blockquotes_;
  } else if (tag == "cite") {
    BeginMark(tag, kCite, {});
  } else if (tag == "time") {
    BeginMark(tag, kTime, ValueOf(attributes, "datetime"));
  } else if (tag == "a") {
    // One link holds no other.
    if (links_++ > 0) Close(tag);
    BeginMark(tag, kLink, ValueOf(attributes, "href"));
  } else if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') {
    BeginMark(tag, kHeading, {});
  } else if (tag == "figcaption" || tag == "caption") {
    BeginMark(tag, kCaption, {});
  } else if (tag == "li") {
    BeginMark(tag, kListItem, {});
  } else if (tag == "q") {
    Append(quotes_++ % 2 == 0 ? "“" : "‘");
    BeginMark(tag, kQ, ValueOf(attributes, "cite"));
  } else {
    return false;
  }
  return true;
}

void HtmlTextBuilder::Open(std::string_view tag, std::span<const HtmlAttribute> attributes,
                           size_t byte) {
  if (skipped_depth_ > 0) {
    skipped_depth_ += tag == skipped_ ? 1 : 0;
    return;
  }
  bool furniture = furniture_ && blockquotes_ == 0 && IsPageFurniture(tag, attributes);
  // Of elements without an end none is marked.
  const bool ends = !HasWord(kVoid, tag);
  for (const NoText& each : kNoText) {
    if (!HasWord(each.tags, tag)) continue;
    const bool form = tag == "form";
    if (!each.kind.empty() && ValueOf(attributes, "type") != "hidden") {
      Pass(each.kind, furnitures_ > 0 || (furniture && !form), byte);
    }
    if (form) break;
    skipped_ = tag;
    skipped_depth_ = ends ? 1 : 0;
    return;
  }
  if (tag == "br") return Break(kLine);
  const bool block = HasWord(kBlocks, tag);
  if (block) {
    EndImplied(tag);
    Break(kParagraph);
  }
  if (HasWord(kLists, tag)) ++lists_;
  furniture = furniture && ends && tag != "q";
  const bool pull_quote = !attributes.empty() && !furniture && ends && IsPullQuote(attributes);
  if (furniture || pull_quote) {
    const auto kind = furniture ? HtmlMark::Kind::kFurniture : HtmlMark::Kind::kPullQuote;
    // The element's own mark is within.
    const size_t outer = open_.size() < kDepth ? AddMark(kind, {}) : kNoMark;
    if (BeginOwnMark(tag, attributes)) {
      open_.back().outer = outer;
    } else {
      OpenMark& open = open_.emplace_back();
      open.tag = tag;
      open.lists = lists_;
      open.mark = outer;
      open.counted = true;
    }
    open_.back().furniture = furniture && outer != kNoMark;
    if (open_.back().furniture) ++furnitures_;
    return;
  }
  if (BeginOwnMark(tag, attributes)) return;
  const size_t last = std::min(open_.size(), kSearched);
  for (size_t back = 1; back <= last; ++back) {
    OpenMark& open = open_[open_.size() - back];
    if (open.tag != tag) continue;
    open.inside += open.counted ? 1 : 0;
    return;
  }
}

void HtmlTextBuilder::Close(std::string_view tag) {
  if (skipped_depth_ > 0) {
    skipped_depth_ -= tag == skipped_ ? 1 : 0;
    return;
  }
  if (HasWord(kBlocks, tag)) Break(kParagraph);
  if (HasWord(kLists, tag) && lists_ > 0) {
    --lists_;
    // Its last items may have no end of their own.
    for (size_t back = std::min(open_.size(), kSearched); back > 0; --back) {
      const OpenMark& open = open_[open_.size() - back];
      if (open.tag != "li" || open.lists <= lists_) continue;
      EndMarks(back);
      break;
    }
  }
  CloseMarked(tag);
}

// Ends the innermost open mark of that tag, if there is one.
void HtmlTextBuilder::CloseMarked(std::string_view tag) {
  const size_t last = std::min(open_.size(), kSearched);
  for (size_t back = 1; back <= last; ++back) {
    OpenMark& open = open_[open_.size() - back];
    if (open.tag != tag) continue;
    if (open.inside > 0) {
      --open.inside;
    } else {
      EndMarks(back);
    }
    return;
  }
}

void HtmlTextBuilder::Text(std::string_view text, size_t /*byte*/) {
  if (skipped_depth_ > 0) return;
  for (size_t at = 0; at < text.size();) {
    if (IsHtmlSpace(text[at])) {
      if (pending_.empty()) pending_ = kSpace;
      ++at;
      continue;
    }
    const size_t begin = at;
    while (at < text.size() && !IsHtmlSpace(text[at])) ++at;
    Append(text.substr(begin, at - begin));
  }
}

HtmlText HtmlTextBuilder::Take() && {
  while (!open_.empty()) EndMark();
  return std::move(out_);
}

std::string TextWithLinks(const HtmlText& html) {
  std::vector<const HtmlMark*> kept;
  for (const HtmlMark& mark : html.marks) {
    if (mark.kind == HtmlMark::Kind::kLink && IsHttpUrl(mark.value)) kept.push_back(&mark);
  }
  // Links do not contain each other, so that they end in the order in which they begin.
  std::string text;
  size_t done = 0;
  for (const HtmlMark* link : kept) {
    const std::string_view words =
        std::string_view(html.text).substr(link->span.begin, link->span.size());
    if (link->span.empty() || link->span.end < done || words == link->value) continue;
    text.append(html.text, done, link->span.end - done);
    text.append(" (").append(link->value).append(")");
    done = link->span.end;
  }
  return text.append(html.text, done);
}

bool LooksLikeHtml(std::string_view text) {
  for (size_t at = text.find_first_of("<&"); at != std::string_view::npos;
       at = text.find_first_of("<&", at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const char lower = static_cast<char>(next | 0x20);
    const bool letter = lower >= 'a' && lower <= 'z';
    if (text[at] == '<' && (letter || next == '/' || next == '!')) return true;
    if (text[at] == '&' && (letter || next == '#')) {
      const size_t end = text.find_first_of("; &<", at + 1);
      if (end != std::string_view::npos && text[end] == ';') return true;
    }
  }
  return false;
}

}  // namespace saywhen
