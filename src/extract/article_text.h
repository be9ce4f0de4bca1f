// The first step of extraction: the text of an article out of what was scraped or pasted.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "extract/dateline.h"
#include "extract/furniture.h"
#include "extract/language_pack.h"

namespace saywhen {

enum class ParagraphKind : uint8_t {
  kBody,
  kHeading,      // the headline and those between paragraphs; one that repeats a quote too
  kCaption,      // of a picture
  kPullQuote,    // words of the text, shown once more
  kSpeakerLine,  // "Q: …", "Name: …": an interview's or a transcript's
  kListItem,
};
// "body", "heading", …
std::string_view ParagraphKindName(ParagraphKind kind);

struct Paragraph {
  TextSpan span;  // in ArticleText::text, without white space at its ends
  TextSpan raw;   // where it stood in the raw text
  ParagraphKind kind = ParagraphKind::kBody;
  // With keep_text, what it would have been dropped as.
  Furniture furniture = Furniture::kText;
};

struct Dropped {
  TextSpan raw;
  std::string text;
  Furniture as = Furniture::kText;
};

struct ArticleText {
  std::string text;      // paragraphs, one empty line between them
  std::string headline;  // empty when there is none; it stands in the text as well
  std::vector<Paragraph> paragraphs;
  std::vector<Dropped> dropped;
};

// What is known of a stretch of the raw text, from its markup.
struct BlockHint {
  TextSpan span;  // in the raw text
  ParagraphKind kind = ParagraphKind::kBody;
};

struct CleanOptions {
  // The text comes out as it went in, but for bytes that are no UTF-8: nothing is dropped, no line
  // joined. A paragraph may then hold line breaks.
  bool keep_text = false;
  // When it is known; else it is looked for.
  std::string_view headline = {};
  // In the order of their beginnings, then outer ones first.
  std::span<const BlockHint> hints = {};
};

// What the packs know of pages, of all languages at once. Made once, used for many articles.
struct CleanRules {
  explicit CleanRules(std::span<const LanguagePack* const> packs)
      : furniture(packs), dateline(packs) {}

  FurnitureRules furniture;
  DatelineRules dateline;
};

// Takes any bytes; those after 1 GiB are not looked at. A malformed byte is U+FFFD, and then spans
// of the raw text count it as three. White space, line ends and control characters: text_blocks.h.
// A text whose paragraphs are parted by one empty line each, and have no furniture, no line breaks
// and single blanks, comes out as it is.
//
// Furniture is dropped by the rules of the packs; where it stands counts: the article's text goes
// from the first block that is a sentence to the last one, and more is furniture outside. Short
// lines behind the text that follow furniture, or stand before a comment form, are other articles'
// headlines. Behind a comments' heading nothing is text when there is more text before it.
//
// Time and memory are linear in the text's size.
ArticleText CleanArticle(std::string_view raw, const CleanRules& rules,
                         const CleanOptions& options = {});

}  // namespace saywhen
