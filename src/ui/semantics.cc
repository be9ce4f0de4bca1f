#include "ui/semantics.h"

#include <cmath>
#include <utility>

#include "base/json_writer.h"

namespace saywhen {
namespace {

const char* RoleName(Role role) {
  switch (role) {
    case Role::kGroup:
      return "group";
    case Role::kHeading:
      return "heading";
    case Role::kText:
      return "text";
    case Role::kButton:
      return "button";
    case Role::kToggle:
      return "toggle";
    case Role::kDisclosure:
      return "disclosure";
    case Role::kListBox:
      return "listbox";
    case Role::kOption:
      return "option";
    case Role::kSlider:
      return "slider";
    case Role::kSearch:
      return "search";
    case Role::kTab:
      return "tab";
    case Role::kTabs:
      return "tablist";
    case Role::kLink:
      return "link";
    case Role::kStatus:
      return "status";
  }
  return "group";
}

// Tenths of a pixel are enough to place an element, and keep the text short.
float Tenths(float value) { return std::round(value * 10) / 10; }

// As a host is told it: from the top left corner of its parent, with which it moves.
Box BoxInParent(const std::vector<SemanticsNode>& nodes, const SemanticsNode& node) {
  const Box parent = node.parent == kRoot ? Box{} : nodes[node.parent].box;
  const Box& box = node.box;
  return {Tenths(box.left - parent.left), Tenths(box.top - parent.top), Tenths(box.width),
          Tenths(box.height)};
}

// The fields of a node, in an object that is begun.
void WriteNode(JsonWriter* json, const SemanticsNode& node, const Box& box) {
  json->Key("id").String(node.id).Key("role").String(RoleName(node.role));
  json->Key("name").String(node.name);
  if (node.parent != kRoot) json->Key("parent").Int(node.parent);
  json->Key("box").BeginArray();
  for (const float side : {box.left, box.top, box.width, box.height}) json->Float(side);
  json->EndArray();
  if (!node.value.empty()) json->Key("value").String(node.value);
  if (!node.language.empty()) json->Key("language").String(node.language);
  if (!node.quote.empty()) json->Key("quote").String(node.quote);
  if (node.text_size > 0) {
    json->Key("textSize").Float(node.text_size).Key("lineHeight").Float(node.line_height);
    if (node.rtl) json->Key("rtl").Bool(true);
  }
  if (node.silent) json->Key("silent").Bool(true);
  if (node.selected) json->Key("selected").Bool(true);
  if (node.pressed) json->Key("pressed").Bool(true);
  if (node.disabled) json->Key("disabled").Bool(true);
  if (node.set_size > 0) json->Key("position").Int(node.position).Key("setSize").Int(node.set_size);
  if (node.role == Role::kSlider) {
    json->Key("least").Int(node.least).Key("most").Int(node.most).Key("now").Int(node.now);
  }
  json->EndObject();
}

}  // namespace

void SemanticsTree::Clear() {
  nodes_.clear();
  open_.clear();
}

uint32_t SemanticsTree::Add(SemanticsNode node) {
  node.parent = open_.empty() ? kRoot : open_.back();
  nodes_.push_back(std::move(node));
  return static_cast<uint32_t>(nodes_.size() - 1);
}

void SemanticsTree::Open(SemanticsNode node) { open_.push_back(Add(std::move(node))); }

void SemanticsTree::Close() {
  Box& box = nodes_[open_.back()].box;
  if (box.height == 0) {
    for (size_t i = open_.back() + 1; i < nodes_.size(); ++i) {
      box.height = std::max(box.height, nodes_[i].box.bottom() - box.top);
    }
  }
  open_.pop_back();
}

void SemanticsTree::Mirror(float width) {
  for (SemanticsNode& node : nodes_) node.box.left = width - node.box.right();
}

const SemanticsNode* SemanticsTree::Find(Role role, std::string_view name) const {
  for (const SemanticsNode& node : nodes_) {
    if (node.role == role && node.name == name) return &node;
  }
  return nullptr;
}

const SemanticsNode* SemanticsTree::FindId(std::string_view id) const {
  for (const SemanticsNode& node : nodes_) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

std::string SemanticsTree::ToJson() const {
  JsonWriter json;
  json.BeginArray();
  for (const SemanticsNode& node : nodes_) {
    WriteNode(&json.BeginObject(), node, BoxInParent(nodes_, node));
  }
  json.EndArray();
  return std::move(json).Take();
}

std::string ToldTree::News(const SemanticsTree& tree) {
  const std::vector<SemanticsNode>& nodes = tree.nodes();
  bool same_places = nodes.size() == told_.size();
  bool same = same_places;
  JsonWriter json;
  json.BeginArray();
  for (size_t i = 0; same_places && i < nodes.size(); ++i) {
    const SemanticsNode& node = nodes[i];
    auto& [told, told_box] = told_[i];
    const Box box = BoxInParent(nodes, node);
    // Of these a host is not told.
    told.box = node.box;
    told.press = node.press;
    if (box == told_box && node == told) continue;
    same = false;
    same_places = node.id == told.id && node.role == told.role && node.parent == told.parent;
    WriteNode(&json.BeginObject().Key("at").Int(static_cast<int64_t>(i)), node, box);
    told = SemanticsNode(node);
    told_box = box;
  }
  if (same) return {};
  if (same_places) {
    json.EndArray();
    return std::move(json).Take();
  }
  told_.clear();
  for (const SemanticsNode& node : nodes) told_.push_back({node, BoxInParent(nodes, node)});
  return tree.ToJson();
}

}  // namespace saywhen
