#pragma once

#include <string_view>

namespace backops::cmd {

/// What each shell needs to complete backops: the files of cmd/completion/, as they stand.
extern const std::string_view bash_script, zsh_script, fish_script;

}  // namespace backops::cmd
