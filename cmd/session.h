#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cmd/command_line.h"
#include "event/directory.h"
#include "event/intake.h"
#include "files/store.h"
#include "text/failure.h"
#include "text/problem.h"
#include "time/zone.h"

namespace backops::cmd {

/// The terminal and the place that one command runs in: the only thing that knows of standard output, the environment
/// and the clock.
class Session {
  public:
    /// Takes what the common options and the environment say: -C, --now, --color, --no-index;
    /// BACKOPS_EVENT, BACKOPS_INDEX, NO_COLOR, COLUMNS and the cache directory.
    explicit Session(const Arguments& arguments);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// What is printed of an event is read by then: more than a pipe takes at once gives the lock of a reader back.
    void out(std::string_view text);
    /// Lets others write from here on, although the command is not at its end: a pager or a pipe may keep it waiting.
    void give_locks_back();
    /// Lines on standard error, made safe for a terminal.
    void note(std::string_view lines);
    /// The same of lines that are painted, and safe already.
    void painted_note(std::string_view lines);
    void print(const text::Problems& problems);
    /// What was completed or found while entering.
    void notices(const event::Intake& intake);

    bool colour() const { return colour_; }
    bool error_colour() const { return error_colour_; }
    int width() const { return width_; }
    /// The present, or what --now says: an instant, or a time as entered anywhere, on the event's clock and counted
    /// from the real present where it is counted (`tomorrow 9:30`).
    time::Instant now(event::Directory& directory) const;

    /// The show day of that moment on the event's clock.
    time::Date today(event::Directory& directory, const time::Zone& zone) const;

    /// The directory that holds event.yaml, here or above. text::Failure when there is none.
    std::string root() const;
    /// Where the search for an event starts.
    const std::string& start() const { return start_; }
    event::Directory open(files::Access access);
    event::Intake intake(event::Directory& directory);

    /// Standard input to its end.
    static std::string read_input();

  private:
    void printing(std::size_t bytes);

    std::vector<std::weak_ptr<std::unique_ptr<files::Held>>> leases_;  ///< of what is open for reading
    std::size_t printed_ = 0;
    std::string start_ = ".";
    std::optional<std::string> typed_now_;
    bool keeps_index_ = true;
    bool colour_ = false;
    bool error_colour_ = false;
    int width_ = 100;
};

text::Failure cannot_read(const std::string& path, const std::error_code& code);

/// The event at this root, open. text::Failure with the reason.
files::Store open_store(const std::string& root, files::Access access);

/// Writes what is left; text::Failure when standard output cannot take it. A closed pipe is no error.
void flush_output();

}  // namespace backops::cmd
