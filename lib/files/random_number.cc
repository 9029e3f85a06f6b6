#include "files/random_number.h"

#include <sys/random.h>

#include "files/descriptor.h"

namespace backops::files {

std::uint64_t random_number() {
    std::uint64_t number = 0;
    // As few bytes as these come whole, or not at all.
    checked([&] { return getrandom(&number, sizeof number, 0); });
    return number;
}

}  // namespace backops::files
