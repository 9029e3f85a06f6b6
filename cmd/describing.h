#pragma once

#include <string>

#include "event/directory.h"
#include "event/record_file.h"

namespace backops::cmd {

/// A record in one line, as commands say it back: "fri 12 jun 2026 14:00–15:30 (day 3), Main Stage, Acme Audio" for
/// what has a time, else its name and what it belongs to. Reads only the records that it names.
std::string described(event::Directory& directory, const event::RecordFile& record);

/// When an activity or time frame is: "fri 12 jun 2026 14:00–15:30 (day 3)".
std::string when(event::Directory& directory, const event::RecordFile& record);

}  // namespace backops::cmd
