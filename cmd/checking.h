#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/rule.h"
#include "cmd/session.h"
#include "event/directory.h"
#include "files/store.h"
#include "text/problem.h"

namespace backops::cmd {

/// The rule of this name; text::Failure (wrong usage), with the nearest, for a name of none.
const check::Rule& rule_named(const std::string& name);

/// The rules that `check` or another command is asked for, from --only, its words and --skip; text::Failure for names
/// of none.
class AskedRules {
  public:
    explicit AskedRules(const Arguments& arguments);
    explicit AskedRules(std::vector<std::string> only) : only_(std::move(only)) {}
    bool has(std::string_view rule) const;

  private:
    std::vector<std::string> only_, skip_;
};

/// Reads and checks the whole event, prints what is asked for of it in the format asked for, and returns the exit
/// status. With calendars or a range only what touches these; `includes_form` says whether the files' form is asked
/// for, whose errors else stand on standard error.
int check(Session& session, const Arguments& arguments, const AskedRules& rules, bool includes_form);

/// What changes do beyond what was typed.
struct Consequences {
    text::Problems broken;                ///< newly, errors first, as grave as `check` calls it and without places
    std::vector<std::string> taken_away;  ///< what calls of their own take from people, a line each
};

/// Nothing when the event itself cannot be read.
Consequences consequences_of(Session& session, event::Directory& directory, const std::vector<files::Change>& changes);

}  // namespace backops::cmd
