// Pixels of hand-made frames, drawn off-screen: what the shaders make of each kind of mark.
#include "platform/native/gl_renderer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <vector>

#include "platform/headless/offscreen.h"

namespace saywhen {
namespace {

constexpr uint32_t kWhite = 0xFFFFFFFF;
constexpr uint32_t kBlack = 0xFF000000;
constexpr uint32_t kRed = 0xFF0000FF;
constexpr uint32_t kBlue = 0xFFFF0000;

class GlRendererTest : public testing::TestWithParam<float> {
 protected:
  void SetUp() override {
    Result<std::unique_ptr<Offscreen>> made = Offscreen::Make();
    ASSERT_TRUE(made.ok()) << made.error().message;
    offscreen_ = std::move(made).value();
    frame_.width = 60;
    frame_.height = 40;
    frame_.scale = GetParam();
    frame_.background = kWhite;
  }

  void Command(DrawKind kind, uint32_t first, uint32_t count, uint32_t page = 0) {
    frame_.commands.push_back({kind, page, first, count, 0, 0, frame_.width, frame_.height});
  }

  // A disc of radius 10 around (30, 20), solid and black.
  static MarkInstance Disc() {
    return {30, 20, 10, 10, 10, 0, 0, 0, kBlack, kRed, MarkFill::kSolid, 0};
  }

  void AddMark(const MarkInstance& mark) {
    frame_.marks.push_back(mark);
    Command(DrawKind::kMarks, static_cast<uint32_t>(frame_.marks.size() - 1), 1);
  }

  void AddRectangle(float left, float top, float right, float bottom, uint32_t color,
                    DrawKind kind = DrawKind::kShapes, float uv = 0, uint32_t page = 0) {
    const auto first_vertex = static_cast<uint32_t>(frame_.vertices.size());
    const auto first_index = static_cast<uint32_t>(frame_.indices.size());
    frame_.vertices.push_back({left, top, 0, 0, color});
    frame_.vertices.push_back({right, top, uv, 0, color});
    frame_.vertices.push_back({right, bottom, uv, uv, color});
    frame_.vertices.push_back({left, bottom, 0, uv, color});
    for (uint32_t i : {0U, 1U, 2U, 0U, 2U, 3U}) frame_.indices.push_back(first_vertex + i);
    Command(kind, first_index, 6, page);
  }

  void Draw() {
    Result<Image> drawn = offscreen_->Draw(frame_);
    ASSERT_TRUE(drawn.ok()) << drawn.error().message;
    image_ = std::move(drawn).value();
    ASSERT_EQ(image_.width, std::lround(frame_.width * frame_.scale));
    ASSERT_EQ(image_.height, std::lround(frame_.height * frame_.scale));
  }

  // 0xAABBGGRR of the device pixel that holds the point, in CSS pixels.
  uint32_t At(float x, float y) const {
    const uint8_t* pixel =
        image_.At(static_cast<int>(x * frame_.scale), static_cast<int>(y * frame_.scale));
    return static_cast<uint32_t>(pixel[3]) << 24 | static_cast<uint32_t>(pixel[2]) << 16 |
           static_cast<uint32_t>(pixel[1]) << 8 | pixel[0];
  }

  // How dark a part of the picture is: the area, in CSS pixels, that black ink would take.
  double Ink(float left, float top, float right, float bottom) const {
    double ink = 0;
    for (int y = static_cast<int>(top * frame_.scale); y < std::lround(bottom * frame_.scale);
         ++y) {
      for (int x = static_cast<int>(left * frame_.scale); x < std::lround(right * frame_.scale);
           ++x) {
        ink += 1.0 - image_.At(x, y)[1] / 255.0;
      }
    }
    return ink / frame_.scale / frame_.scale;
  }
  double Ink() const { return Ink(0, 0, frame_.width, frame_.height); }

