#pragma once

#include <string>

namespace backops::files {

/// Another process that has a lock on the open folder, as the kernel tells (/proc/locks): "backops schedule, process
/// 4711 of maya". Empty when none is seen. Safe for a terminal.
std::string lock_holder(int folder);

}  // namespace backops::files
