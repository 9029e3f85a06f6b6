#pragma once

#include "exchange/drafting.h"
#include "model/activity.h"

namespace backops::exchange {

/// What makes the record of `before` say what `after` says, key by key; keys that mean the same are left alone. Only
/// what another program's calendar can say is compared: `needs`, `segments`, `notes` and the like stay.
Edits edits(const model::Activity& before, const model::Activity& after);

/// The record of a new activity, of the same keys.
yaml::Value record_of(const model::Activity& activity);

}  // namespace backops::exchange
