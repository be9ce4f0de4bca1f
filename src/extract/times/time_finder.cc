#include "extract/times/time_finder.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

#include "extract/times/time_rules.h"
#include "extract/times/time_tokens.h"

namespace saywhen {
namespace {

// A stretch of lexicon words is read at most so far at once.
constexpr size_t kLongestStretch = 256;
constexpr uint32_t kNoPhrase = 0xFFFFFFFF;

constexpr TimeCategories kFound =
    BitOf(TimeCategory::kDate) | BitOf(TimeCategory::kShift) | BitOf(TimeCategory::kTime) |
    BitOf(TimeCategory::kDuration) | BitOf(TimeCategory::kPeriod) | BitOf(TimeCategory::kSet) |
    BitOf(TimeCategory::kReference) | BitOf(TimeCategory::kAnaphor) | BitOf(TimeCategory::kRange);

// A token, or what a rule has made of several.
struct Item {
  TextSpan span;
  TimeCategories categories = 0;
  TimeCategories sure = 0;
  uint32_t word = kNoWord;
  uint32_t phrase = kNoPhrase;  // position in phrases_ once a rule has made it
  int32_t number = 0;           // of digits
  bool glued = false;
  bool capital = false;
  bool lower = false;
};

// What a rule has made.
struct Phrase {
  TimeFields start;
  TimeFields end;
  bool range = false;
  TextSpan start_span;
  TextSpan end_span;
  const TimeRule* rule = nullptr;
};

// A way through the rules: which items, by which steps.
struct Match {
  size_t items = 0;
  int32_t form = -1;
};

// Which category of phrase has which form; kDate is that of every other.
struct FormCategory {
  TimeCategory category;
  TimeForm form;
};
constexpr FormCategory kForms[] = {{TimeCategory::kShift, TimeForm::kShift},
                                   {TimeCategory::kDuration, TimeForm::kDuration},
                                   {TimeCategory::kPeriod, TimeForm::kPeriod},
                                   {TimeCategory::kSet, TimeForm::kSet},
                                   {TimeCategory::kReference, TimeForm::kReference},
                                   {TimeCategory::kAnaphor, TimeForm::kAnaphor}};

TimeForm FormOf(TimeCategory category) {
  for (const FormCategory& each : kForms) {
    if (each.category == category) return each.form;
  }
  return TimeForm::kCalendar;
}

TimeCategory CategoryOf(TimeForm form) {
  for (const FormCategory& each : kForms) {
    if (each.form == form) return each.category;
  }
  return TimeCategory::kDate;
}

void SetNumberCategories(const TimeToken& token, Item* item) {
  if (token.digits > 9) {
    if (token.digits == 255) item->categories = item->sure = BitOf(TimeCategory::kNumber);
    item->number = token.value;
    return;
  }
  TimeCategories out = BitOf(TimeCategory::kNumber);
  const int32_t value = token.value;
  const auto add = [&](TimeCategory category, bool holds) {
    if (holds) out |= BitOf(category);
  };
  if (token.digits == 4) {
    add(TimeCategory::kYear, value >= 1000 && value <= 2999);
    add(TimeCategory::kBareYear, value >= 1900 && value < 2060);
    add(TimeCategory::kRoundYear, value % 10 == 0);
    add(TimeCategory::kClockDigits, value % 100 < 60 && value < 2400);
  }
  if (token.digits <= 2) {
    add(TimeCategory::kShortYear, token.digits == 2);
    add(TimeCategory::kDay, value >= 1 && value <= 31);
    add(TimeCategory::kLateDay, value > 12 && value <= 31);
    add(TimeCategory::kMonthNumber, value >= 1 && value <= 12);
    add(TimeCategory::kHour, value <= 24);
    add(TimeCategory::kMinute, token.digits == 2 && value < 60);
  }
  item->categories = item->sure = out;
  item->number = value;
}

class Finder {
 public:
  Finder(std::string_view text, const TimeLexicon& lexicon, std::vector<TimeExpression>* out)
      : text_(text), lexicon_(lexicon), out_(out) {}

