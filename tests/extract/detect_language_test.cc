#include "extract/detect_language.h"

#include <gtest/gtest.h>

#include "extract_test_support.h"

namespace saywhen {
namespace {

TEST(DetectLanguage, OfTextsLongAndShort) {
  struct Case {
    std::string_view text;
    std::string_view language;
  };
  const TestPacks packs;
  for (const Case& test : {
           Case{"The bridge will not open this year, the council said on Monday.", "en"},
           Case{"“We will wait,” she said.", "en"},
           Case{"It's not what I wanted", "en"},
           Case{"MAYOR SAYS THAT THE BRIDGE IS NOT SAFE", "en"},
           Case{"Die Brücke wird in diesem Jahr nicht eröffnet, sagte der Bürgermeister.", "de"},
           Case{"Wir warten ab, sagte sie.", "de"},
           Case{"Der Rat hat das nicht gewollt", "de"},
           Case{"Köprü bu yıl açılmayacak, dedi belediye başkanı.", "tr"},
           Case{"“Bekleyeceğiz” dedi.", "tr"},
           Case{"BAŞKAN: KÖPRÜ GÜVENLİ DEĞİL", "tr"},
           Case{"Bu konuda daha once de konustuk ve bir karar aldik ama yeni degil", "tr"},
           // Of two, the one that most of it is in.
           Case{"The mayor said that the bridge is safe and that it will open in May. Die Brücke.",
                "en"},
           Case{"Der Bürgermeister sagte, die Brücke sei sicher: „We will open it in May“, so die "
                "Stadt, werde aber noch nicht gesagt.",
                "de"},
           // None of ours.
           Case{"", ""},
           Case{"12 345 — 67!", ""},
           Case{"Ana Prado, Ines Duarte, Karl Meyer", ""},
           Case{"Le pont ne sera pas ouvert cette année, a dit la maire de la ville lundi.", ""},
           Case{"El puente no se abrirá este año, dijo la alcaldesa de la ciudad el lunes.", ""},
           Case{"Il ponte non sarà aperto quest'anno, ha detto la sindaca della città.", ""},
           Case{"De brug zal dit jaar niet worden geopend, zei de burgemeester van de stad.", ""},
           Case{"A ponte não será aberta este ano, disse a prefeita da cidade na segunda.", ""},
           Case{"Bron kommer inte att öppnas i år, sade borgmästaren på måndagen.", ""},
           Case{"Most nie zostanie otwarty w tym roku, powiedziała burmistrz miasta.", ""},
           Case{"Мост не откроют в этом году, сказала мэр города.", ""},
           Case{"市长周一表示，这座桥今年不会开放。", ""},
           Case{"لن يفتح الجسر هذا العام", ""},
       }) {
    EXPECT_EQ(packs.detector().Detect(test.text), test.language) << test.text;
  }
}

TEST(DetectLanguage, LooksAtTheBeginningOfLongTexts) {
  const TestPacks packs;
  std::string text;
  while (text.size() < LanguageDetector::kLongest) text += "Das ist nicht das, was wir wollten. ";
  while (text.size() < 1'000'000) text += "This is not what we wanted. ";
  EXPECT_EQ(packs.detector().Detect(text), "de");
  EXPECT_EQ(packs.detector().Detect(std::string(50'000, '\xFF')), "");
  std::string marks;
  while (marks.size() < 30'000) marks += "ß\u0351ı";
  packs.detector().Detect(marks);
}

TEST(DetectLanguage, KnowsNoneWithoutPacks) {
  EXPECT_EQ(LanguageDetector().Detect("The bridge will not open."), "");
}

}  // namespace
}  // namespace saywhen
