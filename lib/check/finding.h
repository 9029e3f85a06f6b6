#pragma once

#include <string>
#include <vector>

#include "model/activity.h"

namespace backops::check {

/// What a rule warns of in an activity, before anybody has looked where that stands in the file.
struct Finding {
    std::string rule;
    std::string message;
    const model::Activity* activity = nullptr;
    /// What it speaks of, from the record's root: keys, and items of lists by their text.
    std::vector<std::string> path;
    std::vector<std::string> hints;
};

using Findings = std::vector<Finding>;

}  // namespace backops::check
