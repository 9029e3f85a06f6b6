#pragma once

#include <string>

#include "event/directory.h"

namespace backops::cmd {

/// Where this user's commands keep what they have read of the event at this path: in the cache directory of the
/// environment (XDG_CACHE_HOME when that is absolute, else ~/.cache). Nowhere when there is none, when it lies in the
/// event, or when BACKOPS_INDEX is `off`.
event::IndexPlace index_place(const std::string& root);

}  // namespace backops::cmd
