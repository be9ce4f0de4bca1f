// Who speaks how much, and of whom, by role and name.

#include "ui/voices_view.h"

#include <gtest/gtest.h>

#include <string>

#include "support/read_story.h"
#include "ui/shown_widget.h"

namespace saywhen {
namespace {

class VoicesView : public testing::TestWithParam<float> {
 protected:
  VoicesView() {
    widget_->Dispatch(Do(ActionKind::kShowView, ViewName::kVoices));
    widget_.Settle();
  }
  ShownWidget widget_{ReadStory("harbour"), GetParam()};
};
INSTANTIATE_TEST_SUITE_P(EveryWidth, VoicesView, testing::Values(390.0F, 1120.0F));

TEST_P(VoicesView, HasAHeadingForEachPart) {
  EXPECT_TRUE(widget_.Has(Role::kHeading, "Share of voice"));
  EXPECT_TRUE(widget_.Has(Role::kHeading, "Who mentions whom"));
}

TEST_P(VoicesView, CountsQuotesOrWords) {
  EXPECT_TRUE(widget_.Press(Role::kToggle, "Words"));
  EXPECT_TRUE(widget_->state().count_words);
  EXPECT_TRUE(widget_.Find(Role::kToggle, "Words")->pressed);
  EXPECT_TRUE(widget_.Press(Role::kToggle, "Quotes"));
  EXPECT_FALSE(widget_->state().count_words);
}

TEST_P(VoicesView, PressingASpeakerShowsOnlyWhatTheySay) {
  const SemanticsNode* row = nullptr;
  for (const SemanticsNode& node : widget_.nodes()) {
    if (node.role == Role::kToggle && node.id.starts_with("voice-")) {
      row = &node;
      break;
    }
  }
  ASSERT_NE(row, nullptr);
  const size_t all = widget_->state().quotes.size();
  widget_->Press(std::string(row->id));
  widget_.Settle();
  EXPECT_LT(widget_->state().quotes.size(), all);
  EXPECT_EQ(widget_->state().question.chosen.size(), 1U);
}

TEST_P(VoicesView, PressingACellShowsAsManyQuotesAsItSays) {
  std::string id;
  std::string name;
  for (const SemanticsNode& node : widget_.nodes()) {
    if (node.id.starts_with("mention-")) {
      id = node.id;
      name = node.name;
      break;
    }
  }
  ASSERT_FALSE(id.empty()) << "the invented story has mentions";
  widget_->Press(id);
  widget_.Settle();
  const std::string count = std::to_string(widget_->state().quotes.size()) + " quote";
  EXPECT_NE(name.find(": " + count), std::string::npos) << name;
  widget_->Press(id);
  EXPECT_EQ(widget_->state().quotes.size(), widget_->state().story.quotes.size());
}

}  // namespace
}  // namespace saywhen
