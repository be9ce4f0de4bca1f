// From article text to a story: who says what, when, and about when.
//
// An article goes through seven steps: its text is cleaned (article_text.h), cut into tokens,
// quotations and sentences (document.h), cues, contents and sources are found (attribution.h),
// sources become speakers (speakers.h), times are found and put on the calendar (times/), questions
// become prompts (prompts.h), and all of it a story.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/article_text.h"
#include "extract/language_pack.h"
#include "model/story.h"

namespace saywhen {

struct ExtractInput {
  std::string_view text;  // any bytes
  // What is known of the article; each may be empty.
  std::string_view id;        // "a1" when empty
  std::string_view url;       // http or https
  std::string_view headline;  // else the text's own
  std::string_view language;  // BCP 47; else it is detected
  // A date or date-time in EDTF; else what the text itself says. Relative times count from it.
  std::string_view published;
  std::string_view modified;
  std::string_view publisher;
  std::span<const std::string> authors;
  // What the markup said of stretches of `text`.
  std::span<const BlockHint> hints;
  // The story's article has `text` as it is, so that spans count in it; page furniture is not left
  // out of the text, but nothing is looked for in it.
  bool keep_text = false;
  // Of the article's text, in bytes: a longer one is refused once it is cleaned, before the work
  // that takes memory. A story holds no longer one.
  size_t most_text = size_t{1} << 20;
};

// How a quote was found, so that an editor can trust or mend it.
struct Explanation {
  // "cue", "quotation near cue", "quotation within", "quotation goes on", "signature", "answer".
  std::string_view rule;
  std::string cue;        // as it stands; empty without one
  uint32_t distance = 0;  // words between cue and content
  // Of the decisions, 0 to 1: that the cue is one, that the content begins and ends there, that the
  // source is the one named, that the source is this speaker.
  float cue_probability = 0;
  float content_probability = 0;
  float source_probability = 0;
  float speaker_probability = 0;
  struct Alternative {
    std::string mention;  // what else could be the source
    float probability = 0;
  };
  std::vector<Alternative> alternatives;
};

struct Extraction {
  // One article. Each quote also carries its explanation as the field "found" of the file:
  // {"rule", "cue": p, "content": p, "source": p, "speaker": p, "distance", "alternatives"}.
  // Quote::confidence is calibrated: of many quotes given 0.9, nine in ten are right.
  Story story;
  std::vector<Explanation> explanations;  // by quote
  std::vector<Dropped> dropped;           // page furniture that is not in the text
  std::string language;                   // whose pack was used
  bool language_known = true;             // false: no pack fits, and the first one was used
};

class Extractor {
 public:
  static constexpr size_t kMostBytes = size_t{256} << 20;

  // The packs' texts outlive the extractor. Errors: those of LanguagePack::Parse() and of
  // TimeLexicon::Make(), "no-pack".
  static Result<Extractor> Make(std::span<const PackText> packs);

  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  // A text in which nobody says anything gives a story without quotes. May be called by several
  // threads at once. Errors: "limit-bytes" of the input, "limit-string" of the text in it.
  Result<Extraction> Extract(const ExtractInput& input) const;

 private:
  struct Languages;
  explicit Extractor(std::unique_ptr<Languages> languages);

  std::unique_ptr<Languages> languages_;
};

// One quote a paragraph, for people: what is said, by whom, and why the engine thinks so.
std::string Explain(const Extraction& extraction);

}  // namespace saywhen
