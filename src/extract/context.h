// What features say of the tokens around one: its word and tag as Parts, and "none" outside of a
// range.
#pragma once

#include <array>
#include <cstdint>

#include "extract/document.h"
#include "extract/features.h"

namespace saywhen {

constexpr Part kNoPart = Sign("<none>");

// The tag's name as a Part.
Part PartOf(Tag tag);

// Looks at the tokens of one sentence or paragraph.
class Context {
 public:
  Context(const Document& document, TokenRange range) : document_(document), range_(range) {}

  bool Has(int64_t at) const { return at >= range_.begin && at < range_.end; }
  Tag TagAt(int64_t at) const { return Has(at) ? token(at).tag : Tag::kOther; }
  Part TagPart(int64_t at) const { return Has(at) ? PartOf(token(at).tag) : kNoPart; }
  // The word; of a mark, a number and a name its tag: they are too many to be counted one by one.
  Part Word(int64_t at) const {
    if (!Has(at)) return kNoPart;
    const Token& here = token(at);
    const bool name = (here.tag == Tag::kCapital && !document_.lexicon->capital_nouns()) ||
                      here.tag == Tag::kAllCaps;
    if (!here.word || here.tag == Tag::kNumber || name) {
      return PartOf(here.tag);
    }
    return {here.hash, document_.Text(static_cast<uint32_t>(at))};
  }
  // The word also of a name.
  Part Name(int64_t at) const {
    if (!Has(at)) return kNoPart;
    return {token(at).hash, document_.Text(static_cast<uint32_t>(at))};
  }
  const Token& token(int64_t at) const { return document_.tokens[static_cast<size_t>(at)]; }
  TokenRange range() const { return range_; }
  const Document& document() const { return document_; }

 private:
  const Document& document_;
  TokenRange range_;
};

}  // namespace saywhen
