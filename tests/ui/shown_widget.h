// A widget on a page that is not there: found and pressed by role and name, clicked by place.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/english_locale.h"
#include "support/fixed_typesetter.h"
#include "ui/text_engine.h"
#include "ui/widget.h"

namespace saywhen {

class ShownWidget {
 public:
  static constexpr float kTall = 40000;  // a band that holds any widget

  ShownWidget(Story story, float width, float scale = 2) : width_(width) {
    widget_.SetSize(width, scale);
    widget_.SetStory(std::move(story));
    Settle();
  }

  Widget& operator*() { return widget_; }
  Widget* operator->() { return &widget_; }
  TextEngine& text() { return text_; }
  FixedTypesetter& typesetter() { return typesetter_; }
  const std::vector<SemanticsNode>& nodes() const { return widget_.tree().nodes(); }
  bool narrow() const { return width_ < style::kNarrow; }
  double now() const { return now_; }

  // One frame of all of it.
  bool Frame() { return widget_.Frame(now_ += 16, 0, kTall); }
  // Lets time pass without frames.
  void Wait(double ms) { now_ += ms; }
  // Frames until none is wanted; returns how many.
  int Settle() {
    for (int frames = 1; frames <= 60; ++frames) {
      if (!Frame()) return frames;
    }
    ADD_FAILURE() << "Frames are wanted without end";
    return 60;
  }

  const SemanticsNode* Find(Role role, std::string_view name_begin) const {
    for (const SemanticsNode& node : nodes()) {
      if (node.role == role && std::string_view(node.name).starts_with(name_begin)) return &node;
    }
    ADD_FAILURE() << "Nothing is named " << name_begin;
    return nullptr;
  }
  bool Has(Role role, std::string_view name) const {
    return widget_.tree().Find(role, name) != nullptr;
  }

  // As a screen reader presses. Returns whether that did anything.
  bool Press(Role role, std::string_view name_begin, double amount = 0) {
    const SemanticsNode* node = Find(role, name_begin);
    if (node == nullptr) return false;
    const std::string id = node->id;
    const bool any = widget_.Press(id, amount).any;
    Settle();
    return any;
  }

  void Click(float x, float y) {
    widget_.PointerMove(x, y, false);
    Settle();
    widget_.PointerButton(true);
    Settle();
    widget_.PointerButton(false);
    Settle();
  }

  // The rows of the list, or the entries of the feed.
  std::vector<const SemanticsNode*> Quotes() const {
    std::vector<const SemanticsNode*> quotes;
    for (const SemanticsNode& node : nodes()) {
      const bool quote = std::string_view(node.id).starts_with("quote-");
      if (quote && node.role == (narrow() ? Role::kDisclosure : Role::kOption)) {
        quotes.push_back(&node);
      }
    }
    return quotes;
  }
  static bool IsChosen(const SemanticsNode& quote) { return quote.selected || quote.pressed; }

 private:
  FixedTypesetter typesetter_;
  TextEngine text_{&typesetter_};
  EnglishLocale locale_;
  Widget widget_{&text_, &locale_};
  float width_;
  double now_ = 1000;
};

// How many quotes are said to be the chosen one.
inline size_t CountChosen(const ShownWidget& widget) {
  const auto quotes = widget.Quotes();
  return static_cast<size_t>(
      std::count_if(quotes.begin(), quotes.end(),
                    [](const SemanticsNode* quote) { return ShownWidget::IsChosen(*quote); }));
}

}  // namespace saywhen
