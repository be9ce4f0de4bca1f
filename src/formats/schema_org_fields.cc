#include "formats/schema_org_fields.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "formats/http_url.h"

namespace saywhen::schema_org {
namespace {

// What names a node, the best first.
constexpr std::string_view kNames[] = {"name", "@value", "alternateName", "url", "@id"};

}  // namespace

std::vector<JsonValue> Fields::Nodes(Members* members, std::string_view name) {
  std::vector<JsonValue> nodes = members->List(name);
  for (JsonValue& node : nodes) node = graph_.Resolve(node);
  return nodes;
}

JsonValue Fields::First(Members* members, std::string_view name, std::string_view another) {
  const std::vector<JsonValue> nodes = Nodes(members, name);
  for (size_t i = 1; i < nodes.size(); ++i) {
    import_.Drop("another " + std::string(another), nodes[i]);
  }
  return nodes.empty() ? JsonValue() : nodes.front();
}

std::string Fields::NameOf(JsonValue value, std::string_view kind, std::string_view used) {
  value = graph_.Resolve(value);
  if (!value || value.is(JsonKind::kNull)) return {};
  if (value.is(JsonKind::kArray)) {
    std::string name;
    for (const JsonValue each : value) {
      if (name.empty()) {
        name = NameOf(each, kind, used);
      } else {
        import_.Drop("another " + std::string(kind), each);
      }
    }
    return name;
  }
  if (!value.is(JsonKind::kObject)) {
    const std::optional<std::string> text = ScalarText(value);
    if (!text) import_.ReportKind("a text", value);
    return text.value_or("");
  }
  const bool first = graph_.Name(value);
  std::string name;
  for (const std::string_view key : kNames) {
    if (!name.empty()) break;
    const JsonValue member = value[key];
    const JsonValue text = member.is(JsonKind::kObject) ? member["@value"] : member;
    name = ScalarText(text).value_or("");
    // A name within the file is none for a reader.
    if (key == "@id" && (name.starts_with("_:") || name.starts_with('#'))) name.clear();
    if (first && name.empty() && key != "@id" && !IsBlank(member))
      import_.ReportKind("a text", member);
  }
  if (name.empty() && first) {
    import_.Drop("a " + std::string(kind) + " without a name", value);
    graph_.Visit(value);
  } else if (first && TypeOf(value) == Type::kOther) {
    named_.push_back({value, std::string(kind), used});
  }
  return name;
}

void Fields::DropRest() {
  for (const Named& named : named_) {
    if (!graph_.Visit(named.node)) continue;
    Members members(&import_, named.node, named.kind);
    members.Leave({"@context", "@type", "@id", "@language", named.used});
    for (const std::string_view key : kNames) {
      if (!IsBlank(members[key])) break;
    }
  }
}

std::string Fields::Text(Members* members, std::string_view name) {
  const JsonValue value = (*members)[name];
  if (!value.is(JsonKind::kObject) && !value.is(JsonKind::kArray)) return members->Text(name);
  return NameOf(value, Shown(name));
}

std::string Fields::PlainText(Members* members, std::string_view name) {
  return import_.PlainText(Text(members, name), {members->value()[name]});
}

HtmlText Fields::Body(Members* members) {
  for (const std::string_view name : {"articleBody", "text"}) {
    const std::string text = Text(members, name);
    if (!text.empty()) return import_.Html(text, {members->value()[name]});
  }
  return {};
}

std::string Fields::AddressOf(JsonValue value, std::string_view kind) {
  std::string_view address = value.text();
  if (value.is(JsonKind::kObject)) {
    Members members(&import_, value, kind);
    members.Leave({"@type"});
    for (const std::string_view key : {"url", "contentUrl", "@id"}) {
      if (!IsHttpUrl(address)) address = members[key].text();
    }
    graph_.Visit(value);
  }
  if (IsHttpUrl(address)) return std::string(address);
  if (!IsBlank(value)) import_.ReportAddress(value);
  return {};
}

std::string Fields::Address(Members* members) {
  for (const JsonValue each : members->List("url")) {
    std::string url = AddressOf(each, "address");
    if (!url.empty()) return url;
  }
  for (const JsonValue each : members->List("mainEntityOfPage")) {
    std::string url = AddressOfPage(each);
    if (!url.empty()) return url;
  }
  const std::string_view id = (*members)["@id"].text();
  return std::string(IsHttpUrl(id) ? id : "");
}

std::string Fields::AddressOfPage(JsonValue value) {
  const JsonValue page = graph_.Resolve(value);
  for (const JsonValue address : {value, value["@id"], value["url"], page["url"]}) {
    if (IsHttpUrl(address.text())) return std::string(address.text());
  }
  const bool told = value.is(JsonKind::kObject) && value["@id"];
  if (!told && !IsBlank(value)) import_.Drop("a page that is no address", value);
  return {};
}

std::string Fields::Language(Members* members) {
  const JsonValue value = (*members)["inLanguage"];
  if (!value.is(JsonKind::kObject) || !value["alternateName"]) return Text(members, "inLanguage");
  Members language(&import_, value, "language");
  language.Leave({"@type", "@id", "name"});
  return Text(&language, "alternateName");
}

// A list, or one text with commas.
void Fields::Keywords(Members* members, std::vector<std::string>* tags) {
  const bool list = (*members)["keywords"].is(JsonKind::kArray);
  for (const JsonValue word : members->List("keywords")) {
    const std::string text = NameOf(word, "keyword");
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = list ? text.size() : std::min(text.find(',', begin), text.size());
      const std::string_view tag = Trimmed(std::string_view(text).substr(begin, end - begin));
      if (!tag.empty()) tags->emplace_back(tag);
      begin = end + 1;
    }
  }
}

}  // namespace saywhen::schema_org
