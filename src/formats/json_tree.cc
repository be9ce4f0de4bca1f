#include "formats/json_tree.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace saywhen {
namespace {

void AppendPointerName(std::string* pointer, std::string_view name) {
  for (const char c : name) {
    if (c == '~') {
      pointer->append("~0");
    } else if (c == '/') {
      pointer->append("~1");
    } else {
      pointer->push_back(c);
    }
  }
}

}  // namespace

class JsonTreeBuilder final : public JsonEvents {
 public:
  JsonTreeBuilder(JsonTree* tree, Reporter* reporter, const JsonLimits& limits)
      : tree_(*tree), reporter_(*reporter), limits_(limits) {}

  bool Null() override { return Add(JsonKind::kNull), true; }
  bool Boolean(bool value) override {
    Add(JsonKind::kBoolean).number = value ? 1 : 0;
    return true;
  }
  bool Number(double value, bool /*whole*/) override {
    Add(JsonKind::kNumber).number = value;
    return true;
  }
  bool String(std::string& value) override {
    if (IsTooLong(value)) return false;
    const auto [begin, end] = Keep(value);
    JsonTree::Node& node = Add(JsonKind::kString);
    node.text_begin = begin;
    node.text_end = end;
    return true;
  }
  bool StartObject() override { return Open(JsonKind::kObject); }
  bool StartArray() override { return Open(JsonKind::kArray); }

  bool Key(std::string& name) override {
    if (IsTooLong(name)) return false;
    name_ = Keep(name);
    return true;
  }

  bool End() override {
    Close();
    return true;
  }

  void SyntaxError(std::string message) override {
    failure_.code = "bad-json";
    failure_.message = std::move(message);
    broken_ = true;
  }

  // What stopped the reading, if anything did. What is open is closed.
  Result<JsonTree> Finish() {
    const std::string pointer =
        tree_.nodes_.empty() ? "" : JsonValue(&tree_, Innermost()).pointer();
    const size_t at = token_begin;
    while (!open_.empty()) Close();
    if (failure_.code.empty()) return std::move(tree_);
    if (broken_ && tree_.nodes_.size() > 1) {
      reporter_.Report(Severity::kError, failure_.code,
                       failure_.message + "; the rest of the file is lost", pointer, at);
      return std::move(tree_);
    }
    const TextPosition position = reporter_.At(at);
    return Error{failure_.code, failure_.message, pointer, position.line, position.column};
  }

 private:
  uint32_t Innermost() const { return open_.empty() ? 0 : open_.back(); }

  bool Refuse(std::string_view code, std::string message) {
    failure_.code = code;
    failure_.message = std::move(message);
    return false;
  }

  bool IsTooLong(const std::string& text) {
    if (text.size() <= limits_.string_bytes) return false;
    Refuse("limit-string",
           "a string is longer than the limit of " + Decimal(limits_.string_bytes) + " bytes");
    return true;
  }

  std::pair<uint32_t, uint32_t> Keep(std::string_view text) {
    const auto begin = static_cast<uint32_t>(tree_.texts_.size());
    tree_.texts_.append(text);
    return {begin, static_cast<uint32_t>(tree_.texts_.size())};
  }

  JsonTree::Node& Add(JsonKind kind) {
    JsonTree::Node node;
    node.kind = kind;
    node.parent = Innermost();
    node.byte = static_cast<uint32_t>(token_begin);
    std::tie(node.name_begin, node.name_end) = std::exchange(name_, {});
    if (!open_.empty()) ++tree_.nodes_[node.parent].count;
    tree_.nodes_.push_back(node);
    tree_.nodes_.back().past = static_cast<uint32_t>(tree_.nodes_.size());
    return tree_.nodes_.back();
  }

  bool Open(JsonKind kind) {
    if (open_.size() >= limits_.depth) {
      return Refuse("limit-depth", "arrays and objects are nested deeper than the limit of " +
                                       Decimal(limits_.depth));
    }
    Add(kind);
    open_.push_back(static_cast<uint32_t>(tree_.nodes_.size() - 1));
    return true;
  }

  void Close() {
    const uint32_t node = open_.back();
    open_.pop_back();
    tree_.nodes_[node].past = static_cast<uint32_t>(tree_.nodes_.size());
    if (tree_.nodes_[node].kind == JsonKind::kObject) ReportRepeatedNames(node);
  }

  void ReportRepeatedNames(uint32_t object) {
    std::vector<std::pair<std::string_view, uint32_t>> members;
    for (const JsonValue member : JsonValue(&tree_, object)) {
      members.emplace_back(member.name(), member.node_);
    }
    std::sort(members.begin(), members.end());
    for (size_t i = 1; i < members.size(); ++i) {
      if (members[i].first != members[i - 1].first) continue;
      const JsonValue repeated(&tree_, members[i].second);
      reporter_.Report(Severity::kError, "duplicate-key",
                       "this field was given before; the first one counts", repeated.pointer(),
                       repeated.byte());
    }
  }

  JsonTree& tree_;
  Reporter& reporter_;
  JsonLimits limits_;
  std::vector<uint32_t> open_;
  std::pair<uint32_t, uint32_t> name_;
  Error failure_;
  bool broken_ = false;  // the text is no JSON, but what stood before may be used
};

Result<JsonTree> JsonTree::Parse(std::string_view json, Reporter* reporter,
                                 const JsonLimits& limits) {
  JsonTree tree;
  JsonTreeBuilder builder(&tree, reporter, limits);
  ScanJson(json, &builder);
  return builder.Finish();
}

JsonKind JsonValue::kind() const { return tree_->nodes_[node_].kind; }

std::string_view JsonValue::text() const {
  if (!is(JsonKind::kString)) return {};
  return tree_->Text(tree_->nodes_[node_].text_begin, tree_->nodes_[node_].text_end);
}

double JsonValue::number() const { return is(JsonKind::kNumber) ? tree_->nodes_[node_].number : 0; }

bool JsonValue::boolean() const {
  return is(JsonKind::kBoolean) && tree_->nodes_[node_].number != 0;
}

size_t JsonValue::size() const { return tree_ == nullptr ? 0 : tree_->nodes_[node_].count; }

JsonValue::Iterator JsonValue::begin() const { return {tree_, tree_ == nullptr ? 0 : node_ + 1}; }

JsonValue::Iterator JsonValue::end() const {
  return {tree_, tree_ == nullptr ? 0 : tree_->nodes_[node_].past};
}

JsonValue::Iterator& JsonValue::Iterator::operator++() {
  node_ = tree_->nodes_[node_].past;
  return *this;
}

JsonValue JsonValue::operator[](std::string_view name) const {
  if (!is(JsonKind::kObject)) return {};
  for (const JsonValue member : *this) {
    if (member.name() == name) return member;
  }
  return {};
}

std::string_view JsonValue::name() const {
  if (tree_ == nullptr) return {};
  return tree_->Text(tree_->nodes_[node_].name_begin, tree_->nodes_[node_].name_end);
}

size_t JsonValue::byte() const { return tree_ == nullptr ? 0 : tree_->nodes_[node_].byte; }

std::string JsonValue::pointer() const {
  if (tree_ == nullptr || node_ == 0) return {};
  const JsonValue parent(tree_, tree_->nodes_[node_].parent);
  std::string pointer = parent.pointer() + "/";
  if (parent.is(JsonKind::kObject)) {
    AppendPointerName(&pointer, name());
    return pointer;
  }
  uint64_t place = 0;
  for (const JsonValue item : parent) {
    if (item.node_ == node_) break;
    ++place;
  }
  return pointer + Decimal(place);
}

}  // namespace saywhen
