// What speaks for and against each candidate of the decisions that content_finder.h lists.
#include "extract/content_finder.h"
#include "extract/content_places.h"
#include "extract/context.h"

namespace saywhen {
namespace {

// Marks of a stretch that parts are told by.
struct Between {
  uint32_t commas = 0;
  uint32_t opened = 0;
  uint32_t closed = 0;
  uint32_t names = 0;
  bool that = false;
  bool colon = false;
  bool cue = false;  // a word that mostly is one, outside of quotations that begin here
};

Between Look(const Document& document, uint32_t begin, uint32_t end) {
  Between seen;
  for (uint32_t i = begin; i < end; ++i) {
    switch (document.tokens[i].tag) {
      case Tag::kComma:
        ++seen.commas;
        break;
      case Tag::kOpenQuote:
        ++seen.opened;
        break;
      case Tag::kCloseQuote:
        ++seen.closed;
        break;
      case Tag::kThat:
        seen.that = true;
        break;
      case Tag::kColon:
        seen.colon = true;
        break;
      case Tag::kCapital:
      case Tag::kAllCaps:
      case Tag::kSubject:
        ++seen.names;
        break;
      default:
        if (document.lexicon->IsStrongCue(document.tokens[i].hash) && seen.opened == seen.closed) {
          seen.cue = true;
        }
        break;
    }
  }
  return seen;
}

// The mark between a word and its neighbour word, else "none".
Part MarkBefore(const Context& context, uint32_t token) {
  return context.Has(static_cast<int64_t>(token) - 1) && IsMark(context.TagAt(int64_t{token} - 1))
             ? context.TagPart(int64_t{token} - 1)
             : kNoPart;
}

// How the next quotation of the sentence is led in to: the mark before it, or that a word stands
// there; "at" when `token` is its first word.
Part QuotationAhead(const Context& context, uint32_t token) {
  for (int64_t i = int64_t{token} - 1; i < int64_t{token} + 15 && context.Has(i); ++i) {
    if (context.TagAt(i) != Tag::kOpenQuote) continue;
    if (i < token) return Sign("at");
    const Tag before = context.TagAt(i - 1);
    return IsMark(before) ? PartOf(before) : Sign("w");
  }
  return kNoPart;
}

Part Yes(bool yes) { return yes ? Sign("yes") : Sign("no"); }

// ", …": the sentence's words after the cue are few, so that the content must be before.
Part RestOfSentence(const Context& context, uint32_t cue) {
  return Bucket(context.range().end - 1 - cue);
}

void AfterFeatures(const Document& document, const ContentQuery& query, uint32_t token,
                   Features* features) {
  const Context context(document, SentenceOf(document, query.cue));
  const int64_t at = token;
  const Part distance = Bucket(token - query.cue - 1);
  const Part stem = query.entry.stem;
  const Between between = Look(document, query.cue + 1, token);
  const Part tag = context.TagPart(at);
  const Part before = context.Word(at - 1);
  const Part before_tag = context.TagPart(at - 1);
  features->Add("after");
  features->Add("after.distance", distance);
  features->Add("after.word", context.Word(at));
  features->Add("after.tag", tag);
  features->Add("after.before", before);
  features->Add("after.before+tag", before, tag);
  features->Add("after.tags", before_tag, tag);
  features->Add("after.tags2", tag, context.TagPart(at + 1));
  features->Add("after.word+next", context.Word(at), context.TagPart(at + 1));
  features->Add("after.distance+tag", distance, tag);
  features->Add("after.distance+before", distance, before);
  features->Add("after.stem+distance", stem, distance);
  features->Add("after.stem+before", stem, before);
  features->Add("after.stem+tag", stem, tag);
  features->Add("after.word+stem", query.entry.word, context.Word(at));
  const Part commas = Bucket(between.commas);
  features->Add("after.commas", commas, before_tag);
  features->Add("after.opened", Bucket(between.opened), before_tag);
  features->Add("after.closed", Bucket(between.closed));
  features->Add("after.that", Yes(between.that), before);
  features->Add("after.colon", Yes(between.colon), before_tag);
  features->Add("after.names", Bucket(between.names), before_tag);
  features->Add("after.quoted", Yes(QuotationApart(document, token, query.cue) != kNoToken),
                before_tag);
  features->Add("after.cue-after+distance", context.Word(int64_t{query.cue} + 1), distance);
  features->Add("after.cue", Yes(between.cue), before_tag);
  const Part ahead = QuotationAhead(context, token);
  features->Add("after.ahead", ahead, before_tag);
  features->Add("after.ahead+distance", ahead, distance);
  features->Add("after.ahead+stem", ahead, stem);
  if (ahead.text == "at") features->Add("after.led-in", context.Word(at - 2), distance);
  features->Add("after.tag-before2", context.TagPart(at - 2), before_tag);
}

void BeforeFeatures(const Document& document, const ContentQuery& query, uint32_t token,
                    Features* features) {
  const Context context(document, SentenceOf(document, query.cue));
  const int64_t at = token;
  const Part distance = Bucket(query.cue - token - 1);
  const Part stem = query.entry.stem;
  const Between between = Look(document, token + 1, query.cue);
  const Part after = context.Word(at + 1);
  const Part after_tag = context.TagPart(at + 1);
  const Part tag = context.TagPart(at);
  features->Add("before");
  features->Add("before.distance", distance);
  features->Add("before.word", context.Word(at));
  features->Add("before.tag", tag);
  features->Add("before.after", after);
  features->Add("before.tags", tag, after_tag);
  features->Add("before.after2", after_tag, context.Word(at + 2));
  features->Add("before.aftertags", after_tag, context.TagPart(at + 2));
  features->Add("before.distance+after", distance, after);
  features->Add("before.stem+distance", stem, distance);
  features->Add("before.stem+after", stem, after);
  features->Add("before.stem", stem);
  features->Add("before.commas", Bucket(between.commas), after_tag);
  features->Add("before.opened", Bucket(between.opened), after_tag);
  features->Add("before.closed", Bucket(between.closed), after_tag);
  features->Add("before.names", Bucket(between.names), after_tag);
  features->Add("before.names+distance", Bucket(between.names), distance);
  features->Add("before.that", Yes(between.that), after_tag);
  features->Add("before.cue", Yes(between.cue), after_tag);
  features->Add("before.cue-tag", context.TagPart(int64_t{query.cue} - 1), after_tag);
  features->Add("before.cue-next", context.Word(int64_t{query.cue} + 1), after_tag);
  features->Add("before.quoted", Yes(QuotationApart(document, token, query.cue) != kNoToken),
                after_tag);
}

}  // namespace

void AnchorFeatures(const Document& document, const ContentQuery& query, ContentAnchor anchor,
                    Features* features) {
  if (anchor.before) {
    BeforeFeatures(document, query, anchor.token, features);
  } else {
    AfterFeatures(document, query, anchor.token, features);
  }
}

void SideFeatures(const Document& document, const ContentQuery& query, bool before,
                  Features* features) {
  const Context context(document, SentenceOf(document, query.cue));
  const uint32_t cue = query.cue;
  const Part kind = before ? Sign("before") : Sign("after");
  features->Add("anchor.rest", kind, RestOfSentence(context, cue));
  features->Add("anchor.cue-before", kind, context.Word(int64_t{cue} - 1));
  features->Add("anchor.cue-after", kind, context.Word(int64_t{cue} + 1));
  features->Add("anchor.cue-aftertags2", kind, context.TagPart(int64_t{cue} + 2));
  features->Add("anchor.cue-start", kind, Bucket(cue - context.range().begin));
  bool quote_before = false;
  for (uint32_t i = cue; i-- > context.range().begin && cue - i < 8;) {
    if (context.TagAt(i) == Tag::kCloseQuote) quote_before = true;
  }
  features->Add("anchor.quote-before", kind, Yes(quote_before));
}

void EndFeatures(const Document& document, const ContentQuery& query, uint32_t begin, bool more,
                 uint32_t end, Features* features) {
  const Context context(document, ParagraphOf(document, end));
  const int64_t at = end;
  const uint32_t quotation = QuotationApart(document, begin, query.cue);
  const bool quoted = quotation != kNoToken;
  const Part kind = quoted ? Sign("quoted") : more ? Sign("more") : Sign("plain");
  const Part opens = quoted ? kind : context.Word(int64_t{begin} - 1);
  const Part next = context.Word(at + 1);
  const Part next_tag = context.TagPart(at + 1);
  const Part next2 = context.Word(at + 2);
  const Part tag = context.TagPart(at);
  const TokenRange sentence = SentenceOf(document, end);
  const bool last = LastWord(document, sentence.end - 1, sentence.begin) == end;
  const Part length = Bucket(end - begin);
  features->Add("end.last", Yes(last), kind);
  features->Add("end.last+opens", Yes(last), opens);
  features->Add("end.last+stem", Yes(last), query.entry.stem);
  features->Add("end.last+length", Yes(last), length);
  if (quoted) {
    const TokenRange tokens = document.quotations[quotation].tokens;
    const uint32_t final_word = LastWord(document, tokens.end - 1, tokens.begin);
    const Part where = end < final_word    ? Sign("in")
                       : end == final_word ? Sign("at")
                                           : Sign("past");
    features->Add("end.quotation", where, Yes(last));
    features->Add("end.quotation+next", where, next_tag);
    features->Add("end.quotation+opens", where, MarkBefore(context, begin));
    features->Add("end.quotation+length", where, Bucket(final_word - begin));
    if (end == final_word) {
      features->Add("end.after-quotation", context.Word(static_cast<int64_t>(tokens.end)));
      features->Add("end.after-quotation2", context.TagPart(static_cast<int64_t>(tokens.end)),
                    context.Word(static_cast<int64_t>(tokens.end) + 1));
    }
  }
  if (last) return;
  const bool inner = QuotationApart(document, end, query.cue) != quotation;
  features->Add("end.inner", Yes(inner), next_tag);
  features->Add("end.word", context.Word(at), kind);
  features->Add("end.next", next, kind);
  features->Add("end.tags", tag, next_tag);
  features->Add("end.next2", next_tag, next2);
  features->Add("end.nexttags", next_tag, context.TagPart(at + 2));
  features->Add("end.next+next2", next, next2);
  features->Add("end.tag+next", tag, next);
  features->Add("end.next3", context.TagPart(at + 2), context.TagPart(at + 3));
  features->Add("end.length", length, next_tag);
  features->Add("end.length+next", length, next);
  features->Add("end.opens+next", opens, next_tag);
  features->Add("end.stem+next", query.entry.stem, next);
  features->Add("end.stem+length", query.entry.stem, length);
  features->Add("end.begins+next", context.TagPart(begin), next);
  features->Add("end.rest", Bucket(sentence.end - 1 - end), next_tag);
  bool cue_next = false;
  for (int64_t i = at + 1; i <= at + 4; ++i) {
    if (context.Has(i) && document.lexicon->IsStrongCue(context.token(i).hash)) cue_next = true;
  }
  features->Add("end.cue-next", Yes(cue_next), next);
  const Between seen = Look(document, begin, end + 1);
  features->Add("end.commas", Bucket(seen.commas), next_tag);
  features->Add("end.marks", Sign(seen.opened > seen.closed ? "open" : "even"), next_tag);
}

void BeginFeatures(const Document& document, const ContentQuery& query, uint32_t end,
                   uint32_t begin, Features* features) {
  const Context context(document, ParagraphOf(document, end));
  const int64_t at = begin;
  const uint32_t quotation = QuotationApart(document, end, query.cue);
  const bool quoted = quotation != kNoToken;
  const Part kind = quoted ? Sign("quoted") : Sign("plain");
  const TokenRange sentence = SentenceOf(document, begin);
  const bool first = FirstWord(document, sentence.begin, sentence.end) == begin;
  const Part before = context.Word(at - 1);
  const Part before_tag = context.TagPart(at - 1);
  const Part tag = context.TagPart(at);
  features->Add("begin.first", Yes(first), kind);
  features->Add("begin.first+stem", Yes(first), query.entry.stem);
  features->Add("begin.first+word", Yes(first), context.Word(at));
  features->Add("begin.first+length", Yes(first), Bucket(end - begin));
  if (quoted) {
    const TokenRange tokens = document.quotations[quotation].tokens;
    const uint32_t word = FirstWord(document, tokens.begin, tokens.end);
    const Part where = begin > word ? Sign("in") : begin == word ? Sign("at") : Sign("past");
    features->Add("begin.quotation", where, Yes(first));
    features->Add("begin.quotation+before", where, before_tag);
    features->Add("begin.quotation+length", where, Bucket(end - begin));
    features->Add("begin.led-in", where, context.Word(int64_t{tokens.begin} - 1));
    features->Add("begin.led-in+from-start", where, Bucket(tokens.begin - context.range().begin));
  }
  features->Add("begin.tags", before_tag, tag);
  if (first) return;
  features->Add("begin.before", before, kind);
  features->Add("begin.word", context.Word(at), kind);
  features->Add("begin.before+word", before, context.Word(at));
  features->Add("begin.length", Bucket(end - begin), before_tag);
  features->Add("begin.from-start", Bucket(begin - sentence.begin), before_tag);
  features->Add("begin.stem+before", query.entry.stem, before);
  features->Add("begin.stem+length", query.entry.stem, Bucket(end - begin));
  features->Add("begin.cue-distance", Bucket(query.cue - end), before_tag);
}

void MoreFeatures(const Document& document, const ContentQuery& query, uint32_t end, uint32_t more,
                  Features* features) {
  const Context context(document, ParagraphOf(document, query.cue));
  const bool quoted = QuotationApart(document, end, query.cue) != kNoToken;
  const bool opens = context.TagAt(int64_t{more} - 1) == Tag::kOpenQuote;
  const bool same = document.sentence_of[more] == document.sentence_of[query.cue];
  const Part kind = Sign(quoted ? (opens ? "quoted+quoted" : "quoted+plain")
                                : (opens ? "plain+quoted" : "plain+plain"));
  const Part distance = Bucket(more - query.cue);
  features->Add("more", kind, Yes(same));
  features->Add("more.stem", kind, query.entry.stem);
  features->Add("more.distance", kind, distance);
  features->Add("more.before2", kind, context.Word(int64_t{more} - 2));
  features->Add("more.end", kind, context.TagPart(int64_t{end} + 1));
  features->Add("more.word", kind, context.Word(more));
  features->Add("more.cue-after", kind, context.Word(int64_t{query.cue} + 1));
  features->Add("more.from-start", kind, Bucket(query.cue - context.range().begin));
  const Between between = Look(document, query.cue + 1, more);
  features->Add("more.commas", Yes(same), Bucket(between.commas));
  features->Add("more.names", Yes(same), Bucket(between.names));
  const uint32_t quotation = document.quotation_of[more];
  if (quotation == kNoToken) return;
  // Who says the second quotation may be told after it.
  const TokenRange tokens = document.quotations[quotation].tokens;
  const uint32_t past = tokens.end < document.tokens.size() && context.Has(tokens.end) &&
                                !document.tokens[tokens.end].sentence
                            ? SentenceOf(document, tokens.end).end
                            : tokens.end;
  const Between rest = Look(document, tokens.end, std::min(past, tokens.end + 12));
  features->Add("more.other-cue", kind, Yes(rest.cue));
  features->Add("more.other-name", kind, Bucket(rest.names));
  // The two that tell most, together: whether a sentence ends between, and whether the second
  // quotation has a cue of its own.
  const Part own = Sign(past == tokens.end ? "none" : rest.cue ? "cue" : "words");
  features->Add(same ? "more.same+own" : "more.next+own", kind, own);
  features->Add("more.own+before2", own, context.TagPart(int64_t{more} - 2));
  features->Add("more.rest", kind, Bucket(past - tokens.end));
  features->Add("more.then", context.Word(tokens.end), context.TagPart(int64_t{tokens.end} + 1));
  features->Add("more.then-cue", context.Word(int64_t{tokens.end} + 1));
  features->Add("more.final", context.TagPart(int64_t{tokens.end} - 2), Yes(same));
}

}  // namespace saywhen
