// What every view has at hand: the state to show, what to draw with, the tree to say it in.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/app_state.h"
#include "platform/host.h"
#include "ui/canvas.h"
#include "ui/semantics.h"
#include "ui/strings.h"
#include "ui/time_text.h"

namespace saywhen {

// A place where the pointer does something.
struct Hit {
  Box box;
  Action press;
  // Moving the pressed pointer pans the axis, or presses again.
  bool drags = false;
  // Action::amount of `press`: where along the box it is pressed, 0 to 1.
  bool amount_along = false;
  // Action::anchor of `press`: where on the axis it is pressed.
  bool anchor_here = false;
};

// Views read the state; what can be done to it is said in `tree` and `hits`. Lengths in CSS pixels
// from the widget's top left corner; a view is given its place and returns where it ends.
struct View {
  const AppState& state;
  const Strings& strings;
  Locale& locale;
  Canvas& canvas;
  SemanticsTree& tree;
  std::vector<Hit>& hits;  // what the pointer can be over; the last lies on top
  Box hovered;             // of the last frame's hits, the one that the pointer is over
  bool held = false;       // it is pressed
  double now_ms = 0;
  bool touch = false;        // the last pointer was a finger: larger targets
  bool narrow = false;       // as on a phone: the vertical timeline
  bool offers_text = false;  // the host has a text view to go to
  bool draws_input = false;  // what is typed is drawn here: the host has no text field of its own
  ActionKind done = ActionKind::kNothing;  // the last action, if it was asked of the host

  const Theme& theme() const { return canvas.theme(); }
};

// A thing to press: says it in the tree, and takes the pointer over `node.box`.
struct Pressable {
  bool hovered = false;
  bool held = false;
};
Pressable AddPressable(View* view, SemanticsNode node);
// The same for what is not in the tree.
Pressable AddHit(View* view, Hit hit);

struct Button {
  std::string_view id;
  std::string_view label;  // what is drawn
  std::string_view name;   // what is said
  Action press;
  bool disabled = false;
  Role role = Role::kButton;
  bool pressed = false;    // of toggles and disclosures: drawn as such
  std::string value = {};  // of links: the address
};
// Returns its right edge.
float DrawButton(View* view, const Button& button, float left, float top);
float ButtonWidth(View* view, std::string_view label);
float ButtonHeight(const View& view);
// In rows within [left, left + width]; returns the bottom of the last one, or `top` when there are
// none.
float DrawButtons(View* view, std::span<const Button> buttons, float left, float top, float width);
// A group of the tree; what comes is in it until view->tree.Close().
void OpenGroup(View* view, std::string_view id, std::string_view name, const Box& box,
               Role role = Role::kGroup);
void SayText(View* view, std::string_view id, Role role, std::string name, const Box& box,
             std::string_view language = {});
// Words that are drawn in `box`, to be added to the tree by who draws them: they can be selected.
SemanticsNode WordsNode(std::string id, const Words& words, const Box& box);
// Adds those of a quote whose button says them as well.
void AddSilentWords(View* view, std::string id, const Quote& quote, const Words& words,
                    const Box& box);
// An event with its time and what its picture shows, said at its place; one that has an address is
// a link to it where `opens`. Pictures are never fetched: nothing on the page may ask a third
// party.
void SayEvent(View* view, Index event, const Box& box, bool opens);
// A heading of a part of the widget, drawn and said; returns its bottom.
float DrawHeading(View* view, std::string_view id, std::string_view text, float left, float top,
                  float width);

// Speakers. `speaker` may be kNone.
std::string_view SpeakerName(const View& view, Index speaker);
// Up to two letters: the first of the first and of the last word.
std::string Initials(std::string_view name);
// "Rutte, Hegseth"; the unknown speaker's name when there is none.
std::string SpeakerNames(const View& view, const Quote& quote);

// Quotes.
Index FirstSpeaker(const Quote& quote);
std::string_view LanguageOf(const Story& story, const Quote& quote);
// With the quotation marks of its language when it is direct; a mixed quote holds its own.
std::string ShownText(const Story& story, const Quote& quote);
// Where the words that name a time stand in ShownText(); empty when they are not in it.
TextSpan SpanInShownText(const Story& story, const Quote& quote, const StoryTime& about);
// Colours what the search found in a text that is about to be drawn at (x, y).
void DrawHits(View* view, const Paragraph& paragraph, std::string_view text,
              std::string_view language, float x, float y);
std::string_view TypeName(const Strings& strings, QuoteType type);
bool IsLowConfidence(const Quote& quote);
std::string SaidText(const View& view, const Quote& quote, TimeLength length);
std::string QuotesCounted(const View& view, size_t count);
// A counted string of the reader's language.
std::string Counted(const View& view, size_t count, std::string_view forms);
// "quote-" and the quote's id.
std::string NodeId(std::string_view prefix, std::string_view id);

}  // namespace saywhen
