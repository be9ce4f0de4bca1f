#include "base/shared_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace saywhen {
namespace {

TEST(SharedText, ReadsAsWhatItWasMadeOf) {
  const std::string words("We\0stay", 7);
  EXPECT_EQ(SharedText(words), words);
  EXPECT_EQ(SharedText(words).size(), 7U);
  EXPECT_EQ(SharedText("We stay"), "We stay");
  EXPECT_NE(SharedText("We stay"), "We");
  EXPECT_TRUE(SharedText().empty());
  EXPECT_EQ(SharedText(), SharedText(""));
  EXPECT_EQ(std::string_view(SharedText()), "");
}

TEST(SharedText, CopiesAndPartsShareItsMemory) {
  const SharedText text("He said: We stay");
  const SharedText copy = text;
  EXPECT_EQ(copy.view().data(), text.view().data());
  const SharedText part = text.Part({9, 16});
  EXPECT_EQ(part, "We stay");
  EXPECT_EQ(part.view().data(), text.view().data() + 9);
  EXPECT_EQ(part.Part({3, 7}), "stay");
  EXPECT_EQ(text.Part({4, 4}), "");
}

TEST(SharedText, APartStaysWhenTheWholeGoes) {
  SharedText whole("He said: We stay");
  SharedText part = whole.Part({9, 16});
  whole = "Another text, as long";
  EXPECT_EQ(part, "We stay");
  const SharedText moved = std::move(part);
  EXPECT_EQ(moved, "We stay");
  EXPECT_EQ(part, "");  // NOLINT(bugprone-use-after-move): that is what it is
}

TEST(TextPool, TextsStandSideBySide) {
  TextPool pool(8);
  const SharedText a = pool.Add("four");
  const SharedText b = pool.Add("more");
  const SharedText c = pool.Add("longer than all");
  SharedText d = pool.Add("");
  d = pool.Add("last");
  EXPECT_EQ(b.view().data(), a.view().data() + 4);
  EXPECT_EQ(a, "four");
  EXPECT_EQ(b, "more");
  EXPECT_EQ(c, "longer than all");
  EXPECT_EQ(d, "last");
}

}  // namespace
}  // namespace saywhen
