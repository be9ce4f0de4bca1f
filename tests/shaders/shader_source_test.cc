// Every shader, in both dialects, as glslang reads it: the reference compiler, stricter than any
// one driver. Native only: it runs glslangValidator.
#include "platform/native/shader_source.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "shaders.h"

namespace saywhen {
namespace {

struct Stage {
  const char* name;  // glslang tells the stage by the ending
  std::string_view body;
};

struct Program {
  const char* name;
  Stage vertex;
  Stage fragment;
};

const Program kPrograms[] = {
    {"mark", {"mark.vert", shaders::kMarkVert}, {"mark.frag", shaders::kMarkFrag}},
    {"ui", {"ui.vert", shaders::kUiVert}, {"ui.frag", shaders::kUiFrag}},
};

class ShaderSourceTest : public testing::TestWithParam<ShaderDialect> {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "saywhen-shaders-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string Write(const char* name, std::string_view body) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << ShaderSource(GetParam(), body);
    return path;
  }

  // What glslang says about the files, linked together; empty when it has no objection.
  std::string Objections(const std::string& vertex, const std::string& fragment) const {
    const std::string log = (folder_ / "log").string();
    const std::string call =
        "glslangValidator -l '" + vertex + "' '" + fragment + "' > '" + log + "' 2>&1";
    const int status = std::system(call.c_str());
    std::ifstream file(log);
    std::string said((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const bool warned = said.find("WARNING") != std::string::npos;
    return status == 0 && !warned ? "" : "status " + std::to_string(status) + ": " + said;
  }

  std::filesystem::path folder_;
};

TEST_P(ShaderSourceTest, EveryProgramCompilesAndLinks) {
  for (const Program& program : kPrograms) {
    EXPECT_EQ(Objections(Write(program.vertex.name, program.vertex.body),
                         Write(program.fragment.name, program.fragment.body)),
              "")
        << program.name;
  }
}

TEST_P(ShaderSourceTest, TheCheckNoticesAMistake) {
  const std::string broken = std::string(shaders::kUiFrag) + "\nvoid more() { undeclared = 1.0; }";
  EXPECT_NE(Objections(Write("ui.vert", shaders::kUiVert), Write("ui.frag", broken)), "");
}

INSTANTIATE_TEST_SUITE_P(Dialects, ShaderSourceTest,
                         testing::Values(ShaderDialect::kWebGl2, ShaderDialect::kOpenGl33));

TEST(ShaderVersionTest, TheVersionLineIsTheFirst) {
  // Nothing, not even a comment or an empty line, may stand before it in GLSL ES.
  EXPECT_EQ(ShaderSource(ShaderDialect::kWebGl2, "x").find("#version 300 es\n"), 0U);
  EXPECT_EQ(ShaderSource(ShaderDialect::kOpenGl33, "x").find("#version 330 core\n"), 0U);
  for (const Program& program : kPrograms) {
    EXPECT_EQ(program.vertex.body.find("#version"), std::string_view::npos);
    EXPECT_EQ(program.fragment.body.find("#version"), std::string_view::npos);
  }
}

}  // namespace
}  // namespace saywhen
