#include "files/lock_holder.h"

#include <fmt/format.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

#include "text/width.h"

namespace backops::files {

namespace {

/// The words that started a process; what it is called where those cannot be read.
std::string words_of(const std::string& process) {
    constexpr std::size_t most = 60;
    std::ifstream file("/proc/" + process + "/cmdline", std::ios::binary);
    std::string words{std::istreambuf_iterator<char>(file), {}};
    while (words.ends_with('\0')) words.pop_back();
    std::ranges::replace(words, '\0', ' ');
    const std::size_t program = words.substr(0, words.find(' ')).rfind('/');
    if (program != std::string::npos) words.erase(0, program + 1);
    return text::cut(text::one_line(words.empty() ? std::string("a command") : words), most);
}

std::string user_of(const std::string& process) {
    struct stat found {};
    if (stat(("/proc/" + process).c_str(), &found) != 0) return {};
    std::array<char, 4096> room{};
    passwd entry{};
    passwd* known = nullptr;
    const bool has_name = getpwuid_r(found.st_uid, &entry, room.data(), room.size(), &known) == 0 && known != nullptr;
    return has_name ? text::one_line(entry.pw_name) : std::to_string(found.st_uid);
}

}  // namespace

std::string lock_holder(int folder) {
    struct stat found {};
    if (fstat(folder, &found) != 0) return {};
    // "2: FLOCK  ADVISORY  READ 4711 fd:01:1234 0 EOF"; device numbers differ on some file systems, inodes do not.
    const std::string inode = fmt::format(":{}", found.st_ino), own = std::to_string(getpid());
    std::ifstream locks("/proc/locks");
    for (std::string line; std::getline(locks, line);) {
        std::istringstream words(line);
        std::string number, kind, how, access, process, file;
        words >> number >> kind >> how >> access >> process >> file;
        if (kind != "FLOCK" || process == own || !file.ends_with(inode)) continue;
        const std::string user = user_of(process);
        if (user.empty()) continue;
        return fmt::format("{}, process {} of {}", words_of(process), process, user);
    }
    return {};
}

}  // namespace backops::files
