// Whatever the file: an answer, and nothing lost without a word. Over every file of
// tests/data/formats; run under the sanitizers too.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>

#include "base/utf8.h"
#include "formats/export.h"
#include "import_test_support.h"

namespace saywhen {
namespace {

using nlohmann::json;

std::vector<std::string> Samples() {
  std::vector<std::string> files;
  const std::string folder = std::string(SAYWHEN_SOURCE_DIR) + "/tests/data/formats";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files.push_back(std::filesystem::relative(entry.path(), SAYWHEN_SOURCE_DIR).string());
    }
  }
  std::sort(files.begin(), files.end());
  EXPECT_GT(files.size(), 12U);
  return files;
}

std::vector<std::string> JsonSamples() {
  std::vector<std::string> files = Samples();
  std::erase_if(files, [](const std::string& file) { return !file.ends_with(".json"); });
  return files;
}

// What must be true whatever was read.
void Check(const ReadImport& read, const std::string& what) {
  for (const Diagnostic& problem : read.diagnostics.kept()) {
    ASSERT_TRUE(IsValidUtf8(problem.message)) << what;
    ASSERT_EQ(problem.message.find('\n'), std::string::npos) << what;
  }
  if (!read.ok()) {
    ASSERT_FALSE(read.result.error().message.empty()) << what;
    return;
  }
  // It can be written, and read again without complaint.
  Diagnostics none;
  const Result<Story> again = ParseStory(WriteStory(read.story()), &none);
  ASSERT_TRUE(again.ok()) << what;
  ASSERT_EQ(none.kept().size(), 0U)
      << what << ": " << none.kept().front().message << " " << none.kept().front().pointer;
}

class Robust : public testing::TestWithParam<std::string> {
 protected:
  std::string file() const { return ReadTestFile(GetParam()); }
  bool is_json() const { return GetParam().ends_with(".json"); }
  Format format() const { return ReadImport(file()).result.value().format; }
};

std::string NameOfCase(const testing::TestParamInfo<std::string>& test) {
  std::string name = test.param;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}

class RobustJson : public Robust {};

INSTANTIATE_TEST_SUITE_P(Files, Robust, testing::ValuesIn(Samples()), NameOfCase);
INSTANTIATE_TEST_SUITE_P(Json, RobustJson, testing::ValuesIn(JsonSamples()), NameOfCase);

TEST_P(Robust, CutShortAnywhere) {
  const std::string whole = file();
  const Format format = this->format();
  for (size_t size = 0; size < whole.size(); ++size) {
    const ReadImport read(whole.substr(0, size), format);
    Check(read, GetParam() + " cut at " + std::to_string(size));
    // JSON that is cut is no JSON; but what follows the last bracket, or a whole line, is nothing.
    const bool white = whole.find_first_not_of(" \r\n", size) == std::string::npos;
    const bool whole_lines = format == Format::kGdelt && size > 0 && whole[size - 1] == '\n';
    if (is_json() && !white && !whole_lines && size > 0 && whole[size] != '\n') {
      EXPECT_TRUE(!read.ok() || read.diagnostics.errors() > 0) << size;
    }
  }
}

// Every value in turn, as something else.
void Replace(json* root, json* value, Format format, const std::string& what) {
  static const json kOthers[] = {
      nullptr, true, 7, "x", json::array(), json::object(), json::array({json::array()})};
  if (value->is_structured()) {
    for (auto& child : *value) Replace(root, &child, format, what);
  }
  const json before = *value;
  for (const json& other : kOthers) {
    *value = other;
    Check(ReadImport(root->dump(), format), what + ": " + root->dump().substr(0, 200));
    *value = before;
  }
}

TEST_P(RobustJson, WithValuesOfOtherKinds) {
  const Format format = this->format();
  std::string text = file();
  if (format == Format::kGdelt) text = text.substr(0, text.find('\n'));
  json root = json::parse(text, nullptr, false);
  ASSERT_FALSE(root.is_discarded());
  Replace(&root, &root, format, GetParam());
}

// The packing of a format: what says how it is written, not what it says.
bool IsPacking(const std::string& name) {
  constexpr std::string_view kPacking[] = {"@context",
                                           "@type",
                                           "@id",
                                           "breadcrumb",
                                           "charCount",
                                           "charcount",
                                           "contentType",
                                           "contenttype",
                                           "format",
                                           "id",
                                           "isAccessibleForFree",
                                           "language",
                                           "mimetype",
                                           "motivation",
                                           "profile",
                                           "purpose",
                                           "representationType",
                                           "representationtype",
                                           "role",
                                           "scale",
                                           "standard",
                                           "startDate",
                                           "startIndex",
                                           "textDirection",
                                           "total",
                                           "type",
                                           "unique_id",
                                           "version",
                                           "wordCount",
                                           "wordcount",
                                           "worstRating"};
  return std::find(std::begin(kPacking), std::end(kPacking), name) != std::end(kPacking);
}

bool SaysNothing(const json& value) {
  if (value.is_structured()) return std::all_of(value.begin(), value.end(), SaysNothing);
  return value == "";
}

// The story and what was said of the file.
struct Told {
  Told(const json& root, Format format) : read(root.dump(), format) {
    all = read.ok() ? WriteStory(read.story()) : read.result.error().message;
    for (const Diagnostic& each : read.diagnostics.kept()) all += each.message + "\n";
  }
  // Of the value or what it is in.
  bool Names(const std::string& pointer) const {
    const auto& kept = read.diagnostics.kept();
    return std::any_of(kept.begin(), kept.end(), [&](const Diagnostic& each) {
      return !each.pointer.empty() && (pointer + "/").starts_with(each.pointer + "/");
    });
  }
  ReadImport read;
  std::string all;
};

