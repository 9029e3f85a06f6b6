#include "cmd/output_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

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

template <typename Work>
auto writing(const std::string& path, Work&& work) {
    try {
        return work();
    } catch (const std::system_error& error) {
        errno = error.code().value();
        fail("write", path);
    }
}

std::string join(const std::string& folder, const std::string& name) {
    return (std::filesystem::path(folder) / name).string();
}

files::OutputFolder made_folder(const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    try {
        return files::OutputFolder(path);
    } catch (const std::system_error& failed) {
        throw text::Failure(fmt::format("{} cannot be made a folder: {}", text::quoted(path),
                                        files::reason(error ? error : failed.code())));
    }
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
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    const std::string name = std::filesystem::path(path).filename();
    writing(path, [&] {
        if (name.empty() || name == "." || name == "..") throw std::system_error(EISDIR, std::generic_category());
        files::OutputFolder there(folder.empty() ? "." : folder.string());
        if (there.is_channel(name)) return there.write_through(name, text);
        there.stage(name, text);
        there.put();
    });
}

OutputFiles::OutputFiles(std::string folder) : path_(std::move(folder)), folder_(made_folder(path_)) {}

bool OutputFiles::stage_changed(const std::string& name, std::string_view text, Same is_same) {
    const auto there = folder_.read(name);
    if (there && is_same(*there, text)) return false;
    writing(join(path_, name), [&] { folder_.stage(name, text); });
    return true;
}

void OutputFiles::put() {
    try {
        folder_.put();
    } catch (const files::Trouble& trouble) {
        errno = trouble.code().value();
        fail("write", join(path_, trouble.path()));
    }
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
