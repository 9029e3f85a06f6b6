#include "files/path.h"

#include <algorithm>

#include "text/id.h"

namespace backops::files {

namespace {

bool is_template_name(std::string_view name) {
    return name.size() <= 255 && name.front() != '.' && std::ranges::all_of(name, [](char c) {
               return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '/';
           });
}

bool ends_after_stem(std::string_view name, std::string_view ending) {
    return name.size() > ending.size() && name.ends_with(ending);
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
    constexpr std::string_view record = ".yaml", layout = ".mustache";
    if (path == "event.yaml") return true;
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return false;
    const std::string_view folder = path.substr(0, slash);
    const std::string_view name = path.substr(slash + 1);
    if (std::ranges::find(written_folders, folder) == written_folders.end()) return false;
    if (folder == "templates") return ends_after_stem(name, layout) && is_template_name(name);
    return ends_after_stem(name, record) && text::is_id(name.substr(0, name.size() - record.size()));
}

}  // namespace backops::files
