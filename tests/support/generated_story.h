// Stories of any size, invented by a seed: for benchmarks and tests of what is slow. Needs model.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/edtf.h"
#include "model/story.h"

namespace saywhen {

struct GeneratedSize {
  uint32_t quotes = 100'000;
  uint32_t speakers = 200;
  uint32_t articles = 5'000;
  int first_year = 2010;
  int last_year = 2025;
  uint32_t words = 40'000;  // different ones; the rank-th is used 1 / (rank + 3) as often (Zipf)
  uint64_t seed = 20250213;
};

// The same on every machine: it has its own random numbers and uses no floating point.
class StoryGenerator {
 public:
  explicit StoryGenerator(const GeneratedSize& size) : size_(size), state_(size.seed) {}

  // Quotes of 80 to 300 bytes stand in the articles' texts, in order; one in fifty repeats another
  // article's quote with a word changed. Articles are published in the order of time. All places,
  // tags, kinds, confidences and precisions of time occur, and a tenth of the quotes have none of
  // their own, or no speaker.
  Story Make() {
    MakeWords();
    Story story;
    story.title = "An invented story";
    story.language = "en";
    for (uint32_t i = 0; i < size_.speakers; ++i) {
      Speaker speaker;
      speaker.id = "s" + std::to_string(i);
      speaker.name = Name(i * 7 + 1) + " " + Name(i * 13 + 2);
      speaker.role = Word(100 + i % 30);
      speaker.affiliation = Name(1000 + i % 40);
      story.speakers.push_back(std::move(speaker));
    }
    const uint32_t articles = std::max(size_.articles, 1U);
    const auto years = static_cast<uint32_t>(size_.last_year - size_.first_year + 1);
    for (uint32_t i = 0; i < articles; ++i) {
      Article article;
      article.id = "a" + std::to_string(i);
      article.language = "en";
      article.headline = Sentence(60);
      const uint64_t month = uint64_t{i} * years * 12 / articles;
      article.published = Time(month, 1 + Random(28));
      const auto first = static_cast<uint32_t>(uint64_t{i} * size_.quotes / articles);
      const auto end = static_cast<uint32_t>((uint64_t{i} + 1) * size_.quotes / articles);
      std::string text;
      for (uint32_t k = first; k < end; ++k) {
        story.quotes.push_back(MakeQuote(story, k, i, month));
        Quote& quote = story.quotes.back();
        text += "Words of " + std::to_string(k) + ": ";
        const auto begin = static_cast<uint32_t>(text.size());
        text += quote.text;
        quote.spans = {{begin, static_cast<uint32_t>(text.size())}};
        text += "\n\n";
      }
      article.text = text;
      story.articles.push_back(std::move(article));
    }
    return story;
  }

  // The rank-th word, the most common first: for asking after it.
  const std::string& Word(uint32_t rank) const { return words_[rank % words_.size()]; }

 private:
  // Steele, Lea and Flood's SplitMix64 (2014).
  uint64_t Next() {
    uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  uint32_t Random(uint32_t below) { return static_cast<uint32_t>((Next() >> 32) * below >> 32); }

  void MakeWords() {
    constexpr std::string_view kHeads[] = {"b", "d", "f", "g", "h",  "k",  "l",  "m",  "n", "p",
                                           "r", "s", "t", "v", "st", "tr", "pl", "sh", "",  "w"};
    constexpr std::string_view kTails[] = {"a", "e", "i", "o", "u", "an", "er", "in", "on", "al"};
    words_.clear();
    weights_.clear();
    uint64_t sum = 0;
    for (uint32_t i = 0; i < std::max(size_.words, 1U); ++i) {
      // Rarer words are longer.
      std::string word;
      for (uint32_t n = 1 + (i > 20 ? 1U : 0U) + (i > 800 ? 1U : 0U) + Random(2); n > 0; --n) {
        word += kHeads[Random(20)];
        word += kTails[Random(10)];
      }
      words_.push_back(std::move(word));
      weights_.push_back(sum += 1'000'000'000 / (i + 3));
    }
  }

  const std::string& RandomWord() {
    const uint64_t at = Next() % weights_.back();
    return words_[static_cast<size_t>(std::upper_bound(weights_.begin(), weights_.end(), at) -
                                      weights_.begin())];
  }

  static std::string Capitalised(std::string word) {
    if (word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
  }
  std::string Name(uint32_t rank) const { return Capitalised(Word(2000 + rank)); }

  std::string Sentence(size_t bytes) {
    std::string text = Capitalised(RandomWord());
    while (text.size() + 14 < bytes) {
      text += Random(9) == 0 ? ", " : " ";
      text += RandomWord();
    }
    return text + ".";
  }

  TimeInterval Time(uint64_t month, uint32_t day) {
    char text[32];
    const int year = size_.first_year + static_cast<int>(month / 12);
    const int month_of_year = static_cast<int>(month % 12) + 1;
    if (day == 0) {
      std::snprintf(text, sizeof text, "%04d-%02d", year, month_of_year);
    } else {
      std::snprintf(text, sizeof text, "%04d-%02d-%02u", year, month_of_year, day % 100);
    }
    Result<TimeInterval> time = ParseEdtf(text);
    return time.ok() ? std::move(time).value() : TimeInterval();
  }

  Quote MakeQuote(const Story& story, uint32_t number, uint32_t article, uint64_t month) {
    Quote quote;
    quote.id = "q" + std::to_string(number);
    quote.article = article;
    quote.type = static_cast<QuoteType>(Random(3));
    if (!story.quotes.empty() && Random(50) == 0) {
      const Quote& other = story.quotes[Random(static_cast<uint32_t>(story.quotes.size()))];
      const std::string_view words = other.text;
      quote.text = std::string(words.substr(0, words.rfind(' ') + 1)) + RandomWord() + ".";
      quote.speakers = other.speakers;
    } else {
      quote.text = Sentence(80 + Random(221));
      // The first of them speak most.
      const uint32_t most = 1 + Random(std::max(size_.speakers, 1U));
      if (size_.speakers > 0 && Random(10) != 0) quote.speakers.push_back(Random(most));
      if (size_.speakers > 0 && Random(40) == 0) quote.speakers.push_back(size_.speakers - 1);
    }
    if (Random(10) != 0) {
      quote.said = {Time(month - std::min<uint64_t>(month, Random(3)), Random(29)), {}, {}};
    }
    if (Random(3) == 0) quote.about.push_back({Time(Random(12) * 12, 0), {}, {}});
    if (Random(10) != 0) quote.place = Name(3000 + Random(1 + Random(120)));
    for (uint32_t n = Random(4); n > 0; --n)
      quote.tags.push_back(Word(4000 + Random(1 + Random(200))));
    quote.confidence = 1.0F - static_cast<float>(Random(50)) / 100;
    return quote;
  }

  GeneratedSize size_;
  uint64_t state_;
  std::vector<std::string> words_;
  std::vector<uint64_t> weights_;  // the sum up to and with each
};

inline Story GenerateStory(const GeneratedSize& size = {}) { return StoryGenerator(size).Make(); }

}  // namespace saywhen
