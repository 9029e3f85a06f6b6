#pragma once

#include "files/stamp.h"

namespace backops::event {

/// A folder whose names are known: what stands in it are the records in the index, and nothing that must not.
struct KnownFolder {
    files::Stamp stamp;
    bool is_settled = false;
};

}  // namespace backops::event
