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
  // Which of the scripts is read: blank nodes are of one.
  void SetScript(size_t script) { script_ = script; }
  // What a reference refers to; everything else is itself.
  JsonValue Resolve(JsonValue value) const;
  // True the first time: nodes refer to each other in circles.
  bool Visit(JsonValue node) { return visited_.insert(node.byte()).second; }
  bool IsVisited(JsonValue node) const { return visited_.contains(node.byte()); }

 private:
  std::string Id(std::string_view id) const;
  void Register(JsonValue value);

  std::span<const JsonValue> roots_;
  size_t script_ = 0;
  std::unordered_map<std::string, JsonValue> nodes_;
  std::unordered_set<size_t> visited_;
};

}  // namespace saywhen::schema_org
