#include "extract/dateline.h"

namespace saywhen {

DatelineRules::DatelineRules(std::span<const LanguagePack* const> /*packs*/) {}

Furniture DatelineRules::Find(std::string_view /*line*/, const LineWords& /*words*/) const {
  return Furniture::kNone;
}

Dateline FindDateline(std::string_view, const ArticleText&, const DatelineRules&) { return {}; }

}  // namespace saywhen
