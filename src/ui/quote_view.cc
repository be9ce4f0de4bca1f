#include "ui/quote_view.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "formats/citation.h"
#include "formats/text_fragment.h"
#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

std::string_view BasisName(const View& view, const StoryTime& time) {
  if (!time.basis) return {};
  switch (*time.basis) {
    case Basis::kStated:
      return view.strings.stated;
    case Basis::kInferred:
      return view.strings.inferred;
    case Basis::kPublished:
      return view.strings.of_publication;
  }
  return {};
}

// Lays the chosen quote out from top to bottom; measures only where `draw` is false.
class ChosenQuote {
 public:
  ChosenQuote(View* view, float left, float top, float width, bool draw)
      : view_(*view),
        canvas_(view->canvas),
        theme_(view->theme()),
        story_(view->state.story),
        quote_(story_.quotes[view->state.selected]),
        left_(left),
        y_(top),
        width_(width),
        draw_(draw) {}

  float Run() {
    // On a phone the end of a long quote is far away: who speaks comes first.
    if (view_.narrow) Who();
    if (!quote_.more->prompt.empty()) Prompt();
    TheWords();
    if (!view_.narrow) Who();
    for (const Fact& fact : FactsOf(view_, quote_)) OneFact(fact);
    Related();
    Deeds();
    Neighbours();
    return y_;
  }

 private:
  void Say(std::string_view id, Role role, std::string name, float top, float height,
           std::string_view language = {}) {
    if (!draw_) return;
    SemanticsNode node;
    node.id = id;
    node.role = role;
    node.name = std::move(name);
    node.language = language;
    node.box = {left_, top, width_, height};
    view_.tree.Add(std::move(node));
  }

  void Prompt() {
    const std::string_view language = LanguageOf(story_, quote_);
    const Paragraph prompt =
        canvas_.LayOut({quote_.more->prompt, style::kBody, language}, width_ - 14);
    if (draw_) {
      canvas_.Fill({left_, y_, 2, prompt.height()}, theme_.border);
      canvas_.Draw(prompt, left_ + 14, y_, theme_.quiet);
    }
    Say("prompt", Role::kText, quote_.more->prompt, y_, prompt.height(), language);
    y_ += prompt.height() + 14;
  }

  void TheWords() {
    const std::string text = ShownText(story_, quote_);
    const std::string_view language = LanguageOf(story_, quote_);
    const TextStyle size = view_.narrow ? style::kChosenQuoteNarrow : style::kChosenQuote;
    const Words what{text, size, language};
    const Paragraph words = canvas_.LayOut(what, width_);
    if (draw_) {
      DrawHits(&view_, words, text, language, left_, y_);
      for (const StoryTime& about : quote_.about) {
        canvas_.Underline(words, left_, y_, SpanInShownText(story_, quote_, about), theme_.time);
      }
      canvas_.Draw(words, left_, y_, theme_.text);
      SemanticsNode node = WordsNode("words", what, {left_, y_, width_, words.height()});
      node.quote = quote_.id;
      view_.tree.Add(std::move(node));
    }
    y_ += words.height() + 18;
  }

  std::vector<Index> Speakers() const {
    return quote_.speakers.empty() ? std::vector<Index>{kNone} : quote_.speakers;
  }

  void Who() {
    for (const Index speaker : Speakers()) OneSpeaker(speaker);
    y_ += 8;
  }

  void OneSpeaker(Index speaker) {
    constexpr float kRadius = 19;
    constexpr float kHeight = 46;
    const float middle = y_ + kHeight / 2;
    std::string role;
    if (speaker < story_.speakers.size()) {
      const Speaker& known = story_.speakers[speaker];
      role = known.role.empty() ? known.affiliation : known.role;
    }
    if (draw_) {
      DrawSpeakerDisc(&view_, speaker, left_ + kRadius, middle, kRadius);
      const float text = left_ + 2 * kRadius + 12;
      const float room = left_ + width_ - text;
      canvas_.DrawLineCut({SpeakerName(view_, speaker), style::kBigName}, text,
                          role.empty() ? middle : middle - 9, room, theme_.text);
      if (!role.empty()) {
        canvas_.DrawLineCut({role, style::kBody, story_.language}, text, middle + 10, room,
                            theme_.quiet);
      }
    }
    const std::string name(SpeakerName(view_, speaker));
    if (speaker < story_.speakers.size() && !story_.speakers[speaker].same_as.empty() && draw_) {
      About(speaker, y_);
    }
    Say("who-" + std::to_string(speaker), Role::kText, role.empty() ? name : name + ", " + role, y_,
        kHeight);
    y_ += kHeight;
  }

