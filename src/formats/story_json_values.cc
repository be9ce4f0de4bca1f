// What becomes of each value: checked, and put where the model has it.
#include <optional>
#include <utility>

#include "formats/http_url.h"
#include "formats/story_json_reader.h"
#include "model/edtf.h"

namespace saywhen::story_json {
namespace {

bool IsColor(std::string_view color) {
  if (color.size() != 7 || color[0] != '#') return false;
  for (const char c : color.substr(1)) {
    const char lower = static_cast<char>(c | 0x20);
    if (!((c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'f'))) return false;
  }
  return true;
}

}  // namespace

void Reader::StoreText(Shape shape, std::string_view value) {
  const Frame& top = frames_.back();
  const FieldSpec& spec = *top.spec;
  const auto bad = [&](std::string_view code) {
    std::string message = "expected ";
    message.append(ShapeName(shape)).append(", found ").append(Shown(value));
    Report(Severity::kError, code, std::move(message));
  };
  switch (shape) {
    case Shape::kUrl:
      if (!IsHttpUrl(value)) return bad("bad-url");
      [[fallthrough]];
    case Shape::kText:
      if (top.kind == Frame::Kind::kObject) {
        if (SharedText* text = SharedTarget(spec.in, spec.field)) {
          *text = value;
        } else {
          *TextTarget(spec.in, spec.field) = value;
        }
      } else if (spec.field == Field::kAliases) {
        speaker().aliases.emplace_back(value);
      } else if (spec.field == Field::kSameAs) {
        speaker().same_as.emplace_back(value);
      } else {
        quote().tags.emplace_back(value);
      }
      return;
    case Shape::kColor:
      if (!IsColor(value)) return bad("bad-color");
      speaker().color = value;
      return;
    case Shape::kDate:
      return StoreDate(value);
    case Shape::kBasis: {
      std::optional<Basis>& basis = TimeTarget(spec.in)->basis;
      if (value == "stated")
        basis = Basis::kStated;
      else if (value == "inferred")
        basis = Basis::kInferred;
      else if (value == "published")
        basis = Basis::kPublished;
      else
        bad("bad-value");
      return;
    }
    case Shape::kQuoteType:
      if (value == "direct")
        quote().type = QuoteType::kDirect;
      else if (value == "indirect")
        quote().type = QuoteType::kIndirect;
      else if (value == "mixed")
        quote().type = QuoteType::kMixed;
      else
        bad("bad-value");
      return;
    case Shape::kSpeakerKind:
      if (value == "person")
        speaker().kind = SpeakerKind::kPerson;
      else if (value == "organisation")
        speaker().kind = SpeakerKind::kOrganisation;
      else if (value == "group")
        speaker().kind = SpeakerKind::kGroup;
      else if (value == "document")
        speaker().kind = SpeakerKind::kDocument;
      else
        bad("bad-value");
      return;
    case Shape::kId:
      if (value.empty()) return bad("bad-value");
      *TextTarget(spec.in, Field::kId) = value;
      return;
    case Shape::kReference:
      if (value.empty()) return bad("bad-value");
      resolver_.Refer(spec, ItemOf(spec.in), top.kind == Frame::Kind::kList ? top.count - 1 : 0,
                      Here(), value);
      return;
    default:
      ReportWrongType(shape, JsonKind::kString);
  }
}

void Reader::StoreDate(std::string_view text) {
  const FieldSpec& spec = *frames_.back().spec;
  Result<TimeInterval> date = ParseEdtf(text);
  if (!date.ok()) {
    time_reported_ = true;
    Report(Severity::kError, "bad-edtf",
           Shown(text) + " is no EDTF date: " + date.error().message + " (character " +
               Decimal(date.error().column) + ")");
  } else if (spec.field == Field::kEdtf) {
    TimeTarget(spec.in)->when = std::move(date).value();
    time_read_ = true;
  } else {
    (spec.field == Field::kPublished ? article().published : article().modified) =
        std::move(date).value();
  }
}

void Reader::StoreSpan(const Frame& frame) {
  const bool quote_span = frame.object == Object::kQuote;
  bool good = !span_wrong_ && !offsets_.empty() && offsets_.size() % 2 == 0;
  if (good && !span_nested_) good = offsets_.size() == 2;
  if (good && !quote_span) good = offsets_.size() == 2;
  for (size_t i = 0; good && i < offsets_.size(); i += 2) {
    good = offsets_[i] < offsets_[i + 1] && (i == 0 || offsets_[i - 1] <= offsets_[i]);
  }
  if (!good) {
    std::string message = "expected ";
    message.append(quote_span ? ShapeName(Shape::kSpan) : "[start, end] in code points");
    message.append(quote_span ? ", in order, each start before its end" : ", start before end");
    return reporter_.Report(Severity::kError, "bad-span", std::move(message), Pointer(),
                            frame.begin);
  }
  const auto span = [&](size_t i) {
    return TextSpan{static_cast<uint32_t>(offsets_[i]), static_cast<uint32_t>(offsets_[i + 1])};
  };
  const uint32_t place =
      frame.object == Object::kAbout ? static_cast<uint32_t>(quote().about.size()) - 1 : 0;
  const bool of_event = frame.object == Object::kEvent || frame.object == Object::kWhen;
  (of_event ? draft_.event_spans : draft_.quote_spans)
      .push_back({frame.object, ItemOf(frame.object), place, frame.begin});
  switch (frame.object) {
    case Object::kQuote:
      for (size_t i = 0; i < offsets_.size(); i += 2) quote().spans.push_back(span(i));
      break;
    case Object::kEvent:
      event().span = span(0);
      break;
    case Object::kMention:
      quote().mention.Own().span = span(0);
      break;
    case Object::kCue:
      quote().cue.Own().span = span(0);
      break;
    default:
      TimeTarget(frame.object)->words.Own().span = span(0);
      break;
  }
}

bool Reader::Begin(Object object) {
  Story& story = draft_.story;
  const uint32_t place = frames_.back().count == 0 ? 0 : frames_.back().count - 1;
  const ItemOrigin origin = {place, Here()};
  switch (object) {
    case Object::kArticle:
      story.articles.emplace_back();
      draft_.articles.push_back(origin);
      break;
    case Object::kSpeaker:
      story.speakers.emplace_back();
      draft_.speakers.push_back(origin);
      break;
    case Object::kQuote:
      if (story.quotes.size() >= limits_.quotes) {
        return Refuse("limit-quotes",
                      "there are more quotes than the limit of " + Decimal(limits_.quotes));
      }
      story.quotes.emplace_back();
      draft_.quotes.push_back(origin);
      break;
    case Object::kEvent:
      story.events.emplace_back();
      draft_.events.push_back(origin);
      break;
    case Object::kAuthor:
      article().authors.emplace_back();
      break;
    case Object::kSaid:
      quote().said.emplace();
      break;
    case Object::kAbout:
      quote().about.emplace_back();
      break;
    case Object::kWhen:
      event().when.emplace();
      break;
    default:
      break;
  }
  time_read_ = time_reported_ = false;
  return Open(Frame::Kind::kObject, object, nullptr);
}

void Reader::ReportMissing(const Frame& frame, std::string message) {
  reporter_.Report(Severity::kError, "missing-field", std::move(message), Pointer(), frame.begin);
}

void Reader::Finish(const Frame& frame) {
  switch (frame.kind) {
    case Frame::Kind::kPair:
      if (offsets_.size() % 2 != 0 || offsets_.empty()) span_wrong_ = true;
      return;
    case Frame::Kind::kSpan:
      return StoreSpan(frame);
    case Frame::Kind::kList:
      if (frame.object == Object::kRoot) resolver_.ListRead(frame.spec->field);
      return;
    case Frame::Kind::kObject:
      break;
  }
  switch (frame.object) {
    case Object::kAuthor:
      if (article().authors.back().name.empty()) {
        ReportMissing(frame, "an author has a name; this one is left out");
        article().authors.pop_back();
      }
      return;
    case Object::kSpeaker:
      if (speaker().name.empty() && !speaker().id.empty()) {
        reporter_.Report(Severity::kWarning, "missing-field",
                         "a speaker has a name; the id stands in for it", Pointer(), frame.begin);
        speaker().name = speaker().id;
      } else if (speaker().name.empty()) {
        ReportMissing(frame, "a speaker has a name; this one is left out");
        Discard(frame);
      }
      return;
    case Object::kQuote:
      if (quote().text.empty()) {
        ReportMissing(frame, "a quote has a text; this one is left out");
        Discard(frame);
      } else {
        resolver_.QuoteRead(frame.references, frame.quote_spans);
      }
      return;
    case Object::kEvent:
      if (event().title.empty()) {
        ReportMissing(frame, "an event has a title; this one is left out");
        Discard(frame);
      }
      return;
    case Object::kSaid:
    case Object::kAbout:
    case Object::kWhen:
      return FinishTime(frame);
    default:
      return;
  }
}

void Reader::FinishTime(const Frame& frame) {
  if (time_read_) return;
  if (!time_reported_) ReportMissing(frame, "a time has a date in \"edtf\"; this one is left out");
  draft_.quote_spans.resize(frame.quote_spans);
  draft_.event_spans.resize(frame.event_spans);
  if (frame.object == Object::kSaid) quote().said.reset();
  if (frame.object == Object::kAbout) quote().about.pop_back();
  if (frame.object == Object::kWhen) event().when.reset();
}

void Reader::Discard(const Frame& frame) {
  draft_.references.resize(frame.references);
  draft_.quote_spans.resize(frame.quote_spans);
  draft_.event_spans.resize(frame.event_spans);
  switch (frame.object) {
    case Object::kArticle:
      draft_.story.articles.pop_back();
      draft_.articles.pop_back();
      break;
    case Object::kSpeaker:
      draft_.story.speakers.pop_back();
      draft_.speakers.pop_back();
      break;
    case Object::kQuote:
      draft_.story.quotes.pop_back();
      draft_.quotes.pop_back();
      break;
    case Object::kEvent:
      draft_.story.events.pop_back();
      draft_.events.pop_back();
      break;
    default:
      break;
  }
}

Index Reader::ItemOf(Object object) const {
  const bool of_event = object == Object::kEvent || object == Object::kWhen;
  const size_t count = of_event ? draft_.story.events.size() : draft_.story.quotes.size();
  return static_cast<Index>(count - 1);
}

StoryTime* Reader::TimeTarget(Object object) {
  if (object == Object::kSaid) return &*quote().said;
  if (object == Object::kAbout) return &quote().about.back();
  return &*event().when;
}

Extra* Reader::ExtraTarget(Object object) {
  switch (object) {
    case Object::kRoot:
      return &draft_.story.extra;
    case Object::kArticle:
      return &article().extra;
    case Object::kPublisher:
      return &article().publisher.extra;
    case Object::kAuthor:
      return &article().authors.back().extra;
    case Object::kSpeaker:
      return &speaker().extra;
    case Object::kQuote:
      return &quote().more.Own().extra;
    case Object::kSelector:
      return &quote().selector.Own().extra;
    case Object::kMention:
      return &quote().mention.Own().extra;
    case Object::kCue:
      return &quote().cue.Own().extra;
    case Object::kSaid:
    case Object::kAbout:
    case Object::kWhen:
      return &TimeTarget(object)->words.Own().extra;
    case Object::kEvent:
      return &event().extra;
    case Object::kMedia:
      return &event().media.extra;
  }
  return nullptr;
}

SharedText* Reader::SharedTarget(Object object, Field field) {
  if (field != Field::kText) return nullptr;
  if (object == Object::kArticle) return &article().text;
  return object == Object::kQuote ? &quote().text : nullptr;
}

std::string* Reader::TextTarget(Object object, Field field) {
  Story& story = draft_.story;
  switch (object) {
    case Object::kRoot:
      return field == Field::kTitle ? &story.title : &story.language;
    case Object::kArticle:
      switch (field) {
        case Field::kId:
          return &article().id;
        case Field::kUrl:
          return &article().url;
        case Field::kHeadline:
          return &article().headline;
        case Field::kLanguage:
          return &article().language;
        default:
          return &article().dateline;
      }
    case Object::kPublisher:
      return field == Field::kUrl ? &article().publisher.url : &article().publisher.name;
    case Object::kAuthor:
      return &article().authors.back().name;
    case Object::kSpeaker:
      switch (field) {
        case Field::kId:
          return &speaker().id;
        case Field::kRole:
          return &speaker().role;
        case Field::kAffiliation:
          return &speaker().affiliation;
        case Field::kImage:
          return &speaker().image;
        default:
          return &speaker().name;
      }
    case Object::kQuote:
      switch (field) {
        case Field::kId:
          return &quote().id;
        case Field::kLanguage:
          return &quote().more.Own().language;
        case Field::kPrompt:
          return &quote().more.Own().prompt;
        case Field::kUrl:
          return &quote().more.Own().url;
        case Field::kNote:
          return &quote().more.Own().note;
        default:
          return &quote().place;
      }
    case Object::kSelector:
      if (field == Field::kExact) return &quote().selector.Own().exact;
      return field == Field::kPrefix ? &quote().selector.Own().prefix
                                     : &quote().selector.Own().suffix;
    case Object::kMention:
      return &quote().mention.Own().text;
    case Object::kCue:
      return &quote().cue.Own().text;
    case Object::kSaid:
    case Object::kAbout:
    case Object::kWhen:
      return &TimeTarget(object)->words.Own().text;
    case Object::kEvent:
      switch (field) {
        case Field::kId:
          return &event().id;
        case Field::kDescription:
          return &event().description;
        case Field::kPlace:
          return &event().place;
        case Field::kUrl:
          return &event().url;
        default:
          return &event().title;
      }
    case Object::kMedia:
      switch (field) {
        case Field::kUrl:
          return &event().media.url;
        case Field::kAlt:
          return &event().media.alt;
        case Field::kCaption:
          return &event().media.caption;
        default:
          return &event().media.credit;
      }
  }
  return &story.title;
}

}  // namespace saywhen::story_json
