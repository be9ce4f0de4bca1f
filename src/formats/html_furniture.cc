#include "formats/html_furniture.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "formats/word_list.h"

namespace saywhen {
namespace {

constexpr std::string_view kTags = " aside footer form header nav ";

// A page's element that holds it all has classes of everything that is on it.
constexpr std::string_view kWholes = " article body html main ";

constexpr std::string_view kRoles =
    " alertdialog banner complementary contentinfo dialog form menu menubar navigation search"
    " tablist toolbar ";

// Words of classes and ids, German and Turkish ones too.
constexpr std::string_view kWords =
    " ad ads advert advertisement advertising adverts anzeige breadcrumb breadcrumbs comment"
    " commentform commentlist comments consent cookie cookies disqus etiketler gdpr ilgili"
    " kommentare mailinglist masthead menu mostread navbar navigation newsletter onetrust"
    " outbrain pagination paylas popup promo recirc recirculation recommended reklam related"
    " relatedposts respond share sharedaddy sharing sidebar signup social socials sponsor"
    " sponsored subscribe taboola tagcloud toolbar trending verwandte werbung yorumlar ";

// With one of these a name is about the page or holds the text: "comments-open", "has-sidebar",
// "ad-free", "share-text".
constexpr std::string_view kDenials =
    " article body closed disabled enabled free has hide layout main no not off on open page"
    " post single status story text type with without wrapper ";

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsAlpha(char c) { return IsUpper(c) || (c >= 'a' && c <= 'z'); }

// Calls `run` with each word of a name in small letters: "relatedPosts_box" has three.
template <typename Do>
void EachWord(std::string_view name, Do run) {
  std::string word;
  for (size_t at = 0; at <= name.size(); ++at) {
    const bool letter = at < name.size() && IsAlpha(name[at]);
    const bool hump = letter && at > 0 && IsUpper(name[at]) && !IsUpper(name[at - 1]);
    if ((!letter || hump) && !word.empty()) {
      run(std::string_view(word));
      word.clear();
    }
    if (letter) word.push_back(static_cast<char>(name[at] | 0x20));
  }
}

// Longer names, and more of them, are not looked at.
constexpr size_t kLongestNames = 400;

bool NamesFurniture(std::string_view names) {
  names = names.substr(0, kLongestNames);
  while (!names.empty()) {
    const size_t end = std::min(names.find_first_of(" \t\n\r\f"), names.size());
    bool furniture = false;
    bool denied = false;
    // "related-posts" and "sponsored-content" are, whatever else they say.
    bool sure = false;
    EachWord(names.substr(0, end), [&](std::string_view word) {
      furniture = furniture || HasWord(kWords, word);
      denied = denied || HasWord(kDenials, word);
      sure = sure || word == "related" || word == "recommended" || word == "sponsored";
    });
    if (furniture && (sure || !denied)) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

bool Hides(std::string_view style) {
  for (const std::string_view what : {"display:none", "display: none"}) {
    if (style.find(what) != std::string_view::npos) return true;
  }
  return false;
}

// Pieces of a text that stay, and where.
struct Piece {
  uint32_t begin;
  uint32_t end;
  uint32_t now;  // where it begins in the new text
};

bool IsSpace(char c) { return c == ' ' || c == '\n'; }

// The text's pieces outside of `removed` (in order, apart from each other); between them the
// greater of the breaks that stood at both sides.
std::string Join(std::string_view text, const std::vector<TextSpan>& removed,
                 std::vector<Piece>* pieces) {
  std::string joined;
  std::string_view gap;  // the greatest break since the last piece
  const auto widen = [&](std::string_view space) {
    const size_t lines = static_cast<size_t>(std::count(space.begin(), space.end(), '\n'));
    const std::string_view next = lines > 1 ? "\n\n" : lines == 1 ? "\n" : space.empty() ? "" : " ";
    if (next.size() > gap.size() || next == "\n") gap = next.size() >= gap.size() ? next : gap;
  };
  const auto add = [&](uint32_t begin, uint32_t end) {
    const uint32_t from = begin;
    while (begin < end && IsSpace(text[begin])) ++begin;
    widen(text.substr(from, begin - from));
    if (begin == end) return;
    uint32_t last = end;
    while (IsSpace(text[last - 1])) --last;
    if (!joined.empty()) joined.append(gap);
    gap = {};
    pieces->push_back({begin, last, static_cast<uint32_t>(joined.size())});
    joined.append(text.substr(begin, last - begin));
    widen(text.substr(last, end - last));
  };
  uint32_t done = 0;
  for (const TextSpan& each : removed) {
    add(done, each.begin);
    done = each.end;
  }
  add(done, static_cast<uint32_t>(text.size()));
  return joined;
}

// A mark in the new text; empty when nothing of it is left.
TextSpan Moved(TextSpan span, const std::vector<Piece>& pieces) {
  const auto first =
      std::lower_bound(pieces.begin(), pieces.end(), span.begin,
                       [](const Piece& piece, uint32_t at) { return piece.end <= at; });
  if (first == pieces.end() || first->begin >= span.end) return {};
  auto last = std::lower_bound(pieces.begin(), pieces.end(), span.end,
                               [](const Piece& piece, uint32_t at) { return piece.begin < at; });
  --last;
  return {first->now + std::max(span.begin, first->begin) - first->begin,
          last->now + std::min(span.end, last->end) - last->begin};
}

// The outermost spans of furniture, without those that hold nearly all of the text: then `*whole`
// is false.
std::vector<TextSpan> Outermost(const HtmlText& html, bool* whole) {
  constexpr size_t kLeastText = 200;
  constexpr size_t kLargeFurniture = 500;
  std::vector<TextSpan> all;
  for (const HtmlMark& mark : html.marks) {
    if (mark.kind == HtmlMark::Kind::kFurniture && !mark.span.empty()) all.push_back(mark.span);
  }
  std::vector<TextSpan> outer;
  for (size_t round = 0; round <= HtmlTextBuilder::kDepth; ++round) {
    outer.clear();
    size_t rest = html.text.size();
    for (const TextSpan& span : all) {
      if (!outer.empty() && span.begin < outer.back().end) continue;
      outer.push_back(span);
      rest -= span.size();
    }
    const auto size = [](const TextSpan& a, const TextSpan& b) { return a.size() < b.size(); };
    const auto largest = std::max_element(outer.begin(), outer.end(), size);
    if (rest >= kLeastText || largest == outer.end() || largest->size() < kLargeFurniture ||
        largest->size() < 4 * rest) {
      break;
    }
    all.erase(std::find(all.begin(), all.end(), *largest));
    *whole = false;
  }
  return outer;
}

}  // namespace

bool IsPageFurniture(std::string_view tag, std::span<const HtmlAttribute> attributes) {
  if (HasWord(kWholes, tag)) return false;
  if (HasWord(kTags, tag)) return true;
  for (const HtmlAttribute& attribute : attributes) {
    const std::string_view value = attribute.value;
    if (attribute.name == "role" && HasWord(kRoles, value)) return true;
    if (attribute.name == "hidden" && value != "until-found") return true;
    if (attribute.name == "aria-hidden" && value == "true") return true;
    if (attribute.name == "style" && Hides(value)) return true;
    if ((attribute.name == "class" || attribute.name == "id") && NamesFurniture(value)) return true;
  }
  return false;
}

bool IsPullQuote(std::span<const HtmlAttribute> attributes) {
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name != "class") continue;
    std::string last;
    bool found = false;
    EachWord(attribute.value.substr(0, kLongestNames), [&](std::string_view word) {
      found = found || word == "pullquote" || (last == "pull" && word == "quote");
      last = word;
    });
    if (found) return true;
  }
  return false;
}

HtmlText WithoutFurniture(HtmlText html) {
  bool whole = true;
  const std::vector<TextSpan> removed = Outermost(html, &whole);
  std::vector<Piece> pieces;
  std::string text = Join(html.text, removed, &pieces);
  std::vector<HtmlMark> marks;
  for (HtmlMark& mark : html.marks) {
    if (mark.kind == HtmlMark::Kind::kFurniture) continue;
    const TextSpan span = Moved(mark.span, pieces);
    if (span.empty() && !mark.span.empty()) continue;
    mark.span = span;
    marks.push_back(std::move(mark));
  }
  if (whole) std::erase_if(html.passed, [](const HtmlPassed& each) { return each.furniture; });
  return {std::move(text), std::move(marks), std::move(html.passed)};
}

}  // namespace saywhen
