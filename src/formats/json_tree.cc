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

  bool Null() override { return Scalar(JsonKind::kNull, 0); }
  bool Boolean(bool value) override { return Scalar(JsonKind::kBoolean, value ? 1 : 0); }
  bool Number(double value, bool /*whole*/) override {
    if (!Scalar(JsonKind::kNumber, value)) return false;
    if (skipped_ > 0) return true;
    // As it is written: a program that asks for text wants no rounding.
    JsonTree::Node& node = tree_.nodes_.back();
    std::tie(node.text_begin, node.text_end) =
        Keep(scanned_.substr(token_begin, token_end - token_begin));
    return true;
  }
  bool String(std::string_view value) override {
    if (skipped_ > 0) return true;
    if (IsTooLong(value)) return Scalar(JsonKind::kNull, 0);
    const auto [begin, end] = Keep(value);
    if (!Scalar(JsonKind::kString, 0)) return false;
    tree_.nodes_.back().text_begin = begin;
    tree_.nodes_.back().text_end = end;
    return true;
  }
  bool StartObject() override { return Open(JsonKind::kObject); }
  bool StartArray() override { return Open(JsonKind::kArray); }

  bool Key(std::string_view name) override {
    if (skipped_ > 0) return true;
    name_ = IsTooLong(name) ? std::pair<uint32_t, uint32_t>() : Keep(name);
    return true;
  }

  bool End() override {
    if (skipped_ > 0) {
      --skipped_;
    } else {
      Close();
    }
    return true;
  }

  void SyntaxError(std::string message) override { Stop("bad-json", std::move(message)); }

  // `text`, which is scanned next, begins at the byte `first` of the reporter's input.
  void Begin(std::string_view text, size_t first) {
    scanned_ = text;
    first_ = first;
    token_begin = token_end = 0;
  }

  // What stopped the reading, if anything did. What is open is closed.
  Result<JsonTree> Finish() {
    const std::string pointer = PointerOfInnermost();
    while (!open_.empty()) Close();
    if (failure_.code.empty()) return std::move(tree_);
    if (tree_.nodes_.size() > 1) {
      ReportLost(pointer, "the rest of the file is lost");
      return std::move(tree_);
    }
    const TextPosition position = reporter_.At(failed_at_);
    return Error{failure_.code, failure_.message, pointer, position.line, position.column};
  }

  // Of a line, the item of an array that is open: what stood before the failure stays.
  void FinishLine() {
    if (failure_.code.empty()) return;
    const std::string pointer = PointerOfInnermost();
    while (open_.size() > 1) Close();
    ReportLost(pointer, "the rest of the line is lost");
    failure_ = {};
    skipped_ = 0;
    name_ = {};
  }

  bool full() const { return tree_.nodes_.size() >= limits_.values; }

 private:
  uint32_t Innermost() const { return open_.empty() ? 0 : open_.back(); }
  std::string PointerOfInnermost() const {
    return tree_.nodes_.empty() ? "" : JsonValue(&tree_, Innermost()).pointer();
  }

  bool Stop(std::string_view code, std::string message) {
    failure_.code = code;
    failure_.message = std::move(message);
    failed_at_ = first_ + token_begin;
    return false;
  }

  void ReportLost(const std::string& pointer, std::string_view what) {
    reporter_.Report(Severity::kError, failure_.code, failure_.message + "; " + std::string(what),
                     pointer, failed_at_);
  }

  // Of what is left out, which would stand in the innermost object or array.
  void ReportLimit(std::string_view code, std::string message) {
    reporter_.Report(Severity::kError, code, message + "; it is left out", PointerOfInnermost(),
                     first_ + token_begin);
  }

  bool IsTooLong(std::string_view text) {
    if (text.size() <= limits_.string_bytes) return false;
    ReportLimit("limit-string",
                "a string is longer than the limit of " + Decimal(limits_.string_bytes) + " bytes");
    return true;
  }

  std::pair<uint32_t, uint32_t> Keep(std::string_view text) {
    const auto begin = static_cast<uint32_t>(tree_.texts_.size());
    tree_.texts_.append(text);
    return {begin, static_cast<uint32_t>(tree_.texts_.size())};
  }

  bool Scalar(JsonKind kind, double number) {
    if (skipped_ > 0) return true;
    if (full()) {
      return Stop("limit-values",
                  "there are more values than the limit of " + Decimal(limits_.values));
    }
    JsonTree::Node node;
    node.kind = kind;
    node.number = number;
    node.parent = Innermost();
    node.byte = static_cast<uint32_t>(first_ + token_begin);
    std::tie(node.name_begin, node.name_end) = std::exchange(name_, {});
    if (!open_.empty()) ++tree_.nodes_[node.parent].count;
    tree_.nodes_.push_back(node);
    tree_.nodes_.back().past = static_cast<uint32_t>(tree_.nodes_.size());
    return true;
  }

  bool Open(JsonKind kind) {
    if (skipped_ > 0) {
      ++skipped_;
      return true;
    }
    if (open_.size() >= limits_.depth) {
      ReportLimit("limit-depth", "this is nested deeper than the limit of " +
                                     Decimal(limits_.depth) + " arrays and objects");
      if (!Scalar(JsonKind::kNull, 0)) return false;
      skipped_ = 1;
      return true;
    }
    if (!Scalar(kind, 0)) return false;
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
  std::string_view scanned_;
  size_t first_ = 0;
  std::vector<uint32_t> open_;
  uint32_t skipped_ = 0;  // depth inside a value that is left out
  std::pair<uint32_t, uint32_t> name_;
  Error failure_;
  size_t failed_at_ = 0;
};

Result<JsonTree> JsonTree::Parse(std::string_view json, Reporter* reporter,
                                 const JsonLimits& limits, size_t first) {
  JsonTree tree;
  JsonTreeBuilder builder(&tree, reporter, limits);
  builder.Begin(json, first);
  ScanJson(json, &builder);
  return builder.Finish();
}

Result<JsonTree> JsonTree::ParseLines(std::string_view lines, Reporter* reporter,
                                      const JsonLimits& limits) {
  JsonTree tree;
  JsonTreeBuilder builder(&tree, reporter, limits);
  builder.StartArray();
  for (size_t begin = 0; begin < lines.size() && !builder.full();) {
    const size_t end = std::min(lines.find('\n', begin), lines.size());
    const std::string_view line = lines.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      builder.Begin(line, begin);
      ScanJson(line, &builder);
      builder.FinishLine();
    }
    begin = end + 1;
  }
  return builder.Finish();
}

JsonKind JsonValue::kind() const { return tree_->nodes_[node_].kind; }

std::string_view JsonValue::text() const {
  if (!is(JsonKind::kString) && !is(JsonKind::kNumber)) return {};
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
  // Not to its end: the array may still be open.
  for (Iterator item = parent.begin(); (*item).node_ != node_; ++item) ++place;
  return pointer + Decimal(place);
}

}  // namespace saywhen
