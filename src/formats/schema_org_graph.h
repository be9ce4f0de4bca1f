// The nodes of JSON-LD: what they are, and which of them a reference means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "formats/json_tree.h"
#include "model/story.h"

namespace saywhen::schema_org {

enum class Type : uint8_t {
  kOther,
  kArticle,
  kLiveBlog,
  kQuotation,
  kClaim,
  kReview,
  kEvent,
  kPage
};

Type TypeOf(JsonValue node);
SpeakerKind KindOf(JsonValue node);
// The last of its types by name, in quotation marks; empty when it has none.
std::string ShownType(JsonValue node);

class Graph {
 public:
  // The scripts of one page; their bytes are places in one file.
  explicit Graph(std::span<const JsonValue> roots);

  std::span<const JsonValue> roots() const { return roots_; }
  // The node that says most of what a reference refers to, or a node tells in part; everything else
  // is itself.
  JsonValue Resolve(JsonValue value) const;
  // True the first time: nodes refer to each other in circles.
  bool Visit(JsonValue node) { return visited_.insert(node.byte()).second; }
  // The same, of a node of which only the name is wanted.
  bool Name(JsonValue node) { return named_.insert(node.byte()).second; }
  bool IsVisited(JsonValue node) const { return visited_.contains(node.byte()); }

 private:
  // Blank nodes are of one script.
  std::string Id(JsonValue id) const;
  void Register(JsonValue value);

  std::span<const JsonValue> roots_;
  std::unordered_map<std::string, JsonValue> nodes_;
  std::unordered_set<size_t> visited_;
  std::unordered_set<size_t> named_;
};

}  // namespace saywhen::schema_org
