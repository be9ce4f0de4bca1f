#include "extract/story_builder.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/json_writer.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "extract/prompts.h"
#include "extract/quote_times.h"
#include "extract/speakers.h"

namespace saywhen {
namespace {

// How much of the text around a quote its selector holds, in bytes.
constexpr size_t kSelectorContext = 32;
// A heading or caption of more bytes repeats nothing.
constexpr size_t kLongestRepetition = 400;
constexpr size_t kShortestRepetition = 12;

// A text's letters and digits, small, without anything else.
std::string Letters(std::string_view text) {
  std::string letters;
  for (size_t byte = 0; byte < text.size();) {
    const CodePoint point = DecodeCodePoint(text, byte);
    byte += point.size;
    const char32_t c = LowerCase(point.value);
    if (IsLetter(c) || (c >= '0' && c <= '9')) AppendCodePoint(&letters, c);
  }
  return letters;
}

class StoryBuilder {
 public:
  StoryBuilder(const Document& document, const Language& language,
               const std::vector<Paragraph>& paragraphs, std::vector<Attribution> attributions,
               Extraction* extraction)
      : document_(document),
        language_(language),
        paragraphs_(paragraphs),
        attributions_(std::move(attributions)),
        extraction_(*extraction) {}

  void Run() {
    DropRepetitions();
    Story& story = extraction_.story;
    const Speakers speakers = FindSpeakers(document_, language_, attributions_);
    const std::vector<QuoteTimes> times =
        FindQuoteTimes(document_, language_.times, attributions_, story.articles.front().published);
    story.speakers = speakers.speakers;
    for (size_t i = 0; i < attributions_.size(); ++i) {
      AddQuote(attributions_[i], speakers.of[i], times[i], repeated_[i]);
    }
    SetWithin();
  }

 private:
  std::string Text(TextSpan span) const {
    return std::string(document_.text.substr(span.begin, span.size()));
  }
  std::string Text(TokenRange range) const {
    return range.empty() ? std::string() : Text(document_.Span(range));
  }

  // --- Repetitions ---

  // The paragraph that the byte stands in.
  const Paragraph& ParagraphAt(uint32_t byte) const {
    static const Paragraph kBody;
    const auto after =
        std::upper_bound(paragraphs_.begin(), paragraphs_.end(), byte,
                         [](uint32_t at, const Paragraph& each) { return at < each.span.begin; });
    return after == paragraphs_.begin() ? kBody : *(after - 1);
  }

  // Of a content that is partly quoted, of that part only.
  std::string LettersOf(const Attribution& each, bool quoted_only) const {
    std::string letters;
    for (const TokenRange part : each.content) {
      for (uint32_t at = part.begin; at < part.end; ++at) {
        const bool counts =
            document_.tokens[at].word && (!quoted_only || document_.quotation_of[at] != kNoToken);
        if (counts) letters += Letters(document_.Text(at));
      }
    }
    return letters;
  }

  // “NO PROMISE WAS MADE”: a heading that is a quotation itself quotes nobody inside of it.
  bool InQuotedHeading(size_t i) const {
    const uint32_t token = attributions_[i].content.front().begin;
    const TokenRange paragraph = document_.paragraphs[document_.paragraph_of[token]];
    if (ParagraphAt(document_.Span(paragraph).begin).kind != ParagraphKind::kHeading) return false;
    const uint32_t quotation = document_.quotation_of[paragraph.begin];
    return quotation != kNoToken && document_.quotations[quotation].tokens == paragraph;
  }

  // "Dorn: No promise", twice: a headline and its repetition are no interview.
  bool IsAnswerInHeading(size_t i, ParagraphKind kind) const {
    return kind == ParagraphKind::kHeading && attributions_[i].rule == "answer";
  }

  // The asking of a prompt ("Asked whether …, she said") is no quote of its own.
  bool IsQuestion(size_t i) const {
    const Attribution& each = attributions_[i];
    if (each.cue.empty() || each.type == QuoteType::kDirect) return false;
    const auto after =
        std::upper_bound(prompts_.begin(), prompts_.end(), each.cue.begin,
                         [](uint32_t at, const TokenRange& prompt) { return at < prompt.begin; });
    constexpr uint32_t kNear = 6;
    return after != prompts_.begin() && (after - 1)->holds(each.cue.begin) &&
           each.cue.begin - (after - 1)->begin <= kNear;
  }

