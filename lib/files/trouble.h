#pragma once

#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "text/failure.h"

namespace backops::files {

/// The reason in words, as it stands after a colon: "permission denied", "no space left on the device".
std::string reason(const std::error_code& code);

/// A failed operation and the path, as the user knows it, that it was for.
class Trouble : public std::system_error {
  public:
    Trouble(std::string path, std::error_code code) : std::system_error(code), path_(std::move(path)) {}
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// Does the work; what fails in it becomes a Trouble of this path.
template <typename Work>
auto at(const std::string& path, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const Trouble&) {
        throw;
    } catch (const std::system_error& error) {
        throw Trouble(path, error.code());
    }
}

/// Does the work as far as it goes; what fails is left to the next command.
template <typename Work>
void try_to(Work&& work) {
    try {
        std::forward<Work>(work)();
    } catch (const std::system_error&) {
        return;
    }
}

inline constexpr std::string_view nothing_changed = "nothing was changed";
inline constexpr std::string_view recorded = "recorded, will be finished by the next command";

/// "cannot write crew/maya-lindt.yaml: permission denied", and the outcome on a line of its own unless it is empty.
text::Failure cannot(std::string_view verb, const Trouble& trouble, std::string_view outcome);

}  // namespace backops::files
