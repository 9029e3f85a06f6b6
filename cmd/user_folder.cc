#include "cmd/user_folder.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace backops::cmd {
namespace {

namespace fs = std::filesystem;

struct Base {
    const char* variable;
    std::string_view below_home;
};

Base base_of(UserFolder which) {
    switch (which) {
        case UserFolder::cache:
            return {"XDG_CACHE_HOME", ".cache"};
        case UserFolder::state:
            return {"XDG_STATE_HOME", ".local/state"};
        case UserFolder::config:
            break;
    }
    return {"XDG_CONFIG_HOME", ".config"};
}

/// A home that does not exist is not made.
std::string named(const Base& base) {
    const std::string_view set = variable(base.variable);
    if (set.starts_with('/')) return fmt::format("{}/backops", set);
    const std::string_view home = variable("HOME");
    std::error_code error;
    if (!home.starts_with('/') || !fs::is_directory(home, error)) return "";
    return fmt::format("{}/{}/backops", home, base.below_home);
}

/// Whether a path leads into this directory or to it, by whatever links.
bool is_inside(const fs::path& path, const fs::path& directory) {
    std::error_code error;
    for (fs::path at = fs::weakly_canonical(path, error); !error; at = at.parent_path()) {
        std::error_code absent;
        if (fs::equivalent(at, directory, absent)) return true;
        if (at == at.parent_path()) return false;
    }
    return true;
}

/// The directory of the repository that holds the event; the event itself when none does.
fs::path repository_of(const std::string& root) {
    std::error_code error;
    for (fs::path at = fs::weakly_canonical(root, error); !error; at = at.parent_path()) {
        std::error_code absent;
        if (fs::exists(fs::symlink_status(at / ".git", absent))) return at;
        if (at == at.parent_path()) break;
    }
    return root;
}

}  // namespace

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string user_folder(UserFolder which, const std::string& root) {
    const std::string folder = named(base_of(which));
    if (folder.empty()) return "";
    return is_inside(folder, which == UserFolder::cache ? fs::path(root) : repository_of(root)) ? "" : folder;
}

}  // namespace backops::cmd
