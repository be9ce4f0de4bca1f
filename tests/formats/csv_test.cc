#include "formats/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace saywhen {
namespace {

std::string Rows(std::string_view table) {
  CsvReader reader(table);
  std::vector<CsvCell> row;
  std::string all;
  while (reader.Next(&row)) {
    for (const CsvCell& cell : row) all += "[" + cell.text + "@" + std::to_string(cell.byte) + "]";
    if (reader.unclosed()) all += "?";
    all += "\n";
  }
  return all;
}

TEST(Csv, RowsAndCells) {
  struct Case {
    std::string_view table;
    std::string_view rows;
  };
  for (const Case& test : {
           Case{"", ""},
           Case{"a,b\r\n1,2\r\n", "[a@0][b@2]\n[1@5][2@7]\n"},
           Case{"a,b\n1,2", "[a@0][b@2]\n[1@4][2@6]\n"},
           Case{"a\r1\r", "[a@0]\n[1@2]\n"},
           Case{"a;b,c\td;e\n1;2", "[a@0][b,c\td@2][e@8]\n[1@10][2@12]\n"},
           Case{"a\tb\n1\t2", "[a@0][b@2]\n[1@4][2@6]\n"},
           Case{"a,b\n\"x,\"\"y\"\"\n\",z", "[a@0][b@2]\n[x,\"y\"\n@4][z@15]\n"},
           Case{"a,b\n,\n1,\n", "[a@0][b@2]\n[1@6][@8]\n"},
           Case{"a\n\"x\"y,z", "[a@0]\n[xy@2][z@7]\n"},
           Case{"a\n\"x\ny", "[a@0]\n[x\ny@2]?\n"},
           Case{"a,\"", "[a@0][@2]?\n"},
       }) {
    EXPECT_EQ(Rows(test.table), test.rows) << test.table;
  }
}

}  // namespace
}  // namespace saywhen
