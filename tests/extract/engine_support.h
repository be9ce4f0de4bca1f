// The engine's steps on one text, in a form that tests can compare.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/attribution.h"
#include "extract/document.h"
#include "extract/embedded_packs.h"
#include "extract/language.h"

namespace saywhen {

// A language whose pack is compiled in.
inline const Language& LanguageOf(std::string_view code) {
  static std::map<std::string, std::unique_ptr<Language>, std::less<>> read;
  const auto known = read.find(code);
  if (known != read.end()) return *known->second;
  auto language = std::make_unique<Language>();
  bool found = false;
  for (const PackText& each : EmbeddedPacks()) {
    if (each.code != code) continue;
    const Result<LanguagePack> pack = LanguagePack::Parse(each.text);
    EXPECT_TRUE(pack.ok()) << code;
    if (!pack.ok()) continue;
    Result<Language> made = ReadLanguage(code, pack.value());
    EXPECT_TRUE(made.ok()) << code;
    if (made.ok()) *language = std::move(made).value();
    found = made.ok();
  }
  EXPECT_TRUE(found) << code;
  return *read.emplace(std::string(code), std::move(language)).first->second;
}

// Outlives what is made of it, as `text` does.
inline LanguagePack PackOf(std::string_view text) {
  Result<LanguagePack> pack = LanguagePack::Parse(text);
  EXPECT_TRUE(pack.ok());
  return pack.ok() ? std::move(pack).value() : LanguagePack();
}

inline Document Read(std::string_view text, std::string_view code = "en") {
  return ReadDocument(text, LanguageOf(code).lexicon);
}

inline std::string TextOf(const Document& document, TokenRange range) {
  if (range.empty()) return "";
  const TextSpan span = document.Span(range);
  return std::string(document.text.substr(span.begin, span.size()));
}

// The first token that reads so.
inline uint32_t TokenNamed(const Document& document, std::string_view text) {
  for (uint32_t at = 0; at < document.tokens.size(); ++at) {
    if (document.Text(at) == text) return at;
  }
  ADD_FAILURE() << "no token reads " << text;
  return 0;
}

inline std::string Joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string all;
  for (const std::string& each : parts) {
    if (&each != &parts.front()) all += between;
    all += each;
  }
  return all;
}

// "said", "direct" and so on: the words of a content, its parts joined by " … ".
inline std::string ContentOf(const Document& document, const Attribution& attribution) {
  std::vector<std::string> parts;
  for (const TokenRange part : attribution.content) parts.push_back(TextOf(document, part));
  return Joined(parts, " … ");
}

inline std::string_view TypeName(QuoteType type) {
  constexpr std::string_view kNames[] = {"direct", "indirect", "mixed"};
  return kNames[static_cast<size_t>(type)];
}

// "direct: It will open in May | source | cue".
inline std::string Shown(const Document& document, const Attribution& attribution) {
  return std::string(TypeName(attribution.type)) + ": " + ContentOf(document, attribution) + " | " +
         TextOf(document, attribution.source.tokens) + " | " + TextOf(document, attribution.cue);
}

inline std::vector<std::string> AttributionsIn(std::string_view text,
                                               std::string_view code = "en") {
  const Document document = Read(text, code);
  std::vector<std::string> shown;
  for (const Attribution& each : FindAttributions(document, LanguageOf(code))) {
    shown.push_back(Shown(document, each));
  }
  return shown;
}

}  // namespace saywhen