  void DropRepetitions() {
    for (const Attribution& each : attributions_) {
      const TokenRange prompt = PromptOf(document_, language_.prompts, language_.speakers, each);
      if (!prompt.empty()) prompts_.push_back(prompt);
    }
    std::sort(prompts_.begin(), prompts_.end(),
              [](const TokenRange& a, const TokenRange& b) { return a.begin < b.begin; });
    // What the body's quotes say, all in one, and where each begins.
    std::string body;
    std::vector<std::pair<size_t, size_t>> places;
    std::vector<bool> outside(attributions_.size());
    std::vector<bool> dropped(attributions_.size());
    for (size_t i = 0; i < attributions_.size(); ++i) {
      const uint32_t byte = document_.Span(attributions_[i].content.front()).begin;
      const ParagraphKind kind = ParagraphAt(byte).kind;
      outside[i] = kind == ParagraphKind::kHeading || kind == ParagraphKind::kCaption ||
                   kind == ParagraphKind::kPullQuote;
      dropped[i] = ParagraphAt(byte).furniture != Furniture::kText || InQuotedHeading(i) ||
                   IsQuestion(i) || IsAnswerInHeading(i, kind);
      if (outside[i] || dropped[i]) continue;
      places.emplace_back(body.size(), i);
      body += LettersOf(attributions_[i], false) + "\n";
    }
    std::vector<std::vector<TextSpan>> repeated(attributions_.size());
    for (size_t i = 0; i < attributions_.size(); ++i) {
      if (!outside[i] || dropped[i]) continue;
      const bool mixed = attributions_[i].type == QuoteType::kMixed;
      const std::string letters = LettersOf(attributions_[i], mixed);
      if (letters.size() < kShortestRepetition || letters.size() > kLongestRepetition) continue;
      const size_t found = body.find(letters);
      if (found == std::string::npos) continue;
      dropped[i] = true;
      const auto after = std::upper_bound(
          places.begin(), places.end(), found,
          [](size_t at, const std::pair<size_t, size_t>& place) { return at < place.first; });
      repeated[(after - 1)->second].push_back(document_.Span(attributions_[i].content.front()));
    }
    std::vector<Attribution> kept;
    for (size_t i = 0; i < attributions_.size(); ++i) {
      if (dropped[i]) continue;
      kept.push_back(std::move(attributions_[i]));
      repeated_.push_back(std::move(repeated[i]));
    }
    attributions_ = std::move(kept);
  }

  // --- Quotes ---

  // The part with the stop that ends it inside its quotation marks; with a comma, too, where more
  // of the quote follows.
  TextSpan SpanOf(TokenRange part, bool last) const {
    TokenRange whole = part;
    const uint32_t quotation = document_.quotation_of[part.end - 1];
    while (quotation != kNoToken && whole.end < document_.quotations[quotation].tokens.end &&
           (document_.tokens[whole.end].tag == Tag::kStop ||
            (!last && document_.tokens[whole.end].tag == Tag::kComma))) {
      ++whole.end;
    }
    return document_.Span(whole);
  }

  void AddQuote(const Attribution& each, const SpeakerOf& speaker, const QuoteTimes& times,
                const std::vector<TextSpan>& repeated) {
    Story& story = extraction_.story;
    Quote quote;
    quote.id = "q" + std::to_string(story.quotes.size() + 1);
    quote.article = 0;
    quote.type = each.type;
    std::string words;
    for (const TokenRange& part : each.content) {
      const bool last = &part == &each.content.back();
      const TextSpan span = each.rule == "answer" ? document_.Span(part) : SpanOf(part, last);
      if (!words.empty()) words += ' ';
      words += Text(span);
      quote.spans.push_back(span);
    }
    quote.text = words;
    quote.selector = SelectorOf(quote.spans.front());
    quote.speakers = speaker.speakers;
    if (!speaker.mention.empty()) {
      quote.mention = PassageOf(speaker.mention);
    }
    if (!each.cue.empty()) {
      quote.cue = PassageOf(each.cue);
    }
    quote.said = times.said;
    quote.about = times.about;
    quote.more.Own().prompt =
        Text(PromptOf(document_, language_.prompts, language_.speakers, each));
    Explanation why = Explain(each, speaker);
    const float raw = RawConfidence(each);
    // Three digits are more than it can know.
    quote.confidence = std::round(language_.calibration.Of(each.type, raw) * 1000) / 1000;
    quote.more.Own().extra = Found(why, repeated);
    story.quotes.push_back(std::move(quote));
    extraction_.explanations.push_back(std::move(why));
  }

  Passage PassageOf(TokenRange range) const {
    const TextSpan span = document_.Span(range);
    return {Text(span), span, {}};
  }

