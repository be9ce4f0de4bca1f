// What a language says of time: its words, their ways of standing together and its festivals, read
// from the pack's sections once and used for any number of texts.
//
//   [times]          category <tab> value <tab> surface <tab> surface …
//   [time-settings]  thousands <tab> "," | plural <tab> ending … | past, future <tab> ending …
//   [time-festivals] how a year gives its day (festivals.h) <tab> surface …
//   [time-numbers] [time-parts] [time-phrases] [time-counts] [time-joins] [time-ranges]
//                    the rules (time_rules.h): six passes, each over what the one before has made
//
// A surface in lower case is found in any case; one with a capital only with a capital ("May"), one
// behind "=" only in lower case. One that ends in "!" needs support by others to be a time ("Sun").
// Case is folded without a locale, and the four letters I, İ, i and ı are one.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "extract/language_pack.h"
#include "extract/times/festivals.h"
#include "extract/times/time_category.h"
#include "extract/times/time_rules.h"

namespace saywhen {

enum class Spelling : uint8_t { kAny, kCapital, kLower };

struct TimeSense {
  TimeCategory category = TimeCategory::kWord;
  Spelling spelling = Spelling::kAny;
  bool sure = true;
  int32_t value = 0;
};

struct TimeWord {
  std::vector<TimeSense> senses;
  TimeCategories categories = 0;  // of all senses
  bool core = false;              // it alone makes a text worth a second look
  bool begins_phrase = false;
};

class TimeLexicon {
 public:
  static constexpr size_t kPasses = 6;

  // A language without the sections gives a lexicon that finds what needs no words (2025-02-13 is
  // a rule too: nothing). Copies what it needs: the pack may go. Errors: "time-word", "time-rule",
  // "time-festival", with the line in the pack.
  static Result<TimeLexicon> Make(const LanguagePack& pack);

  // The number of a word as it stands in a text, in any case, or kNoWord.
  uint32_t Find(std::string_view word) const;
  // The phrase that `word` makes behind `first` (a word or phrase), or kNoWord. `glued`: no blank
  // stands between the two.
  uint32_t Continue(uint32_t first, uint32_t word, bool glued) const;
  uint32_t OfMark(char mark) const { return marks_[static_cast<unsigned char>(mark) & 0x7F]; }
  const TimeWord& word(uint32_t number) const { return words_[number]; }
  const TimeRules& rules(size_t pass) const { return rules_[pass]; }
  const std::vector<Festival>& festivals() const { return festivals_; }
  // Between the digits of "1,984"; 0 when there is none.
  char thousands() const { return thousands_; }
  // Whether a word has a plural's ending.
  bool IsPlural(std::string_view word) const;
  // Whether a word has a past or a future tense's ending.
  bool IsPast(std::string_view word) const;
  bool IsFuture(std::string_view word) const;

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t word = kNoWord;
  };
  struct Continuation {
    uint32_t phrase;
    bool glued;
  };

  uint32_t Intern(std::string_view folded);
  uint32_t InternSurface(std::string_view surface);
  uint32_t CoreOf(std::string_view surface, uint32_t number);
  bool AddWord(const PackEntry& entry, TimeCategory category, int32_t value, size_t first_surface);
  bool ReadSettings(const LanguagePack& pack, Error* error);
  void BuildTable();

  std::vector<TimeWord> words_;
  std::unordered_map<std::string, uint32_t> numbers_;  // only while it is made
  std::vector<std::string> texts_;
  std::unordered_map<uint64_t, Continuation> continuations_;
  std::array<uint32_t, 128> marks_{};
  // Open addressing, a power of two; and, by the first two bytes, which lengths there are.
  std::vector<Slot> slots_;
  std::array<uint32_t, 1024> lengths_{};
  std::array<TimeRules, kPasses> rules_;
  std::vector<Festival> festivals_;
  std::vector<std::string> plural_endings_;
  std::vector<std::string> past_endings_;
  std::vector<std::string> future_endings_;
  char thousands_ = 0;
};

}  // namespace saywhen
