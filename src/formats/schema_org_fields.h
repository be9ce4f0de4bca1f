// What schema.org lets stand in several forms, each as one: a text alone, with its language, in a
// list, or the name of a node.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/schema_org_graph.h"
#include "formats/story_import.h"

namespace saywhen::schema_org {

class Fields {
 public:
  Fields(Graph* graph, StoryImport* import) : graph_(*graph), import_(*import) {}

  // The items of a list, or the one thing, references resolved.
  std::vector<JsonValue> Nodes(Members* members, std::string_view name);
  // Of several nodes that one of which a story has a place for; the others are dropped as
  // `another`.
  JsonValue First(Members* members, std::string_view name, std::string_view another);
  // The name, or what stands instead of one, of a string or a node, or of the first of several.
  // `kind`: what it is, for messages: "place". `used`: what else the caller asks of the node.
  std::string NameOf(JsonValue value, std::string_view kind, std::string_view used = {});
  // Text, also {"@value": …, "@language": …}, or the first of several.
  std::string Text(Members* members, std::string_view name);
  // The same of what may be HTML.
  std::string PlainText(Members* members, std::string_view name);
  HtmlText Body(Members* members);
  std::string Address(Members* members);
  // Of a string, or a node by its `url` or @id; empty, and reported, when it is none.
  std::string AddressOf(JsonValue value, std::string_view kind);
  std::string Language(Members* members);
  // A list, or one text with commas.
  void Keywords(Members* members, std::vector<std::string>* tags);

  // Drops what nodes said besides their names. At the end: a node may still be read as a whole.
  void DropRest();

 private:
  struct Named {
    JsonValue node;
    std::string kind;
    std::string_view used;
  };

  std::string AddressOfPage(JsonValue value);

  Graph& graph_;
  StoryImport& import_;
  std::vector<Named> named_;
};

}  // namespace saywhen::schema_org
