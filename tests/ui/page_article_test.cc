// The widget beside the article that its quotes stand in.
#include <gtest/gtest.h>

#include "shown_widget.h"
#include "support/read_story.h"

namespace saywhen {
namespace {

TEST(PageArticle, AQuoteThatIsThereLeadsThere) {
  ShownWidget widget(ReadStory("seed"), 1120);
  const Story& story = widget->state().story;
  const Quote& first = story.quotes[widget->state().selected];
  const std::vector<Anchor> anchors =
      widget->SetPageArticle("He said: “" + std::string(first.text) + "”");
  ASSERT_FALSE(anchors.empty());
  EXPECT_EQ(anchors[0].quote, widget->state().selected);
  widget.Settle();
  widget.Press(Role::kButton, "Show in the article");
  const std::optional<Request> request = widget->TakeRequest();
  ASSERT_TRUE(request.has_value());
  EXPECT_EQ(request->kind, RequestKind::kShowOnPage);
  EXPECT_EQ(request->text, first.id);
  EXPECT_EQ(widget->state().view, ViewName::kExplore);
}

TEST(PageArticle, AQuoteThatIsNotThereLeadsToOurCopyOfTheArticle) {
  ShownWidget widget(ReadStory("seed"), 1120);
  EXPECT_TRUE(widget->SetPageArticle("Nothing of that is said here.").empty());
  widget.Settle();
  widget.Press(Role::kButton, "Show in the article");
  EXPECT_FALSE(widget->TakeRequest().has_value());
  EXPECT_EQ(widget->state().view, ViewName::kArticle);
}

}  // namespace
}  // namespace saywhen
