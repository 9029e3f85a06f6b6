#pragma once

#include <string>
#include <string_view>

#include "cmd/session.h"
#include "event/load.h"
#include "schedule/selection.h"

namespace backops::cmd {

/// A report, and what it was made of: problems of the event that touch the schedule are told with it.
struct Delivery {
    Session& session;
    const Arguments& arguments;
    const event::Loading& loading;
    const schedule::Schedule& schedule;
    std::string_view what;  ///< "schedule", "sheet"

    /// text::Failure when a file or folder is asked for by -o and there are errors, unless --force is given.
    void refuse_errors() const;
    /// Writes the text to standard output, or to the file of -o and says so with a few words on it.
    void write(const std::string& text, const std::string& note) const;
    /// Prints the problems; returns the exit status.
    int finish() const;
    /// All three.
    int deliver(const std::string& text, const std::string& note) const;
};

/// The file of -o; nothing for standard output.
std::optional<std::string> file_of(const Arguments& arguments);

}  // namespace backops::cmd
