// The story as it would be written, scanned: so that no field can be forgotten here.
#include "formats/losses.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "formats/json_scan.h"
#include "formats/story_json.h"
#include "model/key_table.h"

namespace saywhen {
namespace {

using story_json::FieldSpec;
using story_json::FindField;
using story_json::Object;

std::string_view ObjectName(Object object) {
  switch (object) {
    case Object::kRoot:
      return "the story";
    case Object::kArticle:
      return "an article";
    case Object::kPublisher:
      return "a publisher";
    case Object::kAuthor:
      return "an author";
    case Object::kSpeaker:
      return "a speaker";
    case Object::kQuote:
      return "a quote";
    case Object::kSelector:
      return "a selector";
    case Object::kMention:
      return "a mention";
    case Object::kCue:
      return "a cue";
    case Object::kSaid:
      return "when a quote was said";
    case Object::kAbout:
      return "what time a quote is about";
    case Object::kEvent:
      return "an event";
    case Object::kWhen:
      return "when an event was";
    case Object::kMedia:
      return "an event's medium";
  }
  return "";
}

class LossFinder final : public JsonEvents {
 public:
  explicit LossFinder(std::span<const HeldField> held) : held_(held) {}

  bool Null() override { return Value(); }
  bool Boolean(bool /*value*/) override { return Value(); }
  bool Number(double /*value*/, bool /*whole*/) override { return Value(); }
  bool String(std::string_view value) override {
    // What a story says of everything that says nothing else is no loss.
    const bool standard = value == "person" || value == "direct";
    return Value(standard);
  }
  bool StartObject() override { return Start(true); }
  bool StartArray() override { return Start(false); }
  bool End() override {
    if (skipped_ > 0) {
      --skipped_;
    } else {
      frames_.pop_back();
    }
    return true;
  }
  bool Key(std::string_view name) override {
    if (skipped_ > 0) return true;
    Frame& top = frames_.back();
    top.key = name;
    top.field = FindField(top.object, name);
    top.lost = top.field == nullptr || !IsHeld(*top.field);
    return true;
  }
  void SyntaxError(std::string /*message*/) override {}

  void Report(std::string_view format, Diagnostics* diagnostics) const {
    for (const Loss& loss : losses_) {
      std::string message = loss.what;
      message.append(" is lost in ").append(format);
      if (loss.times > 1) message.append(" (").append(Decimal(loss.times)).append(" times)");
      diagnostics->Add({Severity::kNote, "lost", std::move(message), loss.pointer, 0, 0});
    }
  }

 private:
  struct Frame {
    bool is_object = true;
    Object object = Object::kRoot;  // of an array, its items'
    const FieldSpec* field = nullptr;
    bool lost = false;
    std::string key;
    uint64_t items = 0;
  };
  struct Loss {
    std::string what;
    std::string pointer;
    uint64_t times = 0;
  };

  bool IsHeld(const FieldSpec& field) const {
    if (field.field == story_json::Field::kVersion) return true;
    return std::any_of(held_.begin(), held_.end(), [&](const HeldField& each) {
      return each.in == field.in && each.field == field.field;
    });
  }

  std::string Pointer() const {
    std::string pointer;
    for (const Frame& frame : frames_) {
      pointer.push_back('/');
      pointer.append(frame.is_object ? frame.key : Decimal(frame.items - 1));
    }
    return pointer;
  }

  void Count(std::string_view name, Object object) {
    std::string what = Shown(name);
    what.append(" of ").append(ObjectName(object));
    const uint32_t number = whats_.Add(what);
    if (number == losses_.size()) losses_.push_back({std::move(what), Pointer(), 0});
    ++losses_[number].times;
  }

  bool Value(bool standard = false) {
    if (skipped_ > 0 || frames_.empty()) return true;
    Frame& top = frames_.back();
    ++top.items;
    const bool kind = top.field != nullptr && (top.field->field == story_json::Field::kKind ||
                                               top.field->field == story_json::Field::kType);
    if (top.is_object && top.lost && !(standard && kind)) Count(top.key, top.object);
    return true;
  }

  bool Start(bool is_object) {
    if (skipped_ > 0) return ++skipped_, true;
    Frame frame;
    frame.is_object = is_object;
    if (!frames_.empty()) {
      Frame& top = frames_.back();
      ++top.items;
      if (top.is_object && top.lost) {
        Count(top.key, top.object);
        ++skipped_;
        return true;
      }
      frame.object = top.is_object ? top.field->child : top.object;
    }
    frames_.push_back(std::move(frame));
    return true;
  }

  std::span<const HeldField> held_;
  std::vector<Frame> frames_;
  uint32_t skipped_ = 0;
  KeyTable whats_;
  std::vector<Loss> losses_;
};

}  // namespace

void ReportLosses(const Story& story, std::string_view format, std::span<const HeldField> held,
                  Diagnostics* diagnostics) {
  if (diagnostics == nullptr) return;
  LossFinder finder(held);
  ScanJson(WriteStory(story), &finder);
  finder.Report(format, diagnostics);
}

void ReportAlone(const Story& story, std::string_view format, Reached reached,
                 Diagnostics* diagnostics) {
  std::vector<bool> articles(story.articles.size());
  std::vector<bool> speakers(story.speakers.size());
  const auto mark = [](Index index, std::vector<bool>* marks) {
    if (index < marks->size()) (*marks)[index] = true;
  };
  for (const Quote& quote : story.quotes) {
    mark(quote.article, &articles);
    for (const Index speaker : quote.speakers) mark(speaker, &speakers);
    if (!reached.by_mentions) continue;
    for (const Index speaker : quote.more->mentions) mark(speaker, &speakers);
  }
  if (reached.by_events) {
    for (const Event& event : story.events) mark(event.article, &articles);
  }
  const auto report = [&](const std::vector<bool>& marks, std::string what, std::string_view list) {
    const auto first = std::find(marks.begin(), marks.end(), false);
    const auto times = static_cast<uint64_t>(std::count(first, marks.end(), false));
    if (times == 0) return;
    what.append(" is lost in ").append(format);
    if (times > 1) what.append(" (").append(Decimal(times)).append(" times)");
    ReportLoss(std::move(what), list, static_cast<Index>(first - marks.begin()), {}, diagnostics);
  };
  if (reached.articles) {
    report(articles,
           reached.by_events ? "an article without a quote or event" : "an article without a quote",
           "articles");
  }
  report(speakers, "a speaker without a quote", "speakers");
}

void ReportLoss(std::string message, std::string_view list, Index index, std::string_view field,
                Diagnostics* diagnostics) {
  if (diagnostics == nullptr) return;
  std::string pointer = "/";
  pointer.append(list).append("/").append(Decimal(index));
  if (!field.empty()) pointer.append("/").append(field);
  diagnostics->Add({Severity::kNote, "lost", std::move(message), std::move(pointer), 0, 0});
}

}  // namespace saywhen
