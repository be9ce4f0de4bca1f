#include "formats/loose_date.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

TEST(LooseDate, AsOtherProgramsWriteThem) {
  struct Case {
    std::string_view written;
    std::string_view edtf;
  };
  for (const Case& test : {
           Case{"2025-02-13", "2025-02-13"},
           Case{" 2025-02 ", "2025-02"},
           Case{"2025-02-13?", "2025-02-13?"},
           Case{"2010/2014", "2010/2014"},
           Case{"20250213", "2025-02-13"},
           Case{"20250213180500", "2025-02-13T18:05:00"},
           Case{"20250213T180500Z", "2025-02-13T18:05:00Z"},
           Case{"20250213T1805+0300", "2025-02-13T18:05+03:00"},
           Case{"2025/02/13", "2025-02-13"},
           Case{"2025-02-13 18:05", "2025-02-13T18:05"},
           Case{"2025-02-13 18:05:00 UTC", "2025-02-13T18:05:00Z"},
           Case{"2025-02-13T18:05:00+0300", "2025-02-13T18:05:00+03:00"},
           Case{"2025-02-13T18:05:00.123-05:00", "2025-02-13T18:05:00.123-05:00"},
           Case{"Thu, 13 Feb 2025 18:05:00 +0300", "2025-02-13T18:05:00+03:00"},
           Case{"Thu, 13 Feb 2025 18:05:00 GMT", "2025-02-13T18:05:00Z"},
           Case{"February 13, 2025", "2025-02-13"},
           Case{"13 February 2025 6:05 pm", "2025-02-13T18:05"},
           Case{"Feb. 3, 2025, 12:05am", "2025-02-03T00:05"},
           Case{"Sept 2025", "2025-09"},
       }) {
    const std::optional<TimeInterval> date = ReadLooseDate(test.written);
    ASSERT_TRUE(date) << test.written;
    EXPECT_EQ(date->edtf, test.edtf);
  }
}

TEST(LooseDate, WhatIsNoDateOrTwo) {
  for (const std::string_view text :
       {"", " ", "yesterday", "02/03/2025", "2025-13-01", "20251301", "13 Feb", "Feb 30, 2025",
        "13 February 2025 25:00", "13 February 2025 6:05 pm xx yy", "2025021", "Thu",
        "Feb 2025 10:00", "20250213X180500"}) {
    EXPECT_FALSE(ReadLooseDate(text)) << text;
  }
}

}  // namespace
}  // namespace saywhen
