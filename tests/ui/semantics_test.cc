#include "ui/semantics.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

SemanticsNode NodeOf(std::string id, Role role, std::string name) {
  SemanticsNode node;
  node.id = std::move(id);
  node.role = role;
  node.name = std::move(name);
  return node;
}

TEST(SemanticsTree, WhatIsAddedBelongsToTheInnermostOpen) {
  SemanticsTree tree;
  tree.Add(NodeOf("a", Role::kHeading, "A"));
  tree.Open(NodeOf("b", Role::kGroup, "B"));
  tree.Open(NodeOf("c", Role::kListBox, "C"));
  tree.Add(NodeOf("d", Role::kOption, "D"));
  tree.Close();
  tree.Add(NodeOf("e", Role::kButton, "E"));
  tree.Close();
  tree.Add(NodeOf("f", Role::kText, "F"));
  const uint32_t expected[] = {kRoot, kRoot, 1, 2, 1, kRoot};
  ASSERT_EQ(tree.nodes().size(), std::size(expected));
  for (size_t i = 0; i < std::size(expected); ++i) EXPECT_EQ(tree.nodes()[i].parent, expected[i]);
}

TEST(SemanticsTree, FindsByRoleAndNameOrById) {
  SemanticsTree tree;
  tree.Add(NodeOf("a", Role::kText, "Next"));
  tree.Add(NodeOf("b", Role::kButton, "Next"));
  EXPECT_EQ(tree.Find(Role::kButton, "Next")->id, "b");
  EXPECT_EQ(tree.FindId("a")->name, "Next");
  EXPECT_EQ(tree.Find(Role::kSlider, "Next"), nullptr);
  EXPECT_EQ(tree.FindId("c"), nullptr);
  tree.Clear();
  EXPECT_EQ(tree.FindId("a"), nullptr);
}

TEST(SemanticsTree, JsonLeavesDefaultsOut) {
  SemanticsTree tree;
  EXPECT_EQ(tree.ToJson(), "[]");
  tree.Add(NodeOf("a", Role::kText, "say \"when\""));
  EXPECT_EQ(tree.ToJson(), R"([{"id":"a","role":"text","name":"say \"when\"","box":[0,0,0,0]}])");
}

TEST(SemanticsTree, JsonSaysWhatANodeIs) {
  SemanticsTree tree;
  SemanticsNode list = NodeOf("list", Role::kListBox, "Quotes");
  list.box = {1, 2.26F, 300, 40};
  tree.Open(list);
  SemanticsNode option = NodeOf("o", Role::kOption, "اقتباس");
  option.box = {1, 54.26F, 300, 20};
  option.selected = true;
  option.position = 2;
  option.set_size = 9;
  option.language = "ar";
  tree.Add(option);
  tree.Close();
  SemanticsNode slider = NodeOf("s", Role::kSlider, "Time");
  slider.value = "now";
  slider.most = 8;
  slider.now = 3;
  slider.disabled = true;
  tree.Add(slider);
  SemanticsNode toggle = NodeOf("t", Role::kToggle, "Chip");
  toggle.pressed = true;
  tree.Add(toggle);
  EXPECT_EQ(tree.ToJson(),
            R"([{"id":"list","role":"listbox","name":"Quotes","box":[1,2.3,300,40]},)"
            R"({"id":"o","role":"option","name":"اقتباس","parent":0,"box":[0,52,300,20],)"
            R"("language":"ar","selected":true,"position":2,"setSize":9},)"
            R"({"id":"s","role":"slider","name":"Time","box":[0,0,0,0],"value":"now",)"
            R"("disabled":true,"least":0,"most":8,"now":3},)"
            R"({"id":"t","role":"toggle","name":"Chip","box":[0,0,0,0],"pressed":true}])");
}

TEST(SemanticsTree, AGroupWithoutAHeightIsAsTallAsWhatIsInIt) {
  SemanticsTree tree;
  SemanticsNode group = NodeOf("outer", Role::kGroup, "Outer");
  group.box = {10, 20, 100, 0};
  tree.Open(group);
  group.id = "inner";
  group.box = {10, 30, 100, 0};
  tree.Open(group);
  SemanticsNode leaf = NodeOf("leaf", Role::kText, "Leaf");
  leaf.box = {10, 35, 50, 25};
  tree.Add(leaf);
  tree.Close();
  tree.Close();
  EXPECT_EQ(tree.FindId("inner")->box, (Box{10, 30, 100, 30}));
  EXPECT_EQ(tree.FindId("outer")->box, (Box{10, 20, 100, 40}));
}

