#include "formats/http_url.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

TEST(IsHttpUrl, TakesOnlyTheWeb) {
  for (const char* url : {"http://a", "https://example.org/a?b#c", "HTTPS://EXAMPLE.ORG"}) {
    EXPECT_TRUE(IsHttpUrl(url)) << url;
  }
  for (const char* url : {"", "http", "http://", "ftp://a", "javascript:alert(1)", "/a", "//a",
                          "https://a b", "https://a\n", "https://a\"b", "https://<b>"}) {
    EXPECT_FALSE(IsHttpUrl(url)) << url;
  }
}

}  // namespace
}  // namespace saywhen
