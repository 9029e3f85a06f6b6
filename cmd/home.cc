#include "cmd/home.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

#include "cmd/user_folder.h"
#include "text/failure.h"
#include "text/wording.h"
#include "yaml/edit.h"

namespace backops::cmd {
namespace {

namespace fs = std::filesystem;

/// The paths of `trust` in the user's own configuration, the only one that there is.
std::vector<std::string> configured(const std::string& root) {
    const std::string folder = user_folder(UserFolder::config, root);
    if (folder.empty()) return {};
    const std::string path = folder + "/config.yaml";
    std::ifstream file(path, std::ios::binary);
    if (!file) return {};
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::string> paths;
    try {
        const yaml::Document document(text, {});
        for (const yaml::Entry& entry : document.root().entries)
            if (entry.key == "trust")
                for (const yaml::Node& item : entry.value.items) paths.push_back(item.text);
    } catch (const text::Failure& failure) {
        throw text::Failure(fmt::format("{} cannot be read: {}", text::quoted(path), failure.message));
    }
    return paths;
}

bool is_same(const std::string& path, const fs::path& root) {
    std::error_code error;
    return path.starts_with('/') && fs::weakly_canonical(path, error) == root;
}

bool is_trusted(const std::string& root) {
    std::vector<std::string> paths = configured(root);
    std::string_view rest = variable("BACKOPS_TRUST");
    while (!rest.empty()) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        paths.emplace_back(rest.substr(0, colon));
        rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    if (paths.empty()) return false;
    std::error_code error;
    const fs::path real = fs::weakly_canonical(root, error);
    return std::ranges::any_of(paths, [&](const std::string& path) { return is_same(path, real); });
}

/// Root that acts for a user has that user's events for its own.
bool is_own(unsigned owner) {
    if (owner == geteuid()) return true;
    const std::string_view behind_sudo = variable("SUDO_UID");
    return geteuid() == 0 && !behind_sudo.empty() && behind_sudo == std::to_string(owner);
}

}  // namespace

files::Home home_for(const std::string& root) {
    // Asked for when a change of several files is made or was left: most commands need neither.
    return {[root] {
                std::string folder = user_folder(UserFolder::state, root);
                return folder.empty() ? folder : folder + "/changes";
            },
            [root] { return is_trusted(root); }};
}

void refuse_foreign(const std::string& root, const std::string& start) {
    struct stat found {};
    if (root == start || stat(root.c_str(), &found) != 0 || is_own(found.st_uid) || is_trusted(root)) return;
    throw text::Failure(
        fmt::format("the event in {}, above this directory, belongs to another user", text::quoted(root)),
        {fmt::format("to use it all the same: backops -C {} …", root),
         fmt::format("to trust it from now on: BACKOPS_TRUST={}, or `trust` in the file config.yaml of your own "
                     "settings (backops(1))",
                     root)});
}

}  // namespace backops::cmd
