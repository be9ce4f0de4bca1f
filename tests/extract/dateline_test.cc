#include "extract/dateline.h"

#include <gtest/gtest.h>

#include "extract_test_support.h"

namespace saywhen {
namespace {

// "place (agency) [what stands before the text]; role: date; … by author; …"
std::string Found(std::string_view raw, bool keep = false) {
  const TestPacks packs;
  const CleanRules rules = packs.Rules();
  const ArticleText article = CleanArticle(raw, rules, {.keep_text = keep});
  const Dateline found = FindDateline(raw, article, rules.dateline);
  std::string all = found.place;
  if (!found.agency.empty()) all += " (" + found.agency + ")";
  if (!found.span.empty()) {
    all += " [" + article.text.substr(found.span.begin, found.span.size()) + "]";
  }
  for (const DateMention& date : found.dates) {
    constexpr std::string_view kRoles[] = {"published", "updated", "dateline"};
    all += "; " + std::string(kRoles[static_cast<size_t>(date.role)]) + ": " + date.text;
    EXPECT_EQ(raw.substr(date.raw.begin, date.raw.size()), date.text);
  }
  for (const std::string& author : found.authors) all += "; by " + author;
  return all;
}

TEST(Dateline, SaysWhereTheTextWasWritten) {
  struct Case {
    std::string_view raw;
    std::string_view found;
  };
  for (const Case& test : {
           Case{"BRUSSELS (AP) — The port said no.", "BRUSSELS (AP) [BRUSSELS (AP) — ]"},
           Case{"Berlin (dpa) - Der Hafen sagt nein.", "Berlin (dpa) [Berlin (dpa) - ]"},
           Case{"Berlin (dpa/bb) – der Hafen sagt nein.", "Berlin (dpa/bb) [Berlin (dpa/bb) – ]"},
           Case{"ANKARA (AA) - Liman hayır dedi.", "ANKARA (AA) [ANKARA (AA) - ]"},
           Case{"İSTANBUL (DHA)- Liman hayır dedi.", "İSTANBUL (DHA) [İSTANBUL (DHA)- ]"},
           Case{"ANKARA (AA) Liman hayır dedi.", "ANKARA (AA) [ANKARA (AA) ]"},
           Case{"DALLAS, Nov. 3 — The port said no.",
                "DALLAS [DALLAS, Nov. 3 — ]; dateline: Nov. 3"},
           Case{"Aug 27 (Reuters) - The port said no.",
                " (Reuters) [Aug 27 (Reuters) - ]; dateline: Aug 27"},
           Case{
               "PORT LOUIS, Mauritius, 3 May 2031 (Reuters) - “No.”",
               "PORT LOUIS (Reuters) [PORT LOUIS, Mauritius, 3 May 2031 (Reuters) - ]; dateline: 3 "
               "May 2031"},
           Case{"BRÜKSEL — “Hayır” dedi liman.", "BRÜKSEL [BRÜKSEL — ]"},
           Case{"Port says no\n\nOSLO — The port said no.", "OSLO [OSLO — ]"},
           Case{"Port says no.\n\nOSLO — The port said no.", "OSLO [OSLO — ]"},
           // None.
           Case{"NATO — the alliance — said no.", ""},
           Case{"The port (old) — said no.", ""},
           Case{"“No” — that was all.", ""},
           Case{"The port said no — again.", ""},
           Case{"Prado (the mayor of the town) - no", ""},
           Case{"", ""},
           Case{"—", ""},
           Case{"(AP) —", ""},
       }) {
    EXPECT_EQ(Found(test.raw), test.found) << test.raw;
    EXPECT_EQ(Found(test.raw, true), test.found) << test.raw;
  }
}

TEST(Dateline, FindsDatesAndAuthorsAroundTheText) {
  constexpr std::string_view kText = "The port said no, and then it said no again.";
  struct Case {
    std::string_view line;
    std::string_view found;
  };
  for (const Case& test : {
           Case{"By Jane Doe", "; by Jane Doe"},
           Case{"By JANE DOE and Karl von Meyer, Staff Writers",
                "; by JANE DOE; by Karl von Meyer"},
           Case{"Von Hans Meier, Berlin", "; by Hans Meier"},
           Case{"Haber: Ayşe Yılmaz", "; by Ayşe Yılmaz"},
           Case{"By J. R. Doe | 13 February 2025", "; published: 13 February 2025; by J. R. Doe"},
           Case{"Published 13 February 2025 18:05", "; published: 13 February 2025 18:05"},
           Case{"Updated: Feb. 14, 2025, 9:30 p.m. EST", "; updated: Feb. 14, 2025, 9:30 p.m. EST"},
           Case{"Published: 2025-02-13T18:05:00+03:00 | Updated: 2025-02-14",
                "; published: 2025-02-13T18:05:00+03:00; updated: 2025-02-14"},
           Case{"Thursday, February 13, 2025", "; published: Thursday, February 13, 2025"},
           Case{"Yayınlanma: 13.02.2025 18:05", "; published: 13.02.2025 18:05"},
           Case{"Giriş Tarihi: 13 Şubat 2025 Perşembe, 18:05 Güncelleme: 14.02.2025 - 09:30",
                "; published: 13 Şubat 2025 Perşembe, 18:05; updated: 14.02.2025 - 09:30"},
           Case{"Stand: 13.02.2025, 18:05 Uhr", "; published: 13.02.2025, 18:05 Uhr"},
           Case{"Aktualisiert am 14. Februar 2025 um 9:30 Uhr",
                "; updated: 14. Februar 2025 um 9:30 Uhr"},
           // None.
           Case{"By the Book", ""},
           Case{"By and Large", ""},
           Case{"Von heute auf morgen", ""},
           Case{"Room 12 of 14", ""},
           Case{"4:40 p.m.", ""},
       }) {
    const std::string page = "Port says no\n\n" + std::string(test.line) + "\n\n" +
                             std::string(kText) + "\n\nIt closed.";
    EXPECT_EQ(Found(page), test.found) << test.line;
    EXPECT_EQ(Found(page, true), test.found) << test.line;
  }
}

TEST(Dateline, LeavesTheTextsOwnDatesAlone) {
  EXPECT_EQ(Found("The port closed.\n\nMonday, 3 May 2031\n\nIt opened on 4 May 2031.\n\nBy Doe."),
            "");
}

}  // namespace
}  // namespace saywhen
