#include "explore/search_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "explore/fold.h"
#include "explore/told_story.h"
#include "support/seed.h"

namespace saywhen {
namespace {

Story Talks() {
  return Tell(
      {{"Mark Rutte", "NATO", {"the Secretary General"}}, {"Volodymyr Zelenskyy", "Ukraine"}},
      {{.text = "There was never a promise of membership.",
        .speakers = {0},
        .said = "2025-02-13",
        .place = "Brussels",
        .tags = {"peace agreement"}},
       {.text = "Peace needs an agreement, not a promise to agree.",
        .speakers = {1},
        .said = "2024-07",
        .type = QuoteType::kIndirect,
        .prompt = "And the ceasefire?"},
       {.text = "We keep our promises: membership of the members.",
        .speakers = {0, 1},
        .said = "2014",
        .place = "Kyiv",
        .type = QuoteType::kMixed},
       {.text = "和平协议很重要。", .article = 1, .language = "zh"}},
      {"What was said in Brussels", "Zelenskyy’s summit"});
}

std::vector<Match> Search(const Story& story, std::string_view query,
                          std::string_view language = "en") {
  SearchIndex index(&story);
  EXPECT_TRUE(index.Build(1000));
  std::vector<Match> matches;
  index.Search(ParseQuery(query, language), &matches);
  return matches;
}

std::vector<Index> Found(const Story& story, std::string_view query,
                         std::string_view language = "en") {
  std::vector<Index> found;
  for (const Match& match : Search(story, query, language)) found.push_back(match.quote);
  return found;
}

struct SearchCase {
  std::string_view name;
  std::string_view query;
  std::vector<Index> found;
};

class SearchTable : public testing::TestWithParam<SearchCase> {};

TEST_P(SearchTable, Finds) { EXPECT_EQ(Found(Talks(), GetParam().query), GetParam().found); }

INSTANTIATE_TEST_SUITE_P(
    Search, SearchTable,
    testing::Values(
        SearchCase{"EmptyQueryFindsAll", "", {0, 1, 2, 3}},
        SearchCase{"Word", "promise", {0, 1, 2}}, SearchCase{"BeginningOfAWord", "promises", {2}},
        SearchCase{"NotTheMiddleOfAWord", "romise", {}},
        SearchCase{"AllWords", "promise membership", {0, 2}},
        SearchCase{"WordsOfDifferentFields", "promise kyiv", {2}},
        SearchCase{"Phrase", "\"a promise\"", {0, 1}},
        SearchCase{"PhraseInItsOrder", "\"promise a\"", {}},
        SearchCase{"PhraseOverPunctuation", "\"agreement not\"", {1}},
        SearchCase{"PhraseBeingTyped", "\"promise o", {0}},
        SearchCase{"WholeWordInQuotes", "\"promise\"", {0, 1}},
        SearchCase{"PhraseNotOverTwoFields", "\"membership brussels\"", {}},
        SearchCase{"SpeakersName", "rutte", {0, 2}},
        SearchCase{"SpeakersAlias", "\"secretary general\"", {0, 2}},
        SearchCase{"SpeakersAffiliation", "speaker:ukraine", {1, 2}},
        SearchCase{"SpeakerAndNotText", "speaker:promise", {}},
        SearchCase{"SpeakerAndNotHeadline", "speaker:zelenskyy", {1, 2}},
        SearchCase{"Headline", "zelenskyy", {1, 2, 3}}, SearchCase{"Prompt", "ceasefire", {1}},
        SearchCase{"AnyFieldHoldsATag", "\"peace agreement\"", {0}},
        SearchCase{"Tag", "tag:peace", {0}}, SearchCase{"TagAndNotText", "tag:promise", {}},
        SearchCase{"Place", "place:bru", {0}}, SearchCase{"Without", "promise -rutte", {1}},
        SearchCase{"WithoutOnly", "-speaker:rutte", {1, 3}},
        SearchCase{"WithoutAPhrase", "-\"a promise\"", {2, 3}},
        SearchCase{"Type", "type:reported", {1}},
        SearchCase{"WithoutAType", "-type:direct", {1, 2}},
        SearchCase{"OneHanCharacter", "平", {3}}, SearchCase{"RunOfHan", "和平协议", {3}},
        SearchCase{"HanInTheirOrder", "平和", {}}, SearchCase{"HanApart", "议 和", {3}},
        SearchCase{"Before", "before:2025", {1, 2}}, SearchCase{"After", "after:2014", {0, 1}},
        SearchCase{"Between", "after:2014 before:2025", {1}},
        SearchCase{"NotAfterItself", "after:2024-07", {0}},
        SearchCase{"AtTheEndOfAnother", "after:2024-06", {0, 1}},
        SearchCase{"UnknownTimeIsNotBefore", "-after:2030", {0, 1, 2}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Search, KnowsNothingBeforeTheIndexIsDone) {
  const Story story = Talks();
  const SearchIndex index(&story);
  std::vector<Match> matches = {{1, 1}};
  index.Search(ParseQuery("promise", "en"), &matches);
  EXPECT_TRUE(matches.empty());
}

TEST(Search, IndexBuiltInSlicesIsTheSame) {
  const Story story = Talks();
  SearchIndex index(&story);
  int slices = 1;
  while (!index.Build(1)) ++slices;
  EXPECT_GT(slices, 16);
  std::vector<Match> matches;
  index.Search(ParseQuery("promise rutte", "en"), &matches);
  EXPECT_EQ(matches, Search(story, "promise rutte"));
}

TEST(Search, AStoryWithoutQuotesHasNoMatches) { EXPECT_TRUE(Found(Story(), "a").empty()); }

TEST(Search, IndexesThatLeadNowhereAreNoOnes) {
  const Story story = Tell({}, {{.text = "word", .speakers = {7}, .article = kNone}});
  EXPECT_EQ(Found(story, "word"), (std::vector<Index>{0}));
}

TEST(Search, TheWordItselfIsBetterThanItsBeginning) {
  const std::vector<Match> matches = Search(Talks(), "promise");
  ASSERT_EQ(matches.size(), 3U);
  EXPECT_GT(matches[0].score, matches[2].score);
}

TEST(Search, ASpeakersNameIsBetterThanAHeadline) {
  const std::vector<Match> matches = Search(Talks(), "zelenskyy");
  ASSERT_EQ(matches.size(), 3U);
  EXPECT_GT(matches[0].score, matches[2].score);
}

TEST(Search, ARareWordWeighsMore) {
  std::vector<ToldQuote> quotes(20, {.text = "common"});
  quotes[3].text = "common rare";
  quotes[5].text = "common";
  const Story story = Tell({}, quotes);
  EXPECT_GT(Search(story, "rare")[0].score, Search(story, "common")[0].score);
}

Story Lights() {
  return Tell({}, {{.text = "Işık yandı", .language = "tr"},
                   {.text = "İşik diye bir söz yok", .language = "tr"},
                   {.text = "Ещё ёлка", .language = "be"}});
}

TEST(Search, TurkishTellsDotlessI) {
  EXPECT_EQ(Found(Lights(), "ışık", "tr"), (std::vector<Index>{0}));
  EXPECT_EQ(Found(Lights(), "işik", "tr"), (std::vector<Index>{1}));
}

TEST(Search, OtherLanguagesFindBoth) {
  for (const std::string_view query : {"isik", "IŞIK", "ışık", "\"isik\"", "\"Işık\"", "isi"}) {
    EXPECT_EQ(Found(Lights(), query), (std::vector<Index>{0, 1})) << query;
  }
  EXPECT_EQ(Found(Lights(), "\"isik yandi\""), (std::vector<Index>{0}));
}

TEST(Search, RussianAndOthersFindYo) {
  for (const std::string_view language : {"ru", "be", "en"}) {
    EXPECT_EQ(Found(Lights(), "елка", language), (std::vector<Index>{2})) << language;
    EXPECT_EQ(Found(Lights(), "ЁЛКА", language), (std::vector<Index>{2})) << language;
  }
}

// What the index finds is what reading every quote finds.
TEST(Search, AgreesWithReadingEveryQuote) {
  SAYWHEN_TRACE_SEED();
  std::mt19937 random(Seed());
  static constexpr std::string_view kWords[] = {"a",  "ab", "abc", "b",  "ba",
                                                "港", "口", "é",   "x-y"};
  const auto some_words = [&](uint32_t most) {
    std::string text;
    for (auto n = random() % (most + 1); n > 0; --n) {
      text += kWords[random() % std::size(kWords)];
      text += ' ';
    }
    return text;
  };
  std::vector<std::string> texts(200);
  std::vector<ToldQuote> quotes;
  quotes.reserve(texts.size());
  for (std::string& text : texts) {
    text = some_words(12);
    quotes.push_back({.text = text});
  }
  const Story story = Tell({}, quotes);
  SearchIndex index(&story);
  index.Build(10'000);
  for (int round = 0; round < 300; ++round) {
    std::string text = round % 2 == 0 ? some_words(3) : "\"" + some_words(3) + "\"";
    if (round % 5 == 0) text.insert(0, 1, '-');
    const Query query = ParseQuery(text, "en");
    std::vector<Match> matches;
    index.Search(query, &matches);
    std::vector<Index> found;
    for (const Match& match : matches) found.push_back(match.quote);
    std::vector<Index> expected;
    for (Index i = 0; i < texts.size(); ++i) {
      const bool all =
          std::all_of(query.terms.begin(), query.terms.end(), [&](const QueryTerm& term) {
            Query alone;
            alone.terms = {term};
            alone.terms[0].negated = false;
            std::vector<TextSpan> hits;
            FindHits(texts[i], "en", alone, &hits);
            return hits.empty() == term.negated;
          });
      if (all) expected.push_back(i);
    }
    ASSERT_EQ(found, expected) << text;
  }
}

TEST(Search, AnyBytesAreText) {
  SAYWHEN_TRACE_SEED();
  std::mt19937 random(Seed());
  std::vector<std::string> texts(100);
  std::vector<ToldQuote> quotes;
  for (std::string& text : texts) {
    text.resize(random() % 100);
    for (char& byte : text) byte = static_cast<char>(random());
    quotes.push_back({.text = text, .place = text, .tags = {text}, .prompt = text});
  }
  const Story story = Tell({{"\xFF\x80"}}, quotes);
  for (int round = 0; round < 100; ++round) {
    std::vector<TextSpan> hits;
    const std::string& text = texts[random() % texts.size()];
    Found(story, text, round % 2 == 0 ? "tr" : "en");
    FindHits(text, "en", ParseQuery(text, "en"), &hits);
    for (const TextSpan& hit : hits) {
      ASSERT_LT(hit.begin, hit.end);
      ASSERT_LE(hit.end, text.size());
    }
  }
}

std::string Marked(std::string_view text, std::string_view query, std::string_view language = "en",
                   std::string_view query_language = "en") {
  std::vector<TextSpan> hits;
  FindHits(text, language, ParseQuery(query, query_language), &hits);
  std::string marked;
  size_t at = 0;
  for (const TextSpan& hit : hits) {
    marked += text.substr(at, hit.begin - at);
    marked += '[';
    marked += text.substr(hit.begin, hit.size());
    marked += ']';
    at = hit.end;
  }
  marked += text.substr(at);
  return marked;
}

struct HitCase {
  std::string_view name;
  std::string_view text;
  std::string_view query;
  std::string_view marked;
};

class HitTable : public testing::TestWithParam<HitCase> {};

TEST_P(HitTable, Marks) { EXPECT_EQ(Marked(GetParam().text, GetParam().query), GetParam().marked); }

INSTANTIATE_TEST_SUITE_P(
    FindHits, HitTable,
    testing::Values(HitCase{"Nothing", "A word", "", "A word"},
                    HitCase{"Word", "A word, a Word.", "word", "A [word], a [Word]."},
                    HitCase{"BeginningOfAWord", "Promises", "prom", "[Prom]ises"},
                    HitCase{"Accents", "Le café\u0301 noir", "cafe", "Le [café\u0301] noir"},
                    HitCase{"SharpS", "Straße", "stras", "[Straß]e"},
                    HitCase{"Phrase", "to be or not to be", "\"to be\"", "[to be] or not [to be]"},
                    HitCase{"WordsOfAPhraseApart", "be to", "\"to be\"", "be to"},
                    HitCase{"OverlappingPhrases", "a b a b a", "\"a b a\"", "[a b a b a]"},
                    HitCase{"SeveralTerms", "peace and war", "war peace", "[peace] and [war]"},
                    HitCase{"NotTheNegated", "peace and war", "peace -war", "[peace] and war"},
                    HitCase{"NotOtherFields", "peace and war", "tag:peace war type:direct",
                            "peace and [war]"},
                    HitCase{"Han", "新港口开放", "港口", "新[港口]开放"},
                    HitCase{"HanOneByOne", "新港口开放", "口 港", "新[港口]开放"},
                    HitCase{"Arabic", "قالت الحُكومة", "الحكومه", "قالت [الحُكومة]"},
                    HitCase{"Malformed", "\xFF word\xFF", "word", "\xFF [word]\xFF"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(FindHits, TurkishTellsDotlessI) {
  EXPECT_EQ(Marked("Işık işik", "ışık", "tr", "tr"), "[Işık] işik");
  EXPECT_EQ(Marked("Işık işik", "isik", "tr", "en"), "[Işık] [işik]");
}

}  // namespace
}  // namespace saywhen
