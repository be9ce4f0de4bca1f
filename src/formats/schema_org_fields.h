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
  // The name, or what stands instead of one, of a string or a node.
  std::string NameOf(JsonValue value);
  // Text, also {"@value": …, "@language": …}, or the first of several.
  std::string Text(Members* members, std::string_view name);
  std::string Body(Members* members);
  std::string Address(Members* members);
  std::string Language(Members* members);
  // A list, or one text with commas.
  void Keywords(Members* members, std::vector<std::string>* tags);

 private:
  Graph& graph_;
  StoryImport& import_;
};

}  // namespace saywhen::schema_org
