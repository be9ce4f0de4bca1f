#include "extract/times/time_rules.h"

#include <algorithm>
#include <optional>

namespace saywhen {
namespace {

constexpr size_t kMaxElements = 24;
constexpr size_t kMaxForms = 512;  // of one rule

struct Element {
  std::vector<TimeStep> choices;
  bool optional = false;
  bool context = false;
  bool range = false;  // "~"
};

using WordNumber = std::function<uint32_t(std::string_view)>;

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool IsName(std::string_view text) {
  return text.size() > 1 && std::all_of(text.begin(), text.end(),
                                        [](char c) { return (c >= 'A' && c <= 'Z') || c == '!'; });
}

// False when a category is not known.
bool ReadChoice(std::string_view text, bool glued, const WordNumber& word, Element* element) {
  TimeStep step;
  step.glued = glued;
  if (!IsName(text)) {
    step.word = word(text);
    element->choices.push_back(step);
    return true;
  }
  if (text.ends_with('!')) {
    step.sure = true;
    text.remove_suffix(1);
  }
  const std::optional<TimeCategory> category = TimeCategoryNamed(text);
  if (!category) return false;
  for (TimeStep& other : element->choices) {
    if (other.word == kNoWord && other.sure == step.sure) {
      other.categories |= BitOf(*category);
      return true;
    }
  }
  step.categories = BitOf(*category);
  element->choices.push_back(step);
  return true;
}

bool ReadElement(std::string_view text, const WordNumber& word, Element* element) {
  if (text == "~") {
    element->range = true;
    return true;
  }
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
    element->context = true;
    text = text.substr(1, text.size() - 2);
  }
  if (text.size() > 1 && text.back() == '?') {
    element->optional = true;
    text.remove_suffix(1);
  }
  // A blank within parentheses or brackets has torn them.
  const bool torn = text.size() > 1 && ((text.front() == '(') != (text.back() == ')') ||
                                        text.front() == '[' || text.back() == ']');
  if (torn && !(text.front() == '_' && text.back() == ')')) return false;
  bool glued = false;
  if (text.size() > 1 && text.front() == '_') {
    glued = true;
    text.remove_prefix(1);
  }
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    text = text.substr(1, text.size() - 2);
    for (const std::string_view each : Split(text, '|')) {
      if (!ReadChoice(each, glued, word, element)) return false;
    }
    return !element->choices.empty();
  }
  return ReadChoice(text, glued, word, element);
}

bool ReadAssignment(std::string_view text, TimeRule* rule) {
  TimeRule::Assignment out{};
  if (text.starts_with('>')) {
    out.in_end = true;
    text.remove_prefix(1);
  }
  const size_t equals = text.find('=');
  if (equals == std::string_view::npos) return false;
  const std::optional<TimeField> field = TimeFieldNamed(text.substr(0, equals));
  if (!field) return false;
  out.field = *field;
  text.remove_prefix(equals + 1);
  if (text.starts_with('@')) {
    const std::optional<TimeField> source = TimeFieldNamed(text.substr(1));
    if (!source) return false;
    out.copies = true;
    out.source = *source;
  } else {
    const std::optional<int32_t> value = TimeValueNamed(text);
    if (!value) return false;
    out.value = *value;
  }
  rule->assignments.push_back(out);
  return true;
}

Error BadRule(const PackEntry& entry, std::string_view what) {
  return {"time-rule", "the rule \"" + std::string(entry[1]) + "\": " + std::string(what), "",
          entry.line, 1};
}

