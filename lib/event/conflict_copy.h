#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace backops::event {

/// The records of a folder, for who asks about a file that is none.
struct Neighbours {
    std::function<bool(const std::string& id)> has;               ///< whether there is such a record
    std::function<bool(const std::string& id)> is_named_as_this;  ///< whether that record and the file have one `name`
};

/// The id of the record that a file with this stem looks like a copy of: programs that sync, git mergetool and file
/// managers put words of their own before or after its name, such as `doors.sync-conflict-20260612-101010-ABCDEF`,
/// `doors_BACKUP_1234`, `doors - Copy (2)`, `Kopie von doors`. With any other words it must have that record's name.
std::optional<std::string> copied_record(std::string_view stem, const Neighbours& neighbours);

}  // namespace backops::event
