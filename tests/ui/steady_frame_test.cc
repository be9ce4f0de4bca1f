// What frames allocate. A program of its own: it counts each operator new.

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>

#include "app/view_link.h"
#include "shown_widget.h"
#include "support/generated_story.h"

namespace {
size_t allocations = 0;
}  // namespace

void* operator new(size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t /*size*/) noexcept { std::free(memory); }

namespace saywhen {
namespace {

constexpr const char* kViews[] = {"", "view=article", "view=compare", "view=voices", "q=a"};

Story StoryOf(uint32_t quotes) {
  GeneratedSize size;
  size.quotes = quotes;
  size.articles = quotes / 20 + 1;
  size.speakers = quotes / 100 + 3;
  return GenerateStory(size);
}

class Shown {
 public:
  Shown(uint32_t quotes, float width, const std::string& view) : widget_(StoryOf(quotes), width) {
    widget_->SetReducedMotion(true);
    ReadView(widget_->mutable_state(), view, 0);
    Frame();
  }

  // Returns how often it allocates.
  size_t Frame() {
    const size_t before = allocations;
    widget_->Frame(now_ += 16, 0, 900);
    return allocations - before;
  }
  size_t FrameAfter(const Action& action) {
    widget_->Dispatch(action);
    return Frame();
  }

 private:
  ShownWidget widget_;
  double now_ = 100'000;
};

TEST(SteadyFrame, AllocatesNothing) {
  for (const uint32_t quotes : {12U, 1000U}) {
    for (const float width : {1120.0F, 390.0F}) {
      for (const char* view : kViews) {
        Shown shown(quotes, width, view);
        EXPECT_EQ(shown.Frame(), 0U) << quotes << " quotes, " << width << " px, " << view;
      }
    }
  }
}

// As much as is on screen: not more where there are more quotes.
TEST(MovingFrame, AllocatesForWhatIsInView) {
  // Some 850 in wasm, whose strings hold shorter words in place, and 750 natively.
  constexpr size_t kMost = 950;
  for (const uint32_t quotes : {12U, 1000U, 20'000U}) {
    for (const char* view : kViews) {
      Shown shown(quotes, 1120, view);
      for (int step = 0; step < 4; ++step) {
        const Action closer{.kind = ActionKind::kZoom, .amount = 0.5, .anchor = 0.4};
        EXPECT_LE(shown.FrameAfter(closer), kMost) << quotes << " quotes, " << view;
        const Action later{.kind = ActionKind::kPan, .amount = 0.1};
        EXPECT_LE(shown.FrameAfter(later), kMost) << quotes << " quotes, " << view;
      }
    }
  }
}

}  // namespace
}  // namespace saywhen
