#pragma once

#include "cmd/command_line.h"

namespace backops::cmd {

/// `backops crew list`, which can also ask who is free or on site.
Verb crew_list_verb();

}  // namespace backops::cmd
