// The rules of one pass: sequences of categories and words, each making one thing of what it
// matches.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "extract/language_pack.h"
#include "extract/times/time_category.h"

namespace saywhen {

constexpr uint32_t kNoWord = 0xFFFFFFFF;

// One element of a rule: a token that has one of the categories, or is the word.
struct TimeStep {
  TimeCategories categories = 0;
  bool sure = false;        // the category without other words to support it
  bool glued = false;       // no blank before it
  uint32_t word = kNoWord;  // instead of categories

  friend bool operator==(const TimeStep&, const TimeStep&) = default;
};

struct TimeRule {
  std::string name;
  bool same = false;  // makes what its first phrase is
  TimeCategory makes = TimeCategory::kNothing;
  struct Assignment {
    TimeField field;
    bool copies;  // from the field `source`, which is cleared; else `value`
    TimeField source;
    int32_t value;
    bool in_end;  // of the range's end
  };
  std::vector<Assignment> assignments;
};

// A rule with its optional elements in or out.
struct TimeRuleForm {
  uint32_t rule = 0;
  uint8_t before = 0;       // elements at the beginning that are context
  uint8_t after = 0;        // and at the end
  uint8_t range_at = 0xFF;  // elements from here on belong to the range's end
};

// Rules as one tree over their elements, so that all are tried at once. A line of the section is
//
//   MAKES <tab> name <tab> pattern <tab> assignments
//
// MAKES is a category, or SAME. In the pattern, parted by blanks: MONTH a category; MONTH! one that
// needs no support; a word or punctuation mark in lower case; (a|b) either; x? optional; _x without
// a blank before; [x] context, matched but not part of the thing (only at either end); ~ what
// follows is the end of a range. Assignments are field=value, field=@other (moves it), and with a
// leading > those of the range's end.
class TimeRules {
 public:
  struct Edge {
    TimeStep step;
    uint32_t node;
  };
  struct Node {
    std::vector<Edge> edges;
    int32_t form = -1;  // position in forms(): here a rule is complete
  };

  // Adds the entries. `word` gives the number of a literal word. Error: "time-rule", with the line.
  Result<bool> Add(std::span<const PackEntry> entries,
                   const std::function<uint32_t(std::string_view)>& word);
  // Once all are added: the index of the first steps.
  void Finish(size_t word_count);

  const Node& node(uint32_t index) const { return nodes_[index]; }
  const TimeRuleForm& form(int32_t index) const { return forms_[static_cast<size_t>(index)]; }
  const TimeRule& rule(uint32_t index) const { return rules_[index]; }
  // Positions in node(0).edges that may fit a token of the category, or the word.
  const std::vector<uint32_t>& StartsOf(TimeCategory category) const {
    return by_category_[static_cast<size_t>(category)];
  }
  const std::vector<uint32_t>* StartsOfWord(uint32_t word) const {
    return word < by_word_.size() && !by_word_[word].empty() ? &by_word_[word] : nullptr;
  }
  // All categories that a rule can begin with.
  TimeCategories starts() const { return starts_; }

 private:
  bool AddForm(const std::vector<TimeStep>& steps, const TimeRuleForm& form);

  std::vector<TimeRule> rules_;
  std::vector<TimeRuleForm> forms_;
  std::vector<Node> nodes_{1};
  std::array<std::vector<uint32_t>, kTimeCategoryCount> by_category_;
  std::vector<std::vector<uint32_t>> by_word_;
  TimeCategories starts_ = 0;
};

}  // namespace saywhen
