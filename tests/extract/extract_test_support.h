// The packs that are compiled in, read once for a test program.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/article_text.h"
#include "extract/detect_language.h"
#include "extract/embedded_packs.h"
#include "extract/language_pack.h"

namespace saywhen {

class TestPacks {
 public:
  TestPacks() {
    for (const PackText& each : EmbeddedPacks()) {
      Result<LanguagePack> pack = LanguagePack::Parse(each.text);
      EXPECT_TRUE(pack.ok()) << each.code;
      if (!pack.ok()) continue;
      detector_.Add(each.code, pack.value());
      packs_.push_back(std::move(pack).value());
    }
  }

  CleanRules Rules() const {
    std::vector<const LanguagePack*> packs;
    for (const LanguagePack& pack : packs_) packs.push_back(&pack);
    return CleanRules(packs);
  }
  const LanguageDetector& detector() const { return detector_; }

 private:
  std::vector<LanguagePack> packs_;
  LanguageDetector detector_;
};

}  // namespace saywhen
