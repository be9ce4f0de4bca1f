#include "formats/story_json_fields.h"

#include <iterator>

namespace saywhen::story_json {
namespace {

using enum Shape;

constexpr FieldSpec Plain(Object in, Field field, Shape shape, std::string_view name) {
  return {in, field, shape, in, name};
}
constexpr FieldSpec Nested(Object in, Field field, Shape shape, Object child,
                           std::string_view name) {
  return {in, field, shape, child, name};
}

constexpr FieldSpec kFields[] = {
    Plain(Object::kRoot, Field::kVersion, kVersion, "version"),
    Plain(Object::kRoot, Field::kTitle, kText, "title"),
    Plain(Object::kRoot, Field::kLanguage, kText, "language"),
    Nested(Object::kRoot, Field::kArticles, kObjects, Object::kArticle, "articles"),
    Nested(Object::kRoot, Field::kSpeakers, kObjects, Object::kSpeaker, "speakers"),
    Nested(Object::kRoot, Field::kQuotes, kObjects, Object::kQuote, "quotes"),
    Nested(Object::kRoot, Field::kEvents, kObjects, Object::kEvent, "events"),

    Plain(Object::kArticle, Field::kId, kId, "id"),
    Plain(Object::kArticle, Field::kUrl, kUrl, "url"),
    Plain(Object::kArticle, Field::kHeadline, kText, "headline"),
    Plain(Object::kArticle, Field::kLanguage, kText, "language"),
    Nested(Object::kArticle, Field::kPublisher, kObject, Object::kPublisher, "publisher"),
    Nested(Object::kArticle, Field::kAuthors, kObjects, Object::kAuthor, "authors"),
    Plain(Object::kArticle, Field::kPublished, kDate, "published"),
    Plain(Object::kArticle, Field::kModified, kDate, "modified"),
    Plain(Object::kArticle, Field::kDateline, kText, "dateline"),
    Plain(Object::kArticle, Field::kText, kText, "text"),

    Plain(Object::kPublisher, Field::kName, kText, "name"),
    Plain(Object::kPublisher, Field::kUrl, kUrl, "url"),
    Plain(Object::kAuthor, Field::kName, kText, "name"),

    Plain(Object::kSpeaker, Field::kId, kId, "id"),
    Plain(Object::kSpeaker, Field::kName, kText, "name"),
    Plain(Object::kSpeaker, Field::kRole, kText, "role"),
    Plain(Object::kSpeaker, Field::kAffiliation, kText, "affiliation"),
    Plain(Object::kSpeaker, Field::kAliases, kTexts, "aliases"),
    Plain(Object::kSpeaker, Field::kKind, kSpeakerKind, "kind"),
    Plain(Object::kSpeaker, Field::kSameAs, kUrls, "sameAs"),
    Plain(Object::kSpeaker, Field::kImage, kUrl, "image"),
    Plain(Object::kSpeaker, Field::kColor, kColor, "color"),

    Plain(Object::kQuote, Field::kId, kId, "id"),
    Plain(Object::kQuote, Field::kArticle, kReference, "article"),
    Plain(Object::kQuote, Field::kType, kQuoteType, "type"),
    Plain(Object::kQuote, Field::kText, kText, "text"),
    Plain(Object::kQuote, Field::kLanguage, kText, "language"),
    Plain(Object::kQuote, Field::kSpan, kSpan, "span"),
    Nested(Object::kQuote, Field::kSelector, kObject, Object::kSelector, "selector"),
    Plain(Object::kQuote, Field::kSpeakers, kReferences, "speakers"),
    Nested(Object::kQuote, Field::kMention, kObject, Object::kMention, "mention"),
    Nested(Object::kQuote, Field::kCue, kObject, Object::kCue, "cue"),
    Nested(Object::kQuote, Field::kSaid, kObject, Object::kSaid, "said"),
    Nested(Object::kQuote, Field::kAbout, kObjects, Object::kAbout, "about"),
    Plain(Object::kQuote, Field::kPrompt, kText, "prompt"),
    Plain(Object::kQuote, Field::kPlace, kText, "place"),
    Plain(Object::kQuote, Field::kAddressees, kReferences, "addressees"),
    Plain(Object::kQuote, Field::kWithin, kReference, "within"),
    Plain(Object::kQuote, Field::kMentions, kReferences, "mentions"),
    Plain(Object::kQuote, Field::kTags, kTexts, "tags"),
    Plain(Object::kQuote, Field::kConfidence, kConfidence, "confidence"),
    Plain(Object::kQuote, Field::kUrl, kUrl, "url"),
    Plain(Object::kQuote, Field::kNote, kText, "note"),

    Plain(Object::kSelector, Field::kExact, kText, "exact"),
    Plain(Object::kSelector, Field::kPrefix, kText, "prefix"),
    Plain(Object::kSelector, Field::kSuffix, kText, "suffix"),
    Plain(Object::kMention, Field::kText, kText, "text"),
    Plain(Object::kMention, Field::kSpan, kSpan, "span"),
    Plain(Object::kCue, Field::kText, kText, "text"),
    Plain(Object::kCue, Field::kSpan, kSpan, "span"),
    Plain(Object::kSaid, Field::kEdtf, kDate, "edtf"),
    Plain(Object::kSaid, Field::kBasis, kBasis, "basis"),
    Plain(Object::kSaid, Field::kText, kText, "text"),
    Plain(Object::kSaid, Field::kSpan, kSpan, "span"),
    Plain(Object::kAbout, Field::kEdtf, kDate, "edtf"),
    Plain(Object::kAbout, Field::kBasis, kBasis, "basis"),
    Plain(Object::kAbout, Field::kText, kText, "text"),
    Plain(Object::kAbout, Field::kSpan, kSpan, "span"),

    Plain(Object::kEvent, Field::kId, kId, "id"),
    Plain(Object::kEvent, Field::kTitle, kText, "title"),
    Nested(Object::kEvent, Field::kWhen, kObject, Object::kWhen, "when"),
    Plain(Object::kEvent, Field::kDescription, kText, "description"),
    Plain(Object::kEvent, Field::kPlace, kText, "place"),
    Plain(Object::kEvent, Field::kArticle, kReference, "article"),
    Plain(Object::kEvent, Field::kSpan, kSpan, "span"),
    Plain(Object::kEvent, Field::kUrl, kUrl, "url"),
    Nested(Object::kEvent, Field::kMedia, kObject, Object::kMedia, "media"),
    Plain(Object::kWhen, Field::kEdtf, kDate, "edtf"),
    Plain(Object::kWhen, Field::kBasis, kBasis, "basis"),
    Plain(Object::kWhen, Field::kText, kText, "text"),
    Plain(Object::kWhen, Field::kSpan, kSpan, "span"),
    Plain(Object::kMedia, Field::kUrl, kUrl, "url"),
    Plain(Object::kMedia, Field::kAlt, kText, "alt"),
    Plain(Object::kMedia, Field::kCaption, kText, "caption"),
    Plain(Object::kMedia, Field::kCredit, kText, "credit"),
};

}  // namespace

const FieldSpec* FindField(Object in, std::string_view name, const FieldSpec* before) {
  const FieldSpec* at = before == nullptr ? std::begin(kFields) : before + 1;
  for (size_t n = 0; n < std::size(kFields); ++n, ++at) {
    if (at == std::end(kFields)) at = std::begin(kFields);
    if (at->in == in && at->name == name) return at;
  }
  return nullptr;
}

std::string_view ShapeName(Shape shape) {
  switch (shape) {
    case kText:
      return "a string";
    case kUrl:
      return "an http or https address";
    case kColor:
      return "a colour as #rrggbb";
    case kDate:
      return "a date in EDTF";
    case kVersion:
      return "the number 1";
    case kConfidence:
      return "a number from 0 to 1";
    case kBasis:
      return "\"stated\", \"inferred\" or \"published\"";
    case kQuoteType:
      return "\"direct\", \"indirect\" or \"mixed\"";
    case kSpeakerKind:
      return "\"person\", \"organisation\", \"group\" or \"document\"";
    case kId:
      return "an id: a string that is not empty";
    case kReference:
      return "an id";
    case kSpan:
      return "[start, end] in code points, or a list of such pairs";
    case kObject:
      return "an object";
    case kTexts:
      return "a list of strings";
    case kUrls:
      return "a list of http or https addresses";
    case kReferences:
      return "a list of ids";
    case kObjects:
      return "a list of objects";
  }
  return "";
}

Shape ItemShape(Shape shape) {
  switch (shape) {
    case kTexts:
      return kText;
    case kUrls:
      return kUrl;
    case kReferences:
      return kReference;
    case kObjects:
      return kObject;
    default:
      return shape;
  }
}

bool IsList(Shape shape) { return shape >= kTexts; }

}  // namespace saywhen::story_json
