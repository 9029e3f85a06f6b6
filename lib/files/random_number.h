#pragma once

#include <cstdint>

namespace backops::files {

/// 64 bits that nobody can guess. std::system_error where the system has none.
std::uint64_t random_number();

}  // namespace backops::files
