#include "formats/schema_org_fields.h"

#include <algorithm>

#include "formats/http_url.h"

namespace saywhen::schema_org {

std::vector<JsonValue> Fields::Nodes(Members* members, std::string_view name) {
  std::vector<JsonValue> nodes = members->List(name);
  for (JsonValue& node : nodes) node = graph_.Resolve(node);
  return nodes;
}

// The name, or what stands instead of one, of a string or a node.
std::string Fields::NameOf(JsonValue value) {
  value = graph_.Resolve(value);
  if (value.is(JsonKind::kArray)) {
    for (const JsonValue each : value) {
      if (std::string name = NameOf(each); !name.empty()) return name;
    }
    return {};
  }
  if (!value.is(JsonKind::kObject)) return ScalarText(value).value_or("");
  if (TypeOf(value) == Type::kOther) graph_.Visit(value);
  for (const std::string_view key : {"name", "@value", "alternateName", "url", "@id"}) {
    const JsonValue member = value[key];
    if (member.is(JsonKind::kString)) return std::string(member.text());
    if (member.is(JsonKind::kObject) && member["@value"]) {
      return std::string(member["@value"].text());
    }
  }
  return {};
}

// Text, also {"@value": …, "@language": …}, or the first of several.
std::string Fields::Text(Members* members, std::string_view name) {
  const JsonValue value = (*members)[name];
  if (value.is(JsonKind::kObject) || value.is(JsonKind::kArray)) return NameOf(value);
  return members->Text(name);
}

std::string Fields::Body(Members* members) {
  for (const std::string_view name : {"articleBody", "text"}) {
    const std::string text = Text(members, name);
    if (!text.empty()) return text;
  }
  return {};
}

std::string Fields::Address(Members* members) {
  for (const std::string_view name : {"url", "mainEntityOfPage", "@id"}) {
    const JsonValue value = (*members)[name];
    for (const std::string_view url : {value.text(), value["@id"].text(), value["url"].text()}) {
      if (IsHttpUrl(url)) return std::string(url);
    }
  }
  return {};
}

std::string Fields::Language(Members* members) {
  const JsonValue value = (*members)["inLanguage"];
  if (!value.is(JsonKind::kObject)) return Text(members, "inLanguage");
  const std::string_view code = value["alternateName"].text();
  return std::string(code.empty() ? value["name"].text() : code);
}

// A list, or one text with commas.
void Fields::Keywords(Members* members, std::vector<std::string>* tags) {
  const bool list = (*members)["keywords"].is(JsonKind::kArray);
  for (const JsonValue word : members->List("keywords")) {
    const std::string text = NameOf(word);
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = list ? text.size() : std::min(text.find(',', begin), text.size());
      const std::string_view tag = Trimmed(std::string_view(text).substr(begin, end - begin));
      if (!tag.empty()) tags->emplace_back(tag);
      begin = end + 1;
    }
  }
}

}  // namespace saywhen::schema_org