TEST(SemanticsTree, JsonSaysHowWordsAreSet) {
  SemanticsTree tree;
  SemanticsNode words = NodeOf("words", Role::kText, "Said");
  words.quote = "q1";
  words.text_size = 20;
  words.line_height = 30;
  tree.Add(words);
  SemanticsNode again = NodeOf("again", Role::kText, "قال");
  again.text_size = 15;
  again.line_height = 22;
  again.rtl = true;
  again.silent = true;
  tree.Add(again);
  EXPECT_EQ(tree.ToJson(),
            R"([{"id":"words","role":"text","name":"Said","box":[0,0,0,0],"quote":"q1",)"
            R"("textSize":20,"lineHeight":30},)"
            R"({"id":"again","role":"text","name":"قال","box":[0,0,0,0],)"
            R"("textSize":15,"lineHeight":22,"rtl":true,"silent":true}])");
}

TEST(Box, ContainsItsTopLeftButNotItsBottomRight) {
  const Box box{10, 20, 30, 40};
  EXPECT_TRUE(box.Contains(10, 20));
  EXPECT_TRUE(box.Contains(39.9F, 59.9F));
  EXPECT_FALSE(box.Contains(40, 30));
  EXPECT_FALSE(box.Contains(20, 60));
  EXPECT_FALSE(box.Contains(9.9F, 30));
}

TEST(ToldTree, TellsOnlyWhatChanged) {
  SemanticsTree tree;
  tree.Add(NodeOf("a", Role::kText, "one"));
  tree.Add(NodeOf("b", Role::kButton, "two"));
  ToldTree told;
  EXPECT_EQ(told.News(tree), tree.ToJson());
  EXPECT_EQ(told.News(tree), "");
  tree.Clear();
  tree.Add(NodeOf("a", Role::kText, "one"));
  SemanticsNode b = NodeOf("b", Role::kButton, "two");
  b.box.left = 7;
  tree.Add(b);
  EXPECT_EQ(told.News(tree), R"([{"at":1,"id":"b","role":"button","name":"two","box":[7,0,0,0]}])");
  EXPECT_EQ(told.News(tree), "");
}

TEST(ToldTree, TellsNothingOfWhatMovesWithItsParent) {
  ToldTree told;
  const auto tell = [&told](float top) {
    SemanticsNode list = NodeOf("list", Role::kListBox, "Quotes");
    list.box = {10, top, 300, 400};
    SemanticsNode option = NodeOf("option", Role::kOption, "Said");
    option.box = {10, top + 92.4F, 300, 92};
    SemanticsTree tree;
    tree.Open(list);
    tree.Add(option);
    tree.Close();
    return told.News(tree);
  };
  EXPECT_NE(tell(300), "");
  EXPECT_EQ(tell(326.3F),
            R"([{"at":0,"id":"list","role":"listbox","name":"Quotes","box":[10,326.3,300,400]}])");
}

TEST(ToldTree, CountsTurnedBoxesFromTheirParentsToo) {
  SemanticsNode list = NodeOf("list", Role::kListBox, "Quotes");
  list.box = {10, 0, 100, 50};
  SemanticsNode option = NodeOf("option", Role::kOption, "Said");
  option.box = {20, 5, 30, 20};
  SemanticsTree tree;
  tree.Open(list);
  tree.Add(option);
  tree.Close();
  tree.Mirror(200);
  const std::string news = ToldTree().News(tree);
  EXPECT_NE(news.find(R"("id":"list","role":"listbox","name":"Quotes","box":[90,0,100,50])"),
            news.npos)
      << news;
  EXPECT_NE(news.find(R"("parent":0,"box":[60,5,30,20])"), news.npos) << news;
}

TEST(ToldTree, TellsNothingOfAnActionThatIsAnother) {
  ToldTree told;
  const auto tell = [&told](double anchor) {
    SemanticsNode zoom = NodeOf("zoom-in", Role::kButton, "Zoom in");
    zoom.press = {.kind = ActionKind::kZoom, .anchor = anchor};
    SemanticsTree tree;
    tree.Add(zoom);
    return told.News(tree);
  };
  EXPECT_NE(tell(0.5), "");
  EXPECT_EQ(tell(0.75), "");
}

TEST(ToldTree, TellsAllWhereOtherNodesStand) {
  ToldTree told;
  const auto tell = [&](std::initializer_list<SemanticsNode> nodes) {
    SemanticsTree tree;
    for (const SemanticsNode& node : nodes) tree.Add(node);
    const std::string news = told.News(tree);
    EXPECT_TRUE(news.empty() || news == tree.ToJson()) << news;
    return !news.empty();
  };
  const SemanticsNode a = NodeOf("a", Role::kText, "one");
  const SemanticsNode b = NodeOf("b", Role::kText, "two");
  EXPECT_FALSE(tell({}));
  EXPECT_TRUE(tell({a, b}));
  EXPECT_TRUE(tell({b, a}));
  EXPECT_TRUE(tell({b}));
  EXPECT_TRUE(tell({NodeOf("b", Role::kButton, "two")}));
  EXPECT_TRUE(tell({}));
}

}  // namespace
}  // namespace saywhen
