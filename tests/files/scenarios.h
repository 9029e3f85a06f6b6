#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "files/store.h"
#include "memory_disk.h"
#include "text/failure.h"

namespace backops::tests {

using Files = std::map<std::string, std::string>;

/// A change of an event's files.
struct Scenario {
    std::string name;
    Files before;
    Files after;
    std::vector<files::Change> changes;
};

/// Of every kind: one file or several, made, replaced or removed, in folders that are there or not.
std::vector<Scenario> scenarios();
Scenario twenty();

/// Everything that a store shows.
Files shown(const files::Store& store);
Files seen(std::unique_ptr<files::Disk> disk, files::Access access);

}  // namespace backops::tests
