#include "platform/headless/render_story.h"

#include <gtest/gtest.h>

#include <string>

#include "formats/story_json.h"
#include "platform/native/file.h"

namespace saywhen {
namespace {

Story Seed() {
  const Result<std::string> file = ReadFile(SAYWHEN_SOURCE_DIR "/web/stories/seed.json");
  EXPECT_TRUE(file.ok());
  Result<Story> story = ParseStory(file.ok() ? file.value() : "", nullptr);
  EXPECT_TRUE(story.ok());
  return story.ok() ? std::move(story).value() : Story();
}

// Of all pixels, how many are not as the first.
double PartUnlikeTheCorner(const Image& image) {
  size_t unlike = 0;
  for (size_t i = 0; i < image.rgba.size(); i += 4) {
    if (!std::equal(image.rgba.begin(), image.rgba.begin() + 3,
                    image.rgba.begin() + static_cast<ptrdiff_t>(i))) {
      ++unlike;
    }
  }
  return static_cast<double>(unlike) * 4 / static_cast<double>(image.rgba.size());
}

TEST(RenderStoryTest, DrawsTheSeedStoryAsHighAsItIs) {
  const Result<Image> image = RenderStory(Seed(), {});
  ASSERT_TRUE(image.ok()) << image.error().message;
  EXPECT_EQ(image.value().width, 1120);
  EXPECT_GT(image.value().height, 400);
  EXPECT_LT(image.value().height, 4000);
  EXPECT_GT(PartUnlikeTheCorner(image.value()), 0.03);
  for (size_t i = 3; i < image.value().rgba.size(); i += 4) {
    ASSERT_EQ(image.value().rgba[i], 255) << "transparent";
  }
}

TEST(RenderStoryTest, SizeAndScaleAreKept) {
  RenderOptions options;
  options.width = 390;
  options.height = 500;
  options.scale = 3;
  const Result<Image> image = RenderStory(Seed(), options);
  ASSERT_TRUE(image.ok());
  EXPECT_EQ(image.value().width, 1170);
  EXPECT_EQ(image.value().height, 1500);
}

TEST(RenderStoryTest, ThemesDiffer) {
  RenderOptions options;
  options.theme = ThemeName::kDark;
  const Result<Image> image = RenderStory(Seed(), options);
  ASSERT_TRUE(image.ok());
  EXPECT_LT(image.value().At(0, 0)[0], 64);
}

TEST(RenderStoryTest, SelectsById) {
  const Story story = Seed();
  ASSERT_GT(story.quotes.size(), 2U);
  RenderOptions options;
  const Result<Image> first = RenderStory(story, options);
  options.selected = story.quotes[2].id;
  const Result<Image> third = RenderStory(story, options);
  ASSERT_TRUE(first.ok() && third.ok());
  EXPECT_NE(first.value().rgba, third.value().rgba);
  options.selected = "no such quote";
  const Result<Image> none = RenderStory(story, options);
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().code, "unknown-quote");
}

TEST(RenderStoryTest, TheSameTwice) {
  const Result<Image> once = RenderStory(Seed(), {});
  const Result<Image> again = RenderStory(Seed(), {});
  ASSERT_TRUE(once.ok() && again.ok());
  EXPECT_EQ(once.value().rgba, again.value().rgba);
}

}  // namespace
}  // namespace saywhen
