#include "extract/speaker_ids.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

TEST(SpeakerIds, AreTheNameInSmallLettersWithHyphens) {
  SpeakerIds ids;
  EXPECT_EQ(ids.Take("Ada Holm"), "ada-holm");
  EXPECT_EQ(ids.Take("Dr. Çiğdem  O’Malley-Öz"), "dr-çiğdem-o-malley-öz");
  EXPECT_EQ(ids.Take("…"), "speaker");
}

TEST(SpeakerIds, NoneIsTakenTwice) {
  SpeakerIds ids;
  EXPECT_EQ(ids.Take("Ada"), "ada");
  EXPECT_EQ(ids.Take("Ada 2"), "ada-2");
  EXPECT_EQ(ids.Take("Ada"), "ada-3");
  EXPECT_EQ(ids.Take("Ada"), "ada-4");
  EXPECT_EQ(ids.Take("ada 2"), "ada-2-2");
}

}  // namespace
}  // namespace saywhen
