// The module's functions, as web/engine.ts calls them: one Engine a page, any number of widgets.
// Text comes in as UTF-8 in memory from Allocate(); text goes out through Engine::result. Pointers
// are good until the next call.

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/view_link.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "formats/story_json.h"
#include "platform/web/web_host.h"
#include "ui/transcript.h"
#include "ui/view.h"
#include "ui/widget.h"

namespace saywhen {
namespace {

// One set of fonts: what is laid out and drawn in them is shared by the widgets that use it.
struct FontSet {
  explicit FontSet(uint32_t id) : typesetter(id), text(&typesetter, id * kPagesASet) {}
  static constexpr uint32_t kPagesASet = 256;
  WebTypesetter typesetter;
  TextEngine text;
};

struct Engine {
  WebLocale locale;
  // The interface's words: English, or what setStrings() brought, which is kept.
  std::string language = "en";
  std::string lines;
  Strings strings = EnglishStrings();
  std::vector<std::unique_ptr<FontSet>> fonts;
  std::string result;
};

struct WebWidget {
  WebWidget(Engine* owner, TextEngine* text)
      : engine(*owner), widget(text, &owner->locale, &owner->strings, owner->language) {
    widget.SetOffersText(true);
  }
  Engine& engine;
  Widget widget;
  ToldTree told_tree;
  Index told_selected = kNone;
};

// A story file while it arrives, and when it has.
struct IncomingStory {
  StoryStream stream;
  Diagnostics diagnostics;
  DerivedStory story;
  std::optional<Error> error;
};

// What the page is told of a drawn frame; the layout is the contract with web/engine.ts.
struct FrameRecord {
  const DrawVertex* vertices;
  uint32_t vertex_count;
  const uint32_t* indices;
  uint32_t index_count;
  const MarkInstance* marks;
  uint32_t mark_count;
  const DrawCommand* commands;
  uint32_t command_count;
  float width, height, scale;
  uint32_t background;
};

constexpr uint32_t kChanged = 1;
constexpr uint32_t kSelected = 2;

uint32_t Flags(const Changes& changes) {
  return (changes.any ? kChanged : 0) | (changes.selection ? kSelected : 0);
}

// What a story is to the one that is shown; the order is the contract with web/engine.ts.
enum class StoryRelation : uint32_t {
  kAnother,
  kNewer,  // a later version of it: the reader's place in it stays, and what is new is marked
  kWhole,  // all of it, of which the beginning is shown
};

// Returns how many of its quotes are new.
size_t Show(Widget* widget, DerivedStory story, StoryRelation relation) {
  if (relation == StoryRelation::kNewer) return widget->UpdateStory(std::move(story));
  if (relation == StoryRelation::kWhole) {
    widget->ContinueStory(std::move(story));
  } else {
    widget->SetStory(std::move(story));
  }
  return 0;
}

const char* NameOf(RequestKind kind) {
  switch (kind) {
    case RequestKind::kCopy:
      return "copy";
    case RequestKind::kCopyLink:
      return "copyLink";
    case RequestKind::kOpen:
      return "open";
    case RequestKind::kSaveText:
      return "saveText";
    case RequestKind::kSavePicture:
      return "savePicture";
    case RequestKind::kPrint:
      return "print";
    case RequestKind::kTextView:
      return "textView";
    case RequestKind::kShowOnPage:
      return "showOnPage";
  }
  return "";
}

}  // namespace
}  // namespace saywhen

using namespace saywhen;  // NOLINT(google-build-using-namespace): the exports are outside it

#define SAYWHEN_EXPORT(name) __attribute__((export_name(#name)))

