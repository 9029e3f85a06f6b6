#include "files/trouble.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace backops::files {

namespace {

struct Reason {
    int code;
    std::string_view words;
};

constexpr std::array reasons{
    Reason{EACCES, "permission denied"},
    Reason{EPERM, "permission denied"},
    Reason{ENOSPC, "no space left on the device"},
    Reason{EDQUOT, "disk quota exceeded"},
    Reason{EROFS, "read-only file system"},
    Reason{ENOENT, "no such file or directory"},
    Reason{ENOTDIR, "not a directory"},
    Reason{EISDIR, "it is a directory"},
    Reason{ELOOP, "it is a symbolic link"},
    Reason{EINVAL, "it is not a regular file"},
    Reason{EFBIG, "it is larger than 1 MiB"},
    Reason{EEXIST, "it is there already"},
    Reason{ENOTEMPTY, "directory not empty"},
    Reason{EXDEV, "it is on another file system"},
    Reason{EIO, "input/output error"},
    Reason{EMFILE, "too many open files"},
    Reason{ENFILE, "too many open files"},
    Reason{ENAMETOOLONG, "the name is too long"},
    Reason{ENOMEM, "out of memory"},
    Reason{EBUSY, "it is in use"},
    Reason{ESTALE, "it was moved or removed on the file server"},
    Reason{ENOLCK, "file locks do not work here"},
    Reason{EBADF, "file locks do not work here"},
    Reason{ENOTSUP, "not supported by the file system"},
    Reason{ENOSYS, "not supported by the system"},
};

}  // namespace

std::string reason(const std::error_code& code) {
    const auto* found = std::ranges::find(reasons, code.value(), &Reason::code);
    if (found != reasons.end()) return std::string(found->words);
    std::string words = code.message();
    if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

text::Failure cannot(std::string_view verb, const Trouble& trouble, std::string_view outcome) {
    return text::Failure(fmt::format("cannot {} {}: {}{}{}", verb, trouble.path(), reason(trouble.code()),
                                     outcome.empty() ? "" : "\n", outcome));
}

}  // namespace backops::files
