#include "files/fresh_file.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>

#include "files/random_number.h"

namespace backops::files {

FreshFile make_fresh_file(int folder, std::string_view begin, std::string_view end, unsigned mode) {
    constexpr int most_tries = 8;
    for (int tries = 1;; ++tries) {
        std::string name = fmt::format("{}{:016x}{}", begin, random_number(), end);
        try {
            Descriptor file(checked([&] {
                return openat(folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
            }));
            return {std::move(file), std::move(name)};
        } catch (const std::system_error& error) {
            if (error.code().value() != EEXIST || tries == most_tries) throw;
        }
    }
}

}  // namespace backops::files