extern "C" {

SAYWHEN_EXPORT(allocate) void* Allocate(size_t size) { return std::malloc(size); }
SAYWHEN_EXPORT(release) void Release(void* memory) { std::free(memory); }

SAYWHEN_EXPORT(open) Engine* Open() { return new Engine; }
SAYWHEN_EXPORT(resultText) const char* ResultText(Engine* engine) { return engine->result.data(); }
SAYWHEN_EXPORT(resultSize) size_t ResultSize(Engine* engine) { return engine->result.size(); }

// `fonts` counts from 0 without gaps.
SAYWHEN_EXPORT(create) WebWidget* Create(Engine* engine, uint32_t fonts) {
  while (engine->fonts.size() <= fonts) {
    engine->fonts.push_back(std::make_unique<FontSet>(static_cast<uint32_t>(engine->fonts.size())));
  }
  return new WebWidget(engine, &engine->fonts[fonts]->text);
}
SAYWHEN_EXPORT(destroy) void Destroy(WebWidget* widget) { delete widget; }

// The interface's words in another language than English: its primary subtag, and its texts one a
// line, as web/build.mjs writes them. Before the first widget.
SAYWHEN_EXPORT(setStrings)
void SetStrings(Engine* engine, const char* language, size_t language_size, const char* lines,
                size_t lines_size) {
  engine->language.assign(language, language_size);
  engine->lines.assign(lines, lines_size);
  engine->strings = ReadStrings(engine->lines);
}

// Fonts have arrived or changed: nothing that was measured holds.
SAYWHEN_EXPORT(forgetText) void ForgetText(Engine* engine) {
  for (const auto& fonts : engine->fonts) fonts->text.Clear();
}

// To be closed and shown, or dropped.
SAYWHEN_EXPORT(openStory) IncomingStory* OpenStory() { return new IncomingStory; }
// Returns how many quotes have been read so far.
SAYWHEN_EXPORT(appendStory)
size_t AppendStory(IncomingStory* incoming, const char* text, size_t size) {
  incoming->stream.Append({text, size});
  return incoming->stream.quotes();
}
// All of it has arrived. Of a large story this takes its time, as do preparing and showing it.
SAYWHEN_EXPORT(closeStory) void CloseStory(IncomingStory* incoming) {
  Result<Story> story = incoming->stream.Finish(&incoming->diagnostics);
  if (story.ok()) {
    incoming->story = std::move(story).value();
  } else {
    incoming->error = story.error();
  }
}
// Goes on with what showing it needs; returns whether all of that is there. What is missing is made
// when it is shown.
SAYWHEN_EXPORT(prepareStory) bool PrepareStory(IncomingStory* incoming) {
  return incoming->error || incoming->story.DeriveFurther();
}
SAYWHEN_EXPORT(dropStory) void DropStory(IncomingStory* incoming) { delete incoming; }

// Shows what has arrived, and drops it. `relation`: to the story that is shown, a StoryRelation.
// Result: {"title","language","count":number,"problems":number,"fresh":number}, or
// {"error":{"code","message","pointer","line","column"}}, and then nothing is another than before.
SAYWHEN_EXPORT(showStory)
void ShowStory(WebWidget* widget, IncomingStory* incoming, uint32_t relation) {
  JsonWriter json;
  json.BeginObject();
  if (!incoming->error) {
    const AppState& state = widget->widget.state();
    const auto chosen = [&state](Index quote) {
      return quote < state.story.quotes.size() ? state.story.quotes[quote].id : std::string();
    };
    const std::string told = chosen(widget->told_selected);
    const size_t fresh =
        Show(&widget->widget, std::move(incoming->story), static_cast<StoryRelation>(relation));
    // The first choice is ours, not the reader's: nothing to tell.
    const bool ours = static_cast<StoryRelation>(relation) == StoryRelation::kAnother;
    widget->told_selected = ours || chosen(state.selected) == told ? state.selected : kNone;
    json.Key("fresh").Int(static_cast<int64_t>(fresh));
    json.Key("title").String(state.story.title).Key("language").String(state.story.language);
    json.Key("count").Int(static_cast<int64_t>(state.story.quotes.size()));
    const Diagnostics& found = incoming->diagnostics;
    json.Key("problems").Int(static_cast<int64_t>(found.errors() + found.warnings()));
  } else {
    const Error& error = *incoming->error;
    json.Key("error").BeginObject().Key("code").String(error.code);
    json.Key("message").String(error.message).Key("pointer").String(error.pointer);
    json.Key("line").Int(error.line).Key("column").Int(error.column).EndObject();
  }
  json.EndObject();
  delete incoming;
  widget->engine.result = std::move(json).Take();
}

// Result: at most `most` quotes after the `first` of showStory()'s `count`, as the page writes them
// into its own DOM: [{"id","text","language","cite","speakers","said","when"}], of TranscriptOf();
// no times when they are unknown.
SAYWHEN_EXPORT(quotes) void Quotes(WebWidget* widget, uint32_t first, uint32_t most) {
  Engine& engine = widget->engine;
  JsonWriter json;
  json.BeginArray();
  for (const TranscriptQuote& quote :
       TranscriptOf(widget->widget.state(), first, most, &engine.locale, engine.strings)) {
    json.BeginObject().Key("id").String(quote.id).Key("text").String(quote.text);
    json.Key("language").String(quote.language).Key("cite").String(quote.cite);
    json.Key("speakers").BeginArray();
    for (const std::string& speaker : quote.speakers) json.String(speaker);
    json.EndArray();
    if (!quote.when.empty()) json.Key("said").String(quote.said).Key("when").String(quote.when);
    json.EndObject();
  }
  json.EndArray();
  engine.result = std::move(json).Take();
}

// The text of the article around the widget. Result: where its quotes stand in it,
// [{"quote","exact","spans":[begin,end,…]}], in UTF-16 units.
SAYWHEN_EXPORT(setPageArticle)
void SetPageArticle(WebWidget* widget, const char* text, size_t size) {
  const std::vector<Anchor> anchors = widget->widget.SetPageArticle({text, size});
  const Utf16Index units({text, size});
  JsonWriter json;
  json.BeginArray();
  for (const Anchor& anchor : anchors) {
    json.BeginObject().Key("quote").String(widget->widget.state().story.quotes[anchor.quote].id);
    json.Key("exact").Bool(anchor.exact).Key("spans").BeginArray();
    for (const TextSpan span : anchor.spans) {
      json.Int(static_cast<int64_t>(units.Of(span.begin)));
      json.Int(static_cast<int64_t>(units.Of(span.end)));
    }
    json.EndArray().EndObject();
  }
  json.EndArray();
  widget->engine.result = std::move(json).Take();
}

SAYWHEN_EXPORT(setSize) void SetSize(WebWidget* widget, float width, float scale) {
  widget->widget.SetSize(width, scale);
}
SAYWHEN_EXPORT(setDark) void SetDark(WebWidget* widget, bool dark) {
  widget->widget.SetTheme(dark ? ThemeName::kDark : ThemeName::kLight);
}
SAYWHEN_EXPORT(setReducedMotion) void SetReducedMotion(WebWidget* widget, bool reduced) {
  widget->widget.SetReducedMotion(reduced);
}

SAYWHEN_EXPORT(frame) bool Frame(WebWidget* widget, double now_ms, float top, float height) {
  return widget->widget.Frame(now_ms, top, height);
}
SAYWHEN_EXPORT(frameData) void FrameData(WebWidget* widget, FrameRecord* record) {
  const DrawFrame& frame = widget->widget.frame();
  const auto count = [](const auto& items) { return static_cast<uint32_t>(items.size()); };
  *record = {frame.vertices.data(), count(frame.vertices), frame.indices.data(),
             count(frame.indices),  frame.marks.data(),    count(frame.marks),
             frame.commands.data(), count(frame.commands), frame.width,
             frame.height,          frame.scale,           frame.background};
}
// Instead of a frame of the widget, until the next frame(): a card of the selected quote.
SAYWHEN_EXPORT(cardFrame) void CardFrame(WebWidget* widget, float width, float height) {
  widget->widget.CardFrame(width, height, 1);
}

SAYWHEN_EXPORT(isArticleShown) bool IsArticleShown(WebWidget* widget) {
  return widget->widget.state().view == ViewName::kArticle;
}
// The quote that is read when the screen's top is at `y` of the widget, for readingFrame(); -1:
// none. A frame as cardFrame() is.
SAYWHEN_EXPORT(quoteReadAt) int32_t QuoteReadAt(WebWidget* widget, float y) {
  return static_cast<int32_t>(widget->widget.QuoteReadAt(y));
}
SAYWHEN_EXPORT(readingFrame) void ReadingFrame(WebWidget* widget, int32_t quote) {
  widget->widget.ReadingFrame(static_cast<Index>(quote));
}

// Result: the widget as SVG, in these CSS font families. The next frame() draws it again.
SAYWHEN_EXPORT(svg)
void Svg(WebWidget* widget, const char* interface, size_t interface_size, const char* text,
         size_t text_size) {
  widget->engine.result =
      widget->widget.Svg({std::string(interface, interface_size), std::string(text, text_size)});
}

// Result: what the widget asks for next, {"kind","text","html","name","type","picture"}; returns
// whether there is anything.
SAYWHEN_EXPORT(nextRequest) bool NextRequest(WebWidget* widget) {
  const std::optional<Request> request = widget->widget.TakeRequest();
  if (!request) return false;
  JsonWriter json;
  json.BeginObject().Key("kind").String(NameOf(request->kind)).Key("text").String(request->text);
  json.Key("html").String(request->html).Key("name").String(request->name);
  json.Key("type").String(request->type);
  json.Key("picture").Int(static_cast<int64_t>(request->picture)).EndObject();
  widget->engine.result = std::move(json).Take();
  return true;
}

// The view as app/view_link.h writes it: the result, and to be set. Setting returns flags.
SAYWHEN_EXPORT(view) void GetView(WebWidget* widget) {
  const AppState& state = widget->widget.state();
  widget->engine.result = state.explorer ? WriteView(state) : "";
}
SAYWHEN_EXPORT(setView) uint32_t SetView(WebWidget* widget, const char* text, size_t size) {
  return Flags(ReadView(widget->widget.mutable_state(), {text, size}, 0));
}

SAYWHEN_EXPORT(contentHeight) float ContentHeight(WebWidget* widget) {
  return widget->widget.content_height();
}

// Result: what is new in the semantics tree since the page was told last (ToldTree); returns
// whether there is anything.
SAYWHEN_EXPORT(treeChanged) bool TreeChanged(WebWidget* widget) {
  std::string& result = widget->engine.result;
  result = widget->told_tree.News(widget->widget.tree());
  return !result.empty();
}

// Result: the id of the selected quote, when it is another than the page was told last.
SAYWHEN_EXPORT(selectionChanged) bool SelectionChanged(WebWidget* widget) {
  const AppState& state = widget->widget.state();
  if (state.selected == widget->told_selected) return false;
  widget->told_selected = state.selected;
  widget->engine.result =
      state.selected < state.story.quotes.size() ? state.story.quotes[state.selected].id : "";
  return true;
}

SAYWHEN_EXPORT(pointerMove) bool PointerMove(WebWidget* widget, float x, float y, bool touch) {
  return widget->widget.PointerMove(x, y, touch);
}
SAYWHEN_EXPORT(pointerButton) bool PointerButton(WebWidget* widget, bool down) {
  return widget->widget.PointerButton(down);
}
SAYWHEN_EXPORT(pointerDouble) bool PointerDouble(WebWidget* widget) {
  return widget->widget.PointerDouble();
}
SAYWHEN_EXPORT(pointerLeave) bool PointerLeave(WebWidget* widget) {
  return widget->widget.PointerLeave();
}
SAYWHEN_EXPORT(isOverPressable) bool IsOverPressable(WebWidget* widget) {
  return widget->widget.IsOverPressable();
}
SAYWHEN_EXPORT(wheel)
bool Wheel(WebWidget* widget, float x, float y, float right, float down, bool zoom, bool shift) {
  return widget->widget.Wheel({x, y, right, down, zoom, shift});
}
SAYWHEN_EXPORT(pressKey) bool PressKey(WebWidget* widget, uint32_t key) {
  return key <= static_cast<uint32_t>(Key::kPageDown) &&
         widget->widget.PressKey(static_cast<Key>(key));
}
// These return flags: 1 something changed, 2 another quote is selected.
SAYWHEN_EXPORT(press)
uint32_t Press(WebWidget* widget, const char* id, size_t size, double amount, const char* text,
               size_t text_size) {
  return Flags(widget->widget.Press({id, size}, amount, {text, text_size}));
}
// Goes on with what searches need, by so many quotes; returns whether it is all there. A search
// before that does what is left of it.
SAYWHEN_EXPORT(prepareSearch) bool PrepareSearch(WebWidget* widget, uint32_t most) {
  const AppState& state = widget->widget.state();
  return !state.explorer || state.explorer->Prepare(most);
}
SAYWHEN_EXPORT(search) uint32_t Search(WebWidget* widget, const char* text, size_t size) {
  return Flags(
      widget->widget.Dispatch({.kind = ActionKind::kSearch, .text = std::string(text, size)}));
}
SAYWHEN_EXPORT(select) uint32_t Select(WebWidget* widget, const char* id, size_t size) {
  const std::string_view wanted(id, size);
  const SteadyVector<Quote>& quotes = widget->widget.state().story.quotes;
  for (Index i = 0; i < quotes.size(); ++i) {
    if (quotes[i].id == wanted) {
      return Flags(widget->widget.Dispatch({.kind = ActionKind::kSelectQuote, .index = i}));
    }
  }
  return 0;
}

}  // extern "C"
