#pragma once

#include <optional>
#include <string>

#include "files/disk.h"
#include "files/manifest.h"

namespace backops::files {

/// The file beside the manifest that a step's texts go through.
std::string staged_path(const Step& step);

/// Whether the error means that this file system cannot swap two files.
bool cannot_exchange(const std::error_code& code);

/// Makes the folder that a recorded step needs, if it is not there.
void make_folder(Disk& disk, const Step& step);

/// Makes one recorded step, whose folder is there. The file that was there lies at `staged_path` afterwards, so that a
/// save by hand in that very moment is not lost; where files cannot be swapped, a copy of it. A std::system_error when
/// it cannot; doing it again is no harm.
void make(Disk& disk, const Step& step);

/// As Disk::rename and Disk::remove. Network file systems may report an error for what took place.
void rename_surely(Disk& disk, const std::string& from, const std::string& to);
void remove_surely(Disk& disk, const std::string& path);

}  // namespace backops::files
