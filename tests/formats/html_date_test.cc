#include "formats/html_date.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

TEST(IsHtmlDate, WhatHtmlAndEdtfBothHave) {
  for (const std::string_view date :
       {"2025", "0001", "2025-02", "2025-02-13", "2025-02-13T10:05", "2025-02-13T10:05:09",
        "2025-02-13T10:05:09Z", "2025-02-13T10:05Z", "2025-02-13T10:05:09+03:00",
        "2025-02-13T10:05:09-03:30"}) {
    EXPECT_TRUE(IsHtmlDate(date)) << date;
  }
}

TEST(IsHtmlDate, NothingElse) {
  for (const std::string_view date : {"",
                                      "0000",
                                      "0000-01-01",
                                      "25",
                                      "20250",
                                      "Y20250",
                                      "-0044",
                                      "202X",
                                      "2025?",
                                      "2025-02~",
                                      "2025-21",
                                      "2010/2014",
                                      "2025-02-13/..",
                                      "2025-2-13",
                                      "2025-02-13T",
                                      "2025-02-13T10",
                                      "2025-02-13T10:05:",
                                      "2025-02-13T10:05:9Z",
                                      "2025-02-13T10:05:09z",
                                      "2025-02-13 10:05",
                                      "2025-02-13T10:05:09+0300",
                                      "2025-02-13T10:05:09+03:00 ",
                                      "[2025,2026]"}) {
    EXPECT_FALSE(IsHtmlDate(date)) << date;
  }
}

}  // namespace
}  // namespace saywhen
