// Text as the languages of citations take it: in paragraphs of one line, and with what would mean
// something else escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace saywhen {

// The text's paragraphs, each on one line; blanks and controls become one blank.
std::vector<std::string> Paragraphs(std::string_view text);
std::string OneLine(std::string_view text);

// What is to be replaced and by what, each on a line of its own: "<&lt;".
using EscapeTable = const char*;

inline constexpr EscapeTable kAsItIs = "";

inline constexpr EscapeTable kHtml = R"(&&amp;
<&lt;
>&gt;
"&quot;
'&#39;
)";

// CommonMark 0.31, 2.4; GFM's ~ and |, and the $ of mathematics.
inline constexpr EscapeTable kMarkdown = R"(\\\
*\*
_\_
`\`
[\[
]\]
<\<
>\>
&\&
~\~
|\|
$\$
)";

// Braces as macros: BibTeX counts them even behind a backslash.
inline constexpr EscapeTable kTex = R"(\\textbackslash{}
{\textbraceleft{}
}\textbraceright{}
~\textasciitilde{}
^\textasciicircum{}
$\$
&\&
#\#
_\_
%\%
)";

// Of what is one line without controls; "<" so that it may stand in a <script>.
inline constexpr EscapeTable kJson = R"(\\\
"\"
<\u003c
)";

// For addresses where these have a meaning that no escape takes away.
inline constexpr EscapeTable kUrlInBraces = R"(\%5C
{%7B
}%7D
)";

void AppendEscaped(std::string* out, std::string_view text, std::string_view table);

}  // namespace saywhen
