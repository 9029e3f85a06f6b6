#pragma once

#include <string>
#include <vector>

#include "files/recovery.h"
#include "text/failure.h"

namespace backops::files {

/// Sentences about an interrupted change, safe for a terminal: its paths may come from a stranger.
std::string finished_words(const Leftover& left);
std::string shown_words(const Leftover& left, const std::string& why);
/// Which files have the new text, which the old, which neither, and where the change is kept.
std::vector<std::string> aside_words(const Leftover& left, const std::string& kept);
/// That nobody follows it, what the files are, and how to go on.
std::vector<std::string> foreign_words(const Leftover& left);
text::Failure foreign_record(const Leftover& left);

/// The name for what someone else had in a file's place, and the sentence about it.
std::string kept_name(const std::string& path);
std::string kept_words(const std::string& path, const std::string& kept);

}  // namespace backops::files
