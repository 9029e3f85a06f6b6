#include "files/path.h"

#include <algorithm>

namespace backops::files {

namespace {

bool is_plain_name(std::string_view name) {
    return !name.empty() && name.size() <= 255 && name.front() != '.' && std::ranges::all_of(name, [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '/';
    });
}

}  // namespace

std::string join(std::string_view folder, std::string_view name) {
    if (folder.empty()) return std::string(name);
    return std::string(folder).append("/").append(name);
}

std::string folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::string name_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

bool is_writable_path(std::string_view path) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return is_plain_name(path);
    return is_plain_name(path.substr(0, slash)) && is_plain_name(path.substr(slash + 1));
}

}  // namespace backops::files
