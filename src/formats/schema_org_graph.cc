#include "formats/schema_org_graph.h"

#include <algorithm>

#include "formats/reporter.h"

namespace saywhen::schema_org {
namespace {

// "https://schema.org/Quotation", "schema:Quotation" and "Quotation" are one.
std::string_view BareName(std::string_view name) {
  for (const std::string_view prefix : {"https://schema.org/", "http://schema.org/", "schema:"}) {
    if (name.starts_with(prefix)) return name.substr(prefix.size());
  }
  return name;
}

Type TypeNamed(std::string_view name) {
  name = BareName(name);
  if (name == "LiveBlogPosting") return Type::kLiveBlog;
  if (name == "Quotation") return Type::kQuotation;
  if (name == "Claim") return Type::kClaim;
  if (name == "ClaimReview") return Type::kReview;
  if (name.ends_with("Article") || name.ends_with("Posting") || name == "Report") {
    return Type::kArticle;
  }
  if (name.ends_with("Event")) return Type::kEvent;
  if (name.ends_with("Page")) return Type::kPage;
  return Type::kOther;
}

template <typename Visit>
void ForEachTypeName(JsonValue node, Visit visit) {
  const JsonValue type = node["@type"];
  if (!type.is(JsonKind::kArray)) return visit(type.text());
  for (const JsonValue each : type) visit(each.text());
}

bool IsSame(JsonValue a, JsonValue b) {
  if (!a || !b || a.kind() != b.kind()) return false;
  if (!a.is(JsonKind::kArray) && !a.is(JsonKind::kObject)) {
    return a.text() == b.text() && a.number() == b.number() && a.boolean() == b.boolean();
  }
  if (a.size() != b.size()) return false;
  auto other = b.begin();
  for (const JsonValue each : a) {
    if (each.name() != (*other).name() || !IsSame(each, *other)) return false;
    ++other;
  }
  return true;
}

// How much a node says.
size_t Said(JsonValue node) { return node.size() - (node["@context"] ? 1 : 0); }

// True when all that `part` says is in `whole` too.
bool Tells(JsonValue whole, JsonValue part) {
  for (const JsonValue member : part) {
    if (member.name() != "@context" && !IsSame(member, whole[member.name()])) return false;
  }
  return true;
}

}  // namespace

Type TypeOf(JsonValue node) {
  Type found = Type::kOther;
  ForEachTypeName(node, [&](std::string_view name) {
    if (found == Type::kOther) found = TypeNamed(name);
  });
  return found;
}

SpeakerKind KindOf(JsonValue node) {
  SpeakerKind kind = SpeakerKind::kPerson;
  ForEachTypeName(node, [&](std::string_view name) {
    name = BareName(name);
    if (name == "PerformingGroup" || name.ends_with("Team") || name.ends_with("Group")) {
      kind = SpeakerKind::kGroup;
    } else if (name.find("Organization") != std::string_view::npos || name == "Corporation" ||
               name == "NGO" || name.ends_with("Agency")) {
      kind = SpeakerKind::kOrganisation;
    } else if (name == "CreativeWork" || TypeNamed(name) == Type::kArticle) {
      kind = SpeakerKind::kDocument;
    }
  });
  return kind;
}

std::string ShownType(JsonValue node) {
  std::string type;
  ForEachTypeName(node, [&](std::string_view name) {
    if (!name.empty()) type = Shown(BareName(name));
  });
  return type;
}

Graph::Graph(std::span<const JsonValue> roots) : roots_(roots) {
  for (const JsonValue root : roots_) Register(root);
}

std::string Graph::Id(JsonValue id) const {
  std::string text(id.text());
  if (!text.starts_with("_:")) return text;
  const auto later = std::find_if(roots_.begin(), roots_.end(),
                                  [&](JsonValue root) { return root.byte() > id.byte(); });
  return text + " " + Decimal(static_cast<uint64_t>(later - roots_.begin()));
}

void Graph::Register(JsonValue value) {
  if (value.is(JsonKind::kObject) && value.size() > 1) {
    const JsonValue id = value["@id"];
    if (!id.text().empty()) {
      JsonValue& known = nodes_.try_emplace(Id(id), value).first->second;
      if (Said(known) < Said(value)) known = value;
    }
  }
  if (value.is(JsonKind::kObject) || value.is(JsonKind::kArray)) {
    for (const JsonValue each : value) Register(each);
  }
}

JsonValue Graph::Resolve(JsonValue value) const {
  const JsonValue id = value["@id"];
  if (!value.is(JsonKind::kObject) || id.text().empty()) return value;
  const auto found = nodes_.find(Id(id));
  if (found == nodes_.end()) return value;
  const JsonValue known = found->second;
  // A page and its article are often given one name.
  const bool same = !value["@type"] || ShownType(value) == ShownType(known);
  return same && Tells(known, value) ? known : value;
}

}  // namespace saywhen::schema_org
