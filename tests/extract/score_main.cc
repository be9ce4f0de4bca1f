// saywhen-score: measures what an extractor finds against annotated articles. Usage:
//   saywhen-score GOLD PREDICTED.ndjson   the scores as tables; GOLD is a folder of annotated
//                                         articles (tests/data/extract) or a .jsonl of research
//                                         data
//   saywhen-score --inputs GOLD           the articles as `saywhen extract --ndjson` takes them
//   saywhen-score --show GOLD             every attribution on a line, every time with its value
// Options: --json  scores as JSON;  --floors  what a baseline reaches and what we aim at beside
// them;
//   --language CODE  only articles of that language
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/gold_files.h"
#include "extract/predictions.h"
#include "extract/quote_score.h"
#include "extract/score_report.h"

namespace saywhen {
namespace {

// As those of `saywhen`: docs/command-line.md.
constexpr int kExitDone = 0;
constexpr int kExitBadInput = 1;
constexpr int kExitBadCall = 2;

constexpr size_t kShownProblems = 10;

struct Call {
  bool inputs = false;
  bool show = false;
  bool json = false;
  bool floors = false;
  std::string language;
  std::vector<std::string> files;
};

void Print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

int Fail(const std::string& message, int code) {
  std::fprintf(stderr, "saywhen-score: %s\n", message.c_str());
  return code;
}

std::string Shown(const GoldArticle& article) {
  std::string shown = "\n" + article.id + ", " + article.language + ", " + article.published + "\n";
  for (const GoldAttribution& it : article.attributions) {
    std::string who;
    for (const uint32_t speaker : it.speakers) {
      who += (who.empty() ? "" : " + ") + article.speakers[speaker].names[0];
    }
    shown += it.type + " [" + who + "] S " + ShownSpans(article.text, it.source) + " | C " +
             ShownSpans(article.text, it.cue) + " | Q " + ShownSpans(article.text, it.content);
    if (!it.prompt.empty()) shown += " | P " + ShownSpans(article.text, it.prompt);
    if (it.said) shown += " | said " + article.times[*it.said].when.edtf;
    shown += "\n";
  }
  for (const GoldTime& time : article.times) {
    shown += "time " + time.when.edtf + " " + ShownSpans(article.text, {time.span}) + "\n";
  }
  return shown;
}

int Score(const Call& call, const std::vector<GoldArticle>& gold) {
  std::vector<std::string> problems;
  const Result<std::vector<PredictedArticle>> predicted = Predict(call.files[1], &problems);
  if (!predicted.ok()) return Fail(predicted.error().message, kExitBadInput);
  std::map<std::string, const Story*> stories;
  for (const PredictedArticle& each : predicted.value()) stories[each.id] = &each.story;
  QuoteScores scores;
  const Story none;
  for (const GoldArticle& article : gold) {
    const auto found = stories.find(article.id);
    if (found == stories.end()) problems.push_back("no story for " + article.id);
    const Story& story = found == stories.end() ? none : *found->second;
    // Spans into another text would be measured wrongly without anybody noticing.
    if (!story.articles.empty() && story.articles[0].text != article.text) {
      problems.push_back("another text in the story of " + article.id);
    }
    ScoreArticle(article, story, &scores);
  }
  for (size_t i = 0; i < problems.size() && i < kShownProblems; ++i) {
    std::fprintf(stderr, "saywhen-score: %s\n", problems[i].c_str());
  }
  if (problems.size() > kShownProblems) {
    std::fprintf(stderr, "saywhen-score: and %zu more\n", problems.size() - kShownProblems);
  }
  Print(call.json ? ScoreJson(scores) + "\n" : ScoreTable(scores, call.floors));
  return kExitDone;
}

int Run(const Call& call) {
  const size_t wanted = call.inputs || call.show ? 1 : 2;
  if (call.files.size() != wanted) {
    return Fail("use it as GOLD PREDICTED.ndjson, --inputs GOLD or --show GOLD", kExitBadCall);
  }
  Result<std::vector<GoldArticle>> gold = ReadGold(call.files[0]);
  if (!gold.ok()) return Fail(gold.error().message, kExitBadInput);
  if (!call.language.empty()) {
    std::erase_if(gold.value(), [&call](const GoldArticle& article) {
      return article.language != call.language;
    });
  }
  if (call.inputs) {
    Print(ExtractInputs(gold.value()));
    return kExitDone;
  }
  if (!call.show) return Score(call, gold.value());
  for (const GoldArticle& each : gold.value()) Print(Shown(each));
  return kExitDone;
}

int Main(const std::vector<std::string>& arguments) {
  Call call;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--inputs") {
      call.inputs = true;
    } else if (argument == "--show") {
      call.show = true;
    } else if (argument == "--json") {
      call.json = true;
    } else if (argument == "--floors") {
      call.floors = true;
    } else if (argument == "--language" && i + 1 < arguments.size()) {
      call.language = arguments[++i];
    } else if (argument.starts_with("--")) {
      return Fail("no option " + argument, kExitBadCall);
    } else {
      call.files.push_back(argument);
    }
  }
  return Run(call);
}

}  // namespace
}  // namespace saywhen

int main(int count, char** arguments) { return saywhen::Main({arguments + 1, arguments + count}); }
