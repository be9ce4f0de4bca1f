// What every view has at hand: the state to show, what to draw with, the tree to say it in.
#pragma once

#include <string>
#include <vector>

#include "app/app_state.h"
#include "platform/host.h"
#include "ui/canvas.h"
#include "ui/semantics.h"
#include "ui/strings.h"
#include "ui/time_text.h"

namespace saywhen {

// Views read the state and add what the reader does to `actions`. Lengths in CSS pixels from the
// widget's top left corner; a view is given its place and returns where it ends.
struct View {
  const AppState& state;
  const Strings& strings;
  Locale& locale;
  Canvas& canvas;
  SemanticsTree& tree;
  std::vector<Action>& actions;
  std::vector<Box>& hits;  // what the pointer can be over
  double now_ms = 0;
  bool touch = false;   // the last pointer was a finger: larger targets
  bool narrow = false;  // as on a phone: the vertical timeline

  const Theme& theme() const { return canvas.theme(); }
};

// A thing to press: says it in the tree, and takes the pointer over `node.box`.
struct Pressable {
  bool hovered = false;
  bool held = false;
};
Pressable AddPressable(View* view, SemanticsNode node);

struct Button {
  std::string_view id;
  std::string_view label;  // what is drawn
  std::string_view name;   // what is said
  Action press;
  bool disabled = false;
};
// Returns its right edge.
float DrawButton(View* view, const Button& button, float left, float top);
float ButtonWidth(View* view, std::string_view label);
float ButtonHeight(const View& view);

// Speakers. `speaker` may be kNone.
Color SpeakerColor(const View& view, Index speaker);
std::string_view SpeakerName(const View& view, Index speaker);
// Up to two letters: the first of the first and of the last word.
std::string Initials(std::string_view name);
// "Rutte, Hegseth"; the unknown speaker's name when there is none.
std::string SpeakerNames(const View& view, const Quote& quote);
void DrawSpeakerDisc(View* view, Index speaker, float x, float y, float radius);

// Quotes.
Index FirstSpeaker(const Quote& quote);
std::string_view LanguageOf(const Story& story, const Quote& quote);
// With the quotation marks of its language when it is direct; a mixed quote holds its own.
std::string ShownText(const Story& story, const Quote& quote);
// Where the words that name a time stand in ShownText(); empty when they are not in it.
TextSpan SpanInShownText(const Story& story, const Quote& quote, const StoryTime& about);
std::string_view TypeName(const Strings& strings, QuoteType type);
bool IsLowConfidence(const Quote& quote);
std::string SaidText(const View& view, const Quote& quote, TimeLength length);
std::string QuotesCounted(const View& view, size_t count);
// The mark that stands for a quote, in the colour of `speaker`; form means certainty. The selected
// one wears a ring around it.
void DrawQuoteMark(View* view, const Quote& quote, Index speaker, float x, float y, bool selected);
MarkInstance MarkOf(const View& view, const Quote& quote, Index speaker, float x, float y);
// "quote-" and the quote's id.
std::string NodeId(std::string_view prefix, std::string_view id);

}  // namespace saywhen