  void Run();

 private:
  Item MakeItem(const TimeToken& token, bool* known, bool* core) const;
  void SetWordCategories(Item* item) const;
  // Whether an unknown word or mark makes the number that it touches no time.
  bool Spoils(const Item& item) const;
  void ReadStretch();
  void JoinPhrases();
  // The rule that takes most items from the `first` on; its steps are in best_path_.
  Match Longest(const TimeRules& rules, size_t first);
  void Pass(const TimeRules& rules);
  void Follow(const TimeRules& rules, uint32_t node, size_t first, size_t depth, Match* best);
  void TryEdge(const TimeRules& rules, const TimeRules::Edge& edge, size_t first, size_t depth,
               Match* best);
  // What the rule makes of `count` items from the `first` on.
  Item MakePhrase(const TimeRules& rules, const TimeRuleForm& form, size_t first, size_t count);
  // Of the range of the items [begin, end) whose second end begins at `middle`.
  void SetEndSpans(size_t first, size_t begin, size_t end, size_t middle, Phrase* phrase);
  void Take(const Item& item, const TimeStep& step, TimeFields* fields, bool* formed);
  int32_t ValueOf(const Item& item, TimeCategory category) const;
  void Emit();

  std::string_view text_;
  const TimeLexicon& lexicon_;
  std::vector<TimeExpression>* out_;
  std::vector<Item> items_;
  std::vector<Item> next_;
  std::vector<Phrase> phrases_;
  std::vector<TimeStep> path_;       // of the way that is being followed
  std::vector<TimeStep> best_path_;  // of the longest match so far
};

void Finder::SetWordCategories(Item* item) const {
  const TimeWord& word = lexicon_.word(item->word);
  if (word.categories == 0) return;
  for (const TimeSense& sense : word.senses) {
    if (sense.spelling == Spelling::kCapital && !item->capital) continue;
    if (sense.spelling == Spelling::kLower && !item->lower) continue;
    item->categories |= BitOf(sense.category);
    if (sense.sure) item->sure |= BitOf(sense.category);
  }
}

Item Finder::MakeItem(const TimeToken& token, bool* known, bool* core) const {
  Item item;
  item.span = {token.begin, token.end};
  item.glued = token.glued;
  item.capital = token.capital;
  item.lower = token.lower;
  if (token.kind == TimeTokenKind::kNumber) {
    SetNumberCategories(token, &item);
    *known = *core = true;
    return item;
  }
  if (token.kind == TimeTokenKind::kMark) {
    item.word = token.mark == 0 ? kNoWord : lexicon_.OfMark(token.mark);
    *known = item.word != kNoWord;
    return item;
  }
  item.word = lexicon_.Find(text_.substr(token.begin, token.end - token.begin));
  *known = item.word != kNoWord;
  if (*known) *core = *core || lexicon_.word(item.word).core;
  return item;
}

// Cuts the text where a word stands that the lexicon does not have, and reads every stretch between
// two such words in which something may be a time.
void Finder::Run() {
  TimeTokenizer tokens(text_, lexicon_.thousands());
  Item before;  // the unknown word before the stretch
  bool has_before = false;
  bool core = false;
  const auto flush = [&] {
    if (core) ReadStretch();
    items_.clear();
    core = false;
  };
  while (true) {
    const TimeToken token = tokens.Next();
    if (token.kind == TimeTokenKind::kEnd) break;
    if (token.kind == TimeTokenKind::kBreak) {
      flush();
      has_before = false;
      continue;
    }
    bool known = false;
    const Item item = MakeItem(token, &known, &core);
    if (known) {
      if (items_.empty() && has_before) items_.push_back(before);
      items_.push_back(item);
      has_before = false;
      if (items_.size() >= kLongestStretch) flush();
      continue;
    }
    before = item;
    before.categories = BitOf(TimeCategory::kWord);
    if (core) items_.push_back(before);
    flush();
    has_before = true;
  }
  flush();
}

// The longest phrase at every place.
void Finder::JoinPhrases() {
  next_.clear();
  for (size_t i = 0; i < items_.size();) {
    Item item = items_[i];
    size_t taken = 1;
    if (item.word != kNoWord && lexicon_.word(item.word).begins_phrase) {
      uint32_t phrase = item.word;
      for (size_t j = i + 1; j < items_.size() && items_[j].word != kNoWord; ++j) {
        phrase = lexicon_.Continue(phrase, items_[j].word, items_[j].glued);
        if (phrase == kNoWord) break;
        if (!lexicon_.word(phrase).senses.empty()) {
          item.word = phrase;
          item.span.end = items_[j].span.end;
          taken = j + 1 - i;
        }
        if (!lexicon_.word(phrase).begins_phrase) break;
      }
    }
    next_.push_back(item);
    i += taken;
  }
  items_.swap(next_);
}

bool Finder::Spoils(const Item& item) const {
  if ((item.categories & BitOf(TimeCategory::kWord)) == 0) return false;
  if (item.capital || item.lower) return true;
  constexpr std::string_view kMarks = "$#%&@_=+*\xC2\xA3\xC2\xA5\xE2\x82\xAC";
  return kMarks.find(text_.substr(item.span.begin, item.span.size())) != std::string_view::npos;
}

void Finder::ReadStretch() {
  JoinPhrases();
  for (Item& item : items_) {
    if (item.word != kNoWord) SetWordCategories(&item);
    const std::string_view word = text_.substr(item.span.begin, item.span.size());
    if (item.capital) item.categories |= BitOf(TimeCategory::kCapital);
    if (item.categories == BitOf(TimeCategory::kWord) && lexicon_.IsPlural(word)) {
      item.categories |= BitOf(TimeCategory::kPlural);
    }
  }
  // "F16", "9mm", "$2014" and "2014%" are no times.
  for (size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].word != kNoWord || items_[i].categories == 0) continue;
    const bool left = i > 0 && items_[i].glued && Spoils(items_[i - 1]);
    const bool right = i + 1 < items_.size() && items_[i + 1].glued && Spoils(items_[i + 1]);
    const bool number = (items_[i].categories & BitOf(TimeCategory::kNumber)) != 0;
    if (number && (left || right)) items_[i].categories = items_[i].sure = 0;
  }
  phrases_.clear();
  for (size_t pass = 0; pass < TimeLexicon::kPasses; ++pass) Pass(lexicon_.rules(pass));
  Emit();
}

