#include "formats/schema_org_speakers.h"

#include <algorithm>
#include <utility>

#include "formats/http_url.h"

namespace saywhen::schema_org {

void Speakers::Add(Members* members, std::string_view name, std::vector<Index>* speakers) {
  for (const JsonValue node : fields_.Nodes(members, name)) AddNode(node, speakers);
}

void Speakers::AddNode(JsonValue node, std::vector<Index>* speakers) {
  const Index speaker = Read(node);
  const bool known = std::find(speakers->begin(), speakers->end(), speaker) != speakers->end();
  if (speaker != kNone && !known) speakers->push_back(speaker);
}

Index Speakers::Read(JsonValue node) {
  node = graph_.Resolve(node);
  if (node.is(JsonKind::kString)) return import_.SpeakerNamed(node.text());
  if (!node.is(JsonKind::kObject)) {
    import_.ReportKind("a name or a node", node);
    return kNone;
  }
  const auto known = speakers_.find(node.byte());
  if (known != speakers_.end()) return known->second;
  graph_.Visit(node);
  Members members(&import_, node, "person");
  members.Leave({"@type", "@context"});
  Speaker speaker;
  speaker.id = fields_.Text(&members, "identifier");
  speaker.name = fields_.Text(&members, "name");
  if (speaker.name.empty()) {
    const std::string given = fields_.Text(&members, "givenName");
    const std::string family = fields_.Text(&members, "familyName");
    speaker.name = given.empty() || family.empty() ? given + family : given + " " + family;
  }
  speaker.kind = KindOf(node);
  for (const JsonValue alias : members.List("alternateName")) {
    if (std::string name = fields_.NameOf(alias, "name"); !name.empty())
      speaker.aliases.push_back(name);
  }
  speaker.role = fields_.NameOf(members["jobTitle"], "role");
  for (const std::string_view name : {"affiliation", "worksFor", "memberOf"}) {
    if (speaker.affiliation.empty())
      speaker.affiliation = fields_.NameOf(members[name], "organisation");
  }
  for (const std::string_view name : {"sameAs", "url"}) {
    for (const JsonValue address : members.List(name)) {
      std::string url = fields_.AddressOf(address, "address");
      if (!url.empty()) speaker.same_as.push_back(std::move(url));
    }
  }
  if (const JsonValue id = members["@id"]; IsHttpUrl(id.text())) {
    speaker.same_as.emplace_back(id.text());
  }
  if (const JsonValue image = fields_.First(&members, "image", "image of a person")) {
    speaker.image = fields_.AddressOf(image, "image");
  }
  if (speaker.name.empty()) {
    import_.Report(Severity::kError, "missing-field", "a speaker has a name; this one is left out",
                   node);
    return speakers_[node.byte()] = kNone;
  }
  const auto index = static_cast<Index>(import_.story().speakers.size());
  import_.story().speakers.push_back(std::move(speaker));
  return speakers_[node.byte()] = index;
}

}  // namespace saywhen::schema_org
