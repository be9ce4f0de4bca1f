// Who spoke: nodes of people, organisations and documents as the story's speakers.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/schema_org_fields.h"
#include "formats/schema_org_graph.h"
#include "formats/story_import.h"

namespace saywhen::schema_org {

class Speakers {
 public:
  Speakers(Graph* graph, Fields* fields, StoryImport* import)
      : graph_(*graph), fields_(*fields), import_(*import) {}

  // Those of a field, each once.
  void Add(Members* members, std::string_view name, std::vector<Index>* speakers);
  void AddNode(JsonValue node, std::vector<Index>* speakers);

 private:
  // kNone of what has no name.
  Index Read(JsonValue node);

  Graph& graph_;
  Fields& fields_;
  StoryImport& import_;
  std::unordered_map<size_t, Index> speakers_;  // by the byte of their node
};

}  // namespace saywhen::schema_org
