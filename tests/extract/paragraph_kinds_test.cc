#include <gtest/gtest.h>

#include "extract_test_support.h"

namespace saywhen {
namespace {

// "kind: beginning", a paragraph a line; only those that are no body.
std::string Kinds(std::string_view raw, std::span<const BlockHint> hints = {}) {
  const TestPacks packs;
  const ArticleText article = CleanArticle(raw, packs.Rules(), {.hints = hints});
  std::string all;
  for (const Paragraph& each : article.paragraphs) {
    if (each.kind == ParagraphKind::kBody) continue;
    all += std::string(ParagraphKindName(each.kind)) + ": " +
           article.text.substr(each.span.begin, std::min<size_t>(each.span.size(), 29)) + "\n";
  }
  return all;
}

TEST(ParagraphKinds, TellHeadingsFromParagraphs) {
  EXPECT_EQ(Kinds("Council delays the harbour bridge\n\n"
                  "The bridge will not open this year, the council said.\n\n"
                  "“WE WILL WAIT FOR THE STEEL”\n\n"
                  "“We will wait for the steel and then for the weather,” Prado said.\n\n"
                  "What comes next\n\n"
                  "The council meets in May. Prado added:\n\n"
                  "“Nobody crosses it until we know.”"),
            "heading: Council delays the harbour br\n"
            "heading: “WE WILL WAIT FOR THE STEEL\n"
            "heading: What comes next\n");
}

TEST(ParagraphKinds, SeeWhatRepeatsTheText) {
  const std::string_view body =
      "The bridge will not open this year, the council said.\n\n"
      "“We will wait for the steel and then for the weather, all of us,” Prado said.\n\n";
  EXPECT_EQ(Kinds(std::string(body) + "“We will wait for the steel”\n\nNothing more was said."),
            "heading: “We will wait for the steel\n");
  EXPECT_EQ(Kinds(std::string(body) +
                  "“We will wait for the steel and then for the weather.”\n\nNo more was said."),
            "pull-quote: “We will wait for the steel\n");
  EXPECT_EQ(Kinds(std::string(body) + "“Nobody has ever told us that.”\n\nNo more was said."), "");
}

TEST(ParagraphKinds, FindSpeakersLines) {
  EXPECT_EQ(Kinds("The mayor answered our questions.\n\nQ: When will it open?\n\n"
                  "A: When it is safe.\n\nQ: And when is that?\n\nA: In May."),
            "speaker-line: Q: When will it open?\nspeaker-line: A: When it is safe.\n"
            "speaker-line: Q: And when is that?\nspeaker-line: A: In May.\n");
  EXPECT_EQ(Kinds("PRADO: We will wait.\n\nMODERATOR: How long?\n\nPRADO: Until May."),
            "speaker-line: PRADO: We will wait.\nspeaker-line: MODERATOR: How long?\n"
            "speaker-line: PRADO: Until May.\n");
  EXPECT_EQ(Kinds("Prado was asked once more.\n\nShe continued: “We will wait.”\n\n"
                  "The council: no comment, as always.\n\nIt meets at 18:05 in May."),
            "");
}

TEST(ParagraphKinds, FindListsAndCaptions) {
  EXPECT_EQ(Kinds("The council wants three things.\n\n• Steel.\n\n• Time.\n\n1. Money.\n\n"
                  "It got none of them."),
            "list-item: • Steel.\nlist-item: • Time.\nlist-item: 1. Money.\n");
  EXPECT_EQ(Kinds("The council met on Monday.\n\nAna Prado, the mayor, at the northern arch of the "
                  "bridge on Sunday. Photo: Ines Duarte / Reuters\n\nIt got none of them."),
            "caption: Ana Prado, the mayor, at the \n");
}

TEST(ParagraphKinds, BelieveTheMarkup) {
  const std::string_view raw = "It opened.\n\nThe arch at night.\n\nIt closed.";
  const BlockHint hints[] = {{{0, 60}, ParagraphKind::kBody},
                             {{12, 30}, ParagraphKind::kCaption},
                             {{40, 50}, ParagraphKind::kHeading}};
  EXPECT_EQ(Kinds(raw, hints), "caption: The arch at night.\n");
}

}  // namespace
}  // namespace saywhen
