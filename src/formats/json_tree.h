// JSON of a format that is not ours, as a tree to walk: importers ask it for what they know and
// leave the rest. No question fails: what is not there, or of another kind, is empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/json_scan.h"
#include "formats/reporter.h"

namespace saywhen {

class JsonTree;

// A value of a tree, which must outlive it; or none.
class JsonValue {
 public:
  class Iterator;

  JsonValue() = default;

  explicit operator bool() const { return tree_ != nullptr; }
  // Only of a value that is there.
  JsonKind kind() const;
  bool is(JsonKind wanted) const { return tree_ != nullptr && kind() == wanted; }

  std::string_view text() const;  // of a string; of a number as it is written
  double number() const;          // else 0
  bool boolean() const;           // else false
  // The items of an array, or the members of an object.
  size_t size() const;
  Iterator begin() const;
  Iterator end() const;
  // The member of that name; of several the first.
  JsonValue operator[](std::string_view name) const;

  // Of a member of an object.
  std::string_view name() const;
  // Where it stands in JsonTree's text, and its JSON pointer (RFC 6901).
  size_t byte() const;
  std::string pointer() const;

 private:
  friend class JsonTree;
  friend class JsonTreeBuilder;
  JsonValue(const JsonTree* tree, uint32_t node) : tree_(tree), node_(node) {}

  const JsonTree* tree_ = nullptr;
  uint32_t node_ = 0;
};

// What is past one of these is left out and reported; the rest is still read.
struct JsonLimits {
  uint32_t depth = 64;
  size_t string_bytes = size_t{1} << 20;  // one string, decoded
  uint32_t values = 4'000'000;            // all of them; what follows is lost
};

class JsonTree {
 public:
  // `json`: below 4 GiB of valid UTF-8 (JsonInput), which begins at the byte `first` of the
  // reporter's input. A syntax error is reported, and what stood before it is kept; a name that an
  // object has twice is reported, the first counts; so is what is past a limit, in whose place
  // stands null. Errors: "bad-json" where nothing stood before.
  static Result<JsonTree> Parse(std::string_view json, Reporter* reporter,
                                const JsonLimits& limits = {}, size_t first = 0);

  // One JSON text a line, as the items of an array; lines that are none are reported and left out.
  static Result<JsonTree> ParseLines(std::string_view lines, Reporter* reporter,
                                     const JsonLimits& limits = {});

  JsonValue root() const { return {this, 0}; }

 private:
  friend class JsonValue;
  friend class JsonTreeBuilder;

  // In the order of the text: an object's members, an array's items follow it, each with all that
  // is in it.
  struct Node {
    JsonKind kind = JsonKind::kNull;
    uint32_t parent = 0;
    uint32_t past = 0;   // the first node that is not in it
    uint32_t count = 0;  // of its items or members
    uint32_t byte = 0;
    uint32_t name_begin = 0;  // in texts_
    uint32_t name_end = 0;
    uint32_t text_begin = 0;  // likewise
    uint32_t text_end = 0;
    double number = 0;  // and 1 for true
  };

  std::string_view Text(uint32_t begin, uint32_t end) const {
    return std::string_view(texts_).substr(begin, end - begin);
  }

  std::vector<Node> nodes_;
  std::string texts_;
};

class JsonValue::Iterator {
 public:
  JsonValue operator*() const { return {tree_, node_}; }
  Iterator& operator++();
  friend bool operator==(const Iterator& a, const Iterator& b) { return a.node_ == b.node_; }

 private:
  friend class JsonValue;
  Iterator(const JsonTree* tree, uint32_t node) : tree_(tree), node_(node) {}

  const JsonTree* tree_;
  uint32_t node_;
};

}  // namespace saywhen
