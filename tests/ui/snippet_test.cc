#include "ui/snippet.h"

#include <gtest/gtest.h>

#include "support/english_locale.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

std::string Snippet(Story story, const SnippetOptions& options) {
  AppState state;
  SetStory(&state, std::move(story));
  EnglishLocale locale;
  return WriteSnippet(state, options, &locale, EnglishStrings());
}

TEST(Snippet, TheElementItsQuotesJsonLdAndTheScript) {
  const std::string html = Snippet(StoryMaker(1).Quote({{0}, "2025-02-13"}).Take(),
                                   {.src = "/s.json", .script = "/say-when.js", .language = "en"});
  constexpr std::string_view kBegin =
      "<say-when src=\"/s.json\" lang=\"en\">\n"
      "<figure data-quote=\"0\"><blockquote lang=\"en\" dir=\"auto\">“Words 0”</blockquote>"
      "<figcaption><bdi>Speaker 0</bdi>, <time datetime=\"2025-02-13\">13 February 2025</time>"
      "</figcaption></figure>\n"
      "</say-when>\n"
      "<script type=\"application/ld+json\">\n{";
  EXPECT_EQ(html.substr(0, kBegin.size()), kBegin);
  EXPECT_TRUE(
      html.ends_with("}\n</script>\n<script type=\"module\" src=\"/say-when.js\"></script>\n"));
}

TEST(Snippet, TextIsText) {
  Story story = StoryMaker(1).Quote({{0}, "2025-02-13?"}).Take();
  story.quotes[0].id = "\"><script>";
  story.quotes[0].text = "a < b & c > d \"e\" 'f'\r</blockquote>";
  story.speakers[0].name = "<b>Ada</b>";
  story.articles[0].url = "https://example.org/?a=1&b=\"2\"";
  const std::string html =
      Snippet(std::move(story), {.src = "/s.json?a&b", .script = "\"x", .language = {}});
  EXPECT_NE(
      html.find(
          "<figure data-quote=\"&quot;&gt;&lt;script&gt;\"><blockquote lang=\"en\" "
          "dir=\"auto\" cite=\"https://example.org/?a=1&amp;b=&quot;2&quot;\">“a &lt; b &amp; "
          "c &gt; d &quot;e&quot; 'f'&#13;&lt;/blockquote&gt;”</blockquote>"
          "<figcaption><bdi>&lt;b&gt;Ada&lt;/b&gt;</bdi>, <time>"),
      std::string::npos)
      << html;
  EXPECT_NE(html.find("<say-when src=\"/s.json?a&amp;b\">"), std::string::npos);
  EXPECT_NE(html.find("<script type=\"module\" src=\"&quot;x\"></script>"), std::string::npos);
}

TEST(Snippet, AStoryInsideEndsNoScript) {
  Story story = StoryMaker(1).Quote({{0}}).Take();
  story.quotes[0].text = "</script><!--";
  story.extra = "\"x\":\"</script>\"";
  const std::string html = Snippet(std::move(story), {.src = {}, .script = "x.js", .language = {}});
  EXPECT_NE(html.find("</figure>\n<script type=\"application/json\">\n{"), std::string::npos);
  size_t ends = 0;
  for (size_t at = html.find("</script"); at != std::string::npos;
       at = html.find("</script", at + 1))
    ++ends;
  EXPECT_EQ(ends, 3U) << html;
  EXPECT_EQ(html.find("<!--"), std::string::npos);
}

}  // namespace
}  // namespace saywhen
