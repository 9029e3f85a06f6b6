#pragma once

#include "cmd/command_line.h"

namespace backops::cmd {

/// Verbs of `backops schedule` that ask when.
Verb now_verb();
Verb next_verb();
Verb at_verb();
Verb free_verb();
/// The overlap rules and `unavailable` over a selection, as `check` prints them.
Verb conflicts_verb();

}  // namespace backops::cmd