  // A small arrow behind who speaks leads to who that is.
  void About(Index who, float top) {
    const Speaker& speaker = story_.speakers[who];
    const std::string& address = speaker.same_as.front();
    SemanticsNode node;
    node.id = NodeId("about", speaker.id);
    node.role = Role::kLink;
    node.name = Fill(view_.strings.link_of, SpeakerName(view_, who));
    node.value = address;
    const float size = ButtonHeight(view_);
    node.box = {left_ + width_ - size, top + (46 - size) / 2, size, size};
    node.press = {.kind = ActionKind::kOpen, .text = address};
    const Box box = node.box;
    const bool lit = AddPressable(&view_, std::move(node)).hovered;
    canvas_.DrawLineCentred({"↗", style::kBigName}, box.left + size / 2, box.top + size / 2,
                            lit ? theme_.text : theme_.quiet);
  }

  void OneFact(const Fact& fact) {
    constexpr float kNames = 96;
    const float room = width_ - kNames;
    const Paragraph text = canvas_.LayOut({fact.text, style::kBody, story_.language}, room);
    // How it is known stands behind the text, or below it where there is no room.
    const Words basis{fact.basis, {Face::kInterface, 11, false}};
    const float tag = fact.basis.empty() ? 0 : canvas_.Width(basis) + 14;
    const float last = text.lines.back().width;
    const bool beside = last + 10 + tag <= room;
    const float height = text.height() + (fact.basis.empty() || beside ? 0 : 24);
    if (draw_) {
      canvas_.DrawLine({fact.name, style::kBody}, left_, y_ + text.line_height / 2, theme_.quiet);
      canvas_.Draw(text, left_ + kNames, y_, theme_.text);
      if (!fact.basis.empty()) {
        const float x = left_ + kNames + (beside ? last + 10 : 0);
        const float middle =
            beside ? y_ + text.height() - text.line_height / 2 : y_ + text.height() + 12;
        canvas_.Outline({x, middle - 9, tag, 18}, theme_.border, 4, 1);
        canvas_.DrawLine(basis, x + 7, middle, theme_.quiet);
      }
    }
    std::string said = std::string(fact.name) + ": " + fact.text;
    if (!fact.basis.empty()) said += " (" + std::string(fact.basis) + ")";
    Say("fact-" + std::to_string(facts_++), Role::kText, std::move(said), y_, height);
    y_ += height + 8;
  }

  // Quotes inside this one, and the one that it is inside of.
  void Related() {
    if (quote_.within < story_.quotes.size()) Link(quote_.within, view_.strings.part_of);
    for (const Index i : view_.state.inner) Link(i, view_.strings.contains);
    for (const Index i : view_.state.versions) {
      const Index article = story_.quotes[i].article;
      if (article >= story_.articles.size()) continue;
      ToQuote(NodeId("version", story_.quotes[i].id),
              Fill(view_.strings.other_version, story_.articles[article].headline), i);
    }
  }

  void Link(Index to, std::string_view pattern) {
    ToQuote(NodeId("related", story_.quotes[to].id),
            Fill(pattern, SpeakerNames(view_, story_.quotes[to])), to);
  }

  // A button that leads to another quote; its label is cut to the room there is.
  void ToQuote(const std::string& id, const std::string& name, Index to) {
    if (draw_) {
      const std::string label = canvas_.Cut({name, style::kBody}, width_ - 28);
      DrawButton(&view_, {id, label, name, {.kind = ActionKind::kSelectQuote, .index = to}}, left_,
                 y_ + 4);
    }
    y_ += ButtonHeight(view_) + 8;
  }

