#include "extract/names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine_support.h"

namespace saywhen {
namespace {

// "Ada Holm (person) < Mayor > mayor of Kelmar = NATO": role before, role after, acronym.
std::string Names(std::string_view text, std::string_view code = "en") {
  const Document document = Read(text, code);
  std::vector<std::string> names;
  for (const Name& each : FindNames(document, LanguageOf(code).speakers)) {
    std::string one = TextOf(document, each.tokens);
    if (each.person) one += " (person)";
    if (each.organisation) one += " (organisation)";
    if (!each.role_before.empty()) one += " < " + TextOf(document, each.role_before);
    if (!each.role_after.empty()) one += " > " + TextOf(document, each.role_after);
    if (!each.acronym.empty()) one += " = " + TextOf(document, each.acronym);
    names.push_back(one);
  }
  return Joined(names, "; ");
}

struct Named {
  const char* text;
  const char* names;
  const char* code = "en";
};

void Check(const std::vector<Named>& cases) {
  for (const Named& each : cases) EXPECT_EQ(Names(each.text, each.code), each.names) << each.text;
}

TEST(FindNames, NothingNamesNobody) {
  Check({{"", ""}, {"the ferry came late", ""}, {"He said she came.", ""}});
}

TEST(FindNames, AFirstNameTellsAPerson) {
  Check({{"We met Ada Holm at sea.", "Ada Holm (person)"},
         {"We met Zork Blift at sea.", "Zork Blift"}});
}

TEST(FindNames, ATitleTellsAPersonAndIsNoPartOfTheName) {
  Check({{"We greeted Mayor Blift at sea.", "Blift (person) < Mayor"},
         {"We greeted Dr. Ada Holm at sea.", "Ada Holm (person) < Dr."}});
}

TEST(FindNames, ParticlesStandInsideANameOnly) {
  Check({{"We met Anna van der Berg at sea.", "Anna van der Berg (person)"},
         {"We met Tom de facto.", "Tom"}});
}

TEST(FindNames, TheRoleStandsBefore) {
  Check({{"The NATO Secretary General Mark Rutte came.",
          "Mark Rutte (person) < NATO Secretary General"},
         {"The former governor Zork Blift came.", "Zork Blift (person) < former governor"}});
}

TEST(FindNames, AVerbOfSayingIsNoRole) {
  Check({{"It is late, said Mayor Blift.", "Blift (person) < Mayor"}});
}

TEST(FindNames, TheRoleStandsBehindBetweenCommas) {
  Check(
      {{"Zork Blift, the mayor of Kelmar, came.", "Zork Blift (person) > mayor of Kelmar; Kelmar"},
       {"Zork Blift, mayor.", "Zork Blift (person) > mayor"}});
}

TEST(FindNames, AClauseBetweenCommasIsNoRole) {
  Check({{"Zork Blift, who was mayor, came.", "Zork Blift"},
         {"Zork Blift, the mayor said, came.", "Zork Blift"}});
}

TEST(FindNames, AnOrganisationsNounTellsIt) {
  Check({{"We met the Kelmar Police there.", "Kelmar Police (organisation)"}});
}

TEST(FindNames, AnAcronymInBrackets) {
  Check({{"We met the Kelmar Harbour Union (KHU) there.",
          "Kelmar Harbour Union (organisation) = KHU; KHU"}});
}

TEST(FindNames, AWordThatIsSmallElsewhereIsNoNameAtASentencesBegin) {
  Check({{"Ferries came. The ferries left.", ""},
         {"Kelmar slept. We left Kelmar.", "Kelmar; Kelmar"}});
}

TEST(FindNames, NounsAndTitlesAloneAreNone) {
  Check({{"We met the Mayor there.", ""}, {"Police came.", ""}});
}

TEST(FindNames, NoneReachesOverASentencesEnd) {
  Check({{"We met Ada Holm. Tom Ray left.", "Ada Holm (person); Tom Ray (person)"}});
}

TEST(FindNames, GermanNounsAreNoNames) {
  Check({{"Die Fähre traf den Kapitän im Hafen.", "", "de"},
         {"Anna Holm traf den Kapitän.", "Anna Holm (person)", "de"},
         {"Anna Holm kam. Später ging Holm.", "Anna Holm (person); Holm", "de"},
         {"Die NATO traf ein.", "NATO", "de"}});
}

TEST(FindNames, TurkishNamesLeaveTheirSuffix) {
  Check({{"Dün Mehmet Kaya’nın gemisi geldi.", "Mehmet Kaya (person)", "tr"}});
}

}  // namespace
}  // namespace saywhen
