// The second half of reading: ids to indexes, code points to bytes, repairs. What is known while
// the file is still being read is done then, so that little has to be kept and done at its end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "formats/passage_search.h"
#include "formats/story_json_draft.h"

namespace saywhen::story_json {

// The ids of one kind of item.
class IdTable {
 public:
  // Gives every item an id of its own: of two that are the same the second is renamed and reported;
  // a missing one becomes the first letter of `list` and the place in the file. The items stay.
  template <typename Items>
  void Fill(Items* items, const std::vector<ItemOrigin>& origins, std::string_view list,
            Reporter* reporter) {
    if (std::exchange(filled_, true)) return;
    std::vector<std::string*> ids;
    for (auto& item : *items) ids.push_back(&item.id);
    Fill(ids, origins, list, reporter);
  }

  bool filled() const { return filled_; }
  Index Find(std::string_view id) const;

 private:
  void Fill(const std::vector<std::string*>& ids, const std::vector<ItemOrigin>& origins,
            std::string_view list, Reporter* reporter);

  bool filled_ = false;
  std::vector<std::string_view> ids_;  // of all items
  std::vector<Index> sorted_;          // those that keep theirs, by it
};

class Resolver {
 public:
  Resolver(Draft* draft, Reporter* reporter)
      : draft_(*draft), story_(draft->story), reporter_(*reporter) {}

  // An item refers to another.
  void Refer(const FieldSpec& spec, Index item, uint32_t place, TextPosition at,
             std::string_view id);
  // All of a list of the file has been read.
  void ListRead(Field list);
  // A quote has been read, with the draft's references and spans from these on.
  void QuoteRead(size_t references, size_t spans);
  // Everything has.
  void Finish();

 private:
  // An article's offsets and, once something has to be looked for, its words.
  struct ArticleText {
    std::unique_ptr<CodePointIndex> index;
    std::unique_ptr<PassageSearch> search;
  };

  // What an id in this field is the id of.
  const IdTable& TableOf(Field field) const;
  // Of the draft's references, from that one on, those whose items are known.
  void ResolveReferences(size_t from);
  std::string FieldPointer(const Reference& reference) const;
  void Store(const Reference& reference, Index target);
  TextPosition WithinOf(Index quote) const;
  void CutCycles();

  const CodePointIndex& IndexOf(Index article);
  // Null when so much has been searched that the file must be hostile.
  const PassageSearch* SearchOf(Index article, size_t cost);
  bool Spend(size_t bytes);
  // Where a span stands in the file.
  TextPosition OriginOf(Object in, Index item, uint32_t place) const;
  void ReportSpan(Severity severity, std::string_view code, std::string message, Object in,
                  Index item, uint32_t place);
  // Code points to bytes; false, and reported, when the article has no such place.
  bool ToBytes(Index article, TextSpan* span, Object in, Index item, uint32_t place);
  void ResolveSpans(Index quote);
  void ResolveQuote(Index item);
  void ResolvePassage(Rare<Passage>* given, Object in, Index item, uint32_t place, Index article);
  void Moved(Index article, TextSpan span, std::string_view how, Object in, Index item,
             uint32_t place);

  Draft& draft_;
  Story& story_;
  Reporter& reporter_;
  IdTable articles_;
  IdTable speakers_;
  IdTable quotes_;
  IdTable events_;
  std::vector<ArticleText> texts_;
  TextPool words_{size_t{16} << 10};  // of quotes that no article's text holds
  Index resolved_ = 0;                // quotes whose spans are
  // Quotes that stand within another, in their order, and where that is said.
  std::vector<std::pair<Index, TextPosition>> withins_;
  // Bytes that may still be compared and searched: far more than an honest file of the largest size
  // needs, and seconds of work.
  size_t budget_ = size_t{1} << 29;
};

}  // namespace saywhen::story_json