  Selector SelectorOf(TextSpan span) const {
    Selector selector;
    selector.exact = Text(span);
    size_t begin = span.begin > kSelectorContext ? span.begin - kSelectorContext : 0;
    while (begin < span.begin && IsInside(begin)) ++begin;
    selector.prefix = document_.text.substr(begin, span.begin - begin);
    size_t end = std::min(document_.text.size(), span.end + kSelectorContext);
    while (end > span.end && end < document_.text.size() && IsInside(end)) --end;
    selector.suffix = document_.text.substr(span.end, end - span.end);
    return selector;
  }
  // Whether a byte goes on with a code point.
  bool IsInside(size_t byte) const {
    return (static_cast<unsigned char>(document_.text[byte]) & 0xC0) == 0x80;
  }

  Explanation Explain(const Attribution& each, const SpeakerOf& speaker) const {
    Explanation why;
    why.rule = each.rule;
    if (!each.cue.empty()) {
      why.cue = Text(each.cue);
      const TokenRange& nearest = each.content.front();
      why.distance = nearest.begin >= each.cue.end   ? nearest.begin - each.cue.end
                     : each.cue.begin >= nearest.end ? each.cue.begin - nearest.end
                                                     : 0;
    }
    why.cue_probability = each.cue_probability;
    why.content_probability = each.content_probability;
    why.source_probability = each.source.probability;
    why.speaker_probability = speaker.probability;
    if (!each.source.second.empty()) {
      why.alternatives.push_back({Text(each.source.second), each.source.second_probability});
    }
    return why;
  }

  // The field "found" of the story file.
  std::string Found(const Explanation& why, const std::vector<TextSpan>& repeated) {
    const auto rounded = [](float value) { return std::round(value * 1000) / 1000; };
    JsonWriter json;
    json.BeginObject().Key("rule").String(why.rule);
    json.Key("cue").Float(rounded(why.cue_probability));
    json.Key("content").Float(rounded(why.content_probability));
    json.Key("source").Float(rounded(why.source_probability));
    json.Key("speaker").Float(rounded(why.speaker_probability));
    if (!why.cue.empty()) json.Key("distance").Int(why.distance);
    if (!why.alternatives.empty()) {
      json.Key("alternatives").BeginArray();
      for (const Explanation::Alternative& each : why.alternatives) {
        json.BeginObject().Key("mention").String(each.mention);
        json.Key("probability").Float(rounded(each.probability)).EndObject();
      }
      json.EndArray();
    }
    if (!repeated.empty()) {
      json.Key("repeated").BeginArray();
      for (const TextSpan& each : repeated) {
        json.BeginArray().Int(static_cast<int64_t>(code_points_.CodePointOf(each.begin)));
        json.Int(static_cast<int64_t>(code_points_.CodePointOf(each.end))).EndArray();
      }
      json.EndArray();
    }
    json.EndObject();
    return "\"found\":" + std::move(json).Take();
  }

  // A quote inside another names the smallest one around it.
  void SetWithin() {
    SteadyVector<Quote>& quotes = extraction_.story.quotes;
    // Those that may hold more, innermost last; quotes are in the order of their beginnings.
    std::vector<Index> open;
    for (Index i = 0; i < quotes.size(); ++i) {
      const TextSpan inner{quotes[i].spans.front().begin, quotes[i].spans.back().end};
      constexpr size_t kDepth = 32;
      while (!open.empty() && quotes[open.back()].spans.back().end <= inner.begin) open.pop_back();
      for (auto around = open.rbegin(); around != open.rend(); ++around) {
        if (!Holds(quotes[*around], inner)) continue;
        quotes[i].within = *around;
        break;
      }
      if (open.size() < kDepth) open.push_back(i);
    }
  }

  static bool Holds(const Quote& quote, TextSpan inner) {
    const auto after =
        std::upper_bound(quote.spans.begin(), quote.spans.end(), inner.begin,
                         [](uint32_t at, const TextSpan& part) { return at < part.begin; });
    if (after == quote.spans.begin()) return false;
    const TextSpan& part = *(after - 1);
    return inner.end <= part.end && part.size() > inner.size();
  }

  const Document& document_;
  const Language& language_;
  const std::vector<Paragraph>& paragraphs_;
  std::vector<Attribution> attributions_;
  std::vector<std::vector<TextSpan>> repeated_;  // by attribution
  std::vector<TokenRange> prompts_;              // in order
  Extraction& extraction_;
  CodePointIndex code_points_{document_.text};
};

}  // namespace

void BuildStory(const Document& document, const Language& language,
                const std::vector<Paragraph>& paragraphs, std::vector<Attribution> attributions,
                Extraction* extraction) {
  StoryBuilder(document, language, paragraphs, std::move(attributions), extraction).Run();
}

}  // namespace saywhen