void Finder::TryEdge(const TimeRules& rules, const TimeRules::Edge& edge, size_t first,
                     size_t depth, Match* best) {
  const Item& item = items_[first + depth];
  const TimeStep& step = edge.step;
  if (step.glued && !item.glued) return;
  const bool fits = step.word != kNoWord
                        ? item.word == step.word && item.phrase == kNoPhrase
                        : ((step.sure ? item.sure : item.categories) & step.categories) != 0;
  if (!fits) return;
  path_.push_back(step);
  Follow(rules, edge.node, first, depth + 1, best);
  path_.pop_back();
}

void Finder::Follow(const TimeRules& rules, uint32_t node, size_t first, size_t depth,
                    Match* best) {
  const TimeRules::Node& here = rules.node(node);
  const auto better = [&] {
    if (depth != best->items) return depth > best->items;
    return rules.form(here.form).rule < rules.form(best->form).rule;
  };
  if (here.form >= 0 && better()) {
    *best = {depth, here.form};
    best_path_ = path_;
  }
  if (first + depth >= items_.size()) return;
  for (const TimeRules::Edge& edge : here.edges) TryEdge(rules, edge, first, depth, best);
}

Match Finder::Longest(const TimeRules& rules, size_t first) {
  Match best;
  path_.clear();
  const auto& starts = rules.node(0).edges;
  const Item& item = items_[first];
  if (item.word != kNoWord && item.phrase == kNoPhrase) {
    if (const std::vector<uint32_t>* edges = rules.StartsOfWord(item.word)) {
      for (const uint32_t each : *edges) TryEdge(rules, starts[each], first, 0, &best);
    }
  }
  for (TimeCategories bits = item.categories & rules.starts(); bits != 0; bits &= bits - 1) {
    const auto category = static_cast<TimeCategory>(std::countr_zero(bits));
    for (const uint32_t each : rules.StartsOf(category)) {
      TryEdge(rules, starts[each], first, 0, &best);
    }
  }
  return best;
}

