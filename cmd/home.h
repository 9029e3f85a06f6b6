#pragma once

#include <string>

#include "files/disk.h"

namespace backops::cmd {

/// Where this user's unfinished changes are remembered: $XDG_STATE_HOME/backops or ~/.local/state/backops.
/// BACKOPS_TRUST, and `trust` in $XDG_CONFIG_HOME/backops/config.yaml, name events whose records are trusted too.
files::Home home_for(const std::string& root);

/// text::Failure for an event above the directory `start` that belongs to another user and is not trusted: whoever can
/// write in a directory above could lay one there.
void refuse_foreign(const std::string& root, const std::string& start);

}  // namespace backops::cmd
