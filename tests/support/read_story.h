// The stories that the demo shows, read as a reader's browser reads them.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "formats/story_json.h"

namespace saywhen {

// `name`: of a file in web/stories, without ".json".
inline Story ReadStory(const std::string& name) {
  const std::string path = std::string(SAYWHEN_SOURCE_DIR) + "/web/stories/" + name + ".json";
  std::ifstream file(path, std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(file), {}};
  Result<Story> story = ParseStory(json, nullptr);
  if (story.ok()) return std::move(story).value();
  ADD_FAILURE() << path << ": " << story.error().message;
  return {};
}

}  // namespace saywhen
