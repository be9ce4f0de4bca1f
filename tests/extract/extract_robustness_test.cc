// Whatever the bytes: a story whose every span is within its text, or a clear error; in linear time
// and memory. Run under the sanitizers too. How time grows is printed, not asserted: machines have
// other things to do.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "extract/embedded_packs.h"
#include "extract/extract.h"

namespace saywhen {
namespace {

// Builds for debugging, the sanitizers' among them, are some ten times slower; what they look for
// needs no size.
#ifdef NDEBUG
constexpr size_t kLarge = 10'000'000;
#else
constexpr size_t kLarge = 500'000;
#endif
constexpr size_t kMedium = kLarge / 10;

const Extractor& Engine() {
  static const Extractor* const kEngine = [] {
    Result<Extractor> made = Extractor::Make(EmbeddedPacks());
    EXPECT_TRUE(made.ok()) << made.error().message;
    return new Extractor(std::move(made).value());
  }();
  return *kEngine;
}

void CheckSpan(const std::string& text, TextSpan span, const std::string& what) {
  if (span.empty()) return;
  ASSERT_LE(span.end, text.size()) << what;
  ASSERT_TRUE(IsValidUtf8(std::string_view(text).substr(span.begin, span.size()))) << what;
}

// What must be true whatever was read.
void Check(const Extraction& extraction, const std::string& what) {
  const Story& story = extraction.story;
  ASSERT_EQ(story.articles.size(), 1U) << what;
  const std::string text(story.articles[0].text);
  ASSERT_TRUE(IsValidUtf8(text)) << what;
  ASSERT_EQ(extraction.explanations.size(), story.quotes.size()) << what;
  for (const Quote& quote : story.quotes) {
    ASSERT_EQ(quote.article, 0U) << what;
    ASSERT_FALSE(quote.id.empty() || quote.text.empty() || quote.spans.empty()) << what;
    ASSERT_TRUE(IsValidUtf8(quote.text)) << what;
    ASSERT_TRUE(quote.confidence >= 0 && quote.confidence <= 1) << what;
    ASSERT_TRUE(quote.within == kNone || quote.within < story.quotes.size()) << what;
    uint32_t end = 0;
    for (const TextSpan span : quote.spans) {
      ASSERT_FALSE(span.empty()) << what;
      ASSERT_GE(span.begin, end) << what << ": in order, none over another";
      end = span.end;
      CheckSpan(text, span, what);
    }
    CheckSpan(text, quote.mention->span, what);
    CheckSpan(text, quote.cue->span, what);
    if (quote.said) CheckSpan(text, quote.said->words->span, what);
    for (const StoryTime& time : quote.about) CheckSpan(text, time.words->span, what);
    for (const Index speaker : quote.speakers) ASSERT_LT(speaker, story.speakers.size()) << what;
  }
  for (const Speaker& speaker : story.speakers) {
    ASSERT_FALSE(speaker.id.empty() || speaker.name.empty()) << what;
    ASSERT_TRUE(IsValidUtf8(speaker.name)) << what;
  }
  for (const Dropped& dropped : extraction.dropped) ASSERT_TRUE(IsValidUtf8(dropped.text)) << what;
  ASSERT_TRUE(IsValidUtf8(Explain(extraction))) << what;
}

Extraction RunOn(std::string_view text, const std::string& what, std::string_view language = {}) {
  ExtractInput input;
  input.most_text = SIZE_MAX;
  input.text = text;
  input.language = language;
  input.published = "2024-03-13";
  Result<Extraction> done = Engine().Extract(input);
  EXPECT_TRUE(done.ok()) << what;
  if (!done.ok()) return {};
  Check(done.value(), what);
  return std::move(done).value();
}

std::string Repeated(std::string_view text, size_t bytes) {
  std::string all;
  all.reserve(bytes + text.size());
  while (all.size() < bytes) all += text;
  return all;
}

// An article's text without the markup of the annotations, so about as it was printed.
std::vector<std::string> OwnArticles() {
  std::vector<std::string> articles;
  const std::string folder = std::string(SAYWHEN_SOURCE_DIR) + "/tests/data/extract";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) {
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    const std::string all = text.str();
    articles.push_back(all.substr(all.find("\n\n") + 2));
  }
  return articles;
}

struct Hostile {
  const char* name;
  std::string piece;  // repeated
  size_t bytes = kMedium;
};

void PrintTo(const Hostile& hostile, std::ostream* out) { *out << hostile.name; }

// Quotes in quotes say some words more than once; no word is said this often.
constexpr size_t kMostSaid = 16;

class Large : public testing::TestWithParam<Hostile> {};

// All quotes together: nothing is said by everybody in a long sentence, or memory would grow with
// the square of the text.
size_t BytesOfQuotes(const Story& story) {
  size_t bytes = 0;
  for (const Quote& quote : story.quotes) bytes += quote.text.size();
  return bytes;
}

TEST_P(Large, GivesAStoryAndTimeGrowsAsTheText) {
  const size_t bytes = GetParam().bytes;
  double before = 0;
  for (const size_t size : {size_t{20'000}, bytes / 4, bytes / 2, bytes}) {
    const std::string text = Repeated(GetParam().piece, size);
    const auto start = std::chrono::steady_clock::now();
    const Extraction done = RunOn(text, GetParam().name);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    ASSERT_LE(BytesOfQuotes(done.story), kMostSaid * text.size()) << size;
    if (size == bytes) {
      std::printf("%-24s %6.2f s for %8zu bytes, %5.2f times that of half of it, %5.1f MB/s\n",
                  GetParam().name, seconds, size, seconds / before,
                  static_cast<double>(size) / 1e6 / seconds);
    }
    before = seconds;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Robustness, Large,
    testing::Values(
        Hostile{"OneWord", "a"}, Hostile{"OneLine", "the ferry came at nine and ", kLarge},
        Hostile{"OneSentenceALine", "The ferry came at nine.\n"},
        Hostile{"OneSentenceAParagraph", "The ferry came at nine.\n\n", kLarge},
        Hostile{"OpeningMarks", "“", kLarge}, Hostile{"ClosingMarks", "”"},
        Hostile{"StraightMarks", "\"", kLarge}, Hostile{"Apostrophes", "'"},
        Hostile{"MarksOfAllKinds", "“”„«»‘’\"'‹›「」"},
        Hostile{"MarksNeverClosed", "“He said it would open, ", kLarge},
        Hostile{"ParagraphsNeverClosed", "“It will open in May.\n\n", kLarge},
        Hostile{"Cues", "said "}, Hostile{"CuesAndNames", "Ada Holm said Tom Ray said "},
        Hostile{"SplitQuotes", "“Yes,” he said, “it is.” ", kLarge},
        Hostile{"NestedQuotes", "“He told me ‘she said “no” to me’ and left,” Ada Holm said. "},
        Hostile{"Names", "Ada Maria Holm van der Berg "}, Hostile{"Capitals", "A. B. C. "},
        Hostile{"Dates", "on Tuesday, 13 March 2024, last week, the 1980s, "},
        Hostile{"Digits", "1234567890"}, Hostile{"Commas", ","}, Hostile{"Colons", "A: b\n"},
        Hostile{"Questions", "Why? "}, Hostile{"Dashes", "— "}, Hostile{"Blanks", " "},
        Hostile{"LineEnds", "\n"}, Hostile{"Tabs", "a\t\r\n"}, Hostile{"Furniture", "Share this\n"},
        Hostile{"NULs", std::string("\0", 1), kLarge},
        Hostile{"Zalgo", "s\u0301\u0323\u0335\u036Fa\u0300\u0316\u0334i\u033Ad\u0489 ", kLarge},
        Hostile{"Combining", "\u0301"}, Hostile{"BidiControls", "\u202E“no” he said\u202C "},
        Hostile{"ZeroWidth", "\u200B\u200D\uFEFF"}, Hostile{"Emoji", "👩‍👩‍👧‍👦"},
        Hostile{"MixedScripts", "“Да” said 李明 ve „ja“ dedi، قال «نعم» ", kLarge},
        Hostile{"Cyrillic", "«Да», сказал он. "}, Hostile{"Chinese", "他说：“是的。”"},
        Hostile{"Turkish", "“Açılacak,” diyen Ada Holm bunu söyledi. "},
        Hostile{"German", "„Sie öffnet“, sagte Ada Holm, das sei „gut“. "},
        Hostile{"BadBytes", "\xFF“a\xE2\x80 he said\xC0\xAF "},
        Hostile{"Surrogates", "\xED\xA0\x80"}, Hostile{"OnlyContinuations", "\x80"}),
    [](const testing::TestParamInfo<Hostile>& hostile) { return std::string(hostile.param.name); });

TEST(Robustness, EveryPrefixOfAnArticle) {
  // Also those that end within a letter.
  const std::string article =
      "KELMAR, March 12 (Post) - “It will open in May,” Ada Holm, the mayor of Kelmar, told "
      "reporters on Tuesday. “Bring a ‘towel’.”\n\nAsked whether it was safe, she said: “It is — "
      "since 2010.” According to Tom Ray, „nobody“ will café first.\n\nLeave a comment\n";
  for (size_t size = 0; size <= article.size(); ++size) {
    for (const std::string_view language : {"", "en", "de", "tr"}) {
      RunOn(article.substr(0, size), std::to_string(size), language);
    }
  }
}

TEST(Robustness, OwnArticlesCutAnywhere) {
  for (const std::string& article : OwnArticles()) {
    const size_t step = article.size() / 12 + 1;
    for (size_t size = 0; size < article.size(); size += step) {
      RunOn(std::string_view(article).substr(0, size), article.substr(0, 40));
      RunOn(std::string_view(article).substr(size), article.substr(0, 40));
    }
  }
}

TEST(Robustness, OwnArticlesWithBytesChanged) {
  const uint32_t seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  constexpr std::string_view kPieces[] = {
      "“", "”", "\"", "'", "\n\n", "\xFF", " said ", ",", "", ".", std::string_view("\0", 1)};
  for (std::string article : OwnArticles()) {
    for (int i = 0; i < 60; ++i) {
      const std::string_view piece = kPieces[random() % std::size(kPieces)];
      article.replace(random() % article.size(), random() % 4, piece);
    }
    RunOn(article, article.substr(0, 40));
  }
}

// What is looked up in the text as it came in is found where it stands in it.
TEST(Robustness, BadBytesBeforeWhatTheRawTextIsAskedFor) {
  const Extraction done = RunOn(Repeated("\xFF\xFE ", 3000) +
                                    "\n\nBy Ada Holm\nMarch 12, 2024\n\n“It will open in May, and "
                                    "nobody will be late,” Tom Ray said.\n\nBy Ada Holm\n",
                                "bad bytes");
  EXPECT_EQ(done.story.quotes.size(), 1U);
}

TEST(Robustness, AnyFieldsBesideTheText) {
  for (const std::string_view field :
       {std::string_view("\xFF\xFE"), std::string_view("\0", 1), std::string_view("2024-99-99"),
        std::string_view("“"), std::string_view("../2024"), std::string_view("en-\xC3")}) {
    ExtractInput input;
    input.most_text = SIZE_MAX;
    input.text = "“Yes,” Ada Holm said yesterday.";
    input.id = input.url = input.headline = input.language = input.published = field;
    input.modified = input.publisher = field;
    const std::vector<std::string> authors = {std::string(field), ""};
    input.authors = authors;
    const Result<Extraction> done = Engine().Extract(input);
    if (!done.ok()) {
      EXPECT_FALSE(done.error().message.empty());
      continue;
    }
    Check(done.value(), std::string(field));
  }
}

TEST(Robustness, HintsThatFitNoText) {
  const std::string text = "“Yes,” Ada Holm said yesterday.\n\n“No,” he said.";
  for (const TextSpan span : {TextSpan{0, 0}, TextSpan{1, 2}, TextSpan{5, 3}, TextSpan{40, 9000},
                              TextSpan{9000, 9001}, TextSpan{0, 0xFFFFFFFF}}) {
    const std::vector<BlockHint> hints = {{span, ParagraphKind::kPullQuote},
                                          {span, ParagraphKind::kHeading}};
    ExtractInput input;
    input.most_text = SIZE_MAX;
    input.text = text;
    input.hints = hints;
    const Result<Extraction> done = Engine().Extract(input);
    ASSERT_TRUE(done.ok());
    Check(done.value(), std::to_string(span.begin));
  }
}

TEST(Robustness, PastTheLimitIsAClearError) {
  // Memory that is never touched takes none.
  const size_t size = Extractor::kMostBytes + 1;
  const std::unique_ptr<char[]> bytes(new char[size]);
  ExtractInput input;
  input.most_text = SIZE_MAX;
  input.text = {bytes.get(), size};
  const Result<Extraction> done = Engine().Extract(input);
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().code, "limit-bytes");
  EXPECT_FALSE(done.error().message.empty());
}

}  // namespace
}  // namespace saywhen
