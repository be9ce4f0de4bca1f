// Each word of the lexicon is judged by itself, by logistic regression over its neighbours: the
// words and tags up to three tokens around, quotation marks near it, who stands before it and where
// it stands in its sentence.
#include "extract/cue_finder.h"

#include "base/utf8.h"
#include "extract/context.h"

namespace saywhen {
namespace {

// Which way to the nearest quotation mark of the sentence, and how far.
Part QuoteBefore(const Context& context, int64_t at) {
  for (int64_t i = at - 1; i >= at - 8 && context.Has(i); --i) {
    if (context.TagAt(i) == Tag::kCloseQuote) return Bucket(static_cast<uint32_t>(at - i));
    if (context.TagAt(i) == Tag::kOpenQuote) return Sign("open");
  }
  return kNoPart;
}

Part QuoteAfter(const Context& context, int64_t at) {
  for (int64_t i = at + 1; i <= at + 12 && context.Has(i); ++i) {
    if (context.TagAt(i) == Tag::kOpenQuote) return Bucket(static_cast<uint32_t>(i - at));
    if (context.TagAt(i) == Tag::kCloseQuote) return Sign("close");
  }
  return kNoPart;
}

Part ThatAfter(const Context& context, int64_t at) {
  for (int64_t i = at + 1; i <= at + 10 && context.Has(i); ++i) {
    if (context.TagAt(i) == Tag::kThat) return Bucket(static_cast<uint32_t>(i - at));
    if (context.TagAt(i) == Tag::kStop || context.TagAt(i) == Tag::kSemicolon) break;
  }
  return kNoPart;
}

// The nearest word before that may be who says it, past helping verbs and adverbs.
Part SubjectBefore(const Context& context, int64_t at) {
  for (int64_t i = at - 1; i >= at - 5 && context.Has(i); --i) {
    switch (context.TagAt(i)) {
      case Tag::kAdverb:
      case Tag::kWordLy:
      case Tag::kHave:
      case Tag::kBe:
      case Tag::kModal:
      case Tag::kNot:
      case Tag::kDo:
      case Tag::kTo:
        continue;
      default:
        return context.TagPart(i);
    }
  }
  return kNoPart;
}

// What the helping verbs before say: "be" for a passive, "to" for an infinitive.
Part HelperBefore(const Context& context, int64_t at) {
  for (int64_t i = at - 1; i >= at - 3 && context.Has(i); --i) {
    const Tag tag = context.TagAt(i);
    if (tag == Tag::kBe || tag == Tag::kHave || tag == Tag::kModal || tag == Tag::kTo ||
        tag == Tag::kDo) {
      return context.TagPart(i);
    }
    if (tag != Tag::kAdverb && tag != Tag::kWordLy && tag != Tag::kNot) break;
  }
  return kNoPart;
}

Part EndingOf(std::string_view word) {
  size_t byte = word.size();
  for (int i = 0; i < 3; ++i) byte = PreviousCodePoint(word, byte);
  return Sign(word.substr(byte));
}

}  // namespace

std::string_view CueStem(std::string_view word) {
  const auto cut = [&word](std::string_view ending, size_t at_least) {
    if (word.size() < ending.size() + at_least || !word.ends_with(ending)) return false;
    word.remove_suffix(ending.size());
    return true;
  };
  if (!cut("ing", 3) && !cut("ied", 2) && !cut("ies", 2) && !cut("ed", 3) && !cut("es", 3)) {
    cut("s", 3);
  }
  if (word.size() > 3 && (word.ends_with('e') || word.ends_with('y'))) word.remove_suffix(1);
  return word;
}

CueLexicon::CueLexicon(const LanguagePack& pack) {
  const auto entries = pack.Section("cues");
  words_.Reserve(entries.size());
  for (const PackEntry& entry : entries) {
    if (words_.Get(HashWord(entry[0])) != 0) continue;
    entries_.push_back({Sign(entry[0]), Sign(CueStem(entry[0])), EndingOf(entry[0])});
    words_.Set(entries_.back().word.hash, static_cast<uint32_t>(entries_.size()));
  }
}

void CueFeatures(const Document& document, uint32_t token, const CueLexicon::Entry& cue,
                 Features* features) {
  const Context context(document, document.sentences[document.sentence_of[token]]);
  const int64_t at = token;
  const Part word = cue.word;
  const Part stem = cue.stem;
  const Part tag = context.TagPart(at);
  const Part before = context.TagPart(at - 1);
  const Part after = context.TagPart(at + 1);
  features->Add("cue");
  features->Add("cue.word", word);
  features->Add("cue.stem", stem);
  features->Add("cue.tag", tag);
  features->Add("cue.ending", cue.ending);
  features->Add("cue.word+after", word, context.Word(at + 1));
  features->Add("cue.word+before", word, context.Word(at - 1));
  features->Add("cue.stem+aftertag", stem, after);
  features->Add("cue.stem+beforetag", stem, before);
  features->Add("cue.stem+tag", stem, tag);
  features->Add("cue.tag+after", tag, context.Word(at + 1));
  features->Add("cue.tag+before", tag, context.Word(at - 1));
  features->Add("cue.before+after", before, after);
  features->Add("cue.before2", context.Word(at - 2), before);
  features->Add("cue.after2", after, context.Word(at + 2));
  features->Add("cue.aftertags", after, context.TagPart(at + 2));
  features->Add("cue.stem+after2", stem, context.Word(at + 2));
  features->Add("cue.stem+before2", stem, context.TagPart(at - 2));
  features->Add("cue.after3", context.TagPart(at + 2), context.TagPart(at + 3));
  const Part quote_after = QuoteAfter(context, at);
  const Part quote_before = QuoteBefore(context, at);
  features->Add("cue.quote-after", quote_after, tag);
  features->Add("cue.quote-before", quote_before, tag);
  features->Add("cue.stem+quote-after", stem, quote_after);
  features->Add("cue.stem+quote-before", stem, quote_before);
  const Part that = ThatAfter(context, at);
  features->Add("cue.that-after", that, tag);
  features->Add("cue.stem+that-after", stem, that);
  const Part subject = SubjectBefore(context, at);
  const Part helper = HelperBefore(context, at);
  features->Add("cue.subject", subject, tag);
  features->Add("cue.stem+subject", stem, subject);
  features->Add("cue.helper", helper, tag);
  features->Add("cue.stem+helper", stem, helper);
  const bool quoted = document.quotation_of[token] != kNoToken;
  features->Add("cue.quoted", Sign(quoted ? "in" : "out"), tag);
  features->Add("cue.stem+quoted", stem, Sign(quoted ? "in" : "out"));
  const TokenRange sentence = context.range();
  features->Add("cue.from-start", Bucket(token - sentence.begin));
  features->Add("cue.to-end", Bucket(sentence.end - 1 - token));
  features->Add("cue.paragraph", Bucket(document.paragraph_of[token]));
  const Part first = context.Word(sentence.begin);
  features->Add("cue.first", first);
}

std::vector<Cue> FindCues(const Document& document, const CueLexicon& lexicon,
                          const LinearModel& model) {
  std::vector<Cue> cues;
  Features features(model);
  for (uint32_t token = 0; token < document.tokens.size(); ++token) {
    const CueLexicon::Entry* const entry = lexicon.Find(document.tokens[token].hash);
    if (entry == nullptr) continue;
    features.Reset();
    CueFeatures(document, token, *entry, &features);
    cues.push_back({token, Probability(features.sum())});
  }
  return cues;
}

}  // namespace saywhen