// Every value counts: without it the story is another, or less is said of the file; also where it
// is of another kind than it ought to be.
void ExpectNoSilenceIn(json* root, json* whole, Format format, const Told& told,
                       const std::string& at) {
  for (auto& [name, value] : whole->items()) {
    const std::string pointer = at + "/" + name;
    const bool dropped = told.all.find('"' + name + "\" of a") != std::string::npos;
    if (IsPacking(name) || SaysNothing(value) || dropped || told.Names(pointer)) continue;
    const json before = value;
    value = nullptr;
    const Told without(*root, format);
    for (const json& other : {json(7), json("zq"), json(true), json{{"zq", "zq"}}}) {
      value = other;
      const Told with(*root, format);
      EXPECT_TRUE(with.all != without.all || with.Names(pointer)) << pointer << " as " << other;
    }
    value = before;
    if (value.is_structured()) {
      ExpectNoSilenceIn(root, &value, format, told, pointer);
    } else if (value.is_string() && told.all.find(value) == std::string::npos) {
      EXPECT_NE(told.all, without.all) << pointer;
    }
  }
}

TEST_P(RobustJson, NothingIsLostWithoutAWord) {
  const Format format = this->format();
  std::string text = file();
  if (format == Format::kGdelt) text = text.substr(0, text.find('\n'));
  json root = json::parse(text, nullptr, false);
  ASSERT_FALSE(root.is_discarded());
  ExpectNoSilenceIn(&root, &root, format, Told(root, format), "");
}

TEST_P(Robust, WithBytesThatAreNotUtf8) {
  const std::string whole = file();
  const Format format = this->format();
  for (size_t at = 0; at < whole.size(); at += 7) {
    std::string broken = whole;
    broken[at] = '\xFF';
    const ReadImport read(broken, format);
    Check(read, GetParam() + " at " + std::to_string(at));
    EXPECT_TRUE(!read.ok() || read.diagnostics.errors() > 0) << at;
  }
}

TEST_P(RobustJson, WithEveryNameTwice) {
  const std::string whole = file();
  const Format format = this->format();
  for (size_t at = whole.find('"'); at != std::string::npos; at = whole.find('"', at + 1)) {
    const size_t end = whole.find("\":", at);
    if (end == std::string::npos) break;
    const std::string name = whole.substr(at, end + 1 - at);
    if (name.find_first_of(",{}[]\n", 0) != std::string::npos) continue;
    std::string twice = whole;
    twice.insert(at, name + ": 1, ");
    const ReadImport read(twice, format);
    Check(read, GetParam() + " " + name);
    EXPECT_TRUE(!read.ok() || read.diagnostics.errors() > 0) << name << at;
  }
}

TEST_P(Robust, WithAStringThatIsTooLong) {
  const std::string whole = file();
  const Format format = this->format();
  const std::string huge(2 << 20, 'x');
  for (size_t at = whole.find('e'); at != std::string::npos; at = whole.find('e', at + 211)) {
    std::string long_one = whole;
    long_one.insert(at, huge);
    Check(ReadImport(long_one, format), GetParam() + " at " + std::to_string(at));
  }
}

TEST_P(RobustJson, DeepInside) {
  const std::string deep = std::string(100, '[') + file() + std::string(100, ']');
  const ReadImport read(deep, format());
  Check(read, GetParam());
  EXPECT_TRUE(!read.ok() || read.diagnostics.errors() > 0);
}

TEST_P(Robust, WithAnythingChanged) {
  const char* given = std::getenv("SAYWHEN_SEED");
  const unsigned seed =
      given != nullptr ? static_cast<unsigned>(std::atoi(given)) : std::random_device{}();
  SCOPED_TRACE("SAYWHEN_SEED=" + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string whole = file();
  const Format format = this->format();
  for (int round = 0; round < 300; ++round) {
    std::string changed = whole;
    for (int change = 0; change < 3; ++change) {
      const size_t at = random() % changed.size();
      const size_t size = std::min<size_t>(random() % 20, changed.size() - at);
      if (random() % 2 == 0) {
        changed.erase(at, size);
      } else {
        changed.insert(at, changed.substr(random() % changed.size(), size));
      }
      if (changed.empty()) changed = whole;
    }
    Check(ReadImport(changed, format), changed);
  }
}

// The same file by its content.
TEST_P(Robust, IsKnownByItsContent) {
  const std::string folder = GetParam().substr(std::string("tests/data/formats/").size());
  EXPECT_EQ(NameOf(format()), folder.substr(0, folder.find('/')));
}

TEST_P(Robust, GoesIntoEveryFormatAndComesBack) {
  const ReadImport read(file());
  ASSERT_TRUE(read.ok());
  for (int i = 0; i <= static_cast<int>(Format::kHtml); ++i) {
    const auto to = static_cast<Format>(i);
    if (!CanExport(to)) continue;
    Diagnostics losses;
    const std::string text = ExportStory(read.story(), to, &losses);
    for (const Diagnostic& loss : losses.kept()) EXPECT_EQ(loss.severity, Severity::kNote);
    const ReadImport back(text, to);
    Check(back, GetParam() + " through " + std::string(NameOf(to)));
    EXPECT_EQ(back.diagnostics.errors(), 0U) << NameOf(to) << "\n" << Messages(back.diagnostics);
    if (!back.ok()) continue;
    EXPECT_LE(back.story().quotes.size(), read.story().quotes.size()) << NameOf(to);
  }
}

}  // namespace
}  // namespace saywhen
