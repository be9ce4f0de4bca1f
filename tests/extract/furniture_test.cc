#include "extract/furniture.h"

#include <gtest/gtest.h>

#include "extract_test_support.h"

namespace saywhen {
namespace {

std::string Kind(Furniture kind) { return std::string(FurnitureName(kind)); }

FurnitureRules::Match Find(const FurnitureRules& rules, std::string_view line) {
  LineWords words;
  FindLineWords(line, &words);
  return rules.Find(line, words);
}

TEST(Furniture, IsKnownInEveryLanguage) {
  const CleanRules rules = TestPacks().Rules();
  struct Case {
    std::string_view line;
    std::string_view kind;
  };
  for (const Case& test : {
           Case{"#Dünya", "tag"},
           Case{"#Dünya #Spor, #Ekonomi", "tag"},
           Case{"Tags: harbour, bridge", "tag"},
           Case{"Etiketler: liman, köprü", "tag"},
           Case{"Themen in diesem Artikel", "tag"},
           Case{"Leave a comment", "comment"},
           Case{"LEAVE A REPLY:", "comment"},
           Case{"Comments (12)", "comment"},
           Case{"12 Yorum", "comment"},
           Case{"Bir yanıt yazın", "comment"},
           Case{"Schreiben Sie einen Kommentar", "comment"},
           Case{"E-posta adresiniz yayınlanmayacak. Gerekli alanlar * ile işaretlenmişlerdir",
                "form"},
           Case{"Your email address will not be published. Required fields are marked *", "form"},
           Case{"Ihre E-Mail-Adresse wird nicht veröffentlicht.", "form"},
           Case{"Share this article", "share"},
           Case{"Follow us on the usual networks", "share"},
           Case{"HABERİ PAYLAŞ", "share"},
           Case{"Auf Facebook teilen", "share"},
           Case{"Sign up for our daily letter", "newsletter"},
           Case{"Zum Newsletter", "newsletter"},
           Case{"Advertisement", "advert"},
           Case{"ANZEIGE", "advert"},
           Case{"Reklam", "advert"},
           Case{"We use cookies to make this page better. Read how.", "cookie"},
           Case{"Bu sitede çerez kullanıyoruz, bilginize", "cookie"},
           Case{"Wir verwenden Cookies, um zu zählen.", "cookie"},
           Case{"© 2031 The Harbour Times", "copyright"},
           Case{"Tüm hakları saklıdır", "copyright"},
           Case{"Copyright 2031. All rights reserved.", "copyright"},
           Case{"Read more: Council meets again", "related"},
           Case{"Lesen Sie auch: Der Rat tagt", "related"},
           Case{"İLGİLİ HABERLER", "related"},
           Case{"Photo: Ines Duarte", "credit"},
           Case{"Fotoğraf: Ayşe Yılmaz", "credit"},
           Case{"Foto: dpa", "credit"},
           Case{"5 min read", "navigation"},
           Case{"Okuma süresi: 3 dk", "navigation"},
           Case{"* * *", "ornament"},
           Case{"———", "ornament"},
           Case{"https://times.example/2031/04/bridge", "link"},
           Case{"desk@times.example", "link"},
       }) {
    EXPECT_EQ(Kind(Find(rules.furniture, test.line).anywhere), test.kind) << test.line;
  }
}

TEST(Furniture, CountsAtTheEdgesWhereItCouldBeText) {
  const CleanRules rules = TestPacks().Rules();
  for (const std::string_view line :
       {"Follow Ines Duarte for more", "Home > World > Europe", "Wirtschaft", "Gündem", "3/12",
        "This article first appeared in another paper."}) {
    const FurnitureRules::Match match = Find(rules.furniture, line);
    EXPECT_EQ(Kind(match.anywhere), "none") << line;
    EXPECT_NE(Kind(match.edge), "none") << line;
  }
}

TEST(Furniture, IsNoSentenceOfAnArticle) {
  const CleanRules rules = TestPacks().Rules();
  for (const std::string_view line :
       {"“Listen.”", "She asked him to read more books about bridges.",
        "The comments came a day after the vote.", "“We use what we have,” she said.",
        "Related questions were not answered.", "He told Reuters that the bridge was safe.",
        "Photographs were taken of the arch.", "Share prices fell by 3% on Monday.",
        "Der Kommentar des Ministers kam zu spät.", "Teilen will er nichts.",
        "Yorum yapmayan bakan, toplantıdan ayrıldı.", "Paylaştığı mesajda birlik çağrısı yaptı.",
        "#1 is what they want to be, she said", ""}) {
    EXPECT_EQ(Kind(Find(rules.furniture, line).anywhere), line.empty() ? "ornament" : "none")
        << line;
  }
}

TEST(Furniture, PhrasesOfAPackAreComparedLoosely) {
  const Result<LanguagePack> pack = LanguagePack::Parse(
      "[furniture]\nshare\tline\tgönder\nform\thas\talan # dolu~\nrelated\tstart\tmore :\n"
      "oops\tline\tx\nshare\toops\ty\nshare\tend\tby all\tedge\n");
  ASSERT_TRUE(pack.ok());
  const LanguagePack* packs[] = {&pack.value()};
  const FurnitureRules rules(packs);
  EXPECT_EQ(Kind(Find(rules, "GÖNDER »").anywhere), "share");
  EXPECT_EQ(Kind(Find(rules, "Gönder onu").anywhere), "none");
  EXPECT_EQ(Kind(Find(rules, "Bu alan 12 dolular").anywhere), "form");
  EXPECT_EQ(Kind(Find(rules, "More: x").anywhere), "related");
  EXPECT_EQ(Kind(Find(rules, "More x").anywhere), "none");
  EXPECT_EQ(Kind(Find(rules, "Liked by all").edge), "share");
  EXPECT_EQ(Kind(Find(rules, "x").anywhere), "none");
  EXPECT_EQ(Kind(Find(rules, "y").anywhere), "none");
}

}  // namespace
}  // namespace saywhen
