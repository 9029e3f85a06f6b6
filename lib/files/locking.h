#pragma once

#include <memory>

#include "files/disk.h"

namespace backops::files {

/// How long a command waits for another one.
inline constexpr int longest_wait_seconds = 10;

/// The lock of a reader; nothing where locks do not work. A text::Failure when a writer holds it all the time.
std::unique_ptr<Held> shared_lock(Disk& disk);
/// The lock of a writer. A std::system_error where locks do not work, a text::Failure when others hold it all the time.
std::unique_ptr<Held> exclusive_lock(Disk& disk);
/// The same for a command that changes things: every failure is a text::Failure and says that nothing was changed.
std::unique_ptr<Held> lock_to_write(Disk& disk);

}  // namespace backops::files