void Finder::Pass(const TimeRules& rules) {
  next_.clear();
  for (size_t i = 0; i < items_.size();) {
    const Match match = Longest(rules, i);
    if (match.form < 0) {
      next_.push_back(items_[i++]);
      continue;
    }
    const TimeRuleForm& form = rules.form(match.form);
    if (form.before > 0) {
      // "on [Tuesday] …" does not take the word from "Tuesday night".
      std::vector<TimeStep> kept = best_path_;
      const Match inner = Longest(rules, i + form.before);
      if (inner.form >= 0 && inner.items > match.items - form.before) {
        next_.push_back(items_[i++]);
        continue;
      }
      best_path_.swap(kept);
    }
    for (size_t before = 0; before < form.before; ++before) next_.push_back(items_[i + before]);
    next_.push_back(MakePhrase(rules, form, i, match.items));
    i += match.items - form.after;
  }
  items_.swap(next_);
}

int32_t Finder::ValueOf(const Item& item, TimeCategory category) const {
  if (item.word == kNoWord) return item.number;
  for (const TimeSense& sense : lexicon_.word(item.word).senses) {
    if (sense.category != category) continue;
    if (sense.spelling == Spelling::kCapital && !item.capital) continue;
    if (sense.spelling == Spelling::kLower && !item.lower) continue;
    return sense.value;
  }
  return 0;
}

void Finder::Take(const Item& item, const TimeStep& step, TimeFields* fields, bool* formed) {
  if (step.word != kNoWord) return;
  const TimeCategories bits = item.categories & step.categories;
  if (bits == 0) return;
  const auto category = static_cast<TimeCategory>(std::countr_zero(bits));
  if (item.phrase == kNoPhrase) {
    SetFieldsOf(category, ValueOf(item, category), fields);
    return;
  }
  const TimeFields& other = phrases_[item.phrase].start;
  // Two numbers, or the two halves of a duration, are more than the later of them.
  if (category == TimeCategory::kNumber) {
    if (other.Has(TimeField::kFraction)) {
      fields->Set(TimeField::kFraction, other.Get(TimeField::kFraction));
    }
    if (other.Has(TimeField::kVague)) fields->Set(TimeField::kVague, other.Get(TimeField::kVague));
    if (other.Has(TimeField::kCount)) SetFieldsOf(category, other.Get(TimeField::kCount), fields);
    return;
  }
  if (category == TimeCategory::kDuration && fields->Has(TimeField::kUnit)) {
    fields->Set(TimeField::kOtherUnit, other.Get(TimeField::kUnit));
    fields->Set(TimeField::kOtherCount, other.Get(TimeField::kCount, 1));
    return;
  }
  fields->Merge(other);
  if (!*formed && (BitOf(category) & kFound) != 0) {
    fields->Set(TimeField::kForm, static_cast<int32_t>(other.form()));
    *formed = true;
  }
}

// The words between and around the ends ("from", "to") belong to neither.
void Finder::SetEndSpans(size_t first, size_t begin, size_t end, size_t middle, Phrase* phrase) {
  const auto is_word = [&](size_t item) { return best_path_[item - first].word != kNoWord; };
  size_t start = begin;
  while (start + 1 < middle && is_word(start)) ++start;
  size_t second = middle;
  while (second + 1 < end && is_word(second)) ++second;
  size_t last = end - 1;
  while (last > second && is_word(last)) --last;
  phrase->range = true;
  phrase->start_span = {items_[start].span.begin, items_[middle - 1].span.end};
  phrase->end_span = {items_[second].span.begin, items_[last].span.end};
}

