#pragma once

#include <string_view>

#include "fuzzed.h"
#include "text/code_point.h"
#include "text/failure.h"
#include "text/utf8.h"

namespace backops::fuzz {

/// Nothing that is said acts on a terminal, whatever was read or typed.
inline void hold_printable(std::string_view said) {
    hold(!text::first_bad_byte(said), "what is said is UTF-8", said);
    for (std::size_t at = 0; at < said.size();) {
        const auto point = text::code_point_at(said, at);
        hold(point.value == '\n' || !text::acts_on_a_terminal(point.value), "nothing that is said acts on a terminal",
             said);
        at += point.bytes;
    }
}

inline void hold_printable(const text::Failure& failure) {
    hold(failure.status != text::bug, "it is no mistake of the program", failure.message);
    hold(!failure.message.empty() || !failure.problems.empty(), "a refusal has a reason");
    hold_printable(failure.message);
    for (const text::Problem& problem : failure.problems) hold_printable(problem.message);
    for (const std::string& hint : failure.hints) hold_printable(hint);
}

}  // namespace backops::fuzz
