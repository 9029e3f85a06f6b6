#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "cmd/command_line.h"
#include "event/directory.h"
#include "event/intake.h"
#include "event/referrers.h"
#include "exchange/import_report.h"

namespace backops::cmd {

/// Verbs of `backops import`, one for each kind of file.
Verb import_csv_verb();
Verb import_ics_verb();

/// Takes a file's text into drafts.
using Importer = std::function<exchange::ImportReport(event::Directory& directory, event::Intake& intake,
                                                      event::Drafts& drafts, std::string file, std::string text)>;

/// Reads the file that is named, imports it, and writes or tells why not; `noun` is what the file has many of.
int import_file(Session& session, const Arguments& arguments, std::string_view noun, const Importer& importer);

/// The values of an option that are `KEY=VALUE`; `example` is one that would do.
std::vector<std::pair<std::string, std::string>> pairs_of(const Arguments& arguments, std::string_view option,
                                                          std::string_view form, std::string_view example);

}  // namespace backops::cmd