Item Finder::MakePhrase(const TimeRules& rules, const TimeRuleForm& form, size_t first,
                        size_t count) {
  const TimeRule& rule = rules.rule(form.rule);
  Phrase phrase;
  phrase.rule = &rule;
  bool start_formed = false;
  bool end_formed = false;
  // Numbers must know before they are taken whether they add up.
  for (const TimeRule::Assignment& each : rule.assignments) {
    const bool decimals = each.field == TimeField::kFraction && each.value < 0;
    if (each.field == TimeField::kSum || each.field == TimeField::kProduct || decimals) {
      phrase.start.Set(each.field, each.value);
    }
  }
  const size_t begin = first + form.before;
  const size_t end = first + count - form.after;
  TimeCategory makes = rule.makes;
  bool range_in = false;  // of a phrase that is a range already
  for (size_t i = first; i < first + count; ++i) {
    const size_t step = i - first;
    const bool in_end = step >= form.range_at;
    const Item& item = items_[i];
    Take(item, best_path_[step], in_end ? &phrase.end : &phrase.start,
         in_end ? &end_formed : &start_formed);
    if (item.phrase != kNoPhrase && phrases_[item.phrase].range && i >= begin && i < end) {
      const Phrase& inner = phrases_[item.phrase];
      phrase.range = range_in = true;
      phrase.end = inner.end;
      phrase.start_span = inner.start_span;
      phrase.end_span = inner.end_span;
    }
  }
  for (const TimeRule::Assignment& each : rule.assignments) {
    TimeFields& fields = each.in_end ? phrase.end : phrase.start;
    if (!each.copies) {
      if (each.field != TimeField::kFraction || each.value >= 0) fields.Set(each.field, each.value);
    } else if (fields.Has(each.source)) {
      fields.Set(each.field, fields.Get(each.source));
      fields.Clear(each.source);
    }
  }
  phrase.start.Clear(TimeField::kSum);
  phrase.start.Clear(TimeField::kProduct);
  if (!rule.same && makes != TimeCategory::kRange && makes != TimeCategory::kNothing) {
    phrase.start.Set(TimeField::kForm, static_cast<int32_t>(FormOf(makes)));
  }
  if (rule.same) {
    makes = CategoryOf(phrase.start.form());
    if (range_in) makes = TimeCategory::kRange;
  }
  Item item;
  item.span = {items_[begin].span.begin, items_[end - 1].span.end};
  item.glued = items_[begin].glued;
  if (form.range_at != 0xFF) SetEndSpans(first, begin, end, first + form.range_at, &phrase);
  item.categories = item.sure = BitOf(makes);
  item.phrase = static_cast<uint32_t>(phrases_.size());
  phrases_.push_back(phrase);
  return item;
}

void Finder::Emit() {
  for (const Item& item : items_) {
    if (item.phrase == kNoPhrase || (item.categories & kFound) == 0) continue;
    const Phrase& phrase = phrases_[item.phrase];
    TimeExpression expression;
    expression.span = item.span;
    expression.fields = phrase.start;
    if (!expression.fields.Has(TimeField::kForm)) {
      expression.fields.Set(TimeField::kForm, static_cast<int32_t>(TimeForm::kCalendar));
    }
    expression.kind = KindOf(expression.fields);
    expression.rule = phrase.rule->name;
    if (phrase.range) {
      expression.end = phrase.end;
      if (!expression.end->Has(TimeField::kForm)) {
        expression.end->Set(TimeField::kForm, static_cast<int32_t>(TimeForm::kCalendar));
      }
      expression.start_span = phrase.start_span;
      expression.end_span = phrase.end_span;
    }
    out_->push_back(expression);
  }
}

}  // namespace

void FindTimes(std::string_view text, const TimeLexicon& lexicon,
               std::vector<TimeExpression>* out) {
  Finder(text, lexicon, out).Run();
}

}  // namespace saywhen
