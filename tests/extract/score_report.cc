#include "extract/score_report.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "base/utf8.h"

namespace saywhen {
namespace {

using Share = std::optional<double>;

Share Of(size_t part, size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

// As F1(), but nothing of nothing is no share.
Share F1Of(size_t right, size_t predicted, size_t gold) {
  if (predicted + gold == 0) return std::nullopt;
  return F1(right, predicted, gold);
}

std::string Places(Share share) {
  if (!share) return "-";
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", *share);
  return text;
}

std::string Padded(std::string_view text, size_t width, bool right = true) {
  const size_t length = CountCodePoints(text);
  const std::string blanks(width > length ? width - length : 0, ' ');
  return right ? blanks + std::string(text) : std::string(text) + blanks;
}

// Of a column: its name, or a share, and two blanks.
size_t WidthOf(std::string_view name) { return std::max<size_t>(name.size(), 6) + 2; }

// Columns of a type, in the order of the table.
std::vector<std::pair<const char*, Share>> SharesOf(const TypeScore& s) {
  return {{"exact_recall", Of(s.exact, s.gold)},
          {"exact_F1", F1Of(s.exact, s.predicted, s.gold)},
          {"iou80_recall", Of(s.near, s.gold)},
          {"iou80_F1", F1Of(s.near, s.predicted, s.gold)},
          {"speaker", Of(s.source_right, s.sourced_found)},
          {"speaker_all", Of(s.source_right, s.sourced)},
          {"cue", Of(s.cue_right, s.cued_found)},
          {"precision", Of(s.inside, s.predicted)},
          {"name", Of(s.name_right, s.named_found)},
          {"name_all", Of(s.name_right, s.named)}};
}

std::vector<std::pair<const char*, Share>> SharesOf(const TimeScore& s) {
  return {{"relaxed_F1", F1Of(s.relaxed, s.predicted, s.gold)},
          {"strict_F1", F1Of(s.strict, s.predicted, s.gold)},
          {"value_F1", F1Of(s.value, s.predicted, s.gold)}};
}

// The types in their order, "all" last.
std::vector<std::pair<std::string, TypeScore>> Ordered(const QuoteScores& scores) {
  std::vector<std::pair<std::string, TypeScore>> ordered;
  for (const auto& [name, score] : scores.types) {
    if (name != "all") ordered.emplace_back(name, score);
  }
  const auto all = scores.types.find("all");
  if (all != scores.types.end()) ordered.emplace_back("all", all->second);
  return ordered;
}

TypeScore TypeOr0(const QuoteScores& scores, const std::string& type) {
  const auto found = scores.types.find(type);
  return found == scores.types.end() ? TypeScore() : found->second;
}

std::string FloorTable(const QuoteScores& scores) {
  const TypeScore direct = TypeOr0(scores, "direct");
  const TypeScore mixed = TypeOr0(scores, "mixed");
  const TypeScore all = TypeOr0(scores, "all");
  const TimeScore& times = scores.about;
  const struct {
    const char* what;
    Share is;
    double floor;
    double aim;
  } rows[] = {
      {"direct exact recall", Of(direct.exact, direct.gold), .637, .92},
      {"direct precision", Of(direct.inside, direct.predicted), .952, .97},
      {"direct speaker (of all)", Of(direct.source_right, direct.sourced), .805, .93},
      {"mixed speaker (of all)", Of(mixed.source_right, mixed.sourced), .182, .75},
      {"all types, exact F1", F1Of(all.exact, all.predicted, all.gold), .177, .50},
      {"times in quotes, relaxed F1", F1Of(times.relaxed, times.predicted, times.gold), .698, .90},
      {"times in quotes, strict F1", F1Of(times.strict, times.predicted, times.gold), .391, .80},
      {"times in quotes, value F1", F1Of(times.value, times.predicted, times.gold), .335, .75},
  };
  std::string table =
      "\n" + Padded("", 28) + Padded("is", 9) + Padded("floor", 8) + Padded("aim", 8) + "\n";
  for (const auto& row : rows) {
    if (!row.is) continue;
    table += Padded(row.what, 28, false) + Padded(Places(row.is), 9) +
             Padded(Places(row.floor).substr(0, 5), 8) + Padded(Places(row.aim).substr(0, 5), 8);
    table += *row.is < row.floor ? "   below the floor" : *row.is < row.aim ? "" : "   aim";
    table += "\n";
  }
  return table;
}

}  // namespace

std::string ScoreTable(const QuoteScores& scores, bool floors) {
  std::string table = Padded(std::to_string(scores.articles) + " articles", 21, false) +
                      Padded("gold", 7) + Padded("predicted", 11);
  for (const auto& [name, share] : SharesOf(TypeScore())) table += Padded(name, WidthOf(name));
  table += "\n";
  for (const auto& [type, score] : Ordered(scores)) {
    table += Padded(type, 21, false) + Padded(std::to_string(score.gold), 7) +
             Padded(std::to_string(score.predicted), 11);
    for (const auto& [name, share] : SharesOf(score)) table += Padded(Places(share), WidthOf(name));
    table += "\n";
  }
  if (scores.times.gold > 0) {
    table += "\n" + Padded("times", 21, false) + Padded("gold", 7) + Padded("predicted", 11);
    for (const auto& [name, share] : SharesOf(TimeScore())) table += Padded(name, WidthOf(name));
    table += "\n";
    for (const auto& [row, score] :
         {std::pair("in the text", scores.times), std::pair("in quotes", scores.about)}) {
      table += Padded(row, 21, false) + Padded(std::to_string(score.gold), 7) +
               Padded(std::to_string(score.predicted), 11);
      for (const auto& [name, share] : SharesOf(score)) {
        table += Padded(Places(share), WidthOf(name));
      }
      table += "\n";
    }
    table +=
        Padded("when it was said", 21, false) + Padded(std::to_string(scores.said_found), 7) +
        "   found with a stated time; right: " + Places(Of(scores.said_right, scores.said_found)) +
        "\n";
  }
  if (floors) table += FloorTable(scores);
  table += "\n" + Padded("confidence", 12, false) + Padded("mean", 8) + Padded("quotes", 8) +
           Padded("right", 8) + "\n";
  for (size_t i = 0; i < scores.bins.size(); ++i) {
    const ConfidenceBin& bin = scores.bins[i];
    if (bin.count == 0) continue;
    table += Places(static_cast<double>(i) / 10).substr(0, 3);
    table += " to ";
    table += Padded(Places(static_cast<double>(i + 1) / 10).substr(0, 3), 5, false) +
             Padded(Places(bin.confidence / static_cast<double>(bin.count)), 8) +
             Padded(std::to_string(bin.count), 8) + Padded(Places(Of(bin.right, bin.count)), 8) +
             "\n";
  }
  return table;
}

std::string ScoreJson(const QuoteScores& scores) {
  JsonWriter json;
  const auto write = [&json](const std::vector<std::pair<const char*, Share>>& shares) {
    for (const auto& [name, share] : shares) {
      json.Key(name);
      if (share) {
        json.Raw(Places(share));
      } else {
        json.Null();
      }
    }
  };
  json.BeginObject().Key("articles").Int(static_cast<int64_t>(scores.articles));
  json.Key("types").BeginObject();
  for (const auto& [type, score] : Ordered(scores)) {
    json.Key(type).BeginObject().Key("gold").Int(static_cast<int64_t>(score.gold));
    json.Key("predicted").Int(static_cast<int64_t>(score.predicted));
    write(SharesOf(score));
    json.EndObject();
  }
  json.EndObject();
  for (const auto& [name, score] :
       {std::pair("times", scores.times), std::pair("about", scores.about)}) {
    json.Key(name).BeginObject().Key("gold").Int(static_cast<int64_t>(score.gold));
    json.Key("predicted").Int(static_cast<int64_t>(score.predicted));
    write(SharesOf(score));
    json.EndObject();
  }
  write({{"said", Of(scores.said_right, scores.said_found)}});
  json.Key("confidence").BeginArray();
  for (const ConfidenceBin& bin : scores.bins) {
    if (bin.count == 0) continue;
    json.BeginObject().Key("mean").Raw(Places(bin.confidence / static_cast<double>(bin.count)));
    json.Key("count").Int(static_cast<int64_t>(bin.count));
    json.Key("right").Raw(Places(Of(bin.right, bin.count))).EndObject();
  }
  json.EndArray().EndObject();
  return std::move(json).Take();
}

}  // namespace saywhen
