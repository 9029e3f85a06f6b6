#include "cmd/output_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "cmd/session.h"
#include "event/noun.h"
#include "files/trouble.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail(std::string_view what, const std::string& path) {
    throw text::Failure(
        fmt::format("cannot {} {}: {}", what, text::quoted(path), files::reason({errno, std::generic_category()})));
}

// A device or pipe is written as it is; only a regular file can be replaced.
bool is_replaced(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    return !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
}

// Writes `place`, which the user knows as `path`.
void write_to(const std::string& place, const std::string& path, std::string_view text) {
    File file(std::fopen(place.c_str(), "wb"));
    if (!file) fail("write", path);
    std::setvbuf(file.get(), nullptr, _IONBF, 0);  // All of it is written at once.
    if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size()) fail("write", path);
}

}  // namespace

void refuse_record(const std::string& path, const std::string& root) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path target = fs::weakly_canonical(path, error);
    const fs::path inside = target.lexically_relative(fs::weakly_canonical(root, error));
    const bool is_own = inside == "event.yaml" ||
                        std::any_of(event::folder_nouns.begin(), event::folder_nouns.end(), [&](event::Noun noun) {
                            return inside.parent_path() == fs::path(event::folder(noun));
                        });
    if (is_own)
        throw text::Failure(fmt::format("{} is a place for the event's own records", text::quoted(path)),
                            {"name another file"}, text::wrong_usage);
}

void write_file(const std::string& path, std::string_view text) {
    if (path == "-") {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return;
    }
    if (!is_replaced(path)) return write_to(path, path, text);
    const std::string staged = path + ".new~";
    try {
        write_to(staged, path, text);
        std::filesystem::rename(staged, path);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(staged, ignored);
        throw;
    }
}

bool write_changed_file(const std::string& path, std::string_view text, Same is_same) {
    std::error_code error;
    if (std::filesystem::is_regular_file(path, error)) {
        std::string there(std::filesystem::file_size(path, error), '\0');
        std::ifstream file(path, std::ios::binary);
        file.rdbuf()->pubsetbuf(nullptr, 0);
        if (file.read(there.data(), static_cast<std::streamsize>(there.size())) && is_same(there, text)) return false;
    }
    write_file(path, text);
    return true;
}

std::string read_file(const std::string& path) {
    if (path == "-") return Session::read_input();
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        throw text::Failure(fmt::format("{} is a directory", text::quoted(path)));
    File file(std::fopen(path.c_str(), "rb"));
    if (!file) fail("read", path);
    std::string text;
    char buffer[65536];
    for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;) {
        text.append(buffer, count);
        if (text.size() > (64U << 20)) throw text::Failure(fmt::format("{} is larger than 64 MiB", text::quoted(path)));
    }
    if (std::ferror(file.get())) fail("read", path);
    return text;
}

}  // namespace backops::cmd
