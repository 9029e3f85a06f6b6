#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace backops::text {

enum class Severity : unsigned char { warning, error };

/// The second place of a problem in which two things disagree.
struct Note {
    Place place;
    std::string message;
};

/// Something wrong in the user's files: a value, collected with its kind and shown with all others.
struct Problem {
    Severity severity = Severity::error;
    std::string rule;     ///< its stable name, such as `unknown-reference`
    std::string message;  ///< one line, lower case, no full stop, things in backticks
    Place place;
    std::vector<Note> others;
    std::vector<std::string> hints;  ///< each a remedy that works when followed
    // What a problem of the schedule is about, for programs.
    std::vector<std::string> occurrences = {};  ///< `keynote`, `breakfast@2026-06-13`
    std::vector<std::string> resources = {};    ///< ids of people, collaborators and areas
    std::optional<std::int64_t> minutes = {};
};

using Problems = std::vector<Problem>;

bool any_error(const Problems& problems);

/// By file, line, column, then rule and message; the same order for the same problems, always.
void sort(Problems& problems);

/// `file:line:column: error: message [rule]`, the excerpt with its caret, other places, hints; every
/// line ends in LF. User text is made safe for a terminal; very long lines are cut around the caret.
std::string to_text(const Problem& problem, bool colour);

}  // namespace backops::text
