#pragma once

#include <string>

#include "event/directory.h"

namespace backops::cmd {

/// Where this user's commands keep what they have read of the event at this path: in the user's cache folder. Nowhere
/// when there is none, or when BACKOPS_INDEX is `off`.
event::IndexPlace index_place(const std::string& root);

}  // namespace backops::cmd
