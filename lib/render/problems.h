#pragma once

#include <string>
#include <string_view>

#include "text/problem.h"

namespace backops::render {

/// What `check` prints: all problems, and how many findings are accepted.
struct Checked {
    text::Problems problems;
    std::size_t accepted = 0;
    std::size_t files = 0;
};

/// How many of the problems are errors.
std::size_t errors_of(const text::Problems& problems);

/// Each with its excerpt, then "1 error, 2 warnings in 214 files (1 accepted)".
std::string problems_text(const Checked& checked, bool colour);
/// The last line of it.
std::string counts_text(const Checked& checked);

/// `backops/check/1`.
std::string problems_json(const Checked& checked);

/// SARIF 2.1.0, with what GitHub's code scanning wants besides: one run, with the rules that its results name. Columns
/// are code points; hints are part of the message, which is plain text without links and placeholders. Paths are
/// percent-encoded URI references, relative as they are given. Fingerprints do not depend on lines and are unique.
std::string problems_sarif(const Checked& checked, std::string_view version);

/// GitHub's workflow commands, a line each, such as `::error file=…,line=3,col=8,title=area-overlap::…`, escaped as
/// they are read; then the counts.
std::string problems_github(const Checked& checked);

}  // namespace backops::render
