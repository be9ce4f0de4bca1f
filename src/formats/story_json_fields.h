// The fields of the story file as a table: which object holds which field, and of what shape.
#pragma once

#include <cstdint>
#include <string_view>

namespace saywhen::story_json {

// The objects of a story file.
enum class Object : uint8_t {
  kRoot,
  kArticle,
  kPublisher,
  kAuthor,
  kSpeaker,
  kQuote,
  kSelector,
  kMention,
  kCue,
  kSaid,
  kAbout,
  kEvent,
  kWhen,
  kMedia,
};

enum class Shape : uint8_t {
  kText,
  kUrl,         // http or https
  kColor,       // #rrggbb
  kDate,        // EDTF
  kVersion,     // the number 1
  kConfidence,  // a number from 0 to 1
  kBasis,
  kQuoteType,
  kSpeakerKind,
  kId,         // an item's own
  kReference,  // another item's id
  kSpan,       // a pair of offsets, or a list of pairs
  kObject,
  // Lists of the shapes above.
  kTexts,
  kUrls,
  kReferences,
  kObjects,
};

// Fields of the same name in different objects share a name here: the object tells them apart.
enum class Field : uint8_t {
  kVersion,
  kTitle,
  kLanguage,
  kArticles,
  kSpeakers,
  kQuotes,
  kEvents,
  kId,
  kUrl,
  kHeadline,
  kPublisher,
  kAuthors,
  kPublished,
  kModified,
  kDateline,
  kText,
  kName,
  kRole,
  kAffiliation,
  kAliases,
  kKind,
  kSameAs,
  kImage,
  kColor,
  kArticle,
  kType,
  kSpan,
  kSelector,
  kMention,
  kCue,
  kSaid,
  kAbout,
  kPrompt,
  kPlace,
  kAddressees,
  kWithin,
  kMentions,
  kTags,
  kConfidence,
  kNote,
  kExact,
  kPrefix,
  kSuffix,
  kEdtf,
  kBasis,
  kWhen,
  kDescription,
  kMedia,
  kAlt,
  kCaption,
  kCredit,
};

struct FieldSpec {
  Object in;
  Field field;
  Shape shape;
  Object child;  // of kObject and kObjects
  std::string_view name;
};

// Null when the object has no such field. Quickest when `before` is the field before it in the
// file, which mostly has them in the order of the table; or null.
const FieldSpec* FindField(Object in, std::string_view name, const FieldSpec* before = nullptr);

// "a string", "a list of ids", …: what a value of this shape is, for messages.
std::string_view ShapeName(Shape shape);
// The shape of a list's items; of another shape, itself.
Shape ItemShape(Shape shape);
bool IsList(Shape shape);

}  // namespace saywhen::story_json