  std::unique_ptr<Offscreen> offscreen_;
  DrawFrame frame_;
  Image image_;
};

TEST_P(GlRendererTest, BackgroundAloneFillsTheFrame) {
  frame_.background = 0xFF332211;
  Draw();
  EXPECT_EQ(At(0, 0), 0xFF332211);
  EXPECT_EQ(At(59, 39), 0xFF332211);
}

TEST_P(GlRendererTest, TransparentBackgroundStaysTransparent) {
  frame_.background = 0;
  AddRectangle(0, 0, 30, 40, 0x800000FF);
  Draw();
  EXPECT_EQ(At(45, 20), 0U);
  EXPECT_EQ(At(10, 20), 0x800000FFU);  // straight alpha again
}

TEST_P(GlRendererTest, YGrowsDownwards) {
  AddRectangle(10, 5, 20, 10, kRed);
  Draw();
  EXPECT_EQ(At(15, 7), kRed);
  EXPECT_EQ(At(15, 12), kWhite);
  EXPECT_EQ(At(15, 35), kWhite);
}

TEST_P(GlRendererTest, ColoursAreStraightAndBlended) {
  frame_.background = kBlack;
  AddRectangle(0, 0, 60, 40, 0x80FFFFFF);
  Draw();
  EXPECT_EQ(At(30, 20), 0xFF808080);
}

TEST_P(GlRendererTest, CommandsAreDrawnInOrder) {
  AddRectangle(20, 10, 40, 30, kRed);
  MarkInstance disc = Disc();
  disc.fill = kBlue;
  AddMark(disc);
  AddRectangle(28, 18, 32, 22, kBlack);
  Draw();
  EXPECT_EQ(At(21, 11), kRed);
  EXPECT_EQ(At(25, 20), kBlue);
  EXPECT_EQ(At(30, 20), kBlack);
}

TEST_P(GlRendererTest, ClipHidesWhatLiesOutside) {
  AddRectangle(0, 0, 60, 40, kRed);
  frame_.commands[0].clip_left = 10;
  frame_.commands[0].clip_top = 8;
  frame_.commands[0].clip_right = 20;
  frame_.commands[0].clip_bottom = 16;
  AddRectangle(40, 0, 60, 40, kBlue);
  frame_.commands[1].clip_left = 50;  // nothing is left of it
  frame_.commands[1].clip_right = 45;
  Draw();
  EXPECT_EQ(At(15, 12), kRed);
  EXPECT_EQ(At(9, 12), kWhite);
  EXPECT_EQ(At(20, 12), kWhite);
  EXPECT_EQ(At(15, 7), kWhite);
  EXPECT_EQ(At(15, 16), kWhite);
  EXPECT_EQ(At(50, 20), kWhite);
}

TEST_P(GlRendererTest, DiscIsSolidAndRound) {
  AddMark(Disc());
  Draw();
  EXPECT_EQ(At(30, 20), kBlack);
  EXPECT_EQ(At(21, 20), kBlack);
  EXPECT_EQ(At(22, 12), kWhite);  // the corner of its box
  EXPECT_EQ(At(19, 20), kWhite);
  EXPECT_NEAR(Ink(), 3.14159 * 100, 3.0);
}

TEST_P(GlRendererTest, EdgeIsSoftOverOnePixel) {
  AddMark(Disc());
  Draw();
  // Along the middle row: at most two pixels between ink and paper on either side.
  int partial = 0;
  const int row = static_cast<int>(20 * frame_.scale);
  for (int x = 0; x < image_.width; ++x) {
    const uint8_t value = image_.At(x, row)[1];
    if (value > 5 && value < 250) ++partial;
  }
  EXPECT_LE(partial, 4);
}

TEST_P(GlRendererTest, BarHasRoundCornersAndItsArea) {
  AddMark({30, 20, 20, 5, 3, 0, 0, 0, kBlack, 0, MarkFill::kSolid, 0});
  Draw();
  EXPECT_EQ(At(30, 20), kBlack);
  EXPECT_EQ(At(11, 20), kBlack);
  EXPECT_EQ(At(30, 13), kWhite);
  EXPECT_NEAR(Ink(), 40 * 10 - (4 - 3.14159) * 9, 2.0);
  EXPECT_LT(Ink(10, 15, 11, 16), 0.35);
}

TEST_P(GlRendererTest, RingIsHollow) {
  MarkInstance ring = Disc();
  ring.stroke = 2;
  ring.line = kBlack;
  ring.pattern = MarkFill::kHollow;
  AddMark(ring);
  Draw();
  EXPECT_EQ(At(30, 20), kWhite);
  EXPECT_EQ(At(23, 20), kWhite);
  EXPECT_NEAR(Ink(), 3.14159 * (100 - 64), 3.0);
}

TEST_P(GlRendererTest, OutlineStandsAroundTheFillWithoutAGap) {
  MarkInstance disc = Disc();
  disc.stroke = 2;
  disc.line = kBlack;
  AddMark(disc);
  Draw();
  EXPECT_NEAR(Ink(), 3.14159 * 100, 3.0);
  for (float x = 21; x < 39; x += 0.5F) EXPECT_EQ(At(x, 20), kBlack) << x;
}

TEST_P(GlRendererTest, HalfIsSolidAtTheLeft) {
  MarkInstance half = Disc();
  half.pattern = MarkFill::kHalf;
  AddMark(half);
  Draw();
  EXPECT_EQ(At(24, 20), kBlack);
  EXPECT_EQ(At(36, 20), kWhite);
  EXPECT_NEAR(Ink(), 3.14159 * 50, 3.0);
}

TEST_P(GlRendererTest, HatchedHasDiagonalLines) {
  MarkInstance bar = {30, 20, 24, 12, 0, 0, 0, 0, kBlack, 0, MarkFill::kHatched, 0};
  AddMark(bar);
  Draw();
  // Lines 1.25 px wide across, every 6 px along the axes: the part of the area that they take.
  const double expected = 48 * 24 * 1.25 / 6;
  EXPECT_NEAR(Ink(), expected, expected * 0.35);
  // Both ink and paper in every stretch of a period, across and down.
  EXPECT_GT(Ink(30, 20, 36, 21), 0.3);
  EXPECT_LT(Ink(30, 20, 36, 21), 4);
  EXPECT_GT(Ink(30, 20, 31, 26), 0.3);
  EXPECT_LT(Ink(30, 20, 31, 26), 4);
}

TEST_P(GlRendererTest, FadesEndInNothing) {
  MarkInstance bar = {30, 20, 24, 6, 0, 0, 16, 0, kBlack, 0, MarkFill::kSolid, 0};
  AddMark(bar);
  Draw();
  EXPECT_LT(Ink(6, 19, 7, 20), 0.1);
  EXPECT_NEAR(Ink(13, 19, 15, 20), 1, 0.05);
  EXPECT_NEAR(Ink(23, 19, 24, 20), 1, 0.02);
  EXPECT_NEAR(Ink(52, 19, 53, 20), 1, 0.02);
  EXPECT_NEAR(Ink(), 48 * 12 - 16 * 12 / 2.0, 3.0);
}

TEST_P(GlRendererTest, VerticalFadesAreAtTopAndBottom) {
  MarkInstance bar = {30, 20, 6, 16, 0, 0, 0, 12, kBlack, 0, MarkFill::kSolid, kMarkVertical};
  AddMark(bar);
  Draw();
  EXPECT_NEAR(Ink(29, 5, 30, 6), 1, 0.02);
  EXPECT_LT(Ink(29, 35, 30, 36), 0.1);
  EXPECT_NEAR(Ink(), 32 * 12 - 12 * 12 / 2.0, 3.0);
}

TEST_P(GlRendererTest, DashedRingHasGaps) {
  MarkInstance ring = Disc();
  ring.stroke = 2;
  ring.line = kBlack;
  ring.pattern = MarkFill::kHollow;
  ring.flags = kMarkDashed;
  AddMark(ring);
  Draw();
  // Round the middle of the stroke: as many dashes as gaps, several of both.
  int changes = 0;
  bool ink = false;
  for (int i = 0; i < 1440; ++i) {
    const double angle = i / 1440.0 * 2 * 3.14159265;
    const uint32_t pixel = At(30 + 9 * static_cast<float>(std::cos(angle)),
                              20 + 9 * static_cast<float>(std::sin(angle)));
    const uint32_t green = pixel >> 8 & 0xFF;
    // Between, pixels count as what the one before was.
    const bool now = green < 96 || (green < 160 && ink);
    if (i > 0 && now != ink) ++changes;
    ink = now;
  }
  EXPECT_GE(changes, 12);
  EXPECT_LE(changes, 28);
  EXPECT_LT(Ink(), 3.14159 * 36 * 0.8);
  EXPECT_GT(Ink(), 3.14159 * 36 * 0.3);
}

TEST_P(GlRendererTest, OneCommandDrawsManyMarksFromAnyStart) {
  for (int i = 0; i < 4; ++i) {
    MarkInstance disc = Disc();
    disc.center_x = 8 + 14 * static_cast<float>(i);
    disc.half_width = disc.half_height = disc.radius = 5;
    frame_.marks.push_back(disc);
  }
  Command(DrawKind::kMarks, 1, 2);
  Draw();
  EXPECT_EQ(At(8, 20), kWhite);
  EXPECT_EQ(At(22, 20), kBlack);
  EXPECT_EQ(At(36, 20), kBlack);
  EXPECT_EQ(At(50, 20), kWhite);
}

TEST_P(GlRendererTest, CoveragePagesAreTinted) {
  constexpr int kSide = 64;
  offscreen_->atlas().Upload({0, false}, 0, 0, kSide, kSide,
                             std::vector<uint8_t>(kSide * kSide, 0x80));
  AddRectangle(10, 10, 20, 20, kRed, DrawKind::kCoverage,
               static_cast<float>(kSide) / AtlasPage::kSize);
  AddRectangle(40, 10, 50, 20, kRed, DrawKind::kCoverage, 0, 9);  // a page that nobody made
  Draw();
  EXPECT_EQ(At(15, 15), 0xFF7F7FFF);
  EXPECT_EQ(At(45, 15), kWhite);
}

TEST_P(GlRendererTest, ColourPagesAreDrawnAsTheyAre) {
  constexpr int kSide = 64;
  std::vector<uint8_t> pixels;
  for (int i = 0; i < kSide * kSide; ++i) pixels.insert(pixels.end(), {0, 128, 0, 128});
  offscreen_->atlas().Upload({5, true}, 0, 0, kSide, kSide, pixels);
  const float uv = static_cast<float>(kSide) / AtlasPage::kSize;
  AddRectangle(10, 10, 20, 20, kRed, DrawKind::kColor, uv, 5);
  AddRectangle(30, 10, 40, 20, 0x80FFFFFF, DrawKind::kColor, uv, 5);  // half as strong
  Draw();
  EXPECT_EQ(At(15, 15), 0xFF7FFF7F);
  EXPECT_NEAR(At(35, 15) & 0xFF, 0xBF, 1);
}

TEST_P(GlRendererTest, UploadsLandWhereTheyShould) {
  offscreen_->atlas().Upload({0, false}, 2, 1, 1, 1, {0xFF});
  // Four by four texels of the page, ten CSS pixels each.
  AddRectangle(0, 0, 40, 40, kBlack, DrawKind::kCoverage, 4.0F / AtlasPage::kSize);
  Draw();
  EXPECT_EQ(At(25, 15), kBlack);
  EXPECT_EQ(At(15, 15), kWhite);
  EXPECT_EQ(At(25, 25), kWhite);
  EXPECT_NEAR(Ink(), 100, 0.1);
}

TEST_P(GlRendererTest, EmptyFrameIsOnePixel) {
  DrawFrame empty;
  empty.background = kBlue;
  Result<Image> drawn = offscreen_->Draw(empty);
  ASSERT_TRUE(drawn.ok());
  EXPECT_EQ(drawn.value().width, 1);
  EXPECT_EQ(drawn.value().height, 1);
}

TEST_P(GlRendererTest, TooLargeIsAnErrorAndNotACrash) {
  frame_.width = 1e5;
  frame_.height = 1e5;
  Result<Image> drawn = offscreen_->Draw(frame_);
  ASSERT_FALSE(drawn.ok());
  EXPECT_EQ(drawn.error().code, "graphics");
}

INSTANTIATE_TEST_SUITE_P(Scales, GlRendererTest, testing::Values(1.0F, 2.0F, 3.0F),
                         [](const testing::TestParamInfo<float>& scale) {
                           return "Scale" + std::to_string(static_cast<int>(scale.param));
                         });

}  // namespace
}  // namespace saywhen
