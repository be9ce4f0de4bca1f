// What a frame shows, in words: the tree that screen readers, keyboards and tests use, made beside
// what is drawn. The web host mirrors it as real DOM; native tests find and press things by it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.h"

namespace saywhen {

// CSS pixels from the widget's top left corner.
struct Box {
  float left = 0;
  float top = 0;
  float width = 0;
  float height = 0;

  float right() const { return left + width; }
  float bottom() const { return top + height; }
  friend bool operator==(const Box&, const Box&) = default;
  bool Contains(float x, float y) const {
    return x >= left && x < right() && y >= top && y < bottom();
  }
};

enum class Role : uint8_t {
  kGroup,  // a named part of the widget
  kHeading,
  kText,  // name is the text
  kButton,
  kToggle,      // a button that stays pressed
  kDisclosure,  // a button that opens what follows it; pressed: open
  kListBox,     // one of its options is selected; arrows move
  kOption,
  kSlider,  // value, least, most
  kSearch,  // a field to type in: value; typing is Action::text of `press`
  kTab,     // pressed: its view is shown
  kTabs,    // holds tabs
  kLink,    // value: the address
  kStatus,  // said when it changes
};

constexpr uint32_t kRoot = 0xFFFFFFFF;

struct SemanticsNode {
  std::string id;  // stable from frame to frame, unique in the tree
  Role role = Role::kGroup;
  std::string name;
  std::string value;        // of sliders: what to say for the current place; see Role
  uint32_t parent = kRoot;  // an earlier node
  Box box;
  bool selected = false;  // kOption
  bool pressed = false;   // kToggle, kDisclosure, kTab
  bool disabled = false;
  uint32_t position = 0;  // kOption: counts from 1 in a set of `set_size`, most of which may not
  uint32_t set_size = 0;  //   be in the tree
  int32_t least = 0;      // kSlider: its amounts are Action::amount of `press`
  int32_t most = 0;
  int32_t now = 0;
  std::string language;  // of the name; empty: the widget's
  // The id of the quote whose words, all of them, the name holds.
  std::string quote;
  // kText: how it is set in the speakers' face, in CSS pixels, so that a host can lay the same text
  // over what is drawn to be selected; a box that is too low cuts it. 0: not to be selected.
  float text_size = 0;
  float line_height = 0;
  bool rtl = false;
  bool silent = false;  // another node says the same
  Action press;         // what activating it does; kNothing: nothing
  friend bool operator==(const SemanticsNode&, const SemanticsNode&) = default;
};

class SemanticsTree {
 public:
  void Clear();

  // Adds a leaf under the innermost open node; returns its number.
  uint32_t Add(SemanticsNode node);
  // Adds a node and opens it: what comes is under it until Close(), which makes one without a
  // height as tall as that.
  void Open(SemanticsNode node);
  void Close();

  // Turns all boxes round in a widget `width` wide: views place everything from left to right.
  void Mirror(float width);

  const std::vector<SemanticsNode>& nodes() const { return nodes_; }
  // The first with that role and name, or that id; null when there is none.
  const SemanticsNode* Find(Role role, std::string_view name) const;
  const SemanticsNode* FindId(std::string_view id) const;

  // [{"id","role","name",…,"parent":number,"box":[left,top,width,height]}]: fields that hold their
  // defaults are left out, and boxes count from the top left corner of the parent's.
  std::string ToJson() const;

 private:
  std::vector<SemanticsNode> nodes_;
  std::vector<uint32_t> open_;
};

// What a host knows of a tree: from frame to frame it is told only of the nodes that have changed.
class ToldTree {
 public:
  // Empty when there is nothing new. Where the same nodes stand in the same places, those that have
  // changed, each with its number as "at"; else all of them, as SemanticsTree::ToJson().
  std::string News(const SemanticsTree& tree);

 private:
  struct Told {
    SemanticsNode node;
    Box box;  // in its parent
  };
  std::vector<Told> told_;
};

}  // namespace saywhen
