#include "base/diagnostics.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

TEST(Diagnostics, CountsBySeverity) {
  Diagnostics diagnostics;
  diagnostics.Add({Severity::kNote, "n", "", "", 0, 0});
  diagnostics.Add({Severity::kWarning, "w", "", "", 0, 0});
  diagnostics.Add({Severity::kError, "e", "", "", 0, 0});
  EXPECT_EQ(diagnostics.kept().size(), 3U);
  EXPECT_EQ(diagnostics.errors(), 1U);
  EXPECT_EQ(diagnostics.warnings(), 1U);
  EXPECT_EQ(diagnostics.dropped(), 0U);
}

TEST(Diagnostics, KeepsTheFirstAndCountsTheRest) {
  Diagnostics diagnostics;
  for (size_t i = 0; i < Diagnostics::kKept + 7; ++i) {
    diagnostics.Add({Severity::kError, "e", "", "", static_cast<uint32_t>(i), 0});
  }
  EXPECT_EQ(diagnostics.kept().size(), Diagnostics::kKept);
  EXPECT_EQ(diagnostics.kept().back().line, Diagnostics::kKept - 1);
  EXPECT_EQ(diagnostics.errors(), Diagnostics::kKept + 7);
  EXPECT_EQ(diagnostics.dropped(), 7U);
}

}  // namespace
}  // namespace saywhen
