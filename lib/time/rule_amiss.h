#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "time/numeric.h"

namespace backops::time {

/// Why a text is no step of a repetition, and why it names no days to repeat on. Without `instead`, `example` is a hint
/// with examples.
struct RuleAmiss {
    Amiss amiss;
    std::string example;
};

RuleAmiss amiss_every(std::string_view text);
RuleAmiss amiss_on(std::string_view text);

/// Hints to write something instead.
std::vector<std::string> hints_to_write(const std::vector<std::string>& instead, bool guess);

}  // namespace backops::time