// Every way through the elements, optional ones in and out; false when there are too many.
bool Expand(const std::vector<Element>& elements, size_t at, std::vector<TimeStep>* steps,
            TimeRuleForm* form, std::vector<std::pair<std::vector<TimeStep>, TimeRuleForm>>* out) {
  if (at == elements.size()) {
    if (out->size() >= kMaxForms) return false;
    if (steps->size() > size_t{form->before} + form->after) out->emplace_back(*steps, *form);
    return true;
  }
  const Element& element = elements[at];
  if (element.range) {
    TimeRuleForm ranged = *form;
    ranged.range_at = static_cast<uint8_t>(steps->size());
    return Expand(elements, at + 1, steps, &ranged, out);
  }
  if (element.optional && !Expand(elements, at + 1, steps, form, out)) return false;
  for (const TimeStep& step : element.choices) {
    TimeRuleForm with = *form;
    if (element.context) {
      const bool leading = steps->size() == with.before;
      ++(leading ? with.before : with.after);
    }
    steps->push_back(step);
    const bool fits = Expand(elements, at + 1, steps, &with, out);
    steps->pop_back();
    if (!fits) return false;
  }
  return true;
}

}  // namespace

Result<bool> TimeRules::Add(std::span<const PackEntry> entries, const WordNumber& word) {
  for (const PackEntry& entry : entries) {
    TimeRule rule;
    rule.name = std::string(entry[1]);
    rule.same = entry[0] == "SAME";
    if (!rule.same) {
      const std::optional<TimeCategory> makes = TimeCategoryNamed(entry[0]);
      if (!makes) return BadRule(entry, "it makes nothing known");
      rule.makes = *makes;
    }
    std::vector<Element> elements;
    for (const std::string_view text : Split(entry[2], ' ')) {
      Element element;
      if (!ReadElement(text, word, &element)) {
        return BadRule(entry, "not understood: " + std::string(text));
      }
      elements.push_back(std::move(element));
    }
    if (elements.empty() || elements.size() > kMaxElements) {
      return BadRule(entry, "a pattern has 1 to 24 elements");
    }
    for (const std::string_view text : Split(entry[3], ' ')) {
      if (!ReadAssignment(text, &rule)) {
        return BadRule(entry, "no such assignment: " + std::string(text));
      }
    }
    TimeRuleForm form;
    form.rule = static_cast<uint32_t>(rules_.size());
    std::vector<TimeStep> steps;
    std::vector<std::pair<std::vector<TimeStep>, TimeRuleForm>> forms;
    if (!Expand(elements, 0, &steps, &form, &forms) || forms.empty()) {
      return BadRule(entry, "its optional elements give no form, or too many");
    }
    rules_.push_back(std::move(rule));
    for (const auto& [form_steps, each] : forms) AddForm(form_steps, each);
  }
  return true;
}

// Of two rules that are the same the first counts.
bool TimeRules::AddForm(const std::vector<TimeStep>& steps, const TimeRuleForm& form) {
  uint32_t at = 0;
  for (const TimeStep& step : steps) {
    const auto& edges = nodes_[at].edges;
    const auto found = std::find_if(edges.begin(), edges.end(),
                                    [&](const Edge& edge) { return edge.step == step; });
    if (found != edges.end()) {
      at = found->node;
      continue;
    }
    const uint32_t next = static_cast<uint32_t>(nodes_.size());
    nodes_[at].edges.push_back({step, next});
    nodes_.emplace_back();
    at = next;
  }
  if (nodes_[at].form >= 0) return false;
  nodes_[at].form = static_cast<int32_t>(forms_.size());
  forms_.push_back(form);
  return true;
}

void TimeRules::Finish(size_t word_count) {
  by_word_.assign(word_count, {});
  const std::vector<Edge>& edges = nodes_[0].edges;
  for (uint32_t i = 0; i < edges.size(); ++i) {
    const TimeStep& step = edges[i].step;
    if (step.word != kNoWord) {
      by_word_[step.word].push_back(i);
      continue;
    }
    starts_ |= step.categories;
    for (size_t c = 0; c < by_category_.size(); ++c) {
      if ((step.categories >> c & 1U) != 0) by_category_[c].push_back(i);
    }
  }
}

}  // namespace saywhen