  // What can be done with the quote: copy it, cite it, link to it, open it where it stands.
  void Deeds() {
    const Strings& strings = view_.strings;
    const bool cites = IsOpen(view_.state, Panel::kCite);
    const auto label = [this](ActionKind kind, std::string_view text) {
      return view_.done == kind ? view_.strings.copied : text;
    };
    std::vector<Button> buttons = {{.id = "copy",
                                    .label = label(ActionKind::kCopyQuote, strings.copy),
                                    .name = strings.copy,
                                    .press = {.kind = ActionKind::kCopyQuote}},
                                   {.id = "cite",
                                    .label = strings.cite,
                                    .name = strings.cite,
                                    .press = Do(ActionKind::kTogglePanel, Panel::kCite),
                                    .role = Role::kDisclosure,
                                    .pressed = cites},
                                   {.id = "copy-link",
                                    .label = label(ActionKind::kCopyLink, strings.copy_link),
                                    .name = strings.copy_link,
                                    .press = {.kind = ActionKind::kCopyLink}}};
    const std::string passage = PassageUrl(story_, quote_);
    if (!passage.empty()) {
      buttons.push_back({.id = "open-passage",
                         .label = strings.open_passage,
                         .name = strings.open_passage,
                         .press = {.kind = ActionKind::kOpen, .text = passage},
                         .role = Role::kLink,
                         .value = passage});
    }
    const bool has_text =
        quote_.article < story_.articles.size() && !story_.articles[quote_.article].text.empty();
    // The reader's own page goes before our copy of it.
    const std::vector<uint8_t>& on_page = view_.state.on_page;
    const bool is_there = view_.state.selected < on_page.size() && on_page[view_.state.selected];
    if (is_there || (has_text && view_.state.view != ViewName::kArticle)) {
      buttons.push_back(
          {.id = "show-in-article",
           .label = strings.show_in_article,
           .name = strings.show_in_article,
           .press = {.kind = is_there ? ActionKind::kShowOnPage : ActionKind::kShowArticle}});
    }
    Row(buttons);
    if (!cites) return;
    static constexpr std::string_view kStyles[] = {"",    "HTML",   "Markdown",
                                                   "APA", "BibTeX", "CSL-JSON"};
    std::vector<Button> styles;
    for (size_t i = 0; i < std::size(kStyles); ++i) {
      const std::string_view name = i == 0 ? strings.plain_text : kStyles[i];
      styles.push_back({.id = kStyleIds[i],
                        .label = name,
                        .name = name,
                        .press = Do(ActionKind::kCopyCitation, static_cast<CitationStyle>(i))});
    }
    Row(styles);
  }

  void Row(const std::vector<Button>& buttons) {
    y_ += 8;
    if (draw_) {
      y_ = DrawButtons(&view_, buttons, left_, y_, width_);
      return;
    }
    // As DrawButtons() breaks them.
    float x = 0;
    for (const Button& button : buttons) {
      const float needed = ButtonWidth(&view_, button.label);
      if (x > 0 && x + needed > width_) {
        x = 0;
        y_ += ButtonHeight(view_) + 8;
      }
      x += needed + 8;
    }
    y_ += ButtonHeight(view_);
  }

  static constexpr std::string_view kStyleIds[] = {"cite-text", "cite-html",   "cite-markdown",
                                                   "cite-apa",  "cite-bibtex", "cite-csl-json"};

  void Neighbours() {
    y_ += 12;
    const size_t position = PositionOf(view_.state, view_.state.selected);
    const size_t count = view_.state.quotes.size();
    if (draw_) {
      const Strings& strings = view_.strings;
      const float right = DrawButton(&view_,
                                     {"previous",
                                      strings.previous,
                                      strings.previous,
                                      {.kind = ActionKind::kSelectPrevious},
                                      position == 0},
                                     left_, y_);
      const float next = DrawButton(&view_,
                                    {"next",
                                     strings.next,
                                     strings.next,
                                     {.kind = ActionKind::kSelectNext},
                                     position + 1 >= count},
                                    right + 8, y_);
      const std::string place =
          Fill(strings.out_of, view_.locale.FormatNumber(static_cast<int64_t>(position) + 1),
               view_.locale.FormatNumber(static_cast<int64_t>(count)));
      canvas_.DrawLine({place, style::kSmall}, next + 14, y_ + ButtonHeight(view_) / 2,
                       theme_.quiet);
    }
    y_ += ButtonHeight(view_);
  }

