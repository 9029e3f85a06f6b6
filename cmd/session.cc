#include "cmd/session.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "cmd/home.h"
#include "cmd/index_place.h"
#include "edits/occurrence.h"
#include "event/read.h"
#include "files/disk.h"
#include "files/trouble.h"
#include "text/failure.h"
#include "text/paint.h"
#include "text/width.h"
#include "text/wording.h"
#include "time/wall_time.h"

namespace backops::cmd {
namespace {

namespace fs = std::filesystem;

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value;
}

int terminal_width() {
    if (const char* columns = std::getenv("COLUMNS")) {
        const int width = std::atoi(columns);
        if (width >= 20 && width <= 1000) return width;
    }
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
    return 100;
}

bool wants_colour(const Arguments& arguments, int stream) {
    const std::string when = arguments.value("--color", "auto");
    if (when == "always") return true;
    if (when == "never") return false;
    if (when != "auto")
        throw text::Failure(fmt::format("{} is no value of `--color`: it is auto, always or never", text::quoted(when)),
                            {}, text::wrong_usage);
    const char* terminal = std::getenv("TERM");
    return !is_set("NO_COLOR") && isatty(stream) && !(terminal && std::strcmp(terminal, "dumb") == 0);
}

// The minute that a clock on the wall shows: nobody plans by the second.
time::Instant real_present() {
    const auto now = std::chrono::floor<std::chrono::minutes>(std::chrono::system_clock::now()).time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(now).count()};
}

time::Instant typed_present(const std::string& typed, event::Directory& directory) {
    if (const auto instant = time::parse_instant(typed)) return *instant;
    event::Intake intake(directory, real_present, edits::start_of_date);
    try {
        const time::Entered entered = intake.time(typed);
        const std::int32_t seconds = entered.is_date ? directory.event().day_start : entered.time.seconds;
        return time::find_zone(directory.event().timezone)->at({entered.time.date, seconds}).instant;
    } catch (const text::Failure& failure) {
        throw text::Failure("--now: " + failure.message, failure.hints, text::wrong_usage);
    }
}

// Where a path that the user named leads.
fs::path real_directory(const std::string& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    const fs::file_status status = error ? fs::file_status() : fs::status(real, error);
    if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
        throw cannot_read(path, error);
    if (!fs::is_directory(status))
        throw text::Failure(fmt::format("{} is not a directory", text::quoted(path)), {}, text::wrong_usage);
    return real;
}

}  // namespace

text::Failure cannot_read(const std::string& path, const std::error_code& code) {
    return text::Failure(fmt::format("cannot read {}: {}", text::quoted(path), files::reason(code)));
}

files::Store open_store(const std::string& root, files::Access access) {
    std::unique_ptr<files::Disk> disk;
    try {
        disk = files::open_disk(root, home_for(root));
    } catch (const std::system_error& error) {
        throw cannot_read(root, error.code());
    }
    return files::Store::open(std::move(disk), access);
}

Session::Session(const Arguments& arguments) : typed_now_(arguments.value("--now")), width_(terminal_width()) {
    if (const char* event = std::getenv("BACKOPS_EVENT"); event && *event) start_ = event;
    if (const auto directory = arguments.value("-C")) start_ = *directory;
    keeps_index_ = !arguments.has("--no-index");
    colour_ = wants_colour(arguments, STDOUT_FILENO);
    error_colour_ = wants_colour(arguments, STDERR_FILENO);
}

void Session::printing(std::size_t bytes) {
    constexpr std::size_t taken_at_once = 4096;
    printed_ += bytes;
    if (printed_ > taken_at_once) give_locks_back();
}

void Session::give_locks_back() {
    for (const auto& lease : leases_)
        if (const auto held = lease.lock()) held->reset();
    leases_.clear();
}

void Session::out(std::string_view text) {
    printing(text.size());
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) flush_output();
}

void Session::note(std::string_view lines) { painted_note(text::many_lines(lines)); }

void Session::painted_note(std::string_view lines) {
    printing(lines.size());
    std::fflush(stdout);
    std::fprintf(stderr, "%.*s\n", static_cast<int>(lines.size()), lines.data());
}

void Session::print(const text::Problems& problems) {
    std::string all;
    for (const text::Problem& problem : problems)
        all.append(all.empty() ? "" : "\n").append(text::to_text(problem, error_colour_));
    printing(all.size());
    std::fflush(stdout);
    std::fwrite(all.data(), 1, all.size(), stderr);
}

void Session::notices(const event::Intake& intake) {
    for (const std::string& notice : intake.notices())
        painted_note(text::painted(text::many_lines(notice), text::Tone::faint, error_colour_));
}

time::Instant Session::now(event::Directory& directory) const {
    return typed_now_ ? typed_present(*typed_now_, directory) : real_present();
}

time::Date Session::today(event::Directory& directory, const time::Zone& zone) const {
    return time::show_day(zone.wall_time(now(directory)), directory.event().day_start);
}

std::string Session::root() const {
    const fs::path start = real_directory(start_);
    for (fs::path at = start;; at = at.parent_path()) {
        const fs::path file = at / "event.yaml";
        std::error_code error;
        const fs::file_type type = fs::symlink_status(file, error).type();
        if (type == fs::file_type::none) throw cannot_read(file.string(), error);
        if (type != fs::file_type::not_found) {
            refuse_foreign(at.string(), start.string());
            return at.string();
        }
        if (at == at.root_path()) break;
    }
    throw text::Failure(
        "there is no event here: no event.yaml in this directory or above it",
        {"make one: backops event new DIRECTORY --name NAME --start DATE --end DATE --timezone ZONE --collab NAME",
         "or say where it is: backops -C DIRECTORY …"});
}

event::Directory Session::open(files::Access access) {
    const std::string event = root();
    event::Directory directory(open_store(event, access), keeps_index_ ? index_place(event) : event::IndexPlace{});
    for (const std::string& notice : directory.store().notices()) note(notice);
    if (access == files::Access::read) leases_.push_back(directory.store().lease());
    return directory;
}

event::Intake Session::intake(event::Directory& directory) {
    return event::Intake(
        directory, [this, &directory] { return now(directory); }, edits::start_of_date);
}

std::string Session::read_input() {
    std::string text;
    char buffer[65536];
    for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, stdin)) > 0;) {
        text.append(buffer, count);
        if (text.size() > (64U << 20)) throw text::Failure("standard input is larger than 64 MiB");
    }
    return text;
}

void flush_output() {
    if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return;
    if (errno == EPIPE) std::_Exit(0);
    throw text::Failure(fmt::format("cannot write standard output: {}",
                                    errno == EBADF ? "it is closed" : files::reason({errno, std::generic_category()})));
}

}  // namespace backops::cmd
