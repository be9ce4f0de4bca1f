#include "app/derived_story.h"

#include <gtest/gtest.h>

#include <utility>

#include "app/app_state.h"
#include "support/read_story.h"

namespace saywhen {
namespace {

TEST(DerivedStory, IsTheSameWhenItMovesBetweenItsParts) {
  AppState whole;
  SetStory(&whole, ReadStory("harbour"));

  DerivedStory part{ReadStory("harbour")};
  int parts = 1;
  for (; !part.DeriveFurther(); ++parts) {
    DerivedStory moved = std::move(part);
    part = std::move(moved);
  }
  EXPECT_GE(parts, 2);
  AppState state;
  SetStory(&state, std::move(part));
  EXPECT_EQ(state.voices, whole.voices);
  EXPECT_EQ(state.by_article, whole.by_article);
  EXPECT_EQ(state.stretches.size(), whole.stretches.size());
  // What is found is found in the story where it is now.
  const Action search{.kind = ActionKind::kSearch, .text = "harbour"};
  Update(&whole, search, 0);
  Update(&state, search, 0);
  EXPECT_FALSE(state.quotes.empty());
  EXPECT_EQ(state.quotes, whole.quotes);
}

}  // namespace
}  // namespace saywhen
