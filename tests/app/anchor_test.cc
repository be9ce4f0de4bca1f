#include "app/anchor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "explore/near_search.h"
#include "support/make_story.h"
#include "support/read_story.h"
#include "support/seed.h"

namespace saywhen {
namespace {

// A text in which [brackets] mark the parts of a quote.
struct MarkedText {
  std::string text;
  std::vector<TextSpan> spans;
};

MarkedText ReadMarked(std::string_view marked) {
  MarkedText read;
  uint32_t begin = 0;
  for (const char c : marked) {
    const auto end = static_cast<uint32_t>(read.text.size());
    if (c == '[') {
      begin = end;
    } else if (c == ']') {
      read.spans.push_back({begin, end});
    } else {
      read.text.push_back(c);
    }
  }
  return read;
}

std::string Marked(std::string_view text, const std::vector<TextSpan>& spans) {
  std::string marked;
  uint32_t at = 0;
  for (const TextSpan span : spans) {
    marked.append(text.substr(at, span.begin - at)).append("[");
    marked.append(text.substr(span.begin, span.size())).append("]");
    at = span.end;
  }
  return marked.append(text.substr(at));
}

Story StoryOf(std::string_view marked_article) {
  Story story = StoryMaker(1).Quote({{0}}).Take();
  MarkedText article = ReadMarked(marked_article);
  Quote& quote = story.quotes[0];
  std::string words;
  for (const TextSpan span : article.spans) words += article.text.substr(span.begin, span.size());
  quote.text = words;
  quote.spans = std::move(article.spans);
  story.articles[0].text = std::move(article.text);
  return story;
}

struct AnchorCase {
  std::string_view name;
  std::string_view article;
  std::string_view host;  // nothing marked: it is not there
  bool exact;
};

class AnchorTable : public testing::TestWithParam<AnchorCase> {};

TEST_P(AnchorTable, Anchors) {
  const AnchorCase& c = GetParam();
  const std::string host = ReadMarked(c.host).text;
  const std::vector<Anchor> anchors = AnchorQuotes(StoryOf(c.article), host);
  EXPECT_EQ(Marked(host, anchors.empty() ? std::vector<TextSpan>() : anchors[0].spans), c.host);
  if (!anchors.empty()) {
    EXPECT_EQ(anchors[0].exact, c.exact);
  }
}

constexpr std::string_view kStays =
    "He said: “[We will stay here until the war is over.]” Then he left.";

INSTANTIATE_TEST_SUITE_P(
    Anchor, AnchorTable,
    testing::Values(
        AnchorCase{"TheSame", kStays, kStays, true},
        AnchorCase{"AnotherPlace", kStays,
                   "A headline\n\nA first line, “[We will stay here until the war is over.]” Then",
                   true},
        AnchorCase{"OtherWhiteSpace", kStays,
                   "He said:\n\t“[We will\u00A0stay  here\n until the war is over.]” Then he left.",
                   true},
        AnchorCase{"OtherMarks", "“[It’s ‘ours’ – and “theirs”… we’ll see]”, she said.",
                   "\"[It's 'ours' - and \"theirs\"... we'll see]\", she said.", true},
        AnchorCase{"OtherCase", kStays, "“[WE WILL STAY HERE UNTIL THE WAR IS OVER.]”", true},
        AnchorCase{"AsWrittenBeforeInCapitals", "“[We will stay here until it ends]”",
                   "WE WILL STAY HERE UNTIL IT ENDS\n\n“[We will stay here until it ends]”", true},
        AnchorCase{"AccentsApart", "“[Voilà l’été à la fenêtre du café]”",
                   "« [Voila\u0300 l’e\u0301te\u0301 a\u0300 la fene\u0302tre du cafe\u0301] »",
                   true},
        AnchorCase{"OneWordChanged", kStays,
                   "He said: “[We shall stay here until the war is over.]” Then he left.", false},
        AnchorCase{"FirstWordChanged", kStays,
                   "He said: “You [will stay here until the war is over.]” Then he left.", false},
        AnchorCase{"WordsGoOn", "“[We will never break a promise]”, he said.",
                   "“[We shall never break a promises], he said.", false},
        AnchorCase{"WordDeleted", kStays,
                   "He said: “[We will stay until the war is over.]” Then he left.", false},
        AnchorCase{
            "SentenceInserted",
            "“[First, the negotiations must not be seen as a defeat for the West, by anyone. "
            "Second, the outcome must be permanent and never questioned again.]”",
            "“[First, the negotiations must not be seen as a defeat for the West, by anyone. "
            "They know it. Second, the outcome must be permanent and never questioned again.]”",
            false},
        AnchorCase{"Absent", kStays,
                   "She said: “They have been gone for long, and nobody minds.” So it is.", false},
        AnchorCase{"OnlyHalfOfIt", kStays, "He said: “We will stay here.” Then he left.", false},
        AnchorCase{"TwiceAlike",
                   "First he said: “It was our decision.” Then: “[It was our decision.]” Both.",
                   "First he said: “It was our decision.” Then: “[It was our decision.]” Both.",
                   true},
        AnchorCase{
            "TwiceAlikeAndChanged",
            "First he said: “It was our decision to go.” Then again: “[It was our decision to "
            "go.]” Both.",
            "First he said: “It was their decision to go.” Then again: “[It was their decision to "
            "go.]” Both.",
            false},
        AnchorCase{
            "TwiceTheOtherWay",
            "First he said: “[It was our decision.]” Then: “It was our decision.” Both.",
            "Now: then: “It was our decision.” Both. First he said: “[It was our decision.]” Then.",
            true},
        AnchorCase{"Short", "Will they go? “[No],” he said.",
                   "Nobody knows. Will they go? “[No],” he said.", true},
        AnchorCase{"ShortInOtherCase", "Will they go? “[No],” he said.",
                   "I know. Will they go? “[NO],” he said.", true},
        AnchorCase{"ShortAndOnlyWithinWords", "Will they go? “[No],” he said.",
                   "Nobody knows in November.", false},
        AnchorCase{"ShortAndChanged", "Will they go? “[Never again],” he said.",
                   "Will they go? “Never agein,” he said.", false},
        AnchorCase{"Split", "“[We will stay here,]” he said, “[until the war is over.]” Then",
                   "“[We will stay here,]” he said, “[until the war is over.]” Then", true},
        AnchorCase{
            "SplitByOthersWords", "“[We will stay here,]” he said, “[until the war is over.]” Then",
            "“[We will stay here,]” the minister told the reporters in Brussels on Thursday, "
            "“[until the war is over.]” Then",
            true},
        AnchorCase{"SplitWithAShortPart",
                   "“[No,]” he said, “[until the war is over we will stay.]” No, then.",
                   "No. “[No,]” he said, “[until the war was over we will stay.]” No, then.",
                   false},
        AnchorCase{"SplitAndOnePartGone",
                   "“[We will stay here, all of us,]” he said, “[until the war is over.]”",
                   "“[We will stay here, all of us,]” he said, and no more of that was heard.",
                   false},
        AnchorCase{"Chinese", "他说：“[我们将留在这里直到战争结束为止。]”然后",
                   "他昨天说：「[我们会留在这里直到战争结束为止。]」然后", false},
        AnchorCase{"Arabic", "قال: «[لن نغادر هذا المكان أبداً حتى النهاية]» ثم",
                   "وقال: \"[لن نغادر هٰذا المكان أبدا حتى النهايه]\" ثم", true},
        AnchorCase{"ArabicWordChanged", "قال: «[لن نغادر هذا المكان أبدا حتى تنتهي الحرب]» ثم",
                   "قال: «[لن نترك هذا المكان أبدا حتى تنتهي الحرب]» ثم", false},
        AnchorCase{"DotlessI", "“[Işıkları kapatın, İstanbul uyusun]”, dedi.",
                   "“[IŞIKLARI KAPATIN, İSTANBUL UYUSUN]”, dedi.", true},
        AnchorCase{"Emoji", "“[We are all happy about it 🎉]”", "🎉🎉 “[We are all happy for it 🎉]”",
                   false},
        AnchorCase{"EmptyHost", kStays, "", false},
        AnchorCase{"InvalidBytesAround", kStays,
                   "\xFF\xC3“[We will stay here until the war is over.]\xE2\x80", true},
        AnchorCase{"InvalidBytesWithin", kStays, "“[We will stay here\xFF until the war is over.]”",
                   false}),
    [](const auto& test) { return std::string(test.param.name); });

std::string FoundWith(const Story& story, std::string_view host) {
  const std::vector<Anchor> anchors = AnchorQuotes(story, host);
  return Marked(host, anchors.empty() ? std::vector<TextSpan>() : anchors[0].spans);
}

TEST(AnchorQuotes, ASelectorDoesWithoutTheArticle) {
  Story story = StoryOf("");
  story.quotes[0].selector = Selector{"It was our decision", "Then he said: “", "” Both", ""};
  const std::string_view host =
      "He: “It was our decision”. Then he said: “It was our decision” Both";
  EXPECT_EQ(FoundWith(story, host),
            "He: “It was our decision”. Then he said: “[It was our decision]” Both");
  story.quotes[0].article = kNone;
  EXPECT_EQ(FoundWith(story, "Then he said: “it was her decision” Both"),
            "Then he said: “[it was her decision]” Both");
}

TEST(AnchorQuotes, ItsTextDoesWithoutASelector) {
  Story story = StoryOf("");
  story.quotes[0].text = "It was our decision";
  EXPECT_EQ(FoundWith(story, "He: “It was our decision”."), "He: “[It was our decision]”.");
  story.quotes[0].text = "";
  EXPECT_EQ(AnchorQuotes(story, "He: “It was our decision”.").size(), 0U);
}

TEST(AnchorQuotes, SpansThatAreNotTheArticlesAreNoHarm) {
  Story story = StoryOf("“[We will stay here until it ends]”");
  for (const std::vector<TextSpan>& spans : std::vector<std::vector<TextSpan>>{
           {{5, 4000}}, {{9, 5}}, {{8, 12}, {4, 6}}, {{4, 9}, {0xFFFFFFFF, 3}}}) {
    story.quotes[0].spans = spans;
    EXPECT_EQ(FoundWith(story, "– We will stay here until it ends"),
              "– [We will stay here until it ends]");
  }
}

TEST(AnchorQuotes, TheOrderIsTheStorys) {
  Story story = StoryOf("“[We will stay here until it ends]”");
  story.quotes.push_back(story.quotes[0]);
  story.quotes.push_back(story.quotes[0]);
  story.quotes[0].spans.clear();
  story.quotes[0].text = "There was no promise made";
  story.quotes[1].spans.clear();
  story.quotes[1].text = "Nobody says this anywhere";
  const std::vector<Anchor> anchors =
      AnchorQuotes(story, "We will stay here until it ends. There is no promise made.");
  ASSERT_EQ(anchors.size(), 2U);
  EXPECT_EQ(anchors[0].quote, 0U);
  EXPECT_EQ(anchors[1].quote, 2U);
}

TEST(AnchorQuotes, HostileTextsEnd) {
  const std::string million(1 << 20, 'a');
  Story story = StoryOf("[" + std::string(20, 'a') + "b]");
  EXPECT_EQ(AnchorQuotes(story, million).size(), 1U);
  EXPECT_EQ(AnchorQuotes(StoryOf("[" + std::string(20, 'b') + "]"), million).size(), 0U);
  EXPECT_EQ(AnchorQuotes(story, std::string(1 << 20, '\x80')).size(), 0U);
  std::string waves;
  while (waves.size() < million.size()) waves += "aaaaaaaaaaaaaaaaaaaabccccccccccccccccc";
  EXPECT_EQ(AnchorQuotes(StoryOf("[" + std::string(19, 'a') + "bb]"), waves).size(), 1U);
  // More work than there is budget for: the ones that are as they were are found all the same.
  story = StoryOf("[" + std::string(8000, 'b') + "]");
  while (story.quotes.size() < 100) story.quotes.push_back(story.quotes[0]);
  story.quotes.push_back(story.quotes[0]);
  story.quotes.back().spans.clear();
  story.quotes.back().text = "aaaaaaaaaaaaa.";
  EXPECT_EQ(AnchorQuotes(story, million + ".").size(), 1U);
}

TEST(AnchorQuotes, QuotesTooLongForAnEditAreFoundAsTheyAre) {
  std::string words;
  while (words.size() < 2 * kLongestPattern) words += "word " + std::to_string(words.size()) + " ";
  const Story story = StoryOf("“[" + words + "]”");
  EXPECT_EQ(AnchorQuotes(story, "He: “" + words + "”").size(), 1U);
  EXPECT_EQ(AnchorQuotes(story, "He: “x" + words.substr(1) + "”").size(), 0U);
}

TEST(AnchorQuotes, TheSeedStorysAreFoundWithOneLetterInTenChanged) {
  SAYWHEN_TRACE_SEED();
  std::mt19937 random(Seed());
  const Story story = ReadStory("seed");
  const std::string article(story.articles[0].text);
  for (int round = 0; round < 20; ++round) {
    // The article with edits in the quotes; where each of its bytes has come to.
    std::vector<bool> quoted(article.size());
    for (const Quote& quote : story.quotes) {
      for (const TextSpan span : quote.spans) {
        std::fill(quoted.begin() + span.begin, quoted.begin() + span.end, true);
      }
    }
    std::string host = "Something new before.\n";
    std::vector<size_t> moved(article.size() + 1);
    size_t victim = 0;
    for (size_t byte = 0; byte < article.size();) {
      const size_t next = NextCodePoint(article, byte);
      std::fill_n(moved.begin() + static_cast<std::ptrdiff_t>(byte), next - byte, host.size());
      if (byte >= victim + 10) victim = byte + random() % 5;
      const bool edited = quoted[byte] && byte == victim;
      const auto kind = static_cast<uint32_t>(random() % 3);
      if (edited && kind > 0) host.push_back(static_cast<char>('a' + random() % 26));
      if (!edited || kind == 2) host.append(article, byte, next - byte);
      byte = next;
    }
    moved.back() = host.size();

    const std::vector<Anchor> anchors = AnchorQuotes(story, host);
    ASSERT_EQ(anchors.size(), story.quotes.size());
    for (const Anchor& anchor : anchors) {
      const std::vector<TextSpan>& spans = story.quotes[anchor.quote].spans;
      ASSERT_EQ(anchor.spans.size(), spans.size());
      for (size_t i = 0; i < spans.size(); ++i) {
        // An edit at an end belongs to either side of it.
        EXPECT_NEAR(static_cast<double>(anchor.spans[i].begin),
                    static_cast<double>(moved[spans[i].begin]), 12);
        EXPECT_NEAR(static_cast<double>(anchor.spans[i].end),
                    static_cast<double>(moved[spans[i].end]), 12);
      }
    }
  }
}

TEST(AnchorQuotes, AnyBytesGiveSpansWithinThem) {
  SAYWHEN_TRACE_SEED();
  std::mt19937 random(Seed());
  constexpr std::string_view kPieces[] = {"stay here", "ß", "e\u0301", "…",  " ", "\xE2", "\x80",
                                          "我们",      "“", "",        "\n", "İ", "🎉",    "a"};
  const auto text = [&](size_t most) {
    std::string made;
    for (size_t n = random() % most; n > 0; --n) {
      if (random() % 8 == 0) {
        made.push_back(static_cast<char>(random()));
      } else {
        made += kPieces[random() % std::size(kPieces)];
      }
    }
    return made;
  };
  for (int round = 0; round < 2000; ++round) {
    Story story = StoryMaker(1).Quote({{0}}).Quote({{0}}).Take();
    story.articles[0].text = text(60);
    const auto length = static_cast<uint32_t>(story.articles[0].text.size());
    for (Quote& quote : story.quotes) {
      quote.text = text(20);
      quote.selector = Selector{text(12), text(8), text(8), ""};
      for (uint32_t at = 0; at < length;) {
        const uint32_t begin = at + static_cast<uint32_t>(random() % (length - at));
        at = begin + 1 + static_cast<uint32_t>(random() % (length - begin));
        quote.spans.push_back({begin, at});
      }
      if (random() % 3 == 0) quote.spans.clear();
    }
    std::string host = text(60);
    host.append(story.articles[0].text.view().substr(random() % (length + 1))).append(text(10));
    for (const Anchor& anchor : AnchorQuotes(story, host)) {
      ASSERT_LT(anchor.quote, story.quotes.size());
      uint32_t end = 0;
      for (const TextSpan span : anchor.spans) {
        ASSERT_GE(span.begin, end);
        ASSERT_LT(span.begin, span.end);
        end = span.end;
      }
      ASSERT_GT(end, 0U);
      ASSERT_LE(end, host.size());
    }
  }
}

}  // namespace
}  // namespace saywhen