  View& view_;
  Canvas& canvas_;
  const Theme& theme_;
  const Story& story_;
  const Quote& quote_;
  float left_;
  float y_;
  float width_;
  bool draw_;
  int facts_ = 0;
};

}  // namespace

namespace {

// The names of `speakers`, without those that are not there.
std::string Names(const View& view, const std::vector<Index>& speakers) {
  std::string names;
  for (const Index speaker : speakers) {
    if (speaker >= view.state.story.speakers.size()) continue;
    if (!names.empty()) names += ", ";
    names += SpeakerName(view, speaker);
  }
  return names;
}

std::string Joined(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) {
    if (!joined.empty()) joined += ", ";
    joined += text;
  }
  return joined;
}

void AddSpeakerFacts(const View& view, const Quote& quote, std::vector<Fact>* facts) {
  const Story& story = view.state.story;
  const Strings& strings = view.strings;
  std::string words = quote.mention->text;
  if (!quote.cue->text.empty()) words += (words.empty() ? "" : " … ") + quote.cue->text;
  if (!words.empty()) facts->push_back({strings.attribution, std::move(words), {}});
  if (quote.speakers.size() == 1 && quote.speakers[0] < story.speakers.size()) {
    const Speaker& speaker = story.speakers[quote.speakers[0]];
    if (!speaker.aliases.empty()) {
      facts->push_back({strings.also_called, Joined(speaker.aliases), {}});
    }
  }
  if (!quote.more->mentions.empty()) {
    facts->push_back({strings.mentions, Names(view, quote.more->mentions), {}});
  }
  if (!quote.tags.empty()) facts->push_back({strings.topics, Joined(quote.tags), {}});
}

}  // namespace

std::vector<Fact> FactsOf(const View& view, const Quote& quote) {
  const Strings& strings = view.strings;
  std::vector<Fact> facts;
  std::string said = SaidText(view, quote, TimeLength::kLong);
  if (!quote.place.empty()) said += ", " + quote.place;
  const std::string_view basis = quote.said ? BasisName(view, *quote.said)
                                 : WhenSaid(view.state.story, quote) != nullptr
                                     ? strings.of_publication
                                     : std::string_view();
  facts.push_back({strings.said, std::move(said), basis});
  for (const StoryTime& about : quote.about) {
    const bool in_words = !SpanInShownText(view.state.story, quote, about).empty();
    const std::string_view known = BasisName(view, about);
    facts.push_back({strings.about, TimeText(about.when, TimeLength::kLong, &view.locale, strings),
                     !known.empty() ? known
                     : in_words     ? strings.in_the_quote
                                    : ""});
  }
  const Story& story = view.state.story;
  const auto& articles = story.articles;
  const bool dated = quote.article < articles.size() && articles[quote.article].published;
  if (quote.said && dated) {
    facts.push_back(
        {strings.published,
         TimeText(*articles[quote.article].published, TimeLength::kLong, &view.locale, strings),
         {}});
  }
  AddSpeakerFacts(view, quote, &facts);
  if (quote.type != QuoteType::kDirect || quote.confidence < 1) {
    std::string form(TypeName(strings, quote.type));
    if (quote.confidence < 1) {
      form += ", " + view.locale.FormatNumber(std::lround(quote.confidence * 100)) + "%";
    }
    facts.push_back({strings.confidence, std::move(form), {}});
  }
  if (!quote.more->note.empty()) facts.push_back({strings.note, quote.more->note, {}});
  return facts;
}

float DrawChosenQuote(View* view, float left, float top, float width, bool draw) {
  if (view->state.selected >= view->state.story.quotes.size()) return top;
  if (draw) {
    SemanticsNode group;
    group.id = "chosen";
    group.name = view->strings.chosen_quote;
    group.box = {left, top, width, 0};
    view->tree.Open(std::move(group));
  }
  const float end = ChosenQuote(view, left, top, width, draw).Run();
  if (draw) view->tree.Close();
  return end;
}

}  // namespace saywhen
