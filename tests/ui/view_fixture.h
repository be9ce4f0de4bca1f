// A view without a widget around it, to draw single things in.
#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "support/english_locale.h"
#include "support/fixed_typesetter.h"
#include "ui/text_engine.h"
#include "ui/view.h"

namespace saywhen {

class ViewFixture : public testing::Test {
 protected:
  AppState state_;
  EnglishLocale locale_;
  FixedTypesetter typesetter_;
  TextEngine text_{&typesetter_};
  Canvas canvas_{&text_, &GetTheme(ThemeName::kLight)};
  SemanticsTree tree_;
  std::vector<Hit> hits_;
  View view_{state_, EnglishStrings(), locale_, canvas_, tree_, hits_, {}};
};

}  // namespace saywhen
