#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cmd/command_line.h"

namespace backops::cmd {

/// What may stand in place of the last word of a command line.
struct Candidate {
    std::string text;  ///< the whole word; one that ends with `<file>` or `<directory>` is left to the shell
    std::string says;  ///< a phrase on it; empty for values
};

/// The names that `<area>`, `<template>` and the like stand for, in the event that a search from `directory` finds
/// (empty: from where the program is).
using LiveNames = std::function<std::vector<std::string>(std::string_view kind, const std::string& directory)>;

/// For the words after the program's name, the last of which is being typed and may be empty. Of the command tree, what
/// begins with it; none for a line that fits no command.
std::vector<Candidate> candidates(std::vector<std::string> words, const LiveNames& live);

}  // namespace backops::cmd
