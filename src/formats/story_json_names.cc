#include "formats/story_json_names.h"

namespace saywhen {

std::string_view NameOf(Basis basis) {
  switch (basis) {
    case Basis::kStated:
      return "stated";
    case Basis::kInferred:
      return "inferred";
    case Basis::kPublished:
      return "published";
  }
  return "";
}

std::string_view NameOf(QuoteType type) {
  switch (type) {
    case QuoteType::kDirect:
      return "direct";
    case QuoteType::kIndirect:
      return "indirect";
    case QuoteType::kMixed:
      return "mixed";
  }
  return "";
}

std::string_view NameOf(SpeakerKind kind) {
  switch (kind) {
    case SpeakerKind::kPerson:
      return "person";
    case SpeakerKind::kOrganisation:
      return "organisation";
    case SpeakerKind::kGroup:
      return "group";
    case SpeakerKind::kDocument:
      return "document";
  }
  return "";
}

}  // namespace saywhen
