#include "extract/extract.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "extract/attribution.h"
#include "extract/detect_language.h"
#include "extract/language.h"
#include "extract/quote_times.h"
#include "extract/story_builder.h"
#include "model/edtf.h"

namespace saywhen {

struct Extractor::Languages {
  std::vector<Language> languages;
  LanguageDetector detector;
  std::optional<CleanRules> clean;

  // "en" for "en-GB"; null when there is none.
  const Language* Find(std::string_view code) const {
    for (const Language& each : languages) {
      if (code == each.code || (code.starts_with(each.code) && code[each.code.size()] == '-')) {
        return &each;
      }
    }
    return nullptr;
  }
};

Extractor::Extractor(std::unique_ptr<Languages> languages) : languages_(std::move(languages)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Result<Extractor> Extractor::Make(std::span<const PackText> packs) {
  if (packs.empty())
    return Error{"no-pack", "there is no language to look for quotes in", "", 0, 0};
  auto all = std::make_unique<Languages>();
  std::vector<LanguagePack> read;
  for (const PackText& each : packs) {
    Result<LanguagePack> pack = LanguagePack::Parse(each.text);
    if (!pack.ok()) return pack.error();
    all->detector.Add(each.code, pack.value());
    Result<Language> language = ReadLanguage(each.code, pack.value());
    if (!language.ok()) return language.error();
    all->languages.push_back(std::move(language).value());
    read.push_back(std::move(pack).value());
  }
  std::vector<const LanguagePack*> views;
  for (const LanguagePack& each : read) views.push_back(&each);
  all->clean.emplace(views);
  return Extractor(std::move(all));
}

Result<Extraction> Extractor::Extract(const ExtractInput& input) const {
  if (input.text.size() > kMostBytes) {
    return Error{"limit-bytes", "the text is longer than 256 MiB", "", 0, 0};
  }
  Extraction extraction;
  CleanOptions options;
  options.keep_text = input.keep_text;
  options.headline = input.headline;
  options.hints = input.hints;
  // Spans of the raw text count in the repaired one.
  const std::string repaired = IsValidUtf8(input.text) ? std::string() : RepairUtf8(input.text);
  const std::string_view raw = repaired.empty() ? input.text : std::string_view(repaired);
  ArticleText clean = CleanArticle(raw, *languages_->clean, options);
  if (clean.text.size() > input.most_text) {
    return Error{"limit-string",
                 "the article's text is longer than the limit of " +
                     std::to_string(input.most_text) + " bytes for one string of a story",
                 "", 0, 0};
  }
  const Dateline dateline = FindDateline(raw, clean, languages_->clean->dateline);
  std::string code(input.language);
  if (code.empty()) code = languages_->detector.Detect(clean.text);
  const Language* language = languages_->Find(code);
  extraction.language_known = language != nullptr;
  if (language == nullptr) language = &languages_->languages.front();
  extraction.language = language->code;

  Article article;
  article.id = input.id.empty() ? std::string("a1") : std::string(input.id);
  article.url = input.url;
  article.language = code;
  article.headline = input.headline.empty() ? clean.headline : std::string(input.headline);
  article.publisher.name = input.publisher;
  for (const std::string& each : input.authors) article.authors.push_back({each, {}});
  if (article.authors.empty()) {
    for (const std::string& each : dateline.authors) article.authors.push_back({each, {}});
  }
  article.dateline = dateline.place;
  const auto set_date = [](std::string_view text, std::optional<TimeInterval>* date) {
    const Result<TimeInterval> read = ParseEdtf(text);
    if (read.ok()) *date = read.value();
  };
  if (!input.published.empty()) set_date(input.published, &article.published);
  if (!input.modified.empty()) set_date(input.modified, &article.modified);
  for (const DateMention& each : dateline.dates) {
    const bool updated = each.role == DateMention::Role::kUpdated;
    std::optional<TimeInterval>& date = updated ? article.modified : article.published;
    if (!date) date = DateIn(each.text, language->times);
  }
  article.text = std::move(clean.text);
  extraction.dropped = std::move(clean.dropped);
  extraction.story.language = code;
  extraction.story.title = article.headline;
  extraction.story.articles.push_back(std::move(article));

  const std::string_view text = extraction.story.articles.front().text;
  const Document document = ReadDocument(text, language->lexicon);
  if (document.tokens.empty()) return extraction;
  BuildStory(document, *language, clean.paragraphs, FindAttributions(document, *language),
             &extraction);
  return extraction;
}

std::string Explain(const Extraction& extraction) {
  const Story& story = extraction.story;
  const auto percent = [](float probability) {
    return std::to_string(static_cast<int>(probability * 100 + 0.5F)) + " %";
  };
  std::string text;
  for (size_t i = 0; i < story.quotes.size(); ++i) {
    const Quote& quote = story.quotes[i];
    const Explanation& why = extraction.explanations[i];
    text.append(quote.id).append("  “").append(quote.text).append("”\n");
    text += "    said by ";
    for (size_t at = 0; at < quote.speakers.size(); ++at) {
      text += (at == 0 ? "" : ", ") + story.speakers[quote.speakers[at]].name;
    }
    if (quote.speakers.empty()) text += "nobody who is named";
    if (!quote.mention->text.empty()) {
      text += ", named “" + quote.mention->text + "” (" + percent(why.source_probability) +
              "; who that is: " + percent(why.speaker_probability) + ")";
    }
    text += "\n    found by " + std::string(why.rule);
    if (!why.cue.empty()) {
      text += " “" + why.cue + "” (" + percent(why.cue_probability) + "), " +
              std::to_string(why.distance) + " words away";
    }
    text += "; its bounds " + percent(why.content_probability) + "; all in all " +
            percent(quote.confidence) + "\n";
    for (const Explanation::Alternative& each : why.alternatives) {
      text += "    or said by “" + each.mention + "” (" + percent(each.probability) + ")\n";
    }
    if (quote.said && !quote.said->when.edtf.empty()) {
      text += "    said " + quote.said->when.edtf;
      if (!quote.said->words->text.empty()) text += " (“" + quote.said->words->text + "”)";
      text += "\n";
    }
    for (const StoryTime& each : quote.about) {
      text += "    about " + each.when.edtf + " (“" + each.words->text + "”)\n";
    }
    text += "\n";
  }
  return text;
}

}  // namespace saywhen
