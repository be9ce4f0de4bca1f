#include "formats/schema_org_graph.h"

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
  for (script_ = 0; script_ < roots_.size(); ++script_) Register(roots_[script_]);
}

std::string Graph::Id(std::string_view id) const {
  return id.starts_with("_:") ? std::string(id) + " " + Decimal(script_) : std::string(id);
}

// Remembers nodes by their @id: of several that one that says most.
void Graph::Register(JsonValue value) {
  if (value.is(JsonKind::kObject) && value.size() > 1) {
    const std::string_view id = value["@id"].text();
    if (!id.empty()) {
      JsonValue& known = nodes_.try_emplace(Id(id), value).first->second;
      if (known.size() < value.size()) known = value;
    }
  }
  if (value.is(JsonKind::kObject) || value.is(JsonKind::kArray)) {
    for (const JsonValue each : value) Register(each);
  }
}

JsonValue Graph::Resolve(JsonValue value) const {
  const JsonValue id = value["@id"];
  const bool reference = value.is(JsonKind::kObject) && id && value.size() == 1;
  const std::string_view text = reference ? id.text() : std::string_view();
  if (text.empty()) return value;
  const auto known = nodes_.find(Id(text));
  return known == nodes_.end() ? value : known->second;
}

}  // namespace saywhen::schema_org
