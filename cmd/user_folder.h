#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace backops::cmd {

enum class UserFolder : std::uint8_t { cache, state, config };

/// The folder `backops` of this user (XDG base directories): below the directory that the variable names when that is
/// absolute, else below the home directory. Empty when there is none, when the home directory does not exist, and when
/// the folder lies in the event at `root`: a file that came with an event must not speak for the user. State and
/// settings, which others could lay, must not lie in the event's repository either.
std::string user_folder(UserFolder which, const std::string& root);

/// A variable of the environment; empty when it is not set.
std::string_view variable(const char* name);

}  // namespace backops::cmd
