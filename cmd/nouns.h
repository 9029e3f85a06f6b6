#pragma once

#include <span>

#include "cmd/command_line.h"

namespace backops::cmd {

/// The whole command tree, in the order that help prints it.
std::span<const Noun> nouns();

const Noun* find_noun(std::string_view name);

/// Help as `--help` prints it: for the program, a noun, a verb.
std::string program_help();
std::string noun_help(const Noun& noun);
std::string verb_help(const Noun& noun, const Verb& verb);

/// The nouns' own tables, one for each file of cmd/.
Noun event_noun();
Noun area_noun();
Noun collab_noun();
Noun crew_noun();
Noun activity_noun();
Noun timeframe_noun();
Noun view_noun();
Noun schedule_noun();
Noun sheet_noun();
Noun find_noun_itself();
Noun check_noun();
Noun import_noun();
Noun export_noun();
Noun completion_noun();

}  // namespace backops::cmd
